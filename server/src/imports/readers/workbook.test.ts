import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as yazl from 'yazl'
import { openTable } from './open-table.ts'
import type { OpenOptions, TableRow } from './table.ts'
import { TableProblem } from './table-problem.ts'

type Parts = Record<string, string | Buffer>

const archive = (parts: Parts): Promise<Buffer> => {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name)
  zip.end()
  return buffer(zip.outputStream as Readable)
}

const workbookParts = (sheet: string, others: Parts = {}): Parts => ({
  '[Content_Types].xml': '<Types/>',
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="Notes" state="hidden" r:id="r2"/><sheet name="Sites" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="r3" Target="http://example.com/x" TargetMode="External"/></Relationships>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy;@"/><numFmt numFmtId="165" formatCode="&quot;day&quot; 0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="22"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>',
  'xl/sharedStrings.xml':
    '<sst><si><t>Name</t></si><si><r><t>Har</t></r><r><t>bor</t></r><rPh><t>no</t></rPh></si></sst>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  'xl/worksheets/sheet2.xml':
    '<worksheet><sheetData><row><c t="str"><v>Note</v></c></row></sheetData></worksheet>',
  ...others,
})

const sites = `
  <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>Start </t></is></c><c r="D2" t="str"><v>Rate</v></c></row>
  <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>45351</v></c><c r="D4" s="3"><f>1/2</f><v>0.245</v></c></row>
  <row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" s="2"><v>60</v></c><c r="C5"><v>0.30000000000000004</v></c><c r="D5"><f>A1</f></c></row>
  <row r="6"><c t="e"><v>#N/A</v></c><c s="4"><v>45322.545138888891</v></c><c s="5"><v>3</v></c><c s="6"><v>0.354166666666667</v></c></row>
  <row r="7"><c r="A7" t="inlineStr"><is><t>a_x000D_&#10;b &amp; c</t></is></c></row>`

const read = async (content: Buffer, options: OpenOptions = {}) => {
  const table = await openTable(Readable.from([content], { objectMode: false }), {
    spoolFolder: folder,
    ...options,
  })
  const rows: TableRow[] = []
  for await (const batch of table) rows.push(...batch)
  return { table, rows }
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'common-table-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('the first visible sheet is read: shared and inline texts, dates, percentages, formulas by their last value', async () => {
  const { table, rows } = await read(await archive(workbookParts(sites)))
  expect([table.kind, table.sheet, table.sheets, table.header]).toEqual([
    'xlsx',
    'Sites',
    ['Notes', 'Sites'],
    ['Name', 'Start', 'Column 3', 'Rate'],
  ])
  expect(rows).toEqual([
    {
      row: 1,
      line: 4,
      cells: ['Harbor', '2024-02-29', '', '24.5%'],
      notes: [{ code: 'formula_value', column: 3 }],
    },
    {
      row: 2,
      line: 5,
      cells: ['TRUE', '1900-02-28', '0.3', ''],
      notes: [{ code: 'formula_value', column: 3 }],
    },
    { row: 3, line: 6, cells: ['#N/A', '2024-01-31T13:05:00', '3', '08:30:00'] },
    { row: 4, line: 7, cells: ['a\r\nb & c', '', '', ''] },
  ])
  expect(await readdir(folder)).toEqual([])
})

test('days may count from 1904, and a sheet may be asked for by name', async () => {
  const parts = workbookParts('<row><c t="str"><v>Day</v></c></row><row><c s="1"><v>43889</v></c></row>')
  parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
    '<sheets>',
    '<workbookPr date1904="1"/><sheets>',
  )
  const content = await archive(parts)
  expect((await read(content)).rows[0]?.cells).toEqual(['2024-02-29'])
  expect((await read(content, { sheet: 'Notes' })).table.header).toEqual(['Note'])
})

