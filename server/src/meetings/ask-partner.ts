import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { mailLink, recipientOf } from '../links/index.ts'
import { formattedDay } from './day-words.ts'
import type { CheckInRow } from './queries.ts'

/**
 * E-mails the partner a link to this check-in: to the one who is chosen, else the partner's lead, else whom the
 * organisation can be reached by. Answers whether anybody could be reached.
 */
export const mailPartner = async (
  db: Db,
  services: Services,
  row: CheckInRow,
  contactId: string | null | undefined,
  author: Author,
): Promise<boolean> => {
  const organizationId = row.organization.id
  const to =
    (await recipientOf(db, organizationId, contactId ?? row.partnerLeadId)) ??
    (contactId ? undefined : await recipientOf(db, organizationId))
  if (!to) return false
  const day = formattedDay(row.day, row.startTime, to.locale)
  await mailLink(db, services, {
    purpose: 'check-in',
    subject: { table: 'meetings', id: row.id },
    organizationId,
    partnershipId: row.partnership.id,
    to,
    note:
      to.locale === 'es'
        ? `La reunión de seguimiento de «${row.partnership.name}» es el ${day}. Aquí está la preparación: metas, acuerdos y cifras.`
        : `The check-in of “${row.partnership.name}” is on ${day}. Here is what to know before: goals, promises and figures.`,
    author,
  })
  return true
}
