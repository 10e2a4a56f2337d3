import type { Mismatch } from '@common-table/shared/reconciliation/mismatches'
import type { Resolution } from '@common-table/shared/reconciliation/vocabulary'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

/** A site as it was before an act and the version the act left it at; null where the act made it. */
export interface TouchedSite {
  id: string
  version: number
  before: {
    status: string
    maximum: number | null
    available: number | null
    verifiedOn: string | null
  } | null
}
/** What takes an act back. */
export interface Undo {
  sites?: TouchedSite[]
  /** Partnerships that no longer name the school. */
  partnerships?: string[]
  /** The name that was found to be a partner. */
  called?: { name: string; organizationId: string }
}

const before = `jsonb_build_object('status', b.status, 'maximum', b.capacity_maximum, 'available', b.capacity_available, 'verifiedOn', b.verified_on)`

const end = statement<TouchedSite>(`with b as (
    select x.* from service_sites x join services s on s.district_id = x.district_id and s.id = x.service_id
    where x.district_id = app_district() and x.school_id = $1 and s.organization_id = $2 and x.status = 'active'
      and ($3::uuid is null or s.id = $3) for update of x
  )
  update service_sites x set status = 'ended' from b where x.district_id = b.district_id and x.id = b.id
  returning x.id, x.version, ${before} as before`)
/** Ends a partner's sites at a school, or one program's. */
export const endSites = (db: Db, schoolId: string, organizationId: string, serviceId: string | null) =>
  db.many(end, [schoolId, organizationId, serviceId])

const leave = statement<{ id: string }>(`with gone as (
    delete from partnership_schools l using partnerships p
    where l.district_id = app_district() and p.district_id = l.district_id and p.id = l.partnership_id and l.school_id = $1
      and p.organization_id = $2 and stage_in_force(p.stage) returning p.id
  ), told as (
    insert into partnership_events (district_id, partnership_id, kind, body, author_name)
    select app_district(), id, 'schools', $3, $4 from gone
  ) select id from gone`)
/** Takes a school out of a partner's partnerships in force. */
export const leaveSchool = async (
  db: Db,
  schoolId: string,
  organizationId: string,
  why: string,
  by: string,
) => (await db.many(leave, [schoolId, organizationId, why, by])).map(({ id }) => id)

const add = statement<TouchedSite>(`with said as (
    select t.service_id, w.maximum, w.available from unnest($2::uuid[]) t (service_id)
    left join statements w on w.district_id = app_district() and w.side = 'partner' and w.school_id = $1 and w.service_id = t.service_id
  ), b as (
    select x.* from service_sites x join said on said.service_id = x.service_id
    where x.district_id = app_district() and x.school_id = $1 and x.location_id is null and x.site_name = '' for update of x
  ), d as (select (now() at time zone time_zone)::date as today from districts where id = app_district()), kept as (
    insert into service_sites as x (district_id, service_id, school_id, capacity_maximum, capacity_available, verified_on, source)
    select app_district(), s.service_id, $1, s.maximum, s.available, case when num_nonnulls(s.maximum, s.available) > 0 then d.today end,
      'reconciliation' from said s, d
    on conflict (district_id, service_id, school_id, location_id, site_name) do update set status = 'active',
      capacity_maximum = coalesce(excluded.capacity_maximum, x.capacity_maximum),
      capacity_available = coalesce(excluded.capacity_available, x.capacity_available),
      verified_on = coalesce(excluded.verified_on, x.verified_on)
    returning x.id, x.version
  )
  select k.id, k.version, case when b.id is not null then ${before} end as before from kept k left join b on b.id = k.id`)
/** Puts programs at a school, with the seats the partner said. */
export const addSites = (db: Db, schoolId: string, serviceIds: readonly string[]) =>
  db.many(add, [schoolId, serviceIds])

const seats = statement<TouchedSite>(`with b as (
    select x.* from service_sites x where x.district_id = app_district() and x.school_id = $1 and x.service_id = $2
      and x.status = 'active' for update
  )
  update service_sites x set capacity_maximum = coalesce($3, x.capacity_maximum),
    capacity_available = least(coalesce($4, x.capacity_available), coalesce($3, x.capacity_maximum)),
    verified_on = (select (now() at time zone time_zone)::date from districts where id = app_district())
  from b where x.district_id = b.district_id and x.id = b.id returning x.id, x.version, ${before} as before`)
