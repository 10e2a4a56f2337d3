import { consentText, isSignature } from '@common-table/shared/agreements/signing'
import { fieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Side } from '@common-table/shared/vocabulary/sides'
import type { Language } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { notify } from '../notifications/index.ts'
import { complete } from './complete.ts'
import { insertSignature, latestDocument, signaturesUnder } from './documents-queries.ts'
import { wrongStage } from './draft-only.ts'
import { lettersMissing } from './pdf/fonts.ts'
import { holdAgreement } from './queries.ts'
import { theRow } from './view.ts'

export interface Signing {
  agreementId: string
  side: Side
  /** The fingerprint of the document that was shown. */
  sha256: string
  name: string
  title: string
  /** The language the consent was read in. */
  language: Language
  now: Date
  origin: { address: string; device: string }
  author: Author
}

const checkName = (field: 'name' | 'title', text: string): void => {
  const missing = lettersMissing(text)
  if (missing.length > 0)
    throw fieldProblem(
      field,
      `The signature page cannot print ${missing.join(' ')}. Write it in Latin letters, as in your passport.`,
      'letters',
    )
}

/**
 * Signs for one side, exactly the document that was shown: one that was sent back, changed and issued again in the meantime
 * has another fingerprint and is refused. The second signature completes the agreement in the same transaction.
 */
export const sign = async (db: Db, services: Services, signing: Signing): Promise<void> => {
  const { agreementId, side, sha256, now } = signing
  const [name, title] = [signing.name.trim(), signing.title.trim()]
  await holdAgreement(db, agreementId)
  const row = await theRow(db, null, agreementId)
  const { stage, organization } = row.agreement
  const document = await latestDocument(db, agreementId, 'issued')
  if (stage === 'signed') wrongStage(stage, 'agreement-signed')
  if (stage !== 'signatures' || !document) return wrongStage(stage, 'agreement-not-ready')
  if (document.sha256 !== sha256)
    throw refusal('agreement-changed', {
      fields: [{ field: 'sha256', rule: 'changed', message: 'This is not the newest document.' }],
      current: { sha256: document.sha256 },
    })
  if (!isSignature(name)) throw fieldProblem('name', 'Type your name as you sign it.')
  checkName('name', name)
  checkName('title', title)
  const first = await insertSignature(db, {
    agreementId,
    documentId: document.id,
    side,
    name,
    title,
    organization: side === 'district' ? row.districtName : organization.name,
    consent: consentText[signing.language],
    sha256,
    ...signing.origin,
    at: now.toISOString(),
  })
  if (!first) throw refusal('signed-already')
  const signatures = await signaturesUnder(db, document.id)
  if (signatures.length === 2) await complete(db, services, row, document, signatures, signing.author)
  else if (side === 'partner')
    await notify(
      db,
      row.agreement.districtSignerId
        ? { userIds: [row.agreement.districtSignerId] }
        : { roles: ['director'] },
      'agreements.partnerSigned',
      { title: row.agreement.title, name },
      `/agreements/${agreementId}`,
    )
}