const bomb = Buffer.alloc(30 * 1024 * 1024, 0x20)
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const cases: [string, () => Promise<Buffer> | Buffer, OpenOptions, string][] = [
  [
    'a swollen part',
    () => archive(workbookParts(sites, { 'xl/worksheets/sheet1.xml': bomb })),
    {},
    'zip_bomb',
  ],
  [
    'more than may be unpacked',
    () => archive(workbookParts(sites)),
    { limits: { inflatedBytes: 500 } },
    'zip_bomb',
  ],
  ['too many parts', () => archive(workbookParts(sites)), { limits: { entries: 3 } }, 'zip_bomb'],
  ['too much text', () => archive(workbookParts(sites)), { limits: { sharedTextBytes: 10 } }, 'zip_bomb'],
  ['macros', () => archive(workbookParts(sites, { 'xl/vbaProject.bin': 'x' })), {}, 'macro_workbook'],
  [
    'a macro content type',
    () =>
      archive(
        workbookParts(sites, {
          '[Content_Types].xml':
            '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        }),
      ),
    {},
    'macro_workbook',
  ],
  ['another archive', () => archive({ 'word/document.xml': 'x' }), {}, 'not_a_workbook'],
  [
    'a name that climbs out of its folder',
    async () =>
      Buffer.from(
        (await archive({ 'aa/aa/passwd.txt': 'x' })).toString('latin1').replaceAll('aa/', '../'),
        'latin1',
      ),
    {},
    'broken_workbook',
  ],
  [
    'a password',
    () => Buffer.concat([compound, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    {},
    'encrypted_workbook',
  ],
  ['the format before 2007', () => Buffer.concat([compound, Buffer.alloc(2000)]), {}, 'old_workbook'],
  [
    'half a workbook',
    async () => (await archive(workbookParts(sites))).subarray(0, 900),
    {},
    'broken_workbook',
  ],
  ['XML that ends in the middle', () => archive(workbookParts('<row><c>')), {}, 'broken_workbook'],
  ['an unknown sheet', () => archive(workbookParts(sites)), { sheet: 'Nope' }, 'no_such_sheet'],
  ['an empty sheet', () => archive(workbookParts('')), {}, 'empty_file'],
  [
    'a cell far to the right',
    () => archive(workbookParts('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
    {},
    'too_many_columns',
  ],
  [
    'a cell too long',
    () => archive(workbookParts(`<row><c t="str"><v>${'x'.repeat(40_000)}</v></c></row>`)),
    {},
    'cell_too_long',
  ],
  [
    'a definition that explodes',
    () =>
      archive(
        workbookParts(sites, {
          'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "bbbb">]><sst><si><t>&b;&b;</t></si></sst>',
        }),
      ),
    {},
    'broken_workbook',
  ],
]
test.each(cases)(
  '%s is refused with a sentence, and nothing is left behind',
  async (_case, make, options, code) => {
    const problem: unknown = await read(await make(), options).catch((error: unknown) => error)
    expect(problem).toMatchObject({ name: 'TableProblem', code })
    expect((problem as Error).message).toMatch(/^[A-Z].*\.$/) // matched above
    expect(await readdir(folder)).toEqual([])
  },
)

test('a part that lies about its size is stopped', async () => {
  const content = await archive(
    workbookParts(sites, { 'xl/worksheets/sheet1.xml': bomb.subarray(0, 900_000) }),
  )
  // Both places that state the unpacked size are made to say 1000.
  for (
    let at = content.indexOf('xl/worksheets/sheet1.xml');
    at >= 0;
    at = content.indexOf('xl/worksheets/sheet1.xml', at + 1)
  ) {
    const local = content.readUInt32LE(at - 30) === 0x04034b50
    content.writeUInt32LE(1000, local ? at - 8 : at - 22)
  }
  await expect(read(content)).rejects.toMatchObject({ code: 'broken_workbook' })
})

test('no damaged workbook crashes the reader', async () => {
  const whole = await archive(workbookParts(sites))
  const path = join(folder, 'fuzz.xlsx')
  const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const content = Buffer.from(whole)
      for (const [at, byte] of changes) content[at] = byte
      await writeFile(path, content)
      try {
        const table = await openTable(path)
        for await (const batch of table)
          for (const row of batch) expect(row.cells).toHaveLength(table.header.length)
      } catch (problem) {
        expect(problem).toBeInstanceOf(TableProblem)
      }
    }),
    { numRuns: 150 },
  )
  expect((await readFile(path)).length).toBe(whole.length)
  await rm(path)
})

test('a file on disk and a stream of it give the same table', async () => {
  const path = join(folder, 'sites.xlsx')
  await writeFile(path, await archive(workbookParts(sites)))
  const [fromPath, fromStream] = [
    await openTable(path),
    await openTable(createReadStream(path), { spoolFolder: folder }),
  ]
  expect(fromPath.header).toEqual(fromStream.header)
  await Promise.all([fromPath.close(), fromStream.close()])
  await rm(path)
  expect(await readdir(folder)).toEqual([])
})
