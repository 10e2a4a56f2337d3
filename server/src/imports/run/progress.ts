import { noteProgress } from './queries-progress.ts'
import type { Writing } from './queries-staging.ts'

export interface ProgressNow {
  readonly phase: 'reading' | 'writing'
  readonly rowsRead: number
  readonly rowsRefused: number
  /** 0 to 1. */
  readonly share: number
  readonly rowsPerSecond: number
  readonly secondsLeft: number | null
}
export type ProgressListener = (now: ProgressNow) => void

/** A person called it off; nothing of it stays. */
export class Cancelled extends Error {
  override name = 'Cancelled'
}

const everyMilliseconds = 300

/** Tells how far an import is, a few times a second, and hears whether it is still wanted. */
export const openProgress = (
  sql: Writing,
  { importId, signal, onProgress }: { importId: string; signal?: AbortSignal; onProgress?: ProgressListener },
) => {
  const began = performance.now()
  let told = 0
  let peakBytes = 0
  return {
    /** Throws when it was cancelled or the server is ending. */
    at: async (
      phase: ProgressNow['phase'],
      rowsRead: number,
      rowsRefused: number,
      total: number,
      now = false,
    ): Promise<boolean> => {
      signal?.throwIfAborted()
      peakBytes = Math.max(peakBytes, process.memoryUsage.rss())
      const time = performance.now()
      if (!now && time - told < everyMilliseconds) return true
      told = time
      const seconds = (time - began) / 1000
      const share = total === 0 ? 1 : Math.min(1, rowsRead / total)
      const state: ProgressNow = {
        phase,
        rowsRead,
        rowsRefused,
        share,
        rowsPerSecond: Math.round(rowsRead / Math.max(seconds, 0.001)),
        secondsLeft: share > 0.02 ? Math.ceil((seconds * (1 - share)) / share) : null,
      }
      onProgress?.(state)
      if (!(await noteProgress(sql, importId, state))) throw new Cancelled()
      return true
    },
    spent: () => ({
      seconds: (performance.now() - began) / 1000,
      peakBytes: Math.max(peakBytes, process.memoryUsage.rss()),
    }),
  }
}
