import { seatsFree } from '@common-table/shared/offers/first-refusal'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { closeOffer, type DeskOffer } from './offer-queries.ts'
import { lineOf, withdrawOpen, type KnownPlacement } from './placement-queries.ts'
import { place } from './place.ts'
import { tellPlaced } from './tell.ts'

/** A yes and all that follows: the service, the mail to the giver, and the end of the offer once its places are given. */
export const settleYes = async (
  db: Db,
  services: Services,
  offer: DeskOffer,
  placement: KnownPlacement,
  yes: { students: number; by: string; note?: string },
  author: Author,
): Promise<void> => {
  await place(db, offer, placement, yes)
  await tellPlaced(db, services, offer, placement, yes.students, author)
  const line = await lineOf(db, offer.id)
  const promised = line.some(({ status }) => status === 'asked')
  if (seatsFree(offer.seats, line) !== 0 || promised) return
  await withdrawOpen(db, offer.id)
  await closeOffer(db, offer.id)
}
