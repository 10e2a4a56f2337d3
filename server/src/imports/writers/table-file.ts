import { Readable } from 'node:stream'
import { Download } from '../../http/answers.ts'
import { writeCsv, type Cell } from './write-csv.ts'
import { writeXlsx, type XlsxColumn } from './write-xlsx.ts'

/** A table as a file to download, streamed row by row. `name` is without its ending. */
export const tableFile = (
  name: string,
  format: 'csv' | 'xlsx',
  columns: readonly XlsxColumn[],
  rows: AsyncIterable<readonly Cell[]>,
): Download => {
  if (format === 'xlsx')
    return new Download(
      `${name}.xlsx`,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      writeXlsx(name, columns, rows),
    )
  const headers = columns.map(({ header }) => header)
  return new Download(`${name}.csv`, 'text/csv; charset=utf-8', Readable.from(writeCsv(headers, rows)))
}
