import { audiencesOf } from '@common-table/shared/activities/four-cs'
import type { Activity, NewActivity } from '@common-table/shared/activities/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { itemFor, joins, today, type Scope } from './list-queries.ts'

/** An activity as it is written: everything it says. */
export interface ActivityRow extends Required<NewActivity> {
  id: string
  saidBy: 'district' | 'partner'
  saidByName: string
  byLink: boolean
}
const blank = {
  schoolId: null,
  serviceId: null,
  partnershipId: null,
  strategyId: null,
  planned: 1,
  delivered: null,
  minutes: null,
  students: null,
  families: null,
  staff: null,
  community: null,
  audiences: [],
  capabilities: null,
  connections: null,
  cognition: null,
  confidence: null,
  epstein: [],
  languages: [],
  setting: null,
  note: '',
}
type By = Pick<ActivityRow, 'saidBy' | 'saidByName' | 'byLink'>
export const rowOf = (id: string, activity: NewActivity, by: By): ActivityRow => {
  const row = { ...blank, ...activity, ...by, id }
  return { ...row, title: row.title.trim(), audiences: audiencesOf(row.audiences, row) }
}

/** The columns both writes set, each with its type and the name it has in a row. */
const written =
  `title text title, happens_on date happensOn, school_id uuid schoolId, service_id uuid serviceId, planned smallint planned, strategy_id uuid strategyId,
  delivered smallint delivered, minutes smallint minutes, students integer students, families integer families,
  staff integer staff, community integer community, audiences text[] audiences, capabilities text capabilities,
  connections text connections, cognition text cognition, confidence text confidence, epstein text[] epstein,
  languages text[] languages, setting text setting, note text note, said_by text saidBy, said_by_name text saidByName`
    .split(',')
    .map((column) => column.trim().split(/\s+/) as [column: string, type: string, field: string]) // three words each
const columns = written.map(([column]) => column)
const record = `(id uuid, kind text, "partnershipId" uuid, "byLink" boolean, ${written
  .map(([, type, field]) => `"${field}" ${type}`)
  .join(', ')})`
/** The partnership a service is delivered under where none is named: rather one in force that is at the school. */
const partnershipOf = `coalesce(r."partnershipId", (select l.partnership_id from partnership_services l
    join partnerships p on p.district_id = l.district_id and p.id = l.partnership_id
  where l.district_id = app_district() and l.service_id = r."serviceId"
  order by p.stage in ('active', 'expanding') desc, exists (select from partnership_schools t
    where t.district_id = p.district_id and t.partnership_id = p.id and t.school_id = r."schoolId") desc, p.id desc limit 1))`

const insert =
  statement(`insert into activities (district_id, id, kind, partnership_id, by_link, ${columns.join(', ')})
  select app_district(), r.id, r.kind, ${partnershipOf}, r."byLink", ${written.map(([, , field]) => `r."${field}"`).join(', ')}
  from jsonb_to_recordset($1::jsonb) as r ${record}`)
/** Writes activities down, all of them in one statement. */
export const insertActivities = (db: Db, rows: readonly ActivityRow[]) =>
  db.run(insert, [JSON.stringify(rows)])

const update = statement(`update activities a set partnership_id = ${partnershipOf},
    ${written.map(([column, , field]) => `${column} = r."${field}"`).join(', ')}
  from jsonb_to_record($1::jsonb) as r ${record}
  where a.district_id = app_district() and a.id = r.id and a.version = $2`)
/** Answers whether `version` was still current. */
export const updateActivity = async (db: Db, row: ActivityRow, version: number): Promise<boolean> =>
  (await db.run(update, [JSON.stringify(row), version])) > 0

const remove = statement(
  'delete from activities where district_id = app_district() and id = $1 and version = $2',
)
export const deleteActivity = async (db: Db, id: string, version: number): Promise<boolean> =>
  (await db.run(remove, [id, version])) > 0

const oneFor = (logs: boolean) =>
  statement<{ activity: string; version: number }>(`select ${itemFor(logs)}::text as activity, a.version
  from activities a ${joins} where a.district_id = app_district() and a.id = $1
    and ($2::uuid[] is null or a.school_id is null or a.school_id = any ($2))`)
const [loggers, readers] = [oneFor(true), oneFor(false)]
export const activityOf = (db: Db, scope: Scope, logs: boolean, id: string) =>
  db.one(logs ? loggers : readers, [id, scope])

/** The same, read as a record. */
export const readActivity = async (db: Db, scope: Scope, id: string): Promise<Activity | undefined> => {
  const found = await activityOf(db, scope, true, id)
  return found && (JSON.parse(found.activity) as Activity) // the shape is the statement's
}

export interface Points {
  today: string
  school: boolean
  service: boolean
  partnership: boolean
  strategy: boolean
}
const there = (table: string, place: string): string =>
  `(${place}::uuid is null or exists (select from ${table} x where x.district_id = app_district() and x.id = ${place}))`
const points = statement<Points>(`select ${today}::text as today, ${there('schools', '$1')} as school,
  ${there('services', '$2')} as service, ${there('partnerships', '$3')} as partnership,
  ($4::uuid is null or exists (select from goal_nodes x where x.district_id = app_district() and x.id = $4 and x.kind = 'strategy')) as strategy`)
/** Whether the records an activity points at are there. */
export const pointsOf = async (
  db: Db,
  {
    schoolId,
    serviceId,
    partnershipId,
    strategyId,
  }: Pick<NewActivity, 'schoolId' | 'serviceId' | 'partnershipId' | 'strategyId'>,
): Promise<Points> =>
  (await db.one(points, [schoolId ?? null, serviceId ?? null, partnershipId ?? null, strategyId ?? null]))! // one row

const choices = statement<{
  items: string
}>(`select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'organization', c.organization)
    order by c.here desc, c.name, c.id), '[]')::text as items
  from (select v.id, v.name, o.name as organization, exists (select from service_sites t where t.district_id = v.district_id
      and t.service_id = v.id and t.school_id = $2 and t.status = 'active') as here
    from services v join organizations o on o.district_id = v.district_id and o.id = v.organization_id
    where v.district_id = app_district() and v.status = 'active' and position(lower($1::text) in lower(v.name || ' ' || o.name)) > 0
    order by here desc, v.name, v.id limit 30) c`)
/** Services by typing, those at the school first. */
export const serviceChoices = async (db: Db, typed: string, schoolId: string | null): Promise<string> =>
  (await db.one(choices, [typed.trim(), schoolId]))!.items // an aggregate answers one row
