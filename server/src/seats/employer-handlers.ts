import { notFound } from '@common-table/shared/contract/problem'
import type { RawCell } from '@common-table/shared/outcomes/raw-cell'
import { suppressCells, thresholdFrom, withheld } from '@common-table/shared/outcomes/suppression'
import { minimumsOf } from '@common-table/shared/seats/kinds'
import type { EmployerSeats, SeatsToSign } from '@common-table/shared/seats/offer-schemas'
import type { employerSeatsContract } from '@common-table/shared/seats/partner-contract'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { notify } from '../notifications/index.ts'
import { groupsToSign, seatsOfEmployer } from './employer-queries.ts'
import { fillOf, groupOf, insertFill, resizeFill, signFill } from './fill-queries.ts'
import { heldOffer, insertOffer, updateOffer } from './offer-queries.ts'
import {
  checkAudience,
  checkChange,
  checkFill,
  checkHours,
  checkSigned,
  noOffer,
  unknownSchool,
} from './offer-rules.ts'

/** What schools said, as a partner may see it: small groups are withheld. */
const screened = (counts: readonly { id: string; count: number }[], threshold: number) => {
  const cells = counts.map(({ id, count }): RawCell => ({
    key: id,
    measure: 'count',
    value: count,
    n: count,
  }))
  const shown = suppressCells(cells, [], thresholdFrom(threshold)).cells
  return (id: string) => shown.get(id) ?? withheld('small_n')
}

const employerPage = async (db: Db, organizationId: string): Promise<EmployerSeats> => {
  const { threshold, own, offers, ...ground } =
    (await seatsOfEmployer(db, organizationId)) ?? notFound('employer')
  const shown = screened(
    offers.map(({ id, fromSchools }) => ({ id, count: fromSchools })),
    threshold,
  )
  return {
    ...ground,
    minimumHours: minimumsOf(own),
    offers: offers.map((offer) => ({ ...offer, fromSchools: shown(offer.id) })),
  }
}

const signingPage = async (db: Db, offerId: string): Promise<SeatsToSign> => {
  const { threshold, own, groups, offer, organization } = (await groupsToSign(db, offerId)) ?? noOffer()
  const shown = screened(
    groups.map(({ id, placed }) => ({ id, count: placed })),
    threshold,
  )
  return {
    organization,
    offer: { ...offer, minimumHours: minimumsOf(own)[offer.kind] },
    groups: groups.map((group) => ({ ...group, placed: shown(group.id) })),
  }
}

/** Only what belongs to the employer the link went to. */
const ownOffer = async (db: Db, organizationId: string | null, offerId: string) => {
  const offer = await heldOffer(db, null, offerId)
  return offer && offer.organizationId === organizationId ? offer : noOffer()
}
const office = { roles: ['coordinator'] } as const

export const employerSeatsHandlers: Handlers<typeof employerSeatsContract> = {
  readSeatsByLink: ({ db, actor }) => employerPage(db, actor.link.subjectId),

  offerSeatsByLink: async ({ db, actor: { link }, body }) => {
    checkAudience(body.kind, body.audience)
    await checkHours(db, body.kind, body.hours)
    const offer = {
      ...body,
      organizationId: link.subjectId,
      supervisorName: link.name,
      supervisorEmail: link.email,
    }
    if (!(await insertOffer(db, offer, 'link', link.name))) unknownSchool()
    const page = await employerPage(db, link.subjectId)
    const facts = { organization: page.organization.name, seats: body.seats, title: body.title }
    await notify(db, office, 'seats.offered', facts, `/organizations/${link.subjectId}?part=seats`)
    return page
  },

  changeSeatsByLink: async ({ db, actor: { link }, params: { offerId }, body, ifMatch }) => {
    const offer = await ownOffer(db, link.subjectId, offerId)
    checkChange(offer, body)
    if (!(await updateOffer(db, offerId, ifMatch, body)))
      stale(JSON.stringify((await employerPage(db, link.subjectId)).offers.find(({ id }) => id === offerId)))
    return employerPage(db, link.subjectId)
  },

  fillSeatsByLink: async ({ db, actor: { link }, params: { offerId }, body }) => {
    const offer = await ownOffer(db, link.subjectId, offerId)
    const before = await groupOf(db, offerId, body, 'partner')
    checkFill(offer, body, before?.placed)
    const kept = before
      ? await resizeFill(db, before.id, before.version, body.placed)
      : await insertFill(db, offerId, body, 'partner', link.name)
    if (!kept) unknownSchool()
    return employerPage(db, link.subjectId)
  },

  readHoursToSign: ({ db, actor }) => signingPage(db, actor.link.subjectId),

  signHoursByLink: async ({ db, actor: { link }, params: { fillId }, body, ifMatch }) => {
    const fill = await fillOf(db, null, fillId)
    if (!fill || fill.offerId !== link.subjectId) throw notFound('group of students')
    checkSigned(fill.placed, body)
    if (!(await signFill(db, fillId, ifMatch, body, link.name)))
      stale(JSON.stringify((await signingPage(db, link.subjectId)).groups.find(({ id }) => id === fillId)))
    const page = await signingPage(db, link.subjectId)
    const facts = { name: link.name, hours: body.hours, title: page.offer.title }
    await notify(db, office, 'seats.signed', facts, `/organizations/${page.organization.id}?part=seats`)
    return page
  },
}
