import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { OfferItem } from '@common-table/shared/pipeline/offer-schemas'
import type { offersContract } from '@common-table/shared/pipeline/offers-contract'
import { WORK_BITS } from '@common-table/shared/pipeline/proof-of-work'
import type { Db } from '../db/db.ts'
import { logoOf } from '../district/index.ts'
import { Download, json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import type { Services } from '../http/services.ts'
import { stale } from '../http/stale.ts'
import { queueMail } from '../mail/index.ts'
import { duplicatesOf, organizationExists } from '../organizations/index.ts'
import { takeIn } from './accept-offer.ts'
import { checkChallenge, checkWork, newChallenge } from './offer-form.ts'
import { takeOffer } from './take-offer.ts'
import { checkOffered, updateOffer, writeOffer } from './write-offer.ts'
import { districtName, findOffer, formOf, offersOf, settleOffer, type Decision } from './offer-queries.ts'

const theOffer = async (db: Db, id: string): Promise<OfferItem> =>
  (await findOffer(db, id)) ?? notFound('offer')

const answer = async (db: Db, id: string) => {
  const offer = await theOffer(db, id)
  const { items: duplicates } = await duplicatesOf(db, {
    name: offer.organizationName,
    website: offer.website,
    phone: offer.contactPhone,
  })
  return { ...offer, duplicates: duplicates.filter((one) => one.id !== offer.organization?.id) }
}

const mustBe = (offer: OfferItem, ...statuses: OfferItem['status'][]): void => {
  if (!statuses.includes(offer.status)) throw refusal('offer-answered')
}

const closed = (): never => {
  throw refusal('offers-closed')
}

const reply = async (
  db: Db,
  services: Services,
  offer: OfferItem,
  kind: 'offerAccepted' | 'offerDeclined',
): Promise<void> =>
  queueMail(db, services, {
    to: { address: offer.contactEmail, name: offer.contactName },
    kind,
    locale: offer.locale,
    facts: {
      name: offer.contactName,
      organization: offer.organizationName,
      district: await districtName(db),
    },
  })

const decide = async (
  db: Db,
  offer: OfferItem,
  version: number,
  decision: Decision,
  by: { id: string | null; name: string },
) => {
  if (!(await settleOffer(db, offer.id, version, decision, by))) stale(JSON.stringify(offer))
  return answer(db, offer.id)
}

export const offersHandlers: Handlers<typeof offersContract> = {
  openOfferForm: async ({ services, params: { districtId }, now }) => {
    const { district, categories } = (await formOf(services.read(districtId))) ?? closed()
    const token = JSON.stringify(newChallenge(services.cursors, districtId, now))
    return json(`{"district":${district},"categories":${categories},"token":${token},"bits":${WORK_BITS}}`)
  },

  getPublicLogo: async ({ services, params: { districtId } }) => {
    const db = services.read(districtId)
    const logo = ((await formOf(db)) && (await logoOf(db))) ?? notFound('logo')
    const name = `logo.${logo.mediaType.split('/')[1]}`
    return new Download(name, logo.mediaType, services.files.open(logo.sha256))
  },

  sendOffer: async ({ services, params: { districtId }, body, now, author }) => {
    checkChallenge(services.cursors, districtId, body.token, now)
    checkWork(body)
    await takeOffer(services, districtId, body, {
      now,
      author: { ...author, kind: 'link', name: 'public form' },
    })
  },

  listOffers: async ({ db, query, page }) => listAnswer(await offersOf(db, query, page.after), page),
  addOffer: async ({ db, body, author }) => writeOffer(db, body, author).then((id) => answer(db, id)),

  changeOffer: async ({ db, params, body, ifMatch }) => {
    const offer = await theOffer(db, params.offerId)
    mustBe(offer, 'new', 'suspected', 'accepted')
    await checkOffered(db, body)
    if (!(await updateOffer(db, params.offerId, ifMatch, body))) return stale(JSON.stringify(offer))
    return answer(db, params.offerId)
  },

  getOffer: ({ db, params }) => answer(db, params.offerId),

  acceptOffer: async ({ db, services, params, body, ifMatch, author }) => {
    const offer = await theOffer(db, params.offerId)
    mustBe(offer, 'new', 'suspected')
    if (offer.version !== ifMatch) return stale(JSON.stringify(offer))
    if (body.organizationId && !(await organizationExists(db, body.organizationId)))
      throw fieldProblem(
        'organizationId',
        'There is no such organization; it may have been merged.',
        'reference',
      )
    const taken = await takeIn(db, offer, body, author)
    if (body.reply) await reply(db, services, offer, 'offerAccepted')
    return decide(db, offer, ifMatch, { status: 'accepted', ...taken, replied: body.reply }, author)
  },

  declineOffer: async ({ db, services, params, body, ifMatch, author }) => {
    const offer = await theOffer(db, params.offerId)
    mustBe(offer, 'new', 'suspected')
    if (offer.version !== ifMatch) return stale(JSON.stringify(offer))
    if (body.reply) await reply(db, services, offer, 'offerDeclined')
    const { reason, note, reply: replied } = body
    return decide(
      db,
      offer,
      ifMatch,
      { status: 'declined', reason, ...(note !== undefined && { note }), replied },
      author,
    )
  },

  judgeOffer: async ({ db, params, body, ifMatch, author }) => {
    const offer = await theOffer(db, params.offerId)
    mustBe(offer, 'new', 'suspected', 'spam')
    return decide(db, offer, ifMatch, { status: body.spam ? 'spam' : 'new' }, author)
  },
}
