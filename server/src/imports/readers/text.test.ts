import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTable } from './open-table.ts'
import type { OpenOptions, RowNote, TableRow } from './table.ts'
import { TableProblem } from './table-problem.ts'

const stream = (content: string | Buffer, piece = 65_536): Readable => {
  const bytes = Buffer.from(content as string)
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_none, at) =>
    bytes.subarray(at * piece, (at + 1) * piece),
  )
  return Readable.from(pieces, { objectMode: false })
}

const read = async (content: string | Buffer, options: OpenOptions = {}, piece?: number) => {
  const table = await openTable(stream(content, piece), options)
  const rows: TableRow[] = []
  for await (const batch of table) rows.push(...batch)
  return { table, rows, cells: rows.map((row) => row.cells) }
}

const refusal = async (content: string | Buffer, options: OpenOptions = {}): Promise<TableProblem> => {
  const problem: unknown = await read(content, options).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(TableProblem)
  return problem as TableProblem // checked above
}

const abc = [
  ['1', '2', '3'],
  ['4', '5', '6'],
]

test.each([
  ['commas', 'a,b,c\n1,2,3\n4,5,6\n', ','],
  ['tabs', 'a\tb\tc\n1\t2\t3\n4\t5\t6', '\t'],
  ['semicolons', 'a;b;c\r\n1;2;3\r\n4;5;6\r\n', ';'],
  ['pipes', 'a|b|c\n1|2|3\n4|5|6', '|'],
  ['old Macintosh lines', 'a,b,c\r1,2,3\r4,5,6', ','],
  ['a byte order mark', '\uFEFFa,b,c\n1,2,3\n4,5,6', ','],
  ['quotation marks', '"a","b","c"\n"1","2","3"\n4,"5",6', ','],
  ['blank lines', '\n\na,b,c\n\n1,2,3\n,,\n4,5,6\n\n', ','],
])('%s', async (_case, content, delimiter) => {
  for (const piece of [1, 3, 65_536]) {
    const { table, cells } = await read(content, {}, piece)
    expect([table.header, cells, table.delimiter]).toEqual([['a', 'b', 'c'], abc, delimiter])
  }
})

test('a delimiter is told by how alike it makes the records, quoted ones and commas in text notwithstanding', async () => {
  const { table, cells } = await read('name;note\n"Harbor; Inc";a, b, c\nLakeside;d, e\n')
  expect(table.delimiter).toBe(';')
  expect(cells).toEqual([
    ['Harbor; Inc', 'a, b, c'],
    ['Lakeside', 'd, e'],
  ])
})

test('cells hold line breaks and doubled quotation marks; lines are counted in the file', async () => {
  const { rows } = await read('name,place\n"Harbor ""H"" House","12 Main\n(1, 2)"\nLakeside,x\n')
  expect(rows).toEqual([
    { row: 1, line: 2, cells: ['Harbor "H" House', '12 Main\n(1, 2)'] },
    { row: 2, line: 4, cells: ['Lakeside', 'x'] },
  ])
})

test.each<[string, string, RowNote[], string[]]>([
  ['too few cells', 'a,b,c\n1,2', [{ code: 'too_few_cells', found: 2 }], ['1', '2', '']],
  ['too many cells', 'a,b\n1,2,3', [{ code: 'too_many_cells', found: 3 }], ['1', '2']],
  ['text after a closing quotation mark', 'a,b\n"1"x,2', [{ code: 'broken_quotes' }], ['1x', '2']],
])('%s is noted on its row', async (_case, content, notes, cells) => {
  expect((await read(`${content}\n${content.split('\n')[0]}`)).rows[0]).toEqual({
    row: 1,
    line: 2,
    cells,
    notes,
  })
})

test('blank cells beyond the header are nothing to speak of, nor is a quotation mark within a bare cell', async () => {
  expect((await read('a,b\n1,2,,\n5" pipe,4')).rows).toEqual([
    { row: 1, line: 2, cells: ['1', '2'] },
    { row: 2, line: 3, cells: ['5" pipe', '4'] },
  ])
})

test('headers are trimmed, told apart and given names', async () => {
  const { table } = await read('Grade Level / Age Group ,Name,,name\n1,2,3,4')
  expect(table.header).toEqual(['Grade Level / Age Group', 'Name', 'Column 3', 'name (2)'])
  expect(table.warnings).toEqual([
    { code: 'blank_header', column: 2, header: 'Column 3' },
    { code: 'duplicate_header', column: 3, header: 'name (2)' },
  ])
})

