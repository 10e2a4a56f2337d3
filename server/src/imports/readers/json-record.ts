import type { TableLimits } from './table.ts'
import { TableProblem } from './table-problem.ts'

/** One record of a JSON file as cells by name. */
export type JsonRecord = ReadonlyMap<string, string>

const deepest = 8

type Plain = string | number | boolean | null

const isPlain = (value: unknown): value is Plain =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

const cellOf = (value: Plain): string => (value === null ? '' : String(value))

const wrong = (row: number, sentence: string): TableProblem =>
  new TableProblem('not_a_table', `Record ${row} ${sentence}`, { line: row })

/** Flattens a record: `{"school":{"code":"01M015"}}` becomes `school.code`; a list of words becomes one cell, parted by semicolons. */
export const jsonRecord = (value: unknown, row: number, limits: TableLimits): JsonRecord => {
  const cells = new Map<string, string>()
  const put = (name: string, text: string): void => {
    if (text.length > limits.cellCharacters)
      throw new TableProblem(
        'cell_too_long',
        `“${name}” of record ${row} is longer than ${limits.cellCharacters} characters. Shorten it and send the file again.`,
        { line: row, column: name },
      )
    cells.set(name, text)
    if (cells.size > limits.columns)
      throw new TableProblem(
        'too_many_columns',
        `Record ${row} has more than ${limits.columns} fields. Remove those you do not need.`,
        { line: row },
      )
  }
  const walk = (held: unknown, name: string, depth: number): void => {
    if (isPlain(held)) return put(name, cellOf(held))
    if (depth >= deepest)
      throw wrong(row, `nests deeper than ${deepest} levels. Flatten it and send it again.`)
    if (Array.isArray(held)) {
      if (!held.every(isPlain))
        throw wrong(row, `holds a list of records in “${name}”. Send those as a list of their own.`)
      return put(name, held.map(cellOf).join('; '))
    }
    for (const [key, inner] of Object.entries(held as object))
      walk(inner, name ? `${name}.${key}` : key, depth + 1)
  }
  if (isPlain(value) || Array.isArray(value))
    throw wrong(row, 'is no record. Send a list of records, each with its fields by name.')
  walk(value, '', 0)
  return cells
}
