import type { NewSchool } from '@common-table/shared/schools/schemas'
import type { Db } from '../db/db.ts'
import { bulkStatement, statement } from '../db/statement.ts'

/** A school as an import brings it. What a row leaves out stays as it is, or gets its default on a new school. */
export type SchoolRow = Partial<Omit<NewSchool, 'code' | 'name'>> & { code: string; name?: string }

/** One row after an upsert. `before` is the row as it was, by column name; null for a created or untouched one. */
export interface UpsertedSchool {
  code: string
  id: string
  outcome: 'created' | 'updated' | 'unchanged'
  version: number
  before: Record<string, unknown> | null
}

// What follows from the row by itself, and so is not part of what an undo puts back.
const derived = "'{search_text,version,created_at,updated_at}'::text[]"

// Column, type, field and the value of a new school that says nothing.
const columns = [
  ['name', 'text', 'name', 'i.code'],
  ['level', 'text', 'level', "'other'"],
  ['status', 'text', 'status', "'open'"],
  ['kind', 'text', 'kind', "'regular'"],
  ['grades', 'text[]', 'grades', "'{}'"],
  ['area', 'text', 'area', "''"],
  ['address', 'text', 'address', "''"],
  ['city', 'text', 'city', "''"],
  ['state', 'text', 'state', "''"],
  ['postal_code', 'text', 'postalCode', "''"],
  ['latitude', 'double precision', 'latitude', 'null'],
  ['longitude', 'double precision', 'longitude', 'null'],
  ['phone', 'text', 'phone', "''"],
  ['website', 'text', 'website', 'null'],
  ['principal_name', 'text', 'principalName', "''"],
  ['principal_email', 'text', 'principalEmail', 'null'],
  ['community_school', 'boolean', 'communitySchool', 'false'],
  ['enrolment', 'integer', 'enrolment', 'null'],
  ['enrolment_year', 'text', 'enrolmentYear', 'null'],
] as const
const names = columns.map(([column]) => column).join(', ')
const each = (of: (column: (typeof columns)[number]) => string) => columns.map(of).join(', ')

// Locked before they are read, so that the before-image is what the update replaces.
const lock = statement(
  'select from schools where district_id = app_district() and code = any ($1::text[]) order by code for update',
)

// A row that says nothing new is left alone: no new version, no audit entry. Known schools are looked up by their key,
// row by row: the planner cannot know how many rows the JSON holds.
const upsert = bulkStatement<UpsertedSchool>(`with incoming as materialized (
    select distinct on (i.code) i.* from rows from (
      json_to_recordset($1) as (code text, ${each(([, type, field]) => `"${field}" ${type}`)})
    ) with ordinality as i order by i.code, i.ordinality desc
  ), written as (
    insert into schools as s (district_id, code, ${names})
    select app_district(), i.code,
      ${each(([column, , field, start]) => `coalesce(i."${field}", case when k.id is null then ${start} else k.${column} end)`)}
    from incoming i left join schools k on k.district_id = app_district() and k.code = i.code
    on conflict (district_id, code) do update set ${each(([column]) => `${column} = excluded.${column}`)}
      where (${each(([column]) => `s.${column}`)}) is distinct from (${each(([column]) => `excluded.${column}`)})
    returning new.code, new.id, new.version, old.id is null as created, to_jsonb(old) - ${derived} as before
  )
  select code, id, version, case when created then 'created' else 'updated' end as outcome,
    case when not created then before end as before
  from written
  union all
  select k.code, k.id, k.version, 'unchanged', null
  from incoming i join schools k on k.district_id = app_district() and k.code = i.code
  where i.code not in (select code from written)`)

/** Adds or changes schools by their code, in one statement. Two rows of one code: the last one counts. */
export const upsertSchools = async (db: Db, rows: readonly SchoolRow[]): Promise<UpsertedSchool[]> => {
  if (rows.length === 0) return []
  const [, written] = await Promise.all([
    db.run(lock, [rows.map(({ code }) => code)]),
    db.many(upsert, [JSON.stringify(rows)]),
  ])
  return written
}
