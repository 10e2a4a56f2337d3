import type { offerDeskContract } from '@common-table/shared/offers/contract'
import { askingOrder, passedOver } from '@common-table/shared/offers/first-refusal'
import type { EquityEffect, PlacementRequest } from '@common-table/shared/offers/schemas'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import {
  equityEffect,
  shareToFirstTiers,
  supplyEquity,
  type SupplyEquity,
} from '@common-table/shared/equity/supply-equity'
import type { Db } from '../db/db.ts'
import { suppliedSchools } from '../equity/index.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { askNext } from './ask.ts'
import { checkDuplicates } from './check-duplicates.ts'
import { checkSchools } from './chosen-schools.ts'
import { offerLinkHandlers } from './link-handlers.ts'
import { closeOffer, deskOffer, lockOffer, type DeskOffer } from './offer-queries.ts'
import {
  lineOf,
  markLeft,
  placementOf,
  placementsOf,
  putInLine,
  withdrawOpen,
  type KnownPlacement,
} from './placement-queries.ts'
import { settleYes } from './settle-yes.ts'
import { rankingOf, ratioAfter, readDesk } from './rank.ts'
import { tellClosed } from './tell.ts'

const placeable = (offer: DeskOffer | undefined): DeskOffer => {
  if (!offer) return notFound('offer')
  if (offer.status !== 'accepted' || offer.organizationId === null) throw refusal('offer-not-in-pipeline')
  return offer
}

const answer = async (db: Db, offerId: string) => json((await placementsOf(db, offerId)) ?? notFound('offer'))

const shown = ({ ratio, concentration, tiers }: SupplyEquity): EquityEffect['before'] => ({
  ratio,
  concentration,
  tiers: tiers.map(({ tier, per100, withoutPartner }) => ({ tier, per100, withoutPartner })),
})

/** Who is chosen, in the order schools are asked; refuses where a school with more need is passed over unsaid. */
const orderChosen = (
  { schools: chosen, because = '' }: PlacementRequest,
  desk: Awaited<ReturnType<typeof readDesk>>,
) => {
  const tierOf = new Map(desk.supplied.schools.map(({ schoolId, tier }) => [schoolId, tier]))
  const ordered = askingOrder(
    chosen.map(({ schoolId, students }) => ({
      schoolId,
      students,
      equityTier: tierOf.get(schoolId) ?? null,
      ratioAfter: ratioAfter(desk.supplied.schools, schoolId, students),
    })),
  ).map((one, at) => ({ ...one, place: at + 1 }))
  const asked = desk.line.map(({ schoolId }) => schoolId)
  const passed = passedOver(desk.schools, ordered, asked)
  if (passed.length > 0 && because.trim() === '')
    throw refusal('first-refusal-due', {
      detail: `Schools with more need have not been asked yet, among them ${passed
        .slice(0, 3)
        .map(({ name }) => name)
        .join(', ')}. Ask them first, or say why not.`,
      current: { schools: passed.slice(0, 10).map(({ schoolId: id, name }) => ({ id, name })) },
    })
  const open = desk.line.filter(({ status }) => status === 'waiting' || status === 'asked')
  if (open.some(({ schoolId }) => chosen.some((one) => one.schoolId === schoolId)))
    throw refusal('asked-already')
  return { ordered, passed }
}

