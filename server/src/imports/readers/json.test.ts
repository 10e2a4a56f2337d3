import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTable } from './open-table.ts'
import type { OpenOptions, TableRow } from './table.ts'
import { TableProblem } from './table-problem.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'common-table-json-'))
})
afterAll(() => rm(folder, { recursive: true }))

const read = async (content: string | Buffer, options: OpenOptions = {}, piece = 65_536) => {
  const bytes = Buffer.from(content as string) // Buffer.from takes both
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_none, at) =>
    bytes.subarray(at * piece, (at + 1) * piece),
  )
  const table = await openTable(Readable.from(pieces, { objectMode: false }), options)
  const rows: TableRow[] = []
  for await (const batch of table) rows.push(...batch)
  return { kind: table.kind, header: table.header, rows, cells: rows.map(({ cells }) => cells) }
}

const kept = async (name: string, bytes: Buffer) => {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const table = await openTable(path)
  const rows: TableRow[] = []
  for await (const batch of table) rows.push(...batch)
  return { encoding: table.encoding, cells: rows.map(({ cells }) => cells) }
}

const refused = async (content: string, options?: OpenOptions): Promise<string> => {
  const problem: unknown = await read(content, options).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(TableProblem)
  return (problem as TableProblem).code // checked above
}

const records = [
  { school: { code: '01M015' }, rate: 24.5, note: null },
  { school: { code: '01M019' }, rate: '< 5', note: 'Peña, "x"' },
]

test.each([
  ['a list', JSON.stringify(records)],
  ['a list with breaks', `\uFEFF${JSON.stringify(records, null, 2)}`],
  ['a list inside an answer', JSON.stringify({ nextCursor: null, items: records })],
  ['a record a line', records.map((record) => JSON.stringify(record)).join('\r\n')],
])('%s', async (_case, content) => {
  for (const piece of [1, 7, 65_536])
    expect(await read(content, {}, piece)).toMatchObject({
      kind: 'json',
      header: ['school.code', 'rate', 'note'],
      cells: [
        ['01M015', '24.5', ''],
        ['01M019', '< 5', 'Peña, "x"'],
      ],
    })
})

test('one record alone, lists of words, and a field that only a later record has', async () => {
  expect(await read('{"a": 1, "grades": ["K", "1"], "open": true}')).toMatchObject({
    header: ['a', 'grades', 'open'],
    cells: [['1', 'K; 1', 'true']],
  })
  const many = [...Array.from({ length: 300 }, () => ({ a: 1 })), { a: 2, late: 'x' }]
  const { rows } = await read(JSON.stringify(many))
  expect(rows.at(-1)).toEqual({
    row: 301,
    line: 301,
    cells: ['2'],
    notes: [{ code: 'too_many_cells', found: 2 }],
  })
})

test('what is no table of records is refused with what to do', async () => {
  expect(await refused('[{"a":1},{"a":')).toBe('broken_json')
  expect(await refused('[{"a":1} {"a":2}]')).toBe('broken_json')
  expect(await refused('[{"a":[{"b":1}]}]')).toBe('not_a_table')
  expect(await refused('[{"a":1}, 7]')).toBe('not_a_table')
  expect(await refused(`[{"a":${'{"b":'.repeat(20)}1${'}'.repeat(20)}}]`)).toBe('not_a_table')
  expect(await refused('{"items":[]}')).toBe('empty_file')
  expect(await refused(`[{"a":"${'x'.repeat(40_000)}"}]`)).toBe('cell_too_long')
  expect(await refused(`[{"a":[${'1,'.repeat(2_000_000)}1]}]`)).toBe('row_too_long')
  const wide = Object.fromEntries(Array.from({ length: 300 }, (_none, at) => [`c${at}`, at]))
  expect(await refused(JSON.stringify([wide]))).toBe('too_many_columns')
})

test('any records come out as they went in', async () => {
  const key = fc.stringMatching(/^[a-z]{1,6}$/)
  const cell = fc.oneof(fc.string(), fc.integer().map(String))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }),
      fc.uniqueArray(key, { minLength: 2, maxLength: 2 }),
      fc.integer({ min: 1, max: 50 }),
      async (rows, [one, other], piece) => {
        const filled = rows.filter((row) => row.some((text) => text.trim() !== ''))
        fc.pre(filled.length > 0 && !rows.flat().some((text) => text.includes('\0')))
        const { cells } = await read(
          JSON.stringify(rows.map(([a, b]) => ({ [one!]: a, [other!]: b }))),
          {},
          piece,
        )
        expect(cells).toEqual(filled)
      },
    ),
    { numRuns: 100 },
  )
})

test('a file on disk is UTF-8 or Windows-1252 by its bytes; one that mixes them is refused where it breaks', async () => {
  const names = 'name,place\nPeña,Café “Sol”\n'
  const windows = Buffer.from(
    [...names].map((letter) => ({ '“': 0x93, '”': 0x94 })[letter] ?? letter.charCodeAt(0)),
  )
  const expected = [['Peña', 'Café “Sol”']]
  expect(await kept('utf8.csv', Buffer.from(names))).toEqual({ encoding: 'utf-8', cells: expected })
  expect(await kept('windows.csv', windows)).toEqual({ encoding: 'windows-1252', cells: expected })
  // Cut between chunks of a mebibyte, and a last byte that only begins a letter.
  const long = Buffer.from(`name,place\n${'x'.repeat(1024)},y\n`.repeat(2000))
  expect((await kept('long.csv', Buffer.concat([long, windows]))).encoding).toBe('windows-1252')
  expect((await kept('end.csv', Buffer.from('name\nCaf\xe9', 'latin1'))).cells).toEqual([['Café']])
  const mixed = Buffer.concat([Buffer.from(names), Buffer.from('Pe\xf1a,x\n', 'latin1')])
  await expect(kept('mixed.csv', mixed)).rejects.toMatchObject({ code: 'invalid_utf8', line: 3 })
})
