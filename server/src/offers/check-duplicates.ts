import type { Setting, Weekday } from '@common-table/shared/organizations/vocabulary'
import type { PlacementRequest } from '@common-table/shared/offers/schemas'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import { recordJustification, refuseDuplicates } from '../duplication/index.ts'
import type { DeskOffer } from './offer-queries.ts'

/** An offer that may double what is at a chosen school asks for a reason, which is kept with the giver. */
export const checkDuplicates = async (
  db: Db,
  offer: DeskOffer,
  { schools, categoryId, tier, justification }: PlacementRequest,
  author: Author,
): Promise<void> => {
  const organizationId = offer.organizationId! // only an offer in the pipeline comes this far
  const beside = await refuseDuplicates(
    db,
    {
      schoolIds: schools.map(({ schoolId }) => schoolId),
      categoryIds: [categoryId],
      tier,
      audience: 'students',
      grades: offer.grades as never, // the contract's enum holds them
      languages: offer.languages,
      organizationId,
      ...(offer.setting && { setting: offer.setting as Setting }), // the column's check says so
      ...(offer.weekdays.length > 0 && { schedules: [{ weekdays: offer.weekdays as Weekday[] }] }), // as above
    },
    justification,
  )
  await recordJustification(db, { organizationId }, beside, justification, author)
}
