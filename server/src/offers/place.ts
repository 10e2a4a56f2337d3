import type { Setting, Weekday } from '@common-table/shared/organizations/vocabulary'
import { seatsFree } from '@common-table/shared/offers/first-refusal'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { bringToSchool } from '../placement/index.ts'
import type { DeskOffer } from './offer-queries.ts'
import { lineOf, markPlaced, type KnownPlacement } from './placement-queries.ts'

const before = statement<{ serviceId: string }>(`select x.service_id as "serviceId" from offer_placements x
  where x.district_id = app_district() and x.offer_id = $1 and x.category_id = $2 and x.tier = $3
    and x.service_id is not null limit 1`)

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
  const known = await db.one(before, [offer.id, placement.categoryId, placement.tier])
  const { message, grades, languages, weekdays, setting } = offer
  const { serviceId, siteId } = await bringToSchool(
    db,
    {
      schoolId: placement.schoolId,
      serviceId: known?.serviceId ?? null,
      help: {
        name: placement.categoryName,
        description: message,
        tier: placement.tier,
        grades,
        languages,
        weekdays: weekdays as Weekday[], // the column's check says so
        ...(setting && { setting: setting as Setting }), // as above
      },
      source: 'offer',
    },
    {
      organizationId: offer.organizationId!, // only an offer in the pipeline comes this far
      categoryId: placement.categoryId,
      name: `${placement.categoryName}, ${placement.schoolName}`.slice(0, 200),
      students,
      summary: message,
      lead: { id: offer.decidedBy, name: offer.decidedByName || by },
    },
  )
  await markPlaced(db, placement.id, { students, by, serviceId, siteId, note })
}
