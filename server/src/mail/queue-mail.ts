import type { Locale } from '@common-table/shared/people/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Services } from '../http/services.ts'
import { publicAddress } from '../settings.ts'
import { writeMail, type Facts, type Template } from './template.ts'
import { templates, type MailKind } from './templates.ts'

export interface MailRequest {
  to: { address: string; name?: string }
  kind: MailKind
  locale: Locale
  facts?: Facts
  /** A path of the web pages, `/invitation#…`; it becomes `{link}`, a whole address. */
  link?: string
  /** The partner whose timeline it belongs to. */
  about?: { organizationId: string; partnershipId?: string | null }
}

const insert = statement<{ id: string }>(
  `insert into mails (district_id, to_address, to_name, kind, locale, subject, body, secret, status,
     organization_id, partnership_id)
   values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
)

/**
 * Writes a mail and has it sent after this transaction commits, at least once. Without SMTP it is kept in the outbox,
 * which administrators read.
 */
export const queueMail = async (
  db: Db,
  services: Services,
  { to, kind, locale, facts = {}, link, about }: MailRequest,
): Promise<void> => {
  const template: Template = templates[kind]
  const address = link === undefined ? {} : { link: `${publicAddress(services.settings)}${link}` }
  const { subject, body } = writeMail(template, locale, { ...facts, ...address })
  const sends = services.settings.smtpUrl !== undefined
  const mail = await db.one(insert, [
    to.address,
    to.name ?? '',
    kind,
    locale,
    subject,
    body,
    template.secret === true,
    sends ? 'queued' : 'kept',
    about?.organizationId ?? null,
    about?.partnershipId ?? null,
  ])
  if (sends && mail) await services.jobs.send(db, 'mail', { districtId: db.districtId, mailId: mail.id })
}
