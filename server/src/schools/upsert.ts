import type { NewSchool } from '@common-table/shared/schools/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

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

// The known rows are locked before they are read, so that the before-image is what the update replaces. A row that
// says nothing new is left alone: no new version, no audit entry.
const upsert = statement<UpsertedSchool>(`with incoming as (
    select distinct on (i.code) i.* from rows from (
      json_to_recordset($1) as (code text, ${each(([, type, field]) => `"${field}" ${type}`)})
    ) with ordinality as i order by i.code, i.ordinality desc
  ), known as (
    select s.* from schools s join incoming i on i.code = s.code where s.district_id = app_district() order by s.code for update of s
  ), written as (
    insert into schools as s (district_id, code, ${names})
    select app_district(), i.code,
      ${each(([column, , field, start]) => `coalesce(i."${field}", case when k.id is null then ${start} else k.${column} end)`)}
    from incoming i left join known k on k.code = i.code
    on conflict (district_id, code) do update set ${each(([column]) => `${column} = excluded.${column}`)}
      where (${each(([column]) => `s.${column}`)}) is distinct from (${each(([column]) => `excluded.${column}`)})
    returning new.code, new.id, new.version, old.id is null as created, to_jsonb(old) - ${derived} as before
  )
  select i.code, coalesce(w.id, k.id) as id, coalesce(w.version, k.version) as version,
    case when w.id is null then 'unchanged' when w.created then 'created' else 'updated' end as outcome,
    case when not w.created then w.before end as before
  from incoming i left join written w on w.code = i.code left join known k on k.code = i.code`)

/** Adds or changes schools by their code, in one statement. Two rows of one code: the last one counts. */
export const upsertSchools = (db: Db, rows: readonly SchoolRow[]): Promise<UpsertedSchool[]> =>
  rows.length === 0 ? Promise.resolve([]) : db.many(upsert, [JSON.stringify(rows)])