export const offerDeskHandlers: Handlers<typeof offerDeskContract> = {
  rankSchools: async ({ db, params: { offerId }, query }) =>
    rankingOf(db, (await deskOffer(db, offerId)) ?? notFound('offer'), query),

  weighChoice: async ({ db, params: { offerId }, body: { schools: chosen } }) => {
    if (!(await deskOffer(db, offerId))) notFound('offer')
    const { schools } = await suppliedSchools(db)
    const placed = chosen.map((one) => ({ ...one, newPartner: true }))
    const { before, after } = equityEffect(schools, placed)
    const tierOf = new Map(schools.map(({ schoolId, tier }) => [schoolId, tier]))
    const toFirstTiers = shareToFirstTiers(
      chosen.map(({ schoolId, students }) => ({ students, tier: tierOf.get(schoolId) ?? null })),
    )
    return { before: shown(before), after: shown(after), toFirstTiers }
  },

  listPlacements: ({ db, params: { offerId } }) => answer(db, offerId),

  placeOffer: async ({ db, services, params: { offerId }, body, author }) => {
    const offer = placeable(await lockOffer(db, offerId))
    if (offer.closedAt !== null) throw refusal('offer-closed')
    await checkSchools(db, body)
    const desk = await readDesk(db, offer, body)
    await checkDuplicates(db, offer, body, author)
    const wanted = body.schools.reduce((sum, { students }) => sum + students, 0)
    // Asking goes in turn, so that more schools than places can stand in line; placing gives the places away now.
    const given = desk.line.reduce(
      (sum, { status, students }) => sum + (status === 'placed' ? students : 0),
      0,
    )
    if (desk.free !== null && (body.how === 'place' ? wanted > desk.free : given >= (offer.seats ?? 0)))
      throw refusal('seats-gone', {
        detail: `Only ${desk.free} places are left, and ${wanted} are asked for.`,
      })
    const { ordered, passed } = orderChosen(body, desk)
    const ratioBefore = supplyEquity(desk.supplied.schools).ratio
    const because = passed.length > 0 ? (body.because?.trim() ?? '') : ''
    await putInLine(db, offerId, { ...body, because, ratioBefore }, ordered)
    if (body.how === 'ask') await askNext(db, services, offer, author, body.days)
    else
      for (const { id, schoolId, status } of await lineOf(db, offerId))
        if (status === 'waiting' && ordered.some((one) => one.schoolId === schoolId)) {
          const placement = (await placementOf(db, id))! // it is in the line
          await settleYes(
            db,
            services,
            offer,
            placement,
            { students: placement.students, by: author.name },
            author,
          )
        }
    return answer(db, offerId)
  },

  answerForSchool: async ({ db, services, params: { placementId }, body, ifMatch, author }) => {
    const known = (await placementOf(db, placementId)) ?? notFound('placement')
    const offer = placeable(await lockOffer(db, known.offerId))
    const placement = (await placementOf(db, placementId))! // it was there a moment ago, and nothing removes it
    if (placement.version !== ifMatch) return stale(JSON.stringify(placement satisfies KnownPlacement))
    if (placement.status !== 'asked' && placement.status !== 'waiting') throw refusal('placement-answered')
    const { answer: said, reason, note = '' } = body
    if (said === 'no' && !reason)
      throw fieldProblem('reason', 'Say why: choose one of the reasons.', 'required')
    if (said === 'yes')
      await settleYes(
        db,
        services,
        offer,
        placement,
        { students: placement.students, by: author.name, note },
        author,
      )
    else
      await markLeft(
        db,
        placementId,
        said === 'no' ? 'declined' : 'withdrawn',
        said === 'no' ? { by: author.name, reason: reason!, note } : { note }, // checked above
      )
    await askNext(db, services, offer, author)
    return answer(db, offer.id)
  },

  closeOffer: async ({ db, services, params: { offerId }, ifMatch, author }) => {
    const offer = placeable(await lockOffer(db, offerId))
    if (offer.closedAt !== null) throw refusal('offer-closed')
    if (offer.version !== ifMatch) return stale(JSON.stringify({ id: offer.id, version: offer.version }))
    await withdrawOpen(db, offerId)
    await closeOffer(db, offerId)
    const placed = (await lineOf(db, offerId))
      .filter(({ status }) => status === 'placed')
      .reduce((sum, { students }) => sum + students, 0)
    await tellClosed(db, services, offer, placed, author)
    return answer(db, offerId)
  },

  ...offerLinkHandlers,
}
