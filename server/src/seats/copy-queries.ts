import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

interface Copied {
  from: string | null
  to: string | null
  demands: number
  offers: number
}
const copy = statement<Copied>(`with target as (
    select id, label, starts_on from school_years where district_id = app_district() and id = coalesce($1::uuid, present_school_year())
  ), source as (
    select y.id, y.label from school_years y, target t where y.district_id = app_district() and y.starts_on < t.starts_on
    order by y.starts_on desc limit 1
  ), demands as (
    insert into seat_demands (district_id, school_year_id, school_id, kind, audience, pathway, term, seekers, copied, said_by_name)
    select app_district(), t.id, x.school_id, x.kind, x.audience, x.pathway, x.term, x.seekers, true, $4
    from seat_demands x, source f, target t where x.district_id = app_district() and x.school_year_id = f.id
      and $2 in ('demand', 'both') and ($3::uuid[] is null or x.school_id = any ($3))
    on conflict do nothing returning 1
  ), offers as (
    insert into seat_offers (district_id, school_year_id, organization_id, school_id, kind, audience, pathway, term, title,
      seats, hours, paid, ends_on, supervisor_name, supervisor_email, note, source, offered_by_name)
    select app_district(), t.id, x.organization_id, x.school_id, x.kind, x.audience, x.pathway, x.term, x.title,
      x.seats, x.hours, x.paid, (x.ends_on + interval '1 year')::date, x.supervisor_name, x.supervisor_email, x.note, x.source, $4
    from seat_offers x, source f, target t where x.district_id = app_district() and x.school_year_id = f.id
      and x.status = 'offered' and $2 in ('offers', 'both') and ($3::uuid[] is null or x.school_id = any ($3))
      and not exists (select from seat_offers n where n.district_id = app_district() and n.school_year_id = t.id
        and n.organization_id = x.organization_id and n.school_id is not distinct from x.school_id and n.kind = x.kind
        and n.audience = x.audience and n.pathway = x.pathway and n.term = x.term and n.title = x.title)
    returning 1
  )
  select (select label from source) as from, (select label from target) as to,
    (select count(*) from demands)::integer as demands, (select count(*) from offers)::integer as offers`)
/** What was there last year, to be confirmed line by line; what the year has already stays as it is. */
export const copyYear = async (
  db: Db,
  scope: readonly string[] | null,
  what: string,
  by: string,
  schoolYearId?: string,
): Promise<Copied> => (await db.one(copy, [schoolYearId ?? null, what, scope, by]))! // one row of counts
