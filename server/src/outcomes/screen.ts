import { Worker } from 'node:worker_threads'
import type { Unit } from '@common-table/shared/outcomes/measured-value'
import {
  publishedTable,
  type PublishedRow,
  type StoredFigure,
} from '@common-table/shared/outcomes/published-table'

export interface TableToScreen {
  readonly figures: readonly StoredFigure[]
  readonly rules: { readonly unit: Unit; readonly threshold: number }
}

/** A table larger than this takes long enough to keep other requests waiting: it gets a thread of its own. */
const atOnce = 2_000

/** A whole table as everyone may see it. */
export const screen = (table: TableToScreen): Promise<PublishedRow[]> => {
  if (table.figures.length <= atOnce) return Promise.resolve(publishedTable(table.figures, table.rules))
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./screening-thread.ts', import.meta.url), { workerData: table })
    thread.once('message', (rows: PublishedRow[]) => resolve(rows))
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`Screening ended early with ${code}.`)))
  })
}
