import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import * as yazl from 'yazl'

/** An archive of files by name. */
export const zipOf = (files: Record<string, string | Buffer>): Promise<Buffer> => {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream as Readable)
}
/** The parts of a workbook of one sheet; style 1 is a date. */
export const workbook = (sheet: string | Buffer): Record<string, string | Buffer> => ({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="Schools" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': sheet,
})
/** A row of a sheet whose cells are text. */
export const row = (at: number, ...cells: string[]): string =>
  `<row r="${at}">${cells.map((cell, column) => `<c r="${String.fromCharCode(65 + column)}${at}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
