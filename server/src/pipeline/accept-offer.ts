import { readPhones } from '@common-table/shared/imports/normalise-phone'
import { readUrl } from '@common-table/shared/imports/normalise-web'
import type { OfferAcceptance, OfferItem } from '@common-table/shared/pipeline/offer-schemas'
import type { Db } from '../db/db.ts'
import { addOrganization } from '../organizations/index.ts'
import { noteContact, noteContributions, widenProspect } from './offer-queries.ts'
import { insertProspect, liveProspect } from './prospect-writes.ts'
import { insertTouch } from './touch-queries.ts'

/** Where a stranger wrote something that is no number or address, it stays in the offer and nowhere else. */
const phoneOf = (text: string) => readPhones(text).phones[0]?.number ?? ''

const newOrganization = (db: Db, offer: OfferItem): Promise<string> => {
  const website = readUrl(offer.website)?.url
  return addOrganization(db, {
    name: offer.organizationName,
    type: offer.organizationType ?? 'nonprofit',
    status: 'prospect',
    description: offer.message,
    email: offer.contactEmail,
    ...(website && { website }),
    ...(phoneOf(offer.contactPhone) && { phone: offer.contactPhone }),
  })
}

/** An offer becomes an organisation with its contact and what it gives, a prospect, and the first touch. */
export const takeIn = async (
  db: Db,
  offer: OfferItem,
  { organizationId: known, ownerUserId, schoolIds }: OfferAcceptance,
  author: { id: string | null; name: string },
): Promise<{ organizationId: string; prospectId: string }> => {
  const organizationId = known ?? (await newOrganization(db, offer))
  const contactId = await noteContact(db, organizationId, {
    name: offer.contactName,
    email: offer.contactEmail,
    phone: phoneOf(offer.contactPhone),
    language: offer.locale,
  })
  await noteContributions(db, organizationId, offer.contributions)
  const running = await liveProspect(db, organizationId)
  if (running) await widenProspect(db, running, offer.categoryIds)
  const prospectId =
    running ??
    (await insertProspect(db, organizationId, {
      source: 'offer',
      stage: 'contacted',
      willingness: 'keen',
      goal: offer.message.slice(0, 1000),
      categoryIds: offer.categoryIds,
      contactId,
      ...(ownerUserId && { ownerUserId }),
      ...(schoolIds && { schoolIds }),
    }))
  const happenedOn = offer.createdAt.slice(0, 10)
  const body = [offer.message, offer.wantedPlaces].filter(Boolean).join('\n')
  await insertTouch(db, organizationId, { kind: 'email', happenedOn, body, contactId }, author)
  return { organizationId, prospectId }
}
