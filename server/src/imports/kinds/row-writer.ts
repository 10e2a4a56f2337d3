import type { ColumnReading } from '@common-table/shared/imports/kinds/figure-plan'
import type { ImportKind, KnownMetric } from '@common-table/shared/imports/kinds/kind'
import type { PercentScale } from '@common-table/shared/outcomes/percent-scale'
import type { RowProblem } from '@common-table/shared/imports/problems'
import type { Outcome } from '../run/outcome.ts'
import type { Writing } from '../run/queries-staging.ts'

/** What a kind gets to write with. */
export interface WriterContext {
  readonly sql: Writing
  readonly importId: string
  readonly fileName: string
  readonly kind: ImportKind
  readonly header: readonly string[]
  /** Column → field key, null where a column is left out. */
  readonly mapping: readonly (string | null)[]
  readonly options: Readonly<Record<string, string>>
  readonly metrics: readonly KnownMetric[]
  readonly readings: readonly ColumnReading[]
  /** For files with the metric in a column: the scale each metric's percentages are on. */
  readonly metricScales: Readonly<Record<string, PercentScale>>
  /** Checking only: what is counted need not be written. */
  readonly dry: boolean
}

/** Takes a file's rows one by one, and writes all of them at the end or none. */
export interface RowWriter {
  /** Reads a row and keeps it for later, unless one of the problems it pushes refuses it. */
  row(cells: readonly string[], row: number, problems: RowProblem[]): void
  /** Sends what has gathered to the database, so that memory stays flat. */
  flush(): Promise<void>
  finish(): Promise<Outcome>
}

export type OpenWriter = (context: WriterContext) => Promise<RowWriter>

/** A reader of one cell by its field; blank where no column is mapped. */
export const cellReader = (mapping: readonly (string | null)[]) => {
  const places = new Map(mapping.flatMap((key, column) => (key === null ? [] : [[key, column] as const])))
  return {
    has: (key: string) => places.has(key),
    column: (key: string) => places.get(key),
    of: (cells: readonly string[], key: string): string => {
      const column = places.get(key)
      return column === undefined ? '' : (cells[column] ?? '').trim()
    },
  }
}
