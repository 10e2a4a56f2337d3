import { holds } from '@common-table/shared/contract/permission'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { seatsContract } from '@common-table/shared/seats/contract'
import type { Db } from '../db/db.ts'
import type { Actor } from '../http/actor.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { mailLink, recipientOf } from '../links/index.ts'
import { deleteFill, fillOf, groupOf, insertFill, resizeFill, signFill } from './fill-queries.ts'
import {
  deleteOffer,
  heldOffer,
  heldOfferOf,
  insertOffer,
  offerList,
  offerOf,
  updateOffer,
  type HeldOffer,
} from './offer-queries.ts'
import {
  checkAudience,
  checkChange,
  checkFill,
  checkHours,
  checkSigned,
  checkSize,
  noOffer,
  unknownSchool,
} from './offer-rules.ts'

type Scope = Actor['schoolIds']
const theOffer = async (db: Db, scope: Scope, id: string) => (await offerOf(db, scope, id)) ?? noOffer()
const theHeld = async (db: Db, scope: Scope, id: string) => (await heldOffer(db, scope, id)) ?? noOffer()
const theFill = async (db: Db, scope: Scope, id: string) =>
  (await fillOf(db, scope, id)) ?? notFound('group of students')
const offerAnswer = async (db: Db, scope: Scope, id: string) => {
  const { offer, version } = await theOffer(db, scope, id)
  return json(offer, version)
}
const fillsAnswer = async (db: Db, scope: Scope, id: string) => {
  const { offer, fills } = await theOffer(db, scope, id)
  return json(`{"offer":${offer},"fills":${fills}}`)
}

/** A principal changes what is held for an own school; what is open to all is the office's. */
const checkOwn = (scope: Scope, schoolId: string | null): void => {
  if (scope && schoolId === null) throw refusal('seats-of-the-district')
  if (scope && schoolId && !scope.includes(schoolId)) unknownSchool()
}
const checkVersion = async (db: Db, scope: Scope, { id, version }: HeldOffer, ifMatch: number) => {
  if (version !== ifMatch) stale((await theOffer(db, scope, id)).offer)
}

type Names =
  | 'listSeatOffers'
  | 'getSeatOffer'
  | 'addSeatOffer'
  | 'changeSeatOffer'
  | 'removeSeatOffer'
  | 'fillSeats'
  | 'changeSeatFill'
  | 'removeSeatFill'
  | 'signSeatHours'
  | 'askForSeats'
  | 'askToSignHours'

export const offerHandlers: Pick<Handlers<typeof seatsContract>, Names> = {
  listSeatOffers: async ({ db, actor, query, page }) => {
    const { limit = 50, cursor: _, only, schoolYearId, ...filters } = query
    const list = offerList(holds(actor.permissions, 'needs:write'))
    const found = await list(db, {
      filters: {
        schoolYearId: schoolYearId ?? '',
        ...filters,
        ...(actor.schoolIds && { scope: actor.schoolIds }),
        ...(only && { [only]: true }),
      },
      sort: 'employer',
      after: page.after,
      limit,
    })
    return listAnswer(found, page)
  },

  getSeatOffer: ({ db, actor, params }) => fillsAnswer(db, actor.schoolIds, params.offerId),

  addSeatOffer: async ({ db, actor, body, author }) => {
    checkOwn(actor.schoolIds, body.schoolId ?? null)
    checkAudience(body.kind, body.audience)
    await checkHours(db, body.kind, body.hours)
    const id = await insertOffer(db, body, 'staff', author.name)
    if (!id)
      throw fieldProblem('organizationId', 'There is no such employer, school or school year.', 'reference')
    return offerAnswer(db, actor.schoolIds, id)
  },

  changeSeatOffer: async ({ db, actor, params: { offerId }, body, ifMatch }) => {
    const offer = await theHeld(db, actor.schoolIds, offerId)
    checkOwn(actor.schoolIds, offer.schoolId)
    await checkVersion(db, actor.schoolIds, offer, ifMatch)
    checkChange(offer, body)
    await updateOffer(db, offerId, ifMatch, body)
    return offerAnswer(db, actor.schoolIds, offerId)
  },

  removeSeatOffer: async ({ db, actor, params: { offerId }, ifMatch }) => {
    const offer = await theHeld(db, actor.schoolIds, offerId)
    checkOwn(actor.schoolIds, offer.schoolId)
    await checkVersion(db, actor.schoolIds, offer, ifMatch)
    if (offer.filled > 0) throw refusal('seats-taken')
    await deleteOffer(db, offerId)
  },

  fillSeats: async ({ db, actor, params: { offerId }, body, author }) => {
    if (actor.schoolIds && !actor.schoolIds.includes(body.schoolId)) unknownSchool()
    const offer = await theHeld(db, actor.schoolIds, offerId)
    checkFill(offer, body)
    if (!(await insertFill(db, offerId, body, 'district', author.name)))
      throw (await groupOf(db, offerId, body, 'district')) ? refusal('group-there') : unknownSchool()
    return fillsAnswer(db, actor.schoolIds, offerId)
  },

  changeSeatFill: async ({ db, actor, params: { fillId }, body: { placed }, ifMatch }) => {
    const offer = (await heldOfferOf(db, actor.schoolIds, fillId)) ?? notFound('group of students')
    const fill = await theFill(db, actor.schoolIds, fillId)
    checkSize(offer, placed, fill.placed)
    if (fill.signed && placed < fill.placed) throw refusal('hours-signed')
    if (!(await resizeFill(db, fillId, ifMatch, placed)))
      stale((await theOffer(db, actor.schoolIds, offer.id)).fills)
    return fillsAnswer(db, actor.schoolIds, offer.id)
  },

  removeSeatFill: async ({ db, actor, params: { fillId }, ifMatch }) => {
    const fill = await theFill(db, actor.schoolIds, fillId)
    if (fill.signed) throw refusal('hours-signed')
    if (!(await deleteFill(db, fillId, ifMatch)))
      stale((await theOffer(db, actor.schoolIds, fill.offerId)).fills)
  },

  signSeatHours: async ({ db, actor, params: { fillId }, body, ifMatch, author }) => {
    const fill = await theFill(db, actor.schoolIds, fillId)
    checkSigned(fill.placed, body)
    if (!(await signFill(db, fillId, ifMatch, body, author.name)))
      stale((await theOffer(db, actor.schoolIds, fill.offerId)).fills)
    return fillsAnswer(db, actor.schoolIds, fill.offerId)
  },

  askForSeats: async ({ db, services, params: { organizationId }, body, author }) => {
    const to = await recipientOf(db, organizationId, body.contactId)
    if (!to) throw refusal('no-contact-address')
    const subject = { table: 'organizations', id: organizationId }
    await mailLink(db, services, { purpose: 'seats', subject, organizationId, to, author })
    return { email: to.email }
  },

  askToSignHours: async ({ db, actor, services, params: { offerId }, author }) => {
    const { organizationId, supervisorName, supervisorEmail } = await theHeld(db, actor.schoolIds, offerId)
    const to = supervisorEmail
      ? { name: supervisorName || supervisorEmail, email: supervisorEmail }
      : await recipientOf(db, organizationId)
    if (!to) throw refusal('no-supervisor-address')
    const subject = { table: 'seat_offers', id: offerId }
    await mailLink(db, services, { purpose: 'seat-hours', subject, organizationId, to, author })
    return { email: to.email }
  },
}
