import { codeName, isNamed } from '@common-table/shared/audit/words'
import { expect, it } from 'vitest'
import { useApi } from './support/api.ts'

const test = useApi()

interface Column {
  table: string
  column: string
  check: string | null
}

/** Every column whose changes the audit writes down, with the check that may list its codes. */
const audited = () =>
  test.sql<Column>(`select c.relname as table, a.attname as column, (select string_agg(pg_get_constraintdef(k.oid), ' ')
      from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as check
    from pg_trigger g join pg_class c on c.oid = g.tgrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where g.tgname = 'record_audit' and a.attname not in ('version', 'updated_at', 'search_text', 'district_id')
      and position(a.attname || E'\\\\000' in encode(g.tgargs, 'escape')) = 0 order by 1, a.attnum`)

/** `status = ANY (ARRAY['open'::text, …])`; a rule over a pattern lists no codes. */
const codesOf = (check: string | null): string[] =>
  [...(check ?? '').matchAll(/ARRAY\[([^\]]*)\]/g)].flatMap(([, list]) =>
    [...list!.matchAll(/'((?:[^']|'')*)'/g)].map(([, code]) => code!),
  )

it('every audited record and column is called by a word in shared/src/audit', async () => {
  const columns = await audited()
  expect(columns.length).toBeGreaterThan(200)
  const wordless = columns.filter(({ table, column }) => !isNamed(table, column))
  expect(wordless.map(({ table, column }) => `${table}.${column}`)).toEqual([])
})

it('every code that a column may hold is said in both languages', async () => {
  const coded = (await audited()).flatMap(({ table, column, check }) =>
    codesOf(check).map((code) => ({ table, column, code })),
  )
  expect(coded.length).toBeGreaterThan(150)
  const raw = coded.filter(
    ({ table, column, code }) => !codeName(table, column, code, 'en') || !codeName(table, column, code, 'es'),
  )
  expect(raw.map(({ table, column, code }) => `${table}.${column}: ${code}`)).toEqual([])
})
