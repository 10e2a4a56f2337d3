import type { Cell } from './write-csv.ts'
import type { XlsxColumn } from './write-xlsx.ts'
import { sheetStart, xmlText } from './workbook-xml.ts'

// What a sheet of Excel holds.
const mostRows = 1_048_576
const mostCharacters = 32_767

/** The day number of an ISO date; undefined for what is none, or before the calendar of spreadsheets is sound. */
const dayNumber = (text: string): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900-03-01') return undefined
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)
    ? undefined
    : time / 86_400_000 + 25_569
}

const textCell = (text: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text.slice(0, mostCharacters))}</t></is></c>`

const cellXml = (cell: Cell, column: XlsxColumn | undefined): string => {
  if (cell === null || cell === '') return '<c/>'
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : '<c/>'
  const day = column?.kind === 'date' ? dayNumber(cell) : undefined
  return day === undefined ? textCell(cell, 3) : `<c s="2"><v>${day}</v></c>`
}

/** The XML of a sheet: a bold, frozen header, then the rows as they come. */
export async function* sheetXml(
  columns: readonly XlsxColumn[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width = 18 }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  let piece = `${sheetStart}${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>`
  piece += `<row>${columns.map(({ header }) => textCell(header, 1)).join('')}</row>`
  let written = 1
  for await (const row of rows) {
    if (++written > mostRows)
      throw new RangeError(`A sheet holds ${mostRows - 1} records; write more than that as CSV.`)
    piece += `<row>${row.map((cell, at) => cellXml(cell, columns[at])).join('')}</row>`
    if (piece.length >= 65_536) {
      yield piece
      piece = ''
    }
  }
  yield `${piece}</sheetData></worksheet>`
}
