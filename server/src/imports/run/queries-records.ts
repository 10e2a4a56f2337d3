import type { Counts } from './outcome.ts'
import { byIndex, openStaging, type CopyValue, type Staging, type Writing } from './queries-staging.ts'

/** How records of one table are brought in: found by `key`, `columns` taken from the file. */
export interface RecordTable {
  readonly table: string
  readonly key: readonly string[]
  readonly columns: readonly string[]
  /** `fill` leaves alone what a record already says. */
  readonly existing: 'update' | 'fill'
  /** A condition on `s` (staged) and `t` (the record) for leaving columns alone: `{ name: 's.year >= t.year' }`. */
  readonly only?: Readonly<Record<string, string>>
}

interface Column {
  name: string
  type: string
  fallback: string | null
}

const columnsOf = async (sql: Writing, table: string): Promise<Map<string, Column>> => {
  const rows = await sql.rows<Column>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, pg_get_expr(d.adbin, d.adrelid) as fallback
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum and a.attgenerated = ''
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [table],
  )
  return new Map(rows.map((row) => [row.name, row]))
}

const blank = (column: Column): string => {
  if (column.type === 'text') return `coalesce(t.${column.name}, '') = ''`
  return column.type.endsWith('[]') ? `coalesce(t.${column.name}, '{}') = '{}'` : `t.${column.name} is null`
}

export interface Records {
  /** Values in the order of key and columns; null: the file says nothing about it. */
  add(values: readonly CopyValue[]): void
  flush(): Promise<void>
  /** Writes what is new or different, remembers what was there before, and counts. */
  write(importId: string): Promise<Counts>
}

/** Brings in records of one table set by set. What is the same stays untouched: no write, no new version. */
export const openRecords = async (sql: Writing, spec: RecordTable): Promise<Records> => {
  const { table, key, columns, existing, only = {} } = spec
  const known = await columnsOf(sql, table)
  const staged = `staged_${table}`
  const names = [...key, ...columns]
  const staging: Staging = await openStaging(
    sql,
    staged,
    `on commit drop as select ${names.join(', ')} from ${table} with no data`,
  )
  const value = (name: string): string => {
    const column = known.get(name)!
    const said = only[name] ? `case when ${only[name]} then s.${name} end` : `s.${name}`
    const taken = `coalesce(${said}, t.${name})`
    return existing === 'fill' ? `case when ${blank(column)} then ${taken} else t.${name} end` : taken
  }
  const same = key.map((name) => `t.${name} = s.${name}`).join(' and ')
  const found = `from ${staged} s join ${table} t on t.district_id = app_district() and ${same}`
  const differs = columns.map((name) => `t.${name} is distinct from ${value(name)}`).join(' or ') || 'false'
  const primary = async (): Promise<string[]> =>
    (
      await sql.rows<{ name: string }>(
        `select a.attname as name from pg_constraint k cross join unnest(k.conkey) as part (attnum)
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = part.attnum
         where k.conrelid = $1::regclass and k.contype = 'p' and a.attname <> 'district_id'`,
        [table],
      )
    ).map(({ name }) => name)
  return {
    add: (values) => staging.add(values),
    flush: () => staging.flush(),
    write: async (importId) => {
      await staging.flush(true)
      await sql.run(`analyze ${staged}`)
      const keys = (alias: string, of: string[]) =>
        `jsonb_build_object(${of.map((name) => `'${name}', ${alias}.${name}`).join(', ')})`
      const ids = await primary()
      const [{ staged: all } = { staged: 0 }] = await sql.rows<{ staged: number }>(
        `select count(*)::integer as staged from ${staged}`,
      )
      const updated =
        columns.length === 0
          ? 0
          : await sql.run(
              `insert into import_changes (district_id, import_id, table_name, record_key, before)
               select app_district(), $1, '${table}', ${keys('t', ids)}, to_jsonb(t) ${found} where ${differs}`,
              [importId],
            )
      if (updated > 0)
        await sql.run(
          `update ${table} t set ${columns.map((name) => `${name} = ${value(name)}`).join(', ')}
           from ${staged} s where t.district_id = app_district() and ${same} and (${differs})`,
        )
      const first = names.map((name) => {
        const fallback = known.get(name)?.fallback
        return fallback ? `coalesce(s.${name}, ${fallback})` : `s.${name}`
      })
      await byIndex(sql, true)
      const added = await sql.run(
        `with added as (
           insert into ${table} (district_id, ${names.join(', ')})
           select app_district(), ${first.join(', ')} from ${staged} s
           where not exists (select from ${table} t where t.district_id = app_district() and ${same})
           returning ${ids.join(', ')})
         insert into import_changes (district_id, import_id, table_name, record_key, before)
         select app_district(), $1, '${table}', ${keys('added', ids)}, null from added`,
        [importId],
      )
      await byIndex(sql, false)
      await sql.run(`drop table ${staged}`)
      return { new: added, updated, unchanged: all - added - updated }
    },
  }
}

/** Notes the version every touched record has at the end, by which a later change by a person is known. */
export const rememberVersions = async (sql: Writing, importId: string): Promise<void> => {
  const tables = await sql.rows<{ name: string }>(
    `select distinct c.table_name as name from import_changes c join pg_attribute a
       on a.attrelid = c.table_name::regclass and a.attname = 'version' and not a.attisdropped
     where c.district_id = app_district() and c.import_id = $1`,
    [importId],
  )
  // Nothing is known yet of rows written a moment ago; row by row would be slow.
  await sql.run('set local enable_nestloop = off')
  for (const { name } of tables)
    await sql.run(
      `update import_changes c set after_version = t.version from ${name} t
       where c.district_id = app_district() and c.import_id = $1 and c.table_name = '${name}'
         and t.district_id = app_district() and t.id = (c.record_key ->> 'id')::uuid`,
      [importId],
    )
  await sql.run('set local enable_nestloop = on')
}
