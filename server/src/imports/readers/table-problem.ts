/** Every reason a file cannot be read as a table. */
export type TableProblemCode =
  | 'empty_file'
  | 'file_too_large'
  | 'not_a_table'
  | 'contains_nul'
  | 'invalid_utf8'
  | 'too_many_columns'
  | 'too_many_rows'
  | 'cell_too_long'
  | 'row_too_long'
  | 'unclosed_quote'
  | 'broken_json'
  | 'encrypted_workbook'
  | 'old_workbook'
  | 'macro_workbook'
  | 'not_a_workbook'
  | 'broken_workbook'
  | 'zip_bomb'
  | 'no_such_sheet'

type Place = { line?: number; column?: string; cause?: unknown }

/** A file that cannot be read: the message is a sentence for the person who sent it, and says what to do. */
export class TableProblem extends Error {
  override name = 'TableProblem'
  readonly code: TableProblemCode
  /** The line of a text file or the row of a sheet, from 1. */
  readonly line: number | undefined
  readonly column: string | undefined
  constructor(code: TableProblemCode, message: string, { line, column, cause }: Place = {}) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.line = line
    this.column = column
  }
}
