import type { RowProblem } from '@common-table/shared/imports/problems'

/** What happened to the records of one kind. */
export interface Counts {
  readonly new: number
  readonly updated: number
  readonly unchanged: number
}

/** Something to know about the file as a whole. */
export interface Note {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface Outcome {
  readonly counts: Readonly<Record<string, Counts>>
  readonly notes: readonly Note[]
  /** Rows that only repeat what another row of the file says. */
  readonly repeated: number
  /** Problems that show only when the whole file has been read. */
  readonly late: readonly RowProblem[]
}
