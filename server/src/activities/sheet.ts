import { randomUUIDv7 } from 'node:crypto'
import { readSheet, sameActivity, sheetKey, type SheetGround } from '@common-table/shared/activities/sheet'
import type { SheetRow } from '@common-table/shared/activities/sheet-columns'
import type { SheetKept } from '@common-table/shared/activities/sheet-schemas'
import type { NewActivity } from '@common-table/shared/activities/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { today, type Scope } from './list-queries.ts'
import { insertActivities, rowOf } from './queries.ts'

/** Names as `sheetKey` writes them. */
const plain = (name: string): string => `lower(regexp_replace(btrim(${name}), '\\s+', ' ', 'g'))`
const ground = statement<{ ground: string }>(`with wanted as (
    select s.id, k.name from schools s cross join lateral (values (${plain('s.name')}), (lower(s.code))) k (name)
    where s.district_id = app_district() and k.name = any ($1::text[]) and ($3::uuid[] is null or s.id = any ($3))
  ), offered as (
    select v.id, k.name from services v join organizations o on o.district_id = v.district_id and o.id = v.organization_id
      cross join lateral (values (${plain('v.name')}), (${plain("o.name || ': ' || v.name")})) k (name)
    where v.district_id = app_district() and v.status = 'active' and k.name = any ($2::text[])
  )
  select json_build_object('today', ${today},
    'schools', (select coalesce(json_object_agg(name, id), '{}') from wanted),
    'services', (select coalesce(json_object_agg(name, ids), '{}') from (select name, json_agg(id) as ids from offered group by name) n))::text as ground`)

const there = statement<{
  happensOn: string
  title: string
  schoolId: string | null
  serviceId: string | null
}>(`select a.happens_on::text as "happensOn", a.title, a.school_id as "schoolId", a.service_id as "serviceId"
  from activities a where a.district_id = app_district() and a.happens_on = any ($1::date[])`)

const said = (rows: readonly SheetRow[], column: 'school' | 'service'): string[] => [
  ...new Set(rows.flatMap((row) => (row[column] ? [sheetKey(row[column])] : []))),
]

/** Keeps all rows of a sheet or none: one cell that cannot be taken, and the person corrects it first. */
export const keepSheet = async (
  db: Db,
  scope: Scope,
  rows: readonly SheetRow[],
  by: string,
): Promise<SheetKept> => {
  const names = (await db.one(ground, [said(rows, 'school'), said(rows, 'service'), scope]))!.ground // one row
  const known = JSON.parse(names) as Omit<SheetGround, 'ownSchoolsOnly'> // the shape is the statement's
  const { activities, problems } = readSheet(rows, { ...known, ownSchoolsOnly: scope !== null })
  const days = [...new Set(activities.map(({ happensOn }) => happensOn))]
  const before = new Set((await db.many(there, [days])).map(sameActivity))
  // Pasted twice is a slip of the hand more often than two activities that are alike in everything.
  const again = activities.flatMap((activity: NewActivity, row) =>
    before.has(sameActivity(activity)) ? [{ row, column: 'title' as const, rule: 'there' as const }] : [],
  )
  const all = [...problems, ...again]
  if (all.length > 0) return { kept: 0, problems: all }
  const who = { saidBy: 'district', saidByName: by, byLink: false } as const
  await insertActivities(
    db,
    activities.map((activity) => rowOf(randomUUIDv7(), activity, who)),
  )
  return { kept: activities.length, problems: [] }
}
