import type { RowNote, TableLimits, TableRow } from './table.ts'
import { TableProblem } from './table-problem.ts'
import type { TextRecord } from './text-records.ts'

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** Makes rows of records: as wide as the header, numbered, with a note where something is odd; blank ones are left out. */
export const rowMaker = (width: number, limits: TableLimits) => {
  let row = 0
  return ({ line, cells, broken }: TextRecord, ...found: RowNote[]): TableRow | undefined => {
    if (cells[0]?.trim() === '' && isBlank(cells)) return undefined
    row++
    if (row > limits.rows)
      throw new TableProblem(
        'too_many_rows',
        `The file has more than ${limits.rows} rows. Split it and import the parts.`,
        { line },
      )
    if (cells.length === width && !broken && found.length === 0) return { row, line, cells }
    const notes = [...found]
    if (broken) notes.push({ code: 'broken_quotes' })
    if (cells.length < width) notes.push({ code: 'too_few_cells', found: cells.length })
    if (cells.slice(width).some((cell) => cell.trim() !== ''))
      notes.push({ code: 'too_many_cells', found: cells.length })
    const fitted =
      cells.length < width
        ? [...cells, ...Array<string>(width - cells.length).fill('')]
        : cells.slice(0, width)
    return notes.length === 0 ? { row, line, cells: fitted } : { row, line, cells: fitted, notes }
  }
}

/** The rows of records that come a few at a time, `size` at once; the file is let go of at the end, or when nobody reads on. */
export async function* inBatches<Read>(
  pieces: AsyncIterable<readonly Read[]>,
  rowOf: (record: Read) => TableRow | undefined,
  size: number,
  close: () => Promise<void>,
): AsyncGenerator<TableRow[]> {
  const batch: TableRow[] = []
  try {
    for await (const records of pieces) {
      while (batch.length >= size) yield batch.splice(0, size)
      for (const record of records) {
        const row = rowOf(record)
        if (row !== undefined) batch.push(row)
      }
    }
    while (batch.length > 0) yield batch.splice(0, size)
  } finally {
    await close()
  }
}
