import type { Review } from '@common-table/shared/compliance/schemas'
import { documentKinds, rejectReasons } from '@common-table/shared/compliance/vocabulary'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { stale } from '../http/stale.ts'
import { mailLink, recipientOf } from '../links/index.ts'
import { decideDocument, documentNow, documentOf, type DocumentRow } from './documents-queries.ts'
import { ruleFor } from './hand-in.ts'
import { checkSaid } from './rules.ts'
import { settleStanding } from './settle.ts'

const sentBack = {
  en: (kind: string, reason: string, note: string) =>
    `We could not accept your document “${kind}”: ${reason}. ${note}`.trim(),
  es: (kind: string, reason: string, note: string) =>
    `No pudimos aceptar su documento «${kind}»: ${reason}. ${note}`.trim(),
}

/** Tells the partner why a document came back, with the link to hand in another. */
const tellPartner = async (
  db: Db,
  services: Services,
  { organizationId, kind }: DocumentRow,
  { reason = 'other', note = '' }: Review,
  author: Author,
): Promise<void> => {
  const to = await recipientOf(db, organizationId)
  if (!to) return
  const why = nameOf(rejectReasons, reason, to.locale)
  await mailLink(db, services, {
    purpose: 'documents',
    subject: { table: 'organizations', id: organizationId },
    organizationId,
    to,
    note: sentBack[to.locale](nameOf(documentKinds, kind, to.locale), why, note.trim()),
    author,
  })
}

/** Approves a document or sends it back; answers whose it is. */
export const decide = async (
  db: Db,
  services: Services,
  documentId: string,
  version: number,
  review: Review,
  author: Author,
): Promise<string> => {
  const document = (await documentOf(db, documentId)) ?? notFound('document')
  if (document.version !== version) stale(await documentNow(db, documentId))
  const said = {
    issuedOn: review.issuedOn === undefined ? document.issuedOn : review.issuedOn,
    expiresOn: review.expiresOn === undefined ? document.expiresOn : review.expiresOn,
    amountCents: review.amountCents === undefined ? document.amountCents : review.amountCents,
  }
  if (review.decision === 'approve') {
    if (document.status === 'approved') throw refusal('document-approved')
    checkSaid(await ruleFor(db, document.kind), said, document.today)
  } else if (document.status === 'rejected') throw refusal('document-sent-back')
  else if (!review.reason) throw fieldProblem('reason', 'Say why: choose one of the reasons.', 'required')
  else if (review.reason === 'other' && !review.note?.trim())
    throw fieldProblem(
      'note',
      'Say in a sentence what is wrong, so that the partner can mend it.',
      'required',
    )
  if (!(await decideDocument(db, documentId, version, author.name, review, said)))
    stale(await documentNow(db, documentId))
  await settleStanding(db, document.organizationId)
  if (review.decision === 'reject') await tellPartner(db, services, document, review, author)
  return document.organizationId
}
