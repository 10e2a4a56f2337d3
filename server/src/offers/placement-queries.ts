import type { InLine } from '@common-table/shared/offers/first-refusal'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

/** Whether a partnership stands behind the service of a placement `x`, whose offer is `f`: shared/src/needs/in-force.ts. */
const standsBehind = `exists (select from partnerships p where p.district_id = x.district_id and p.organization_id = f.organization_id
    and p.stage in ('active', 'expanding', 'renewing')
    and (p.starts_on is null or p.starts_on <= t.today) and (p.ends_on is null or p.ends_on >= t.today)
    and (p.formality = 'informal' or exists (select from agreements a where a.district_id = p.district_id and a.partnership_id = p.id
      and a.stage = 'signed' and a.type <> 'data_sharing' and agreement_in_force(a, t.today)))
    and (p.scope = 'district' or exists (select from partnership_schools l
      where l.district_id = p.district_id and l.partnership_id = p.id and l.school_id = x.school_id))
    and (exists (select from partnership_services l where l.district_id = p.district_id and l.partnership_id = p.id and l.service_id = x.service_id)
      or not exists (select from partnership_services l where l.district_id = p.district_id and l.partnership_id = p.id)))`

const item = `json_build_object('id', x.id, 'school', json_build_object('id', s.id, 'name', s.name),
  'category', json_build_object('id', k.id, 'name', k.name, 'nameEs', k.name_es), 'tier', x.tier, 'equityTier', x.equity_tier,
  'students', x.students, 'position', x.position, 'status', x.status, 'because', x.because, 'askedAt', x.asked_at,
  'askedName', x.asked_name, 'until', x.until, 'answeredAt', x.answered_at, 'answeredByName', x.answered_by_name,
  'declinedReason', x.declined_reason, 'note', x.note, 'ratioBefore', x.ratio_before, 'ratioAfter', x.ratio_after,
  'onPaper', x.status = 'placed' and not ${standsBehind}, 'version', x.version)`

const list = statement<{ placements: string }>(`select json_build_object(
    'items', coalesce(json_agg(${item} order by x.position, x.id) filter (where x.id is not null), '[]'),
    'seatsFree', greatest(0, f.students - coalesce(sum(x.students) filter (where x.status in ('placed', 'asked')), 0)))::text as placements
  from offers f join (select id, (now() at time zone time_zone)::date as today from districts where id = app_district()) t on t.id = f.district_id
    left join offer_placements x on x.district_id = f.district_id and x.offer_id = f.id
    left join schools s on s.district_id = x.district_id and s.id = x.school_id
    left join categories k on k.district_id = x.district_id and k.id = x.category_id
  where f.district_id = app_district() and f.id = $1 group by f.district_id, f.id, f.students`)
/** The line of an offer as JSON; nothing where there is no such offer. */
export const placementsOf = async (db: Db, offerId: string) => (await db.one(list, [offerId]))?.placements

const line = statement<InLine & { schoolId: string }>(
  `select id, position, students, status, school_id as "schoolId" from offer_placements
   where district_id = app_district() and offer_id = $1 order by position`,
)
export const lineOf = (db: Db, offerId: string) => db.many(line, [offerId])

export interface KnownPlacement {
  id: string
  offerId: string
  schoolId: string
  schoolName: string
  categoryId: string
  categoryName: string
  categoryNameEs: string
  tier: 1 | 2 | 3
  students: number
  status: InLine['status']
  over: boolean
  until: string | null
  demand: number
  unmet: number
  version: number
}
const one =
  statement<KnownPlacement>(`select x.id, x.offer_id as "offerId", x.school_id as "schoolId", s.name as "schoolName",
    x.category_id as "categoryId", k.name as "categoryName", coalesce(nullif(k.name_es, ''), k.name) as "categoryNameEs", x.tier,
    x.students, x.status, coalesce(x.until <= now(), false) as over, x.until, x.version,
    coalesce(d.students, 0)::integer as demand, greatest(0, coalesce(d.students - coalesce(c.verified, 0), 0))::integer as unmet
  from offer_placements x join schools s on s.district_id = x.district_id and s.id = x.school_id
    join categories k on k.district_id = x.district_id and k.id = x.category_id
    left join lateral (select g.students from coverage_demand g join school_years y on y.district_id = g.district_id and y.id = g.school_year_id
      where g.district_id = x.district_id and g.school_id = x.school_id and g.category_id = x.category_id and g.tier = x.tier
        and y.starts_on <= current_date order by y.starts_on desc limit 1) d on true
    left join coverage_supply c on c.district_id = x.district_id and c.school_id = x.school_id and c.category_id = x.category_id and c.tier = x.tier
  where x.district_id = app_district() and x.id = $1`)
