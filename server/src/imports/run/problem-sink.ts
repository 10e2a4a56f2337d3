import type { RowProblem } from '@common-table/shared/imports/problems'
import { keepProblems } from './queries-progress.ts'
import type { Writing } from './queries-staging.ts'

/** More than this many are counted but not kept: nobody works through them row by row. */
const keptAtMost = 200_000

/** Takes what is wrong with rows as they come, and keeps it apart from the import's own transaction. */
export const openProblemSink = (sql: Writing, importId: string) => {
  let waiting: RowProblem[] = []
  let kept = 0
  return {
    add: (problems: readonly RowProblem[]): void => {
      for (const problem of problems) if (kept + waiting.length < keptAtMost) waiting.push(problem)
    },
    flush: async (all = false): Promise<void> => {
      if (waiting.length === 0 || (!all && waiting.length < 2000)) return
      const batch = waiting
      waiting = []
      kept += batch.length
      await keepProblems(sql, importId, batch)
    },
  }
}
