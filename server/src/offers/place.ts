import type { Setting } from '@common-table/shared/organizations/vocabulary'
import { seatsFree } from '@common-table/shared/offers/first-refusal'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { insertService, insertSite, replaceServiceSchedules, today } from '../organizations/index.ts'
import { settleProspect } from '../pipeline/index.ts'
import type { DeskOffer } from './offer-queries.ts'
import { lineOf, markPlaced, type KnownPlacement } from './placement-queries.ts'
import { standBehind } from './stand-behind.ts'

const before = statement<{ serviceId: string; siteId: string | null }>(`select x.service_id as "serviceId",
    (select t.id from service_sites t where t.district_id = x.district_id and t.service_id = x.service_id and t.school_id = $4 limit 1) as "siteId"
  from offer_placements x where x.district_id = app_district() and x.offer_id = $1 and x.category_id = $2 and x.tier = $3
    and x.service_id is not null limit 1`)
const more = statement(`update service_sites set capacity_maximum = coalesce(capacity_maximum, 0) + $2,
    capacity_available = coalesce(capacity_available, 0) + $2, status = 'active', verified_on = $3
  where district_id = app_district() and id = $1`)

const newService = async (db: Db, offer: DeskOffer, placement: KnownPlacement): Promise<string> => {
  const serviceId = await insertService(db, {
    organizationId: offer.organizationId!, // only an offer in the pipeline comes this far
    name: placement.categoryName,
    description: offer.message,
    categoryId: placement.categoryId,
    tier: placement.tier,
    grades: offer.grades,
    languages: offer.languages,
    capacityUnit: 'students',
    ...(offer.setting && { setting: offer.setting as Setting }), // the column's check says so
  })
  if (offer.weekdays.length > 0)
    await replaceServiceSchedules(db, serviceId, [{ weekdays: offer.weekdays as never }]) // the column's check says so
  return serviceId
}

/**
 * A school's yes: the service begins there with so many verified places, a partnership stands behind it, and board and
 * equity follow in this transaction. The offer is locked by the caller; places are counted again.
 */
export const place = async (
  db: Db,
  offer: DeskOffer,
  placement: KnownPlacement,
  { students, by, note = '' }: { students: number; by: string; note?: string },
): Promise<void> => {
  const others = (await lineOf(db, offer.id)).filter(({ id }) => id !== placement.id)
  const free = seatsFree(offer.seats, others)
  if (free !== null && students > free)
    throw refusal('seats-gone', { detail: `Only ${free} places are left.` })
  const known = await db.one(before, [offer.id, placement.categoryId, placement.tier, placement.schoolId])
  const serviceId = known?.serviceId ?? (await newService(db, offer, placement))
  const verifiedOn = await today(db)
  const siteId =
    known?.siteId ??
    (await insertSite(db, {
      serviceId,
      schoolId: placement.schoolId,
      capacityMaximum: students,
      capacityAvailable: students,
      verifiedOn,
      source: 'offer',
    }))
  if (known?.siteId) await db.run(more, [siteId, students, verifiedOn])
  const organizationId = offer.organizationId!
  const partnershipId = await standBehind(
    db,
    {
      organizationId,
      serviceId,
      schoolId: placement.schoolId,
      categoryId: placement.categoryId,
      name: `${placement.categoryName}, ${placement.schoolName}`.slice(0, 200),
      students,
      summary: offer.message,
    },
    { id: offer.decidedBy, name: offer.decidedByName || by },
  )
  await settleProspect(db, organizationId, partnershipId)
  await markPlaced(db, placement.id, { students, by, serviceId, siteId, note })
}