export const placementOf = (db: Db, id: string) => db.one(one, [id])

const insert =
  statement(`insert into offer_placements (district_id, offer_id, school_id, category_id, tier, students, position, equity_tier,
    because, ratio_before, ratio_after)
  select app_district(), $1, g."schoolId", $2, $3, g.students,
    coalesce((select max(position) from offer_placements where district_id = app_district() and offer_id = $1), 0) + g.place,
    g."equityTier", $4, $5, g."ratioAfter"
  from json_to_recordset($6::json) as g ("schoolId" uuid, students integer, place integer, "equityTier" text, "ratioAfter" double precision)`)
export interface ChosenSchool {
  schoolId: string
  students: number
  place: number
  equityTier: string | null
  ratioAfter: number | null
}
/** Schools at the end of an offer's line. */
export const putInLine = (
  db: Db,
  offerId: string,
  of: { categoryId: string; tier: number; because: string; ratioBefore: number | null },
  schools: readonly ChosenSchool[],
) => db.run(insert, [offerId, of.categoryId, of.tier, of.because, of.ratioBefore, JSON.stringify(schools)])

const ask = statement<{
  until: string
}>(`update offer_placements set status = 'asked', students = $2, asked_at = now(),
    asked_name = $3, until = now() + make_interval(days => $4)
  where district_id = app_district() and id = $1 and status = 'waiting' returning until`)
export const markAsked = async (db: Db, id: string, students: number, name: string, days: number) =>
  (await db.one(ask, [id, students, name, days]))?.until

const place =
  statement(`update offer_placements set status = 'placed', students = $2, answered_at = now(), answered_by_name = $3,
    service_id = $4, site_id = $5, note = $6 where district_id = app_district() and id = $1`)
export const markPlaced = (
  db: Db,
  id: string,
  {
    students,
    by,
    serviceId,
    siteId,
    note,
  }: {
    students: number
    by: string
    serviceId: string
    siteId: string
    note: string
  },
) => db.run(place, [id, students, by, serviceId, siteId, note])

const leave =
  statement(`update offer_placements set status = $2, answered_at = case when $2 = 'declined' then now() end,
    answered_by_name = $3, declined_reason = $4, note = $5 where district_id = app_district() and id = $1`)
/** A school that is asked no more: it declined, its days ended, or the question was taken back. */
export const markLeft = (
  db: Db,
  id: string,
  status: 'declined' | 'lapsed' | 'withdrawn',
  { by = '', reason = null, note = '' }: { by?: string; reason?: string | null; note?: string } = {},
) => db.run(leave, [id, status, by, reason, note])

const withdrawWaiting = statement(
  `update offer_placements set status = 'withdrawn' where district_id = app_district() and offer_id = $1 and status in ('waiting', 'asked')`,
)
export const withdrawOpen = (db: Db, offerId: string) => db.run(withdrawWaiting, [offerId])

const lapsed = statement<{
  id: string
  offerId: string
}>(`select id, offer_id as "offerId" from offer_placements
  where district_id = app_district() and status = 'asked' and until <= now() order by until, id`)
export const lapsedOnes = (db: Db) => db.many(lapsed)

const giver = statement<{
  offer: string
}>(`select json_build_object('message', f.message, 'organizationName', coalesce(o.name, f.organization_name),
    'offeredAt', f.created_at, 'students', f.students, 'closed', f.closed_at is not null,
    'waiting', (select count(*) from offer_placements x where x.district_id = f.district_id and x.offer_id = f.id and x.status = 'asked'),
    'placed', (select coalesce(json_agg(json_build_object('schoolName', s.name, 'categoryName', k.name,
        'categoryNameEs', coalesce(nullif(k.name_es, ''), k.name), 'students', x.students, 'since', x.answered_at) order by x.answered_at), '[]')
      from offer_placements x join schools s on s.district_id = x.district_id and s.id = x.school_id
        join categories k on k.district_id = x.district_id and k.id = x.category_id
      where x.district_id = f.district_id and x.offer_id = f.id and x.status = 'placed'))::text as offer
  from offers f left join organizations o on o.district_id = f.district_id and o.id = f.organization_id
  where f.district_id = app_district() and f.id = $1`)
/** What whoever made the offer may see of it. */
export const offerForGiver = async (db: Db, id: string) => (await db.one(giver, [id]))?.offer
