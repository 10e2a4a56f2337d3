import type {
  CouncilChange,
  NewCouncil,
  NewMeeting,
  NewMember,
} from '@common-table/shared/meetings/council-schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { actionsSql, whenJson } from './sql-parts.ts'

const council = `json_build_object('id', c.id, 'name', c.name, 'purpose', c.purpose, 'active', c.active, 'version', c.version,
  'school', case when h.id is not null then json_build_object('id', h.id, 'name', h.name) end,
  'members', (select coalesce(json_agg(json_build_object('name', x.name, 'seat', x.seat, 'userId', x.user_id,
      'organization', case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end) order by x.position), '[]')
    from council_members x left join organizations g on g.district_id = x.district_id and g.id = x.organization_id
    where x.district_id = c.district_id and x.council_id = c.id),
  'nextDay', (select min(m.day) from meetings m where m.district_id = c.district_id and m.council_id = c.id
    and m.status = 'planned' and m.day >= district_today()),
  'lastDay', (select max(m.day) from meetings m where m.district_id = c.district_id and m.council_id = c.id and m.status = 'held'))`
const councilJoin = 'left join schools h on h.district_id = c.district_id and h.id = c.school_id'

export const councilList = listBy({
  alias: 'c',
  from: 'councils c',
  filters: { schoolId: 'c.school_id = ?::uuid', active: 'c.active = ?' },
  sorts: {
    name: [
      ['c.name', 'text'],
      ['c.id', 'uuid'],
    ],
  },
  item: council,
  joins: councilJoin,
})

const oneCouncil = statement<{
  council: string
  version: number
}>(`select (${council})::text as council, c.version
  from councils c ${councilJoin} where c.district_id = app_district() and c.id = $1`)
export const councilOf = (db: Db, id: string) => db.one(oneCouncil, [id])

const insertCouncil = statement<{ id: string }>(`insert into councils (district_id, name, purpose, school_id)
  values (app_district(), $1, $2, $3) returning id`)
export const addCouncil = async (db: Db, body: NewCouncil): Promise<string> =>
  (await db.one(insertCouncil, [body.name, body.purpose ?? '', body.schoolId ?? null]))!.id // an insert returns its row

const updateCouncil =
  statement(`update councils set name = coalesce($3, name), purpose = coalesce($4, purpose),
    school_id = case when $5 then $6::uuid else school_id end, active = coalesce($7, active)
  where district_id = app_district() and id = $1 and version = $2`)
export const changeCouncil = async (db: Db, id: string, version: number, change: CouncilChange) =>
  (await db.run(updateCouncil, [
    id,
    version,
    change.name ?? null,
    change.purpose ?? null,
    'schoolId' in change,
    change.schoolId ?? null,
    change.active ?? null,
  ])) > 0

const dropMembers = statement(
  'delete from council_members where district_id = app_district() and council_id = $1',
)
const addMembers =
  statement(`insert into council_members (district_id, council_id, position, name, seat, organization_id, user_id)
  select app_district(), $1, x.position, x.name, x.seat, x."organizationId", x."userId"
  from jsonb_to_recordset($2::jsonb) as x (position smallint, name text, seat text, "organizationId" uuid, "userId" uuid)`)
/** The whole list, in the order given. */
export const keepMembers = async (
  db: Db,
  councilId: string,
  members: readonly NewMember[],
): Promise<void> => {
  await db.run(dropMembers, [councilId])
  await db.run(addMembers, [
    councilId,
    JSON.stringify(members.map((member, position) => ({ ...member, position }))),
  ])
}

const meeting = `json_build_object('id', m.id, 'kind', m.kind, 'title', m.title, ${whenJson}, 'agenda', m.agenda,
  'attendance', m.attendance, 'decisions', m.decisions, 'notes', m.notes, 'status', m.status, 'version', m.version,
  'council', case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end, 'actions', ${actionsSql})`
const meetingJoin = 'left join councils c on c.district_id = m.district_id and c.id = m.council_id'

export const meetingList = listBy({
  alias: 'm',
  from: 'meetings m',
  where: "m.kind in ('council', 'convening')",
  filters: { councilId: 'm.council_id = ?::uuid', kind: 'm.kind = ?' },
  sorts: {
    day: [
      ['m.day', 'date'],
      ['m.id', 'uuid'],
    ],
  },
  item: meeting,
  joins: meetingJoin,
})

const oneMeeting = statement<{ meeting: string; version: number; status: 'planned' | 'held' | 'cancelled' }>(
  `select (${meeting})::text as meeting, m.version, m.status from meetings m ${meetingJoin}
   where m.district_id = app_district() and m.id = $1 and m.kind in ('council', 'convening')`,
)
export const meetingOf = (db: Db, id: string) => db.one(oneMeeting, [id])

/** A council's members are the first on the list of who was there. */
const insertMeeting = statement<{
  id: string
}>(`insert into meetings (district_id, kind, council_id, title, day, start_time,
    minutes, place, agenda, attendance)
  select app_district(), case when $1::uuid is null then 'convening' else 'council' end, $1, $2, $3, coalesce($4::time, '15:30'),
    coalesce($5::smallint, 90), $6, $7::jsonb, (select coalesce(jsonb_agg(jsonb_build_object('name', x.name,
        'organization', coalesce(g.name, ''), 'present', false) order by x.position), '[]')
      from council_members x left join organizations g on g.district_id = x.district_id and g.id = x.organization_id
      where x.district_id = app_district() and x.council_id = $1)
  returning id`)
export const addMeeting = async (db: Db, body: NewMeeting): Promise<string> =>
  (await db.one(insertMeeting, [
    body.councilId ?? null,
    body.title,
    body.day,
    body.startTime ?? null,
    body.minutes ?? null,
    body.place ?? '',
    JSON.stringify(body.agenda ?? []),
  ]))!.id // an insert returns its row
