import { capacityFor, type CapacityUnit } from '@common-table/shared/catalog/capacity-units'
import type { Setting, Weekday } from '@common-table/shared/organizations/vocabulary'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { insertService, insertSite, replaceServiceSchedules, today } from '../organizations/index.ts'
import { standBehind, type Beginning } from '../partnerships/index.ts'
import { settleProspect } from '../pipeline/index.ts'

/** Help as a service of its own, where the organization has none that is the same. */
export interface NewHelp {
  name: string
  description: string
  tier: 1 | 2 | 3
  grades: string[]
  languages: string[]
  weekdays?: Weekday[]
  setting?: Setting
}

const newService = async (
  db: Db,
  { organizationId, categoryId }: Beginning,
  { weekdays = [], setting, ...help }: NewHelp,
): Promise<string> => {
  const serviceId = await insertService(db, {
    organizationId,
    categoryId,
    capacityUnit: 'students',
    ...help,
    ...(setting && { setting }),
  })
  if (weekdays.length > 0) await replaceServiceSchedules(db, serviceId, [{ weekdays }])
  return serviceId
}

const known = statement<{ unit: CapacityUnit; siteId: string | null }>(`select v.capacity_unit as unit,
    (select t.id from service_sites t where t.district_id = v.district_id and t.service_id = v.id and t.school_id = $2
      order by t.status = 'active' desc, t.id limit 1) as "siteId"
  from services v where v.district_id = app_district() and v.id = $1`)
const more = statement(`update service_sites set capacity_maximum = coalesce(capacity_maximum, 0) + $2,
    capacity_available = coalesce(capacity_available, 0) + $2, status = 'active', verified_on = $3
  where district_id = app_district() and id = $1`)

export interface Brought {
  serviceId: string
  siteId: string
  partnershipId: string
}

/**
 * What follows when a school and a partner have agreed on help: a service has so many more confirmed places at the school,
 * a partnership stands behind it, and a prospect is settled. Gap board and equity of supply follow in this transaction.
 */
export const bringToSchool = async (
  db: Db,
  {
    schoolId,
    serviceId: given,
    help,
    source,
  }: { schoolId: string; serviceId: string | null; help: NewHelp; source: string },
  beginning: Beginning,
): Promise<Brought> => {
  const { students, organizationId } = beginning
  const serviceId = given ?? (await newService(db, beginning, help))
  const { unit, siteId: there } = (await db.one(known, [serviceId, schoolId]))! // the service is there
  const amount = capacityFor(students, unit) ?? students
  const verifiedOn = await today(db)
  if (there) await db.run(more, [there, amount, verifiedOn])
  const siteId =
    there ??
    (await insertSite(db, {
      serviceId,
      schoolId,
      capacityMaximum: amount,
      capacityAvailable: amount,
      verifiedOn,
      source,
    }))
  const { id: partnershipId } = (await standBehind(db, { serviceId, schoolId }, beginning))! // one begins where none is
  await settleProspect(db, organizationId, partnershipId)
  return { serviceId, siteId, partnershipId }
}

const less =
  statement(`update service_sites set capacity_maximum = greatest(coalesce(students_served, 0), capacity_maximum - $2),
    capacity_available = least(capacity_available, greatest(0, capacity_available - $2)),
    status = case when capacity_maximum <= $2 and coalesce(students_served, 0) = 0 then 'ended' else status end
  where district_id = app_district() and id = $1 and capacity_maximum is not null`)
const unitOf = statement<{ unit: CapacityUnit }>(`select v.capacity_unit as unit from service_sites t
  join services v on v.district_id = t.district_id and v.id = t.service_id where t.district_id = app_district() and t.id = $1`)
/** Help that was to come will not: the site has so many places fewer, and ends where none is left. */
export const takeBackFromSchool = async (db: Db, siteId: string, students: number): Promise<void> => {
  const found = await db.one(unitOf, [siteId])
  if (found) await db.run(less, [siteId, capacityFor(students, found.unit) ?? students])
}
