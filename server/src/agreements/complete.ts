import { termEnd } from '@common-table/shared/agreements/term'
import { addDays } from '@common-table/shared/calendar/dates'
import { refusal } from '@common-table/shared/contract/refusals'
import type { SignedLine } from '@common-table/shared/agreements/document'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { notify } from '../notifications/index.ts'
import { planDues, voidDuesAfter } from '../obligations/index.ts'
import { keepBytes } from './document-bytes.ts'
import { insertDocument, type StoredDocument } from './documents-queries.ts'
import { mailPartner } from './partner-link.ts'
import { renderSigned, sha256Of } from './pdf/render.ts'
import { agreementRow, type AgreementRow } from './queries.ts'
import { endOn, makeFormal, moveStage } from './stages-queries.ts'
import { termOf } from './view.ts'

/** An amendment, or the renewal of an agreement that would go on by itself, takes the place of the one before it. */
const replace = async (db: Db, { agreement, today }: AgreementRow): Promise<void> => {
  const before = agreement.from && (await agreementRow(db, null, agreement.from.id))
  if (!before || !agreement.startsOn) return
  const lastDay = addDays(agreement.startsOn, -1)
  const end = termEnd(termOf(before.agreement), today)
  const goesOn = end === null || end > lastDay || before.agreement.renews
  if (before.agreement.lastDay !== null || !goesOn) {
    if (agreement.kind === 'amendment') throw refusal('amended-ended')
    return
  }
  await endOn(db, before.agreement.id, null, { lastDay, because: 'replaced' })
  await voidDuesAfter(db, before.agreement.id, lastDay)
}

/** Both sides have signed: the signed document is made and kept, promises get their days, and both sides hear of it. */
export const complete = async (
  db: Db,
  services: Services,
  row: AgreementRow,
  document: StoredDocument,
  signatures: readonly SignedLine[],
  author: Author,
): Promise<void> => {
  const { agreement } = row
  const bytes = await renderSigned(document.content, signatures)
  await keepBytes(services.files, bytes)
  await insertDocument(db, {
    agreementId: agreement.id,
    kind: 'signed',
    sha256: sha256Of(bytes),
    sizeBytes: bytes.length,
    content: document.content,
    signatures: [...signatures],
    issuedAt: signatures.at(-1)?.at ?? document.content.issuedAt,
  })
  await moveStage(db, {
    agreementId: agreement.id,
    version: row.version,
    to: 'signed',
    outcome: 'signed',
    decidedBy: signatures.map(({ name }) => name).join(', '),
    note: '',
  })
  await replace(db, row)
  await makeFormal(db, agreement.partnership.id)
  await planDues(db, agreement.id, row.today)
  await mailPartner(db, services, agreement, author, { note: 'signed' })
  await notify(
    db,
    row.leadUserId ? { userIds: [row.leadUserId] } : { roles: ['director'] },
    'agreements.signed',
    { title: agreement.title },
    `/agreements/${agreement.id}`,
  )
}
