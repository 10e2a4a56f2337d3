import type { Db } from '../db/db.ts'
import { statement, type Statement } from '../db/statement.ts'

/** One row after an upsert. `before` is the row as it was, by column name; null for a created or untouched one. */
export interface Upserted {
  key: string
  id: string
  outcome: 'created' | 'updated' | 'unchanged'
  version: number
  before: Record<string, unknown> | null
}

/** A field of the row, its column and type, and what a new record gets when the field is not given. */
export type UpsertColumn = readonly [field: string, column: string, type: string, otherwise: string]

// What follows from the row by itself, and so is not part of what an undo puts back.
const derived =
  "'{search_text,web_domain,service_count,school_count,category_ids,version,created_at,updated_at}'::text[]"

/**
 * Many rows in one statement, matched by `externalKey`. A field that is not given keeps what is stored, so an import
 * never blanks what a person wrote; a row that would change nothing is not touched and keeps its version.
 */
const upsertInto = (table: string, columns: readonly UpsertColumn[]): Statement<Upserted> => {
  const names = columns.map(([, column]) => column)
  const each = (write: (column: string) => string): string => names.map(write).join(', ')
  return statement(`with given as (
    select distinct on (g."externalKey") g.* from rows from (
      json_to_recordset($1) as ("externalKey" text, ${columns.map(([field, , type]) => `"${field}" ${type}`).join(', ')})
    ) with ordinality as g order by g."externalKey", g.ordinality desc
  ), written as (
    insert into ${table} as t (district_id, external_key, ${each((name) => name)})
    select app_district(), g."externalKey",
      ${columns.map(([field, column, , otherwise]) => `coalesce(g."${field}", o.${column}, ${otherwise})`).join(', ')}
      from given g left join ${table} o on o.district_id = app_district() and o.external_key = g."externalKey"
    on conflict (district_id, external_key) do update set ${each((name) => `${name} = excluded.${name}`)}
      where (${each((name) => `t.${name}`)}) is distinct from (${each((name) => `excluded.${name}`)})
    returning new.external_key, new.id, new.version, old.id is null as created, to_jsonb(old) - ${derived} as before
  )
  select g."externalKey" as key, coalesce(w.id, o.id) as id, coalesce(w.version, o.version) as version,
    case when w.id is null then 'unchanged' when w.created then 'created' else 'updated' end as outcome,
    case when not w.created then w.before end as before
  from given g
  left join written w on w.external_key = g."externalKey"
  left join ${table} o on o.district_id = app_district() and o.external_key = g."externalKey" and w.id is null`)
}

export const upsertBy = <Row extends { externalKey: string }>(
  table: string,
  columns: readonly UpsertColumn[],
) => {
  const sql = upsertInto(table, columns)
  return (db: Db, rows: readonly Row[]): Promise<Upserted[]> =>
    rows.length === 0 ? Promise.resolve([]) : db.many(sql, [JSON.stringify(rows)])
}
