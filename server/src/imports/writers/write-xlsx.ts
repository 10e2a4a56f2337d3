import { PassThrough, Readable } from 'node:stream'
import * as yazl from 'yazl'
import type { Cell } from './write-csv.ts'
import { contentTypes, relations, rootRelations, styles, workbook } from './workbook-xml.ts'
import { sheetXml } from './sheet-xml.ts'

export type XlsxColumn = {
  header: string
  /** `date` shows ISO dates as dates; the width is in characters. */
  kind?: 'date'
  width?: number
}

/**
 * Writes one sheet as an XLSX workbook, streamed: a row is forgotten once it is written. Cells are typed, so no text can
 * become a formula. A failure of `rows` destroys the stream with its error.
 */
export const writeXlsx = (
  sheetName: string,
  columns: readonly XlsxColumn[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): Readable => {
  const zip = new yazl.ZipFile()
  const output = new PassThrough()
  const fail = (problem: Error): void => {
    output.destroy(problem)
  }
  zip.on('error', fail)
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': rootRelations,
    'xl/workbook.xml': workbook(sheetName),
    'xl/_rels/workbook.xml.rels': relations,
    'xl/styles.xml': styles,
  }
  for (const [name, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), name)
  const sheet = Readable.from(sheetXml(columns, rows))
  sheet.on('error', fail)
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml')
  zip.end()
  zip.outputStream.on('error', fail).pipe(output)
  return output
}
