import type { DocumentContent } from '@common-table/shared/agreements/document'
import type { FieldProblem } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import type { Services } from '../http/services.ts'
import type { VisionStand } from '../vision/index.ts'
import { keepBytes } from './document-bytes.ts'
import { insertDocument, latestDocument } from './documents-queries.ts'
import { lettersMissing } from './pdf/fonts.ts'
import { renderIssued, sha256Of } from './pdf/render.ts'
import type { AgreementRow } from './queries.ts'

const amendsOf = async (db: Db, { agreement }: AgreementRow): Promise<DocumentContent['amends']> => {
  if (agreement.kind !== 'amendment' || !agreement.from) return null
  const signed = await latestDocument(db, agreement.from.id, 'signed')
  return {
    title: agreement.from.title,
    reason: agreement.amendmentReason ?? '',
    note: agreement.amendmentNote,
    sha256: signed?.sha256 ?? '',
  }
}

/** Everything the document says, as it is now. */
export const contentOf = async (
  db: Db,
  row: AgreementRow,
  vision: VisionStand,
  issuedAt: string,
): Promise<DocumentContent> => {
  const { agreement } = row
  return {
    agreementId: agreement.id,
    title: agreement.title,
    kind: agreement.kind,
    type: agreement.type,
    language: agreement.language,
    districtName: row.districtName,
    partnerName: agreement.organization.name,
    partnershipName: agreement.partnership.name,
    amends: await amendsOf(db, row),
    startsOn: agreement.startsOn,
    endsOn: agreement.endsOn,
    renews: agreement.renews,
    termMonths: agreement.termMonths,
    noticeDays: agreement.noticeDays,
    amountCents: agreement.amountCents,
    visionNumber: vision.agreedNumber ?? 0,
    visionStatement: vision.statement,
    schools: row.schools,
    sections: agreement.sections
      .filter(({ state }) => state === 'finalized')
      .map(({ code, group, title, body }) => ({ code, group, title, body })),
    obligations: agreement.obligations.map(({ id: _id, version: _version, ...clause }) => clause),
    dataSharing: agreement.dataSharing,
    issuedAt,
  }
}

const letters = (field: string, text: string): FieldProblem[] => {
  const missing = lettersMissing(text)
  return missing.length === 0
    ? []
    : [
        {
          field,
          rule: 'letters',
          message: `These signs cannot be printed: ${missing.slice(0, 10).join(' ')}. Write them another way.`,
        },
      ]
}

/** Where the document has letters that would be holes on paper. */
export const unprintable = (content: DocumentContent): FieldProblem[] => [
  ...letters('title', content.title),
  ...letters('partnership', content.partnershipName + content.partnerName + content.districtName),
  ...letters('vision', content.visionStatement),
  ...letters('schoolIds', content.schools.join('')),
  ...content.sections.flatMap(({ code, title, body }) => letters(`sections.${code}`, title + body)),
  ...content.obligations.flatMap(({ side, what, evidence }) =>
    letters(`obligations.${side}`, what + evidence),
  ),
  ...letters('dataSharing', content.dataSharing ? JSON.stringify(content.dataSharing) : ''),
  ...letters('amendmentNote', content.amends?.note ?? ''),
]

/** Makes the document that is reviewed and signed, and keeps it for good. */
export const issue = async (db: Db, services: Services, content: DocumentContent): Promise<void> => {
  const bytes = await renderIssued(content)
  await keepBytes(services.files, bytes)
  await insertDocument(db, {
    agreementId: content.agreementId,
    kind: 'issued',
    sha256: sha256Of(bytes),
    sizeBytes: bytes.length,
    content,
    signatures: [],
    issuedAt: content.issuedAt,
  })
}
