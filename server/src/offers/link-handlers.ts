import type { offerDeskContract } from '@common-table/shared/offers/contract'
import type { FirstRefusal } from '@common-table/shared/offers/schemas'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { askNext } from './ask.ts'
import { deskOffer, lockOffer, type DeskOffer } from './offer-queries.ts'
import { markLeft, offerForGiver, placementOf, type KnownPlacement } from './placement-queries.ts'
import { settleYes } from './settle-yes.ts'
import { tellDesk } from './tell.ts'

const thePlacement = async (db: Db, id: string): Promise<KnownPlacement> =>
  (await placementOf(db, id)) ?? notFound('offer')

const forPrincipal = (offer: DeskOffer, placement: KnownPlacement): FirstRefusal => {
  const { schoolName, categoryName, categoryNameEs, tier, students, demand, unmet, status, until } = placement
  const { organizationName, message, grades, languages, weekdays, setting } = offer
  return {
    schoolName,
    organizationName,
    categoryName,
    categoryNameEs,
    tier,
    students,
    message,
    grades,
    languages,
    weekdays,
    setting,
    demand,
    unmet,
    status,
    until,
  }
}

const read = async (db: Db, id: string): Promise<FirstRefusal> => {
  const placement = await thePlacement(db, id)
  return forPrincipal((await deskOffer(db, placement.offerId))!, placement) // a placement is of an offer
}

/** The placement and its offer, held, while it can still be answered. */
const stillAsked = async (db: Db, id: string) => {
  const { offerId } = await thePlacement(db, id)
  const offer = (await lockOffer(db, offerId))! // a placement is of an offer
  const placement = await thePlacement(db, id)
  if (placement.status === 'lapsed' || (placement.status === 'asked' && placement.over))
    throw refusal('window-over')
  if (placement.status !== 'asked') throw refusal('placement-answered')
  return { offer, placement }
}

/** What principals and givers do by an e-mailed link, without an account. */
export const offerLinkHandlers: Pick<
  Handlers<typeof offerDeskContract>,
  'readFirstRefusal' | 'acceptFirstRefusal' | 'declineFirstRefusal' | 'readOfferByLink'
> = {
  readFirstRefusal: ({ db, actor }) => read(db, actor.link.subjectId),

  acceptFirstRefusal: async ({ db, services, actor, body: { name, students }, author }) => {
    const { offer, placement } = await stillAsked(db, actor.link.subjectId)
    if (students !== undefined && students > placement.students)
      throw fieldProblem(
        'students',
        `At most ${placement.students} places are offered to your school.`,
        'range',
      )
    const yes = { students: students ?? placement.students, by: name }
    await settleYes(db, services, offer, placement, yes, author)
    await tellDesk(db, offer, placement, 'placed')
    // Places it leaves are for the next in line.
    await askNext(db, services, offer, author)
    return read(db, placement.id)
  },

  declineFirstRefusal: async ({ db, services, actor, body: { name, reason, note = '' }, author }) => {
    const { offer, placement } = await stillAsked(db, actor.link.subjectId)
    await markLeft(db, placement.id, 'declined', { by: name, reason, note })
    await tellDesk(db, offer, placement, 'declined')
    await askNext(db, services, offer, author)
    return read(db, placement.id)
  },

  readOfferByLink: async ({ db, actor }) =>
    json((await offerForGiver(db, actor.link.subjectId)) ?? notFound('offer')),
}
