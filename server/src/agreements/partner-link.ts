import { fieldProblem } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { mailLink, recipientOf } from '../links/index.ts'
import type { StoredAgreement } from './queries.ts'

const notes = {
  signed: {
    en: 'Both sides have signed. Your copy is behind this link.',
    es: 'Ambas partes han firmado. Su copia está en este enlace.',
  },
} as const

/** E-mails the partner's signer, or another contact, a link to this agreement. */
export const mailPartner = async (
  db: Db,
  services: Services,
  agreement: Pick<StoredAgreement, 'id' | 'organization' | 'partnership' | 'partnerSignerId' | 'language'>,
  author: Author,
  { contactId, note }: { contactId?: string | undefined; note?: keyof typeof notes } = {},
): Promise<void> => {
  const to = await recipientOf(db, agreement.organization.id, contactId ?? agreement.partnerSignerId)
  if (!to)
    throw fieldProblem(
      'partnerSignerId',
      'This person has no e-mail address here, and the link goes by e-mail. Add the address, or choose someone else.',
      'address',
    )
  await mailLink(db, services, {
    purpose: 'agreement',
    subject: { table: 'agreements', id: agreement.id },
    organizationId: agreement.organization.id,
    partnershipId: agreement.partnership.id,
    to,
    author,
    ...(note && { note: notes[note][agreement.language] }),
  })
}
