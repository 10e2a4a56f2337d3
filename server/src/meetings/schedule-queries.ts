import type { Quarter } from '@common-table/shared/meetings/schedule'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const quarterRows = statement<
  Quarter & { today: string }
>(`select p.school_year_id as "schoolYearId", p.ordinal,
    p.starts_on::text as "startsOn", p.ends_on::text as "endsOn", district_today()::text as today
  from periods p where p.district_id = app_district() and p.kind = 'quarter' order by p.starts_on`)
/** Every quarter there is, in order, and the day it is in the district. */
export const quartersOf = async (db: Db): Promise<{ today: string; quarters: Quarter[] }> => {
  const rows = await db.many(quarterRows)
  return { today: rows[0]?.today ?? '', quarters: rows }
}

const unplanned = statement<{ id: string }>(`select p.id from partnerships p
  where p.district_id = app_district() and p.stage in ('active', 'expanding', 'renewing')
    and (p.ends_on is null or p.ends_on >= $3::date)
    and not exists (select from meetings m where m.district_id = p.district_id and m.partnership_id = p.id
      and m.kind = 'check_in' and m.school_year_id = $1 and m.quarter = $2)`)
/** Partnerships at work that have no check-in in a quarter; one that was cancelled by a person stays cancelled. */
export const partnershipsWithout = async (db: Db, { schoolYearId, ordinal, startsOn }: Quarter) =>
  (await db.many(unplanned, [schoolYearId, ordinal, startsOn])).map(({ id }) => id)

export interface Planned {
  partnershipId: string
  schoolYearId: string
  quarter: number
  day: string
}
const plan = statement<{
  id: string
}>(`insert into meetings (district_id, kind, partnership_id, school_year_id, quarter, day)
  select app_district(), 'check_in', x.* from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::date[]) x
  on conflict (district_id, partnership_id, school_year_id, quarter) where kind = 'check_in' and status <> 'cancelled' do nothing
  returning id`)
/** Plans these check-ins; where a quarter has one already nothing happens. Answers the new ones. */
export const insertPlanned = async (db: Db, planned: readonly Planned[]): Promise<string[]> =>
  planned.length === 0
    ? []
    : (
        await db.many(plan, [
          planned.map(({ partnershipId }) => partnershipId),
          planned.map(({ schoolYearId }) => schoolYearId),
          planned.map(({ quarter }) => quarter),
          planned.map(({ day }) => day),
        ])
      ).map(({ id }) => id)

const due = statement<{
  id: string
}>(`select id from meetings where district_id = app_district() and kind = 'check_in'
  and status = 'planned' and brief_sent_at is null and day between district_today() and district_today() + $1::integer
  order by day, id`)
/** Check-ins whose brief is due to go out. */
export const briefsDue = async (db: Db, days: number) => (await db.many(due, [days])).map(({ id }) => id)

const sent = statement<{ id: string }>(`update meetings set brief_sent_at = now()
  where district_id = app_district() and id = $1 and brief_sent_at is null returning id`)
/** Notes that the brief goes out now; answers whether it had not before. */
export const noteBriefSent = async (db: Db, id: string) => (await db.one(sent, [id])) !== undefined

export interface Overdue {
  id: string
  partnership: string
  leadUserId: string | null
  day: string
}
const overdue =
  statement<Overdue>(`update meetings m set overdue_told_on = district_today() from partnerships p
  where p.district_id = m.district_id and p.id = m.partnership_id and m.district_id = app_district() and m.kind = 'check_in'
    and ((m.status = 'planned' and m.day < district_today()) or (m.status = 'held' and m.day < district_today() - 14))
    and (m.overdue_told_on is null or m.overdue_told_on <= district_today() - 14)
  returning m.id, p.name as partnership, p.lead_user_id as "leadUserId", m.day::text as day`)
/** Check-ins whose day went by, or that have waited two weeks for a signature; each is told of again after two weeks. */
export const tellOverdue = (db: Db) => db.many(overdue)
