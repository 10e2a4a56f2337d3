import type { ProgressListener } from './progress.ts'

export type ImportTask = 'check' | 'run' | 'undo'

export interface ImportWork {
  readonly districtId: string
  readonly importId: string
  readonly task: ImportTask
  readonly signal?: AbortSignal
  readonly onProgress?: ProgressListener
}
