import { guardFormula } from '@common-table/shared/imports/normalise-formula-guard'

/** A cell to write. Text stays text, whatever it looks like; blank is null. */
export type Cell = string | number | boolean | null

const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

const shown = (cell: Cell): string => {
  if (cell === null) return ''
  return typeof cell === 'string' ? quoted(guardFormula(cell)) : String(cell)
}

const line = (cells: readonly Cell[]): string => `${cells.map(shown).join(',')}\r\n`

export type CsvOptions = {
  /** A byte order mark, by which Excel knows UTF-8; leave it out for other systems. */
  bom?: boolean
}

/** Writes a table as CSV (RFC 4180) piece by piece, with formulas made harmless. */
export async function* writeCsv(
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
  { bom = true }: CsvOptions = {},
): AsyncGenerator<string> {
  let piece = (bom ? '\uFEFF' : '') + line(header)
  for await (const row of rows) {
    piece += line(row)
    if (piece.length >= 65_536) {
      yield piece
      piece = ''
    }
  }
  if (piece !== '') yield piece
}
