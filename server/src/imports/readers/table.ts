/** How much a file may hold before it is refused. */
export type TableLimits = {
  /** Bytes of the file as sent. */
  bytes: number
  columns: number
  rows: number
  cellCharacters: number
  rowCharacters: number
  /** Workbooks: bytes after unpacking, parts in the archive, and how much smaller than its content a part may be. */
  inflatedBytes: number
  entries: number
  inflationRatio: number
  sharedTextBytes: number
}

const mebibyte = 1024 * 1024

export const defaultLimits: TableLimits = {
  bytes: 512 * mebibyte,
  columns: 200,
  rows: 5_000_000,
  // What a cell of Excel can hold.
  cellCharacters: 32_767,
  rowCharacters: mebibyte,
  inflatedBytes: 1024 * mebibyte,
  entries: 2_000,
  // Real workbooks reach 20 to 60; deflate itself ends at 1,032.
  inflationRatio: 250,
  sharedTextBytes: 128 * mebibyte,
}

type TableKind = 'csv' | 'tsv' | 'xlsx' | 'json'
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Something about one row that does not stop the reading; `column` counts from 0. */
export type RowNote = {
  code: 'too_few_cells' | 'too_many_cells' | 'broken_quotes' | 'formula_value'
  column?: number
  /** For ragged rows: how many cells there were. */
  found?: number
}

/** A row below the header: as many cells as the header has; `row` counts data rows from 1, `line` is the place in the file. */
export type TableRow = { row: number; line: number; cells: string[]; notes?: RowNote[] }

export type HeaderWarning = { code: 'duplicate_header' | 'blank_header'; column: number; header: string }

/** An open file: its header is read, its rows come in batches when iterated, once. */
export type Table = AsyncIterable<TableRow[]> & {
  kind: TableKind
  header: string[]
  warnings: HeaderWarning[]
  delimiter?: string
  encoding?: TextEncoding
  sheet?: string
  sheets?: string[]
  /** Bytes of the file read so far, for a progress bar. */
  bytesRead: () => number
  /** Lets go of the file; iterating to the end or leaving the loop does it too. */
  close: () => Promise<void>
}

export type OpenOptions = {
  /** Say it only to overrule what the content shows. */
  kind?: TableKind
  encoding?: 'utf-8' | 'windows-1252'
  sheet?: string
  limits?: Partial<TableLimits>
  batchRows?: number
  /** Where a workbook that arrives as a stream is kept while it is read; the system's own place for such files if absent. */
  spoolFolder?: string
}
