import type { Db } from '../db/db.ts'
import type { Services } from '../http/services.ts'
import { queueMail } from '../mail/index.ts'
import { mailablePerson, replaceLink, type MailablePerson } from './link-queries.ts'
import { randomSecret, secretHash } from './secrets.ts'

/** In the part of the address that never reaches a server or its log. */
const linkTo = (page: string, districtId: string, secret: string): string => `${page}#${districtId}.${secret}`

/** The district and the hash of an e-mailed link's token; undefined when it is not one. */
export const readLink = (token: string): { districtId: string; hash: string } | undefined => {
  const [districtId = '', secret = ''] = token.split('.')
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(districtId) && secret
    ? { districtId, hash: secretHash(secret) }
    : undefined
}

const day = (instant: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(instant),
  )

/** E-mails an invitation and gives back its path, for the command line where nobody reads mail yet. */
export const invite = async (
  db: Db,
  services: Services,
  person: MailablePerson,
  inviter: string,
): Promise<string> => {
  const secret = randomSecret()
  const expires = await replaceLink(db, person.id, 'invitation', secretHash(secret))
  const link = linkTo('/invitation', db.districtId, secret)
  await queueMail(db, services, {
    to: { address: person.email, name: person.name },
    kind: 'invitation',
    locale: person.locale,
    facts: { name: person.name, inviter, district: person.district, expires: day(expires, person.locale) },
    link,
  })
  return link
}

/** E-mails a link to set a new password, at most five in an hour, so that nobody's mailbox is flooded. */
export const sendResetLink = async (
  db: Db,
  services: Services,
  userId: string,
): Promise<string | undefined> => {
  const person = await mailablePerson(db, userId)
  if (person?.status !== 'active' || person.links_last_hour >= 5) return undefined
  const secret = randomSecret()
  await replaceLink(db, userId, 'reset', secretHash(secret))
  const link = linkTo('/reset-password', db.districtId, secret)
  await queueMail(db, services, {
    to: { address: person.email, name: person.name },
    kind: 'reset',
    locale: person.locale,
    facts: { name: person.name, district: person.district },
    link,
  })
  return link
}

/** Tells a person that their password changed: who did not do it must hear of it. */
export const tellPasswordChanged = async (db: Db, services: Services, userId: string): Promise<void> => {
  const person = await mailablePerson(db, userId)
  if (!person) return
  await queueMail(db, services, {
    to: { address: person.email, name: person.name },
    kind: 'passwordChanged',
    locale: person.locale,
    facts: { name: person.name, district: person.district },
    link: '/forgot-password',
  })
}
