import { linkPurpose, type LinkPurpose } from '@common-table/shared/vocabulary/link-purposes'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import { linkHash } from '../http/link-callers.ts'
import type { Services } from '../http/services.ts'
import { queueMail } from '../mail/index.ts'
import { randomSecret } from '../people/index.ts'
import { publicAddress } from '../settings.ts'
import { insertLink, type MadeLink } from './queries.ts'

export interface LinkRequest {
  purpose: LinkPurpose
  /** The record the link is about, such as `{ table: 'agreements', id }`. */
  subject: { table: string; id: string }
  /** Whom it goes to: a partner, or a school. */
  organizationId?: string
  schoolId?: string
  partnershipId?: string | null
  to: { name: string; email: string; contactId?: string | null; locale?: 'en' | 'es' }
  /** Instead of the purpose's own. */
  days?: number
  author: Author
}

export interface NewLink {
  id: string
  /** `/link/<purpose>#<token>`: what `queueMail` takes as its `link`. The secret is in it and nowhere else. */
  path: string
  /** The same as a whole address, for a printed letter. */
  address: string
  expiresAt: string
  locale: 'en' | 'es'
}

const make = async (
  db: Db,
  services: Services,
  request: LinkRequest,
): Promise<NewLink & { made: MadeLink }> => {
  const { purpose, subject, organizationId, schoolId, partnershipId, to, days, author } = request
  const secret = randomSecret()
  const made = (await insertLink(db, [
    purpose,
    subject.table,
    subject.id,
    organizationId ?? null,
    partnershipId ?? null,
    to.contactId ?? null,
    to.name,
    to.email,
    to.locale ?? null,
    linkHash(secret),
    days ?? linkPurpose(purpose)?.days,
    author.kind === 'user' ? author.id : null,
    author.name,
    schoolId ?? null,
  ]))! // an insert returns its row
  const path = `/link/${purpose}#${db.districtId}.${secret}`
  return {
    id: made.id,
    path,
    address: publicAddress(services.settings) + path,
    expiresAt: made.expires_at,
    locale: made.locale,
    made,
  }
}

/** Makes a link; an older one for the same record and address stops working. Mail it yourself, or call `mailLink`. */
export const createLink = async (db: Db, services: Services, request: LinkRequest): Promise<NewLink> => {
  const { made: _, ...link } = await make(db, services, request)
  return link
}

const day = (instant: string, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone }).format(
    new Date(instant),
  )

/** Makes a link and e-mails it. `note` is a sentence of the sender's own, in the reader's language, above the link. */
export const mailLink = async (
  db: Db,
  services: Services,
  request: LinkRequest & { note?: string },
): Promise<NewLink> => {
  const { made, ...link } = await make(db, services, request)
  const asks = linkPurpose(request.purpose)?.asks[made.locale] ?? ''
  await queueMail(db, services, {
    to: { address: made.email, name: made.name },
    kind: linkPurpose(request.purpose)?.reader ? 'schoolLink' : request.note ? 'linkWithNote' : 'link',
    locale: made.locale,
    facts: {
      name: made.name,
      organization: made.organization,
      district: made.district,
      asks,
      note: request.note ?? '',
      expires: day(made.expires_at, made.locale, made.time_zone),
    },
    link: link.path,
    ...(request.organizationId && {
      about: { organizationId: request.organizationId, partnershipId: request.partnershipId ?? null },
    }),
  })
  return link
}
