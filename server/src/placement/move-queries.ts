import type { Take } from '@common-table/shared/placement/moves'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Moves } from './row-queries.ts'

const take =
  statement(`update service_sites t set capacity_maximum = t.capacity_maximum - g.amount, capacity_available = t.capacity_available - g.amount
  from json_to_recordset($1::json) as g ("siteId" uuid, amount integer)
  where t.district_id = app_district() and t.id = g."siteId"`)
/** Capacity leaves these sites; a negative amount brings it back. */
export const takeCapacity = (db: Db, taken: readonly Take[]) =>
  taken.length > 0 ? db.run(take, [JSON.stringify(taken)]) : Promise.resolve(0)

const verifiedOf = `(select case when bool_and(t.verified_on is not null) then min(t.verified_on) end from service_sites t
  where t.district_id = app_district() and t.id = any ($4::uuid[]))`

// Confirmed places join confirmed ones, unconfirmed join unconfirmed: neither is to pass for the other.
const raise = statement<{
  id: string
}>(`update service_sites x set capacity_maximum = x.capacity_maximum + $3,
    verified_on = least(x.verified_on, ${verifiedOf})
  where x.district_id = app_district() and x.id = (select t.id from service_sites t where t.district_id = app_district() and t.service_id = $1
      and t.school_id = $2 and t.status = 'active' and t.capacity_maximum is not null
      and (t.verified_on is null) = (${verifiedOf} is null) order by t.site_name, t.id limit 1)
  returning x.id`)
const place = statement<{ id: string }>(`insert into service_sites as x
    (district_id, service_id, school_id, site_name, capacity_maximum, capacity_available, verified_on, source)
  select app_district(), $1, $2, case when exists (select from service_sites t where t.district_id = app_district() and t.service_id = $1
      and t.school_id = $2 and t.location_id is null and t.site_name = '') then 'placed ' || to_char(now(), 'YYYY-MM-DD') else '' end,
    $3, 0, ${verifiedOf}, 'placement'
  returning id`)

/** So many places of a service more at a school, taken from these sites: at the site it has there, or at a new one. */
export const addCapacity = async (
  db: Db,
  {
    serviceId,
    schoolId,
    amount,
    from,
  }: { serviceId: string; schoolId: string; amount: number; from: readonly string[] },
): Promise<Moves['target']> => {
  const values = [serviceId, schoolId, amount, from]
  const raised = await db.one(raise, values)
  const siteId = raised?.id ?? (await db.one(place, values))!.id // an insert returns its row
  return { siteId, amount, created: !raised }
}

const lower = statement(`update service_sites set capacity_maximum = capacity_maximum - $2,
    capacity_available = least(capacity_available, capacity_maximum - $2)
  where district_id = app_district() and id = $1 and capacity_maximum >= $2 and capacity_maximum - $2 >= coalesce(students_served, 0)`)
const remove =
  statement(`delete from service_sites where district_id = app_district() and id = $1 and capacity_maximum = $2
  and coalesce(students_served, 0) = 0`)
/** Takes capacity of a target back; false when it is not there any more, or students have come meanwhile. */
export const withdrawCapacity = async (
  db: Db,
  { siteId, amount, created }: Moves['target'],
): Promise<boolean> =>
  (created && (await db.run(remove, [siteId, amount])) > 0) || (await db.run(lower, [siteId, amount])) > 0

const ownsSites = statement<{ n: number }>(`select count(*)::integer as n from service_sites
  where district_id = app_district() and id = any ($1::uuid[])`)
export const sitesStanding = async (db: Db, ids: readonly string[]): Promise<boolean> =>
  ids.length === 0 || (await db.one(ownsSites, [ids]))!.n === ids.length // an aggregate is one row

const leave =
  statement(`delete from partnership_schools where district_id = app_district() and partnership_id = $1 and school_id = $2
  and not exists (select from placement_rows r where r.district_id = app_district() and r.decision = 'accepted' and r.id <> $3
    and r.school_id = $2 and r.organization_id = (select organization_id from partnerships where district_id = app_district() and id = $1))`)
const narrow =
  statement(`update partnerships set scope = $2 where district_id = app_district() and id = $1 and scope <> $2
  and (select count(*) from partnership_schools l where l.district_id = app_district() and l.partnership_id = $1) = 1`)
export const leavePartnership = async (
  db: Db,
  { id, scope }: NonNullable<Moves['partnership']>,
  schoolId: string,
  rowId: string,
): Promise<void> => {
  if ((await db.run(leave, [id, schoolId, rowId])) > 0) await db.run(narrow, [id, scope])
}

const begin = statement(
  `update needs set status = 'in_progress' where district_id = app_district() and id = $1 and status = 'open'`,
)
/** A need somebody comes to serve is begun; answers whether it was open. */
export const beginNeed = async (db: Db, needId: string): Promise<boolean> =>
  (await db.run(begin, [needId])) > 0

const restore =
  statement(`update needs set status = case when $2 and status = 'in_progress' then 'open' else status end
  where district_id = app_district() and id = $1`)
export const restoreNeed = (db: Db, needId: string, open: boolean) => db.run(restore, [needId, open])
