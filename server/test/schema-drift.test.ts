import pg from 'pg'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import * as tables from '../src/tables.ts'

let database: pg.Client

beforeAll(async () => {
  database = new pg.Client({
    connectionString: inject('database').adminUrl.replace(/\/postgres$/, '/common_table'),
  })
  await database.connect()
})
afterAll(() => database.end())

const declared = Object.values(tables)
  .filter((table) => table instanceof PgTable)
  .map((table) => getTableConfig(table))

describe('the Drizzle tables', () => {
  it.each(declared.map((table) => [table.name, table] as const))(
    '%s says what the migrations built',
    async (name, table) => {
      const { rows } = await database.query(
        `select attname as column, format_type(atttypid, atttypmod) as type, attnotnull as required, attgenerated <> '' as generated
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [name],
      )
      const built = Object.fromEntries(
        rows
          .filter(({ generated }) => !generated)
          .map(({ column, type, required }) => [column, `${type}${required ? ' not null' : ''}`]),
      )
      const said = Object.fromEntries(
        table.columns
          .filter(
            ({ name: column }) =>
              column in built || !rows.some((row) => row.column === column && row.generated),
          )
          .map((column) => [column.name, `${column.getSQLType()}${column.notNull ? ' not null' : ''}`]),
      )
      expect(said).toEqual(built)
    },
  )
})

describe('every table', () => {
  it('is behind row-level security that even its owner cannot switch off by accident', async () => {
    const { rows } = await database.query(
      `select relname from pg_class join pg_namespace n on n.oid = relnamespace
       where nspname = 'public' and relkind in ('r', 'p') and relname <> 'schema_migrations' and not (relrowsecurity and relforcerowsecurity)`,
    )
    expect(rows).toEqual([])
  })

  it('carries its district in every key, so that districts can live on different machines', async () => {
    const { rows } = await database.query(
      `select c.conrelid::regclass::text as table, c.conname from pg_constraint c
       join pg_namespace n on n.oid = c.connamespace
       where nspname = 'public' and c.contype in ('p', 'u', 'f') and c.conrelid::regclass::text not in ('districts', 'schema_migrations')
         and not exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname = 'district_id')`,
    )
    expect(rows).toEqual([])
  })

  it('belongs to the role that migrates, and the role of the server owns and bypasses nothing', async () => {
    const { rows } = await database.query(
      `select rolsuper or rolbypassrls as free, (select count(*) from pg_class where relowner = r.oid)::integer as owned
       from pg_roles r where rolname = 'common_table_app'`,
    )
    expect(rows).toEqual([{ free: false, owned: 0 }])
  })
})