export const takeOverSeats = (
  db: Db,
  schoolId: string,
  serviceId: string,
  said: { maximum: number | null; available: number | null },
) => db.many(seats, [schoolId, serviceId, said.maximum, said.available])

const restore = statement<{ id: string }>(`with given as (
    select * from jsonb_to_recordset($1::jsonb) as g (id uuid, version integer, before jsonb)
  ), removed as (
    delete from service_sites x using given g where x.district_id = app_district() and x.id = g.id and x.version = g.version
      and (g.before is null or g.before = 'null') returning x.id
  ), changed as (
    update service_sites x set status = g.before ->> 'status', capacity_maximum = (g.before ->> 'maximum')::integer,
      capacity_available = (g.before ->> 'available')::integer, verified_on = (g.before ->> 'verifiedOn')::date
    from given g where x.district_id = app_district() and x.id = g.id and x.version = g.version and g.before ->> 'status' is not null
    returning x.id
  ) select id from removed union all select id from changed`)
/** Puts sites back as they were, where nobody touched them since; answers those. */
export const restoreSites = (db: Db, sites: readonly TouchedSite[]) =>
  db.many(restore, [JSON.stringify(sites)])

const rejoin = statement(`insert into partnership_schools (district_id, partnership_id, school_id)
  select app_district(), p.id, $2 from partnerships p where p.district_id = app_district() and p.id = any ($1::uuid[])
  on conflict do nothing`)
export const rejoinSchool = (db: Db, partnerships: readonly string[], schoolId: string) =>
  db.run(rejoin, [partnerships, schoolId])

const rename = statement(`with former as (
    delete from statements where district_id = app_district() and side = 'school' and school_id = $1
      and organization_id is not distinct from $2 and name = $3 returning *
  )
  insert into statements (district_id, side, reply_id, school_id, organization_id, name, present, said_by, said_at)
  select district_id, side, reply_id, school_id, $4, $5, present, said_by, said_at from former
  on conflict (district_id, side, school_id, organization_id, service_id, name) do update set present = excluded.present`)
/** A school's word about a name becomes its word about a partner. */
export const callItAPartner = (db: Db, schoolId: string, name: string, organizationId: string) =>
  db.run(rename, [schoolId, null, name, organizationId, ''])
/** And back again. */
export const callItAName = (
  db: Db,
  schoolId: string,
  { name, organizationId }: { name: string; organizationId: string },
) => db.run(rename, [schoolId, organizationId, '', null, name])

const settle = statement(`update mismatches set status = $3, resolution = $4, reason = $5, resolved_by = $6,
    resolved_at = case when $3 = 'resolved' then now() end, undo = $7::jsonb, says = coalesce($8::jsonb, says)
  where district_id = app_district() and id = $1 and version = $2`)
export interface Settling {
  status: 'open' | 'resolved'
  resolution: Resolution | null
  reason: string
  by: string
  undo: Undo | null
  /** What is said once the act is done: it stays settled while that holds. */
  says: Mismatch['says'] | undefined
}
export const storeSettling = async (
  db: Db,
  id: string,
  version: number,
  { status, resolution, reason, by, undo, says }: Settling,
): Promise<boolean> =>
  (await db.run(settle, [
    id,
    version,
    status,
    resolution,
    reason,
    by,
    undo && JSON.stringify(undo),
    says ? JSON.stringify(says) : null,
  ])) > 0

const undoOf = statement<{ undo: Undo | null }>(
  'select undo from mismatches where district_id = app_district() and id = $1',
)
export const undoData = async (db: Db, id: string): Promise<Undo> => (await db.one(undoOf, [id]))?.undo ?? {}

const tell =
  statement(`insert into mismatch_events (district_id, mismatch_id, what, resolution, note, author_name)
  values (app_district(), $1, $2, $3, $4, $5)`)
export const tellHistory = (
  db: Db,
  id: string,
  what: 'asked' | 'answered' | 'resolved' | 'undone',
  by: string,
  { resolution = null, note = '' }: { resolution?: Resolution | null; note?: string } = {},
) => db.run(tell, [id, what, resolution, note, by])

const asked = statement(
  'update mismatches set asked_at = now() where district_id = app_district() and id = $1',
)
export const markAsked = (db: Db, id: string) => db.run(asked, [id])