test('UTF-16 of Excel and, when said, Windows-1252 are read', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('name\tplace\nPeña\tCafé', 'utf16le')])
  expect((await read(utf16, {}, 3)).cells).toEqual([['Peña', 'Café']])
  const latin = Buffer.from('name,place\nPe\xf1a,Caf\xe9', 'latin1')
  expect((await read(latin, { encoding: 'windows-1252' })).cells).toEqual([['Peña', 'Café']])
})

test('what is not UTF-8 is named by line and byte, wherever the pieces end', async () => {
  const latin = Buffer.from('name,place\nHarbor,Salem\nPe\xf1a,Salem\n', 'latin1')
  for (const piece of [1, 2, 5, 1000]) {
    const problem: unknown = await read(latin, {}, piece).catch((error: unknown) => error)
    expect(problem).toMatchObject({ code: 'invalid_utf8', line: 3 })
    expect((problem as Error).message).toContain(`byte ${latin.indexOf(0xf1) + 1} of the file`) // matched above
  }
  expect(await refusal(Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0xc3]))).toMatchObject({
    code: 'invalid_utf8',
    line: 2,
  })
})

const wide = Array.from({ length: 300 }, (_none, at) => `c${at}`).join(',')
test.each<[string, string | Buffer, OpenOptions, object]>([
  ['an empty file', '', {}, { code: 'empty_file' }],
  ['blank lines only', '\n \n,,\n', {}, { code: 'empty_file' }],
  ['a byte order mark only', '\uFEFF', {}, { code: 'empty_file' }],
  ['300 columns', `${wide}\n${wide}`, {}, { code: 'too_many_columns', line: 1 }],
  ['zero bytes', 'a,b\n1,\0\n', {}, { code: 'contains_nul', line: 2 }],
  ['an open quotation mark', 'a,b\n1,2\n3,"4\n5,6\n', {}, { code: 'unclosed_quote', line: 3 }],
  ['a long cell', `a,b\n1,${'x'.repeat(50_000)}`, {}, { code: 'cell_too_long', line: 2 }],
  [
    'an open quotation mark before much text',
    `a,b\n1,"${'x,y\n'.repeat(50_000)}`,
    {},
    { code: 'cell_too_long', line: 2 },
  ],
  ['a line that never ends', 'x,'.repeat(800_000), {}, { code: 'row_too_long', line: 1 }],
  ['too many rows', 'a\n1\n2\n3', { limits: { rows: 2 } }, { code: 'too_many_rows', line: 4 }],
  ['too many bytes', 'a,b\n'.repeat(1000), { limits: { bytes: 1024 } }, { code: 'file_too_large' }],
  ['a PDF', '%PDF-1.7 …', {}, { code: 'not_a_table' }],
  ['text said to be a workbook', 'a,b\n1,2', { kind: 'xlsx' }, { code: 'not_a_table' }],
])('%s is refused with a sentence', async (_case, content, options, problem) => {
  const refused = await refusal(content, options)
  expect(refused).toMatchObject(problem)
  expect(refused.message).toMatch(/^[A-Z].*\.$/)
})

test('a loop that is left lets go of the file', async () => {
  const source = stream('a\n1\n2\n3\n', 2)
  const table = await openTable(source, { batchRows: 1 })
  for await (const batch of table) {
    expect(batch).toHaveLength(1)
    break
  }
  expect(source.destroyed).toBe(true)
})

test('well-formed tables read as another reader of the standard reads them, however they arrive', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '🌊', '"', ',', '\n', '\r\n', ' ', '1'),
    maxLength: 8,
  })
  const record = fc.array(cell, { minLength: 2, maxLength: 2 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
      async (records, piece) => {
        const content = [
          'h1,h2',
          ...records.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')),
        ].join('\r\n')
        const expected = (parse(content, { delimiter: ',' }) as string[][]).slice(1)
        const { cells } = await read(content, {}, piece)
        expect(cells).toEqual(expected.filter((cells) => cells.some((text) => text.trim() !== '')))
      },
    ),
  )
})

test('no bytes crash the reader or make it wait for ever', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x61, 0xc3, 0xa9, 0x3b, 0x09), { maxLength: 400 }),
  )
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 50 }), async (content, piece) => {
      try {
        const { table, rows } = await read(Buffer.from(content), {}, piece)
        for (const row of rows) expect(row.cells).toHaveLength(table.header.length)
      } catch (problem) {
        expect(problem).toBeInstanceOf(TableProblem)
      }
    }),
    { numRuns: 1000 },
  )
})
