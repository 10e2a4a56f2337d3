import type { NewVolunteerHours } from '@common-table/shared/investments/schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

const item = `json_build_object('id', h.id, 'side', h.side, 'workedOn', h.worked_on, 'hours', h.hours, 'people', h.people,
  'activity', h.activity, 'school', case when h.school_id is not null then (select json_build_object('id', s.id, 'name', s.name)
    from schools s where s.district_id = h.district_id and s.id = h.school_id) end,
  'status', h.status, 'byLink', h.link_id is not null, 'submittedBy', h.submitted_by, 'submittedAt', ${utc('h.submitted_at')},
  'decidedBy', h.decided_by, 'reason', h.reason, 'version', h.version)`

export const hoursList = listBy({
  alias: 'h',
  from: 'volunteer_hours h',
  filters: {
    partnershipId: 'h.partnership_id = ?::uuid',
    schoolYearId: 'h.school_year_id = ?::uuid',
    status: 'h.status = ?',
  },
  sorts: {
    day: [
      ['h.worked_on', 'date'],
      ['h.id', 'uuid'],
    ],
  },
  item,
})

const one = statement<{
  hours: string
  version: number
  status: string
  partnershipId: string
}>(`select ${item}::text as hours, h.version, h.status, h.partnership_id as "partnershipId"
  from volunteer_hours h where h.district_id = app_district() and h.id = $1`)
export const hoursOf = (db: Db, id: string) => db.one(one, [id])

interface Reporter {
  name: string
  linkId: string | null
}

const insert =
  statement(`insert into volunteer_hours (district_id, id, partnership_id, school_year_id, side, school_id, worked_on,
    hours, people, activity, status, link_id, submitted_by, decided_by, decided_at, rate_cents)
  select app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, case when $11::uuid is null then 'approved' else 'submitted' end, $11, $10,
    case when $11 is null then $10 end, case when $11 is null then now() end,
    case when $11 is null then (select d.volunteer_hour_cents from districts d where d.id = app_district()) end
  where $5::uuid is null or exists (select from partnership_schools s
    where s.district_id = app_district() and s.partnership_id = $2 and s.school_id = $5)`)
/** Writes hours down: as reported when a link did, as approved when the district did. False for a school of another partnership. */
export const insertHours = async (
  db: Db,
  id: string,
  partnershipId: string,
  schoolYearId: string,
  body: NewVolunteerHours,
  by: Reporter,
): Promise<boolean> =>
  (await db.run(insert, [
    id,
    partnershipId,
    schoolYearId,
    body.side ?? 'partner',
    body.schoolId ?? null,
    body.workedOn,
    body.hours,
    body.people,
    body.activity.trim(),
    by.name,
    by.linkId,
  ])) > 0

const decide =
  statement(`update volunteer_hours set status = $3, reason = $4, decided_by = $5, decided_at = now(),
    rate_cents = case when $3 = 'approved' then (select volunteer_hour_cents from districts where id = app_district()) end
  where district_id = app_district() and id = $1 and version = $2`)
/** Answers whether `version` was still current. */
export const decideHours = async (
  db: Db,
  id: string,
  version: number,
  decision: string,
  reason: string,
  by: string,
) => (await db.run(decide, [id, version, decision, reason, by])) > 0

const remove = statement(`delete from volunteer_hours where district_id = app_district() and id = $1
  and partnership_id = $2 and link_id is not null and status = 'submitted'`)
/** Only what a link reported for this partnership and nobody has decided about. */
export const removeReported = async (db: Db, id: string, partnershipId: string) =>
  (await db.run(remove, [id, partnershipId])) > 0

const forPartner = statement<{ answer: string }>(`select json_build_object('partnershipName', p.name,
    'today', (now() at time zone d.time_zone)::date,
    'from', coalesce((select min(y.starts_on) from school_years y where y.district_id = p.district_id), current_date),
    'schools', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
      from partnership_schools l join schools s on s.district_id = l.district_id and s.id = l.school_id
      where l.district_id = p.district_id and l.partnership_id = p.id),
    'approved', (select coalesce(sum(h.hours), 0) from volunteer_hours h where h.district_id = p.district_id
      and h.partnership_id = p.id and h.side = 'partner' and h.status = 'approved'),
    'reported', (select coalesce(json_agg(json_build_object('id', h.id, 'workedOn', h.worked_on, 'hours', h.hours, 'people', h.people,
        'activity', h.activity, 'schoolName', s.name, 'status', h.status, 'reason', h.reason,
        'removable', h.status = 'submitted' and h.link_id is not null) order by h.worked_on desc, h.id desc), '[]')
      from (select * from volunteer_hours h where h.district_id = p.district_id and h.partnership_id = p.id and h.side = 'partner'
        order by h.worked_on desc, h.id desc limit 50) h
        left join schools s on s.district_id = h.district_id and s.id = h.school_id))::text as answer
  from partnerships p join districts d on d.id = p.district_id where p.district_id = app_district() and p.id = $1`)
/** What the holder of a link sees: the latest fifty of this partnership, and nothing of another. */
export const hoursForPartner = async (db: Db, partnershipId: string): Promise<string | undefined> =>
  (await db.one(forPartner, [partnershipId]))?.answer

const lead = statement<{ name: string; leadUserId: string | null; organizationId: string }>(
  `select name, lead_user_id as "leadUserId", organization_id as "organizationId" from partnerships where district_id = app_district() and id = $1`,
)
export const partnershipFacts = (db: Db, partnershipId: string) => db.one(lead, [partnershipId])
