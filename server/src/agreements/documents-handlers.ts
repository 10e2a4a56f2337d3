import type { agreementDocumentsContract } from '@common-table/shared/agreements/documents-contract'
import { standingOn } from '@common-table/shared/agreements/term'
import { rasterType } from '@common-table/shared/district/raster-picture'
import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { Download } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import type { ReceivedFile } from '../http/uploads.ts'
import { bytesOf } from './document-bytes.ts'
import {
  certificateOf,
  documentRow,
  keepCertificate,
  verifiedBy,
  type Verified,
} from './documents-queries.ts'
import { wrongStage } from './draft-only.ts'
import { theAgreement, theRow } from './view.ts'

const certificateLimit = 20_000_000

/** What the file is by its first bytes, whatever its name says: a PDF or a picture. */
const certificateType = async (file: ReceivedFile): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of file.stream) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > 4096) break
  }
  const head = Buffer.concat(chunks)
  const type = head.subarray(0, 5).toString('latin1') === '%PDF-' ? 'application/pdf' : rasterType(head)
  if (!type) throw refusal('not-a-certificate')
  return type
}

const publicly = ({
  stage,
  isSigned,
  today,
  renews,
  termMonths,
  noticeDays,
  lastDay,
  endReason,
  ...found
}: Verified) => ({
  ...found,
  found: true as const,
  signedAt: isSigned ? (found.signers.at(-1)?.at ?? null) : null,
  standing: isSigned
    ? standingOn(
        {
          stage: stage as 'signed', // the function reads it from the same column
          startsOn: found.startsOn,
          endsOn: found.endsOn,
          renews,
          termMonths,
          noticeDays,
          lastDay,
          endReason,
        },
        today,
      )
    : ('unsigned' as const),
  asOf: today,
})

export const agreementDocumentsHandlers: Handlers<typeof agreementDocumentsContract> = {
  getAgreementDocument: async ({ db, actor, params }) => {
    const { sha256, kind, content, signatures } =
      (await documentRow(db, actor.schoolIds, params.documentId)) ?? notFound('document')
    return { sha256, kind, content, signatures }
  },

  downloadAgreementDocument: async ({ db, actor, services, params }) => {
    const document = (await documentRow(db, actor.schoolIds, params.documentId)) ?? notFound('document')
    return new Download(`${document.title}.pdf`, 'application/pdf', await bytesOf(services.files, document))
  },

  verifyDocument: async ({ services, body }) => {
    const found = await verifiedBy(services.read(''), body.sha256)
    return found ? (publicly(found) as never) : { found: false } // kind and type come from columns with the same list
  },

  certifyDestruction: async ({ db, params: { agreementId }, file, author }) => {
    if (file.sizeBytes > certificateLimit) throw refusal('certificate-too-large')
    const { agreement, today } = await theRow(db, null, agreementId)
    if (agreement.stage !== 'signed' || !agreement.dataSharing) wrongStage(agreement.stage, 'no-shared-data')
    const mediaType = await certificateType(file)
    const { name, sizeBytes, sha256 } = file
    await keepCertificate(db, agreementId, { name, mediaType, sizeBytes, sha256 }, author.id, today)
    return theAgreement(db, null, agreementId)
  },

  downloadDestructionCertificate: async ({ db, actor, services, params }) => {
    const file = (await certificateOf(db, actor.schoolIds, params.agreementId)) ?? notFound('certificate')
    return new Download(file.name, 'application/octet-stream', services.files.open(file.sha256))
  },
}
