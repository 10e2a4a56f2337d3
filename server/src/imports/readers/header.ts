import type { HeaderWarning, TableLimits } from './table.ts'
import { TableProblem } from './table-problem.ts'

export type Header = { header: string[]; warnings: HeaderWarning[] }

/** Makes a header of a file's first row: trimmed, blank names given one, repeated names told apart. */
export const readHeader = (cells: readonly string[], limits: TableLimits, line: number): Header => {
  if (cells.length > limits.columns)
    throw new TableProblem(
      'too_many_columns',
      `The file has ${cells.length} columns, and at most ${limits.columns} can be imported. Remove the columns you do not need.`,
      { line },
    )
  const warnings: HeaderWarning[] = []
  const used = new Set<string>()
  const header = cells.map((cell, column) => {
    const written = cell.trim().replace(/\s+/g, ' ')
    const name = written === '' ? `Column ${column + 1}` : written
    let unique = name
    for (let count = 2; used.has(unique.toLowerCase()); count++) unique = `${name} (${count})`
    used.add(unique.toLowerCase())
    if (written === '') warnings.push({ code: 'blank_header', column, header: unique })
    else if (unique !== name) warnings.push({ code: 'duplicate_header', column, header: unique })
    return unique
  })
  return { header, warnings }
}
