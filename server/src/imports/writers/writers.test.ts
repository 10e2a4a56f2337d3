import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTable } from '../readers/open-table.ts'
import { writeCsv, type Cell } from './write-csv.ts'
import { writeXlsx, type XlsxColumn } from './write-xlsx.ts'

const csv = async (header: string[], rows: Cell[][], bom = false): Promise<string> => {
  let text = ''
  for await (const piece of writeCsv(header, rows, { bom })) text += piece
  return text
}

const back = async (content: Buffer | string): Promise<string[][]> => {
  const table = await openTable(Readable.from([Buffer.from(content as string)], { objectMode: false }))
  const rows: string[][] = [table.header]
  for await (const batch of table)
    rows.push(...batch.map(({ cells, notes }) => (expect(notes).toBeUndefined(), cells)))
  return rows
}

test('CSV is quoted where it must be, and no cell is a formula', async () => {
  const rows = [
    ['Harbor, Inc', 'say "hi"', 'two\nlines', ' kept '],
    ['=1+1', '+17185550165', '-2', '@x'],
    [-2.5, true, null, '\tx'],
  ]
  expect(await csv(['a', 'b', 'c', 'd'], rows)).toBe(
    'a,b,c,d\r\n"Harbor, Inc","say ""hi""","two\nlines"," kept "\r\n\'=1+1,\'+17185550165,-2,\'@x\r\n-2.5,true,,\'\tx\r\n',
  )
  expect((await csv(['a'], [], true)).startsWith('\uFEFF')).toBe(true)
})

const columns: XlsxColumn[] = [
  { header: 'Name' },
  { header: 'Start', kind: 'date' },
  { header: 'Count', width: 8 },
  { header: 'Open' },
]

test('a workbook keeps types: text is text, numbers are numbers, dates are dates', async () => {
  const content = await buffer(
    writeXlsx("It's: [fine]/?", columns, [
      ['=HYPERLINK("x")', '2024-02-29', 3.5, true],
      ['007 _x000D_ <&>\r\n"é🌊\u0001', 'soon', -4, null],
      [null, '2024-02-31', Number.NaN, false],
    ]),
  )
  const table = await openTable(Readable.from([content], { objectMode: false }))
  expect([table.sheet, table.header]).toEqual(["It's   fine", ['Name', 'Start', 'Count', 'Open']])
  expect(await back(content)).toEqual([
    table.header,
    ['=HYPERLINK("x")', '2024-02-29', '3.5', 'TRUE'],
    ['007 _x000D_ <&>\r\n"é🌊', 'soon', '-4', ''],
    ['', '2024-02-31', '', 'FALSE'],
  ])
  await table.close()
})

test('any text written is read back as it was', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((value) => value.trim() !== '' && !/^[=+\-@\t\r]/.test(value))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 10 }),
      async (rows) => {
        expect((await back(await csv(['h1', 'h2'], rows, true))).slice(1)).toEqual(rows)
        const content = await buffer(writeXlsx('Rows', [{ header: 'h1' }, { header: 'h2' }], rows))
        expect((await back(content)).slice(1)).toEqual(rows)
      },
    ),
    { numRuns: 60 },
  )
})

test('rows that fail break the stream off with their error', async () => {
  async function* failing(): AsyncGenerator<Cell[]> {
    yield ['Harbor']
    throw new Error('the database went away')
  }
  await expect(buffer(writeXlsx('Rows', columns, failing()))).rejects.toThrow('the database went away')
})
