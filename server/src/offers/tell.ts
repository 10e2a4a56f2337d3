import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { createLink } from '../links/index.ts'
import { queueMail } from '../mail/index.ts'
import { notify } from '../notifications/index.ts'
import type { DeskOffer } from './offer-queries.ts'
import type { KnownPlacement } from './placement-queries.ts'

const giversLink = async (db: Db, services: Services, offer: DeskOffer, author: Author): Promise<string> => {
  const { path } = await createLink(db, services, {
    purpose: 'offer',
    subject: { table: 'offers', id: offer.id },
    organizationId: offer.organizationId!, // only an offer in the pipeline comes this far
    to: { name: offer.contactName, email: offer.contactEmail, locale: offer.locale },
    author,
  })
  return path
}

/** Tells whoever made the offer, in their language, that a school said yes. */
export const tellPlaced = async (
  db: Db,
  services: Services,
  offer: DeskOffer,
  placement: KnownPlacement,
  students: number,
  author: Author,
): Promise<void> =>
  queueMail(db, services, {
    to: { address: offer.contactEmail, name: offer.contactName },
    kind: 'offerPlaced',
    locale: offer.locale,
    link: await giversLink(db, services, offer, author),
    about: { organizationId: offer.organizationId! },
    facts: {
      name: offer.contactName,
      organization: offer.organizationName,
      school: placement.schoolName,
      category: offer.locale === 'es' ? placement.categoryNameEs : placement.categoryName,
      students,
      district: offer.district,
    },
  })

const outcomes = {
  en: {
    none: 'We asked our schools, and none can take it just now.',
    some: (students: number) => `It reaches ${students} students now.`,
  },
  es: {
    none: 'Consultamos a nuestras escuelas y por ahora ninguna puede recibirla.',
    some: (students: number) => `Ahora llega a ${students} estudiantes.`,
  },
}

/** Tells whoever made the offer what came of it, once no more schools are asked. */
export const tellClosed = async (
  db: Db,
  services: Services,
  offer: DeskOffer,
  placed: number,
  author: Author,
): Promise<void> =>
  queueMail(db, services, {
    to: { address: offer.contactEmail, name: offer.contactName },
    kind: 'offerClosed',
    locale: offer.locale,
    link: await giversLink(db, services, offer, author),
    about: { organizationId: offer.organizationId! },
    facts: {
      name: offer.contactName,
      organization: offer.organizationName,
      district: offer.district,
      outcome: placed > 0 ? outcomes[offer.locale].some(placed) : outcomes[offer.locale].none,
    },
  })

/** Tells whoever took the offer in, or the coordinators, what a school said. */
export const tellDesk = (
  db: Db,
  offer: DeskOffer,
  placement: KnownPlacement,
  word: 'placed' | 'declined' | 'lapsed',
) =>
  notify(
    db,
    offer.decidedBy ? { userIds: [offer.decidedBy] } : { roles: ['coordinator', 'director'] },
    `offers.${word}`,
    { organization: offer.organizationName, school: placement.schoolName },
    `/placing/offers/${offer.id}`,
  )
