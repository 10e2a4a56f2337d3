import { and, eq, sql } from 'drizzle-orm'
import type { NewSchedule } from '@common-table/shared/organizations/service-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Recorded } from './profile-queries.ts'
import { serviceJson, siteJson } from './record-json.ts'
import { services, serviceSites } from './services-table.ts'

const service = statement<Recorded>(`select s.version, (${serviceJson('s', '$2')})::text as json
  from services s where s.district_id = app_district() and s.id = $1`)
/** One service; `schoolIds` are the caller's own schools, null for all. */
export const serviceOf = (db: Db, schoolIds: readonly string[] | null, id: string) =>
  db.one(service, [id, schoolIds])

const site = statement<Recorded>(`select t.version, (${siteJson('t')})::text as json
  from service_sites t where t.district_id = app_district() and t.id = $1`)
export const siteOf = (db: Db, id: string) => db.one(site, [id])

const unknownCategories = statement<{ id: string }>(`select given.id from unnest($1::uuid[]) given(id)
  where not exists (select from categories c where c.district_id = app_district() and c.id = given.id)`)
/** Which of these the district's list does not hold. */
export const categoriesMissing = async (db: Db, ids: readonly string[]): Promise<Set<string>> =>
  new Set((await db.many(unknownCategories, [ids])).map(({ id }) => id))

const touched = { updatedAt: sql`now()` as never } // the trigger's own time; makes a change of nothing a change too

export const insertService = async (
  db: Db,
  row: Omit<typeof services.$inferInsert, 'districtId'>,
): Promise<string> => {
  const [added] = await db.orm
    .insert(services)
    .values({ ...row, districtId: db.districtId })
    .returning({ id: services.id })
  return added!.id
}
export const updateService = (
  db: Db,
  id: string,
  version: number,
  row: Partial<typeof services.$inferInsert>,
) =>
  db.orm
    .update(services)
    .set({ ...row, ...touched })
    .where(and(eq(services.districtId, db.districtId), eq(services.id, id), eq(services.version, version)))
    .returning({ id: services.id })
export const deleteService = (db: Db, id: string) =>
  db.orm
    .delete(services)
    .where(and(eq(services.districtId, db.districtId), eq(services.id, id)))
    .returning({ id: services.id })

const clearSchedules = statement<never>(`delete from schedules
  where district_id = app_district() and service_id = $1 and service_site_id is not distinct from $2`)
const addSchedules = statement<never>(`insert into schedules
    (district_id, service_id, service_site_id, weekdays, opens_at, closes_at, starts_on, ends_on, description)
  select app_district(), $1, $2, weekdays, "opensAt", "closesAt", "startsOn", "endsOn", coalesce(description, '')
  from json_to_recordset($3) as given(weekdays text[], "opensAt" time, "closesAt" time, "startsOn" date, "endsOn" date, description text)`)
/** A schedule is given as a whole: that of a service, or that of one of its sites. */
const replaceSchedules = async (
  db: Db,
  serviceId: string,
  siteId: string | null,
  schedules: readonly NewSchedule[],
): Promise<void> => {
  await db.run(clearSchedules, [serviceId, siteId])
  if (schedules.length > 0) await db.run(addSchedules, [serviceId, siteId, JSON.stringify(schedules)])
}
export const replaceServiceSchedules = (db: Db, serviceId: string, schedules: readonly NewSchedule[]) =>
  replaceSchedules(db, serviceId, null, schedules)
export const replaceSiteSchedules = (
  db: Db,
  serviceId: string,
  siteId: string,
  schedules: readonly NewSchedule[],
) => replaceSchedules(db, serviceId, siteId, schedules)

export const insertSite = async (
  db: Db,
  row: Omit<typeof serviceSites.$inferInsert, 'districtId'>,
): Promise<string> => {
  const [added] = await db.orm
    .insert(serviceSites)
    .values({ ...row, districtId: db.districtId })
    .returning({ id: serviceSites.id })
  return added!.id
}
export const updateSite = (
  db: Db,
  id: string,
  version: number,
  row: Partial<typeof serviceSites.$inferInsert>,
) =>
  db.orm
    .update(serviceSites)
    .set({ ...row, ...touched })
    .where(
      and(
        eq(serviceSites.districtId, db.districtId),
        eq(serviceSites.id, id),
        eq(serviceSites.version, version),
      ),
    )
    .returning({ id: serviceSites.id })
export const deleteSite = (db: Db, id: string) =>
  db.orm
    .delete(serviceSites)
    .where(and(eq(serviceSites.districtId, db.districtId), eq(serviceSites.id, id)))
    .returning({ id: serviceSites.id })

const todayHere = statement<{ today: string }>(`select (now() at time zone time_zone)::date as today
  from districts where id = app_district()`)
/** Today where the district is. */
export const today = async (db: Db): Promise<string> => (await db.one(todayHere))!.today // the district of the caller exists

const belongs = statement<{ fits: boolean }>(`select exists (select from services s join locations l
  on l.district_id = s.district_id and l.organization_id = s.organization_id
  where s.district_id = app_district() and s.id = $1 and l.id = $2) as fits`)
/** Is the place one of the organisation that offers the service? */
export const isOwnLocation = async (db: Db, serviceId: string, locationId: string): Promise<boolean> =>
  (await db.one(belongs, [serviceId, locationId]))?.fits ?? false
