import { showNumber, type FormatKind } from './number-formats.ts'
import { spreadsheetText } from './spreadsheet-text.ts'
import type { RowNote, TableLimits } from './table.ts'
import { TableProblem } from './table-problem.ts'
import type { XmlHandlers } from './xml-events.ts'

/** A row of a sheet as it stands: blank cells between filled ones are blank texts. */
export type SheetRow = { line: number; cells: string[]; formulas: number[] }

export type SheetContext = {
  sharedTexts: readonly string[]
  styles: readonly FormatKind[]
  date1904: boolean
}

/** "BC12" is column 54, counted from 0; -1 when there is no letter. */
const columnOf = (reference: string): number => {
  let column = 0
  for (const letter of reference) {
    if (letter < 'A' || letter > 'Z') break
    column = column * 26 + letter.charCodeAt(0) - 64
  }
  return column - 1
}

/** Listens to a sheet's XML and puts whole rows into `rows`. Formulas count by the value they had when saved. */
export const sheetListener = (
  rows: SheetRow[],
  { sharedTexts, styles, date1904 }: SheetContext,
  limits: TableLimits,
): XmlHandlers => {
  let row: SheetRow = { line: 0, cells: [], formulas: [] }
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let formula = false
  let part = ''

  const shown = (): string => {
    if (type === 's') return sharedTexts[Number(value)] ?? ''
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '')
    if (type !== 'n') return spreadsheetText(value)
    return value === '' ? '' : showNumber(Number(value), styles[style] ?? 'number', date1904)
  }
  const place = (text: string): void => {
    if (text === '' && !formula) return
    if (column < 0) column = row.cells.length
    if (column >= limits.columns)
      throw new TableProblem(
        'too_many_columns',
        `Row ${row.line} has a cell in column ${column + 1}, and at most ${limits.columns} columns can be imported. Remove the columns you do not need.`,
        { line: row.line },
      )
    while (row.cells.length < column) row.cells.push('')
    row.cells[column] = text
    if (formula) row.formulas.push(column)
  }

  return {
    open: (name, attributes) => {
      if (name === 'row') {
        const line = Number(attributes['r'] ?? row.line + 1)
        row = { line: Number.isSafeInteger(line) && line > 0 ? line : row.line + 1, cells: [], formulas: [] }
        column = -1
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r'])
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        value = ''
        formula = false
      } else if (name === 'f') formula = true
      part = name === 'rPh' || part === 'rPh' ? 'rPh' : name
    },
    text: (text) => {
      if (part !== 'v' && part !== 't') return
      value += text
      if (value.length > limits.cellCharacters)
        throw new TableProblem(
          'cell_too_long',
          `A cell in row ${row.line} is longer than ${limits.cellCharacters} characters. Shorten it and send the file again.`,
          { line: row.line },
        )
    },
    close: (name) => {
      if (name === 'c') place(shown())
      else if (name === 'row') rows.push(row)
      if (name === part || name === 'rPh') part = ''
    },
  }
}

/** The notes on a row's formulas; columns beyond the header are of no interest. */
export const formulaNotes = (row: SheetRow, width: number): RowNote[] =>
  row.formulas.filter((column) => column < width).map((column) => ({ code: 'formula_value', column }))
