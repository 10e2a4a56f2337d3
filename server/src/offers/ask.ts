import { nextToAsk } from '@common-table/shared/offers/first-refusal'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { createLink } from '../links/index.ts'
import { queueMail } from '../mail/index.ts'
import type { DeskOffer } from './offer-queries.ts'
import { lineOf, markAsked, markLeft, placementOf } from './placement-queries.ts'

/** The link goes on working for a while after the days are over, to say so. */
const linkOutlivesDays = 30

const principal = statement<{
  name: string
  email: string | null
  locale: 'en' | 'es'
}>(`select coalesce(nullif(s.principal_name, ''), s.name) as name,
    nullif(s.principal_email, '') as email,
    coalesce((select u.locale from users u where u.district_id = s.district_id and lower(u.email) = lower(s.principal_email)), 'en') as locale
  from schools s where s.district_id = app_district() and s.id = $1`)

const dayOf = (instant: string, locale: 'en' | 'es', timeZone: string): string =>
  new Intl.DateTimeFormat(locale === 'es' ? 'es-US' : 'en-US', { dateStyle: 'full', timeZone }).format(
    new Date(instant),
  )

const askOne = async (
  db: Db,
  services: Services,
  offer: DeskOffer,
  { id, students, days }: { id: string; students: number; days: number },
  author: Author,
): Promise<boolean> => {
  const placement = (await placementOf(db, id))! // it is in the line
  const to = (await db.one(principal, [placement.schoolId]))! // the line's schools exist
  if (!to.email) {
    await markLeft(db, id, 'withdrawn') // the address was there when the school was chosen
    return false
  }
  const until = (await markAsked(db, id, students, to.name, days))! // it was waiting, and the offer is locked
  const { path } = await createLink(db, services, {
    purpose: 'first-refusal',
    subject: { table: 'offer_placements', id },
    organizationId: offer.organizationId!, // only an offer in the pipeline comes this far
    to: { name: to.name, email: to.email, locale: to.locale },
    days: days + linkOutlivesDays,
    author,
  })
  await queueMail(db, services, {
    to: { address: to.email, name: to.name },
    kind: 'firstRefusal',
    locale: to.locale,
    link: path,
    facts: {
      name: to.name,
      organization: offer.organizationName,
      school: placement.schoolName,
      category: to.locale === 'es' ? placement.categoryNameEs : placement.categoryName,
      students,
      message: offer.message,
      until: dayOf(until, to.locale, offer.timeZone),
      district: offer.district,
    },
  })
  return true
}

/** Asks whoever is next in line while places are free. The offer is locked by the caller. */
export const askNext = async (
  db: Db,
  services: Services,
  offer: DeskOffer,
  author: Author,
  days = offer.firstRefusalDays,
): Promise<void> => {
  if (offer.closedAt !== null) return
  let unreachable = false
  for (const next of nextToAsk(offer.seats, await lineOf(db, offer.id)))
    if (!(await askOne(db, services, offer, { ...next, days }, author))) unreachable = true
  // Whoever could not be asked left its places to those behind it.
  if (unreachable) await askNext(db, services, offer, author, days)
}
