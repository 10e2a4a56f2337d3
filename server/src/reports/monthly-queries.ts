import type { SchoolCalendar } from '@common-table/shared/reports/months-due'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

interface Ground {
  today: string
  hour: number
  /** The first month that ended while the district was here. */
  since: string
  calendar: SchoolCalendar
}
const ground = statement<{ ground: string }>(`select json_build_object('today', district_today(),
    'hour', extract(hour from now() at time zone d.time_zone),
    'since', date_trunc('month', d.created_at at time zone d.time_zone)::date,
    'calendar', json_build_object(
      'years', (select coalesce(json_agg(json_build_object('startsOn', y.starts_on, 'endsOn', y.ends_on)), '[]')
        from school_years y where y.district_id = d.id),
      'closed', (select coalesce(json_agg(json_build_object('startsOn', c.starts_on, 'endsOn', c.ends_on)), '[]')
        from closed_days c where c.district_id = d.id)))::text as ground
  from districts d where d.id = app_district() and d.monthly_reports`)
/** What decides which months are due; nothing where the district sends none. */
export const monthlyGround = async (db: Db): Promise<Ground | undefined> => {
  const found = await db.one(ground)
  return found && (JSON.parse(found.ground) as Ground) // the shape is the statement's
}

const claim = statement<{
  userId: string
  month: string
}>(`insert into coordinator_months (district_id, user_id, month)
  select app_district(), u.id, m.month from users u cross join unnest($1::date[]) m (month)
  where u.district_id = app_district() and u.status = 'active' and u.role in ('coordinator', 'director')
    and exists (select from partnerships p where p.district_id = u.district_id and p.lead_user_id = u.id
      and (p.stage <> 'ended' or p.stage_since >= m.month))
  on conflict (district_id, user_id, month) do nothing returning user_id as "userId", month::text`)
/** The months nobody has begun yet, one for each coordinator who leads something; whoever comes second gets none. */
export const claimMonths = (db: Db, months: readonly string[]) => db.many(claim, [months])

const begun = statement(`update coordinator_months set report_id = $3
  where district_id = app_district() and user_id = $1 and month = $2`)
export const monthBegun = (db: Db, userId: string, month: string, reportId: string) =>
  db.run(begun, [userId, month, reportId])

const failed = statement<{ id: string }>(`update reports r set status = 'waiting' from coordinator_months c
  where c.district_id = app_district() and c.told_at is null and c.created_at > now() - interval '7 days'
    and r.district_id = c.district_id and r.id = c.report_id and r.status = 'failed' returning r.id`)
/** Months that could not be made, to be tried again for a week. */
export const failedMonths = (db: Db) => db.many(failed)

const tell = statement<{
  userId: string
  name: string
  email: string
  locale: 'en' | 'es'
  month: string
  district: string
}>(`with told as (
    update coordinator_months set told_at = now() where district_id = app_district() and report_id = $1 and told_at is null
    returning user_id, month)
  select u.id as "userId", u.name, u.email, u.locale, t.month::text, d.name as district
  from told t join users u on u.district_id = app_district() and u.id = t.user_id and u.status = 'active'
    join districts d on d.id = u.district_id`)
/** Whoever is to be told that a month is ready; once. */
export const toTell = (db: Db, reportId: string) => db.one(tell, [reportId])
