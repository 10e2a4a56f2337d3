import type {
  AgreementForPartner,
  partnerAgreementContract,
} from '@common-table/shared/agreements/partner-contract'
import { standingOn } from '@common-table/shared/agreements/term'
import { notFound } from '@common-table/shared/contract/problem'
import { sides } from '@common-table/shared/vocabulary/sides'
import type { Db } from '../db/db.ts'
import { Download } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { notify } from '../notifications/index.ts'
import { openPromisesOf } from '../obligations/index.ts'
import { bytesOf } from './document-bytes.ts'
import { latestDocument, type StoredDocument } from './documents-queries.ts'
import { frozen, wrongStage } from './draft-only.ts'
import type { AgreementRow } from './queries.ts'
import { insertComment } from './queries-write.ts'
import { sign } from './sign.ts'
import { termOf, theRow } from './view.ts'

/** What is put before the partner: nothing while the district writes, then the issued document, then the signed one. */
const documentFor = async (db: Db, { agreement }: AgreementRow): Promise<StoredDocument | undefined> => {
  if (agreement.stage === 'draft' || agreement.stage === 'withdrawn') return undefined
  return latestDocument(db, agreement.id, agreement.stage === 'signed' ? 'signed' : 'issued')
}

const forPartner = async (db: Db, agreementId: string): Promise<AgreementForPartner> => {
  const row = await theRow(db, null, agreementId)
  const { agreement, today } = row
  const document = await documentFor(db, row)
  const promises = agreement.stage === 'signed' ? await openPromisesOf(db, agreementId, 'partner') : []
  return {
    title: agreement.title,
    partnershipName: agreement.partnership.name,
    stage: agreement.stage,
    standing: standingOn(termOf(agreement), today),
    lastDay: agreement.lastDay,
    document: document
      ? {
          id: document.id,
          sha256: document.sha256,
          kind: document.kind,
          content: document.content,
          signatures: document.signatures,
        }
      : null,
    signatures: agreement.signatures,
    comments: agreement.comments,
    waitingFor:
      agreement.stage === 'signatures'
        ? sides.filter((side) => !agreement.signatures.some((signature) => signature.side === side))
        : [],
    promises,
  }
}

export const partnerAgreementHandlers: Handlers<typeof partnerAgreementContract> = {
  readAgreementByLink: ({ db, actor }) => forPartner(db, actor.link.subjectId),

  downloadAgreementByLink: async ({ db, actor, services }) => {
    const document =
      (await documentFor(db, await theRow(db, null, actor.link.subjectId))) ?? notFound('document')
    return new Download(`${document.title}.pdf`, 'application/pdf', await bytesOf(services.files, document))
  },

  wishForAgreement: async ({ db, actor, body }) => {
    const agreementId = actor.link.subjectId
    const { agreement, leadUserId } = await theRow(db, null, agreementId)
    if (agreement.stage === 'signed' || agreement.stage === 'withdrawn')
      wrongStage(agreement.stage, frozen(agreement.stage))
    await insertComment(db, agreementId, {
      sectionCode: body.sectionCode || null,
      name: body.name,
      text: body.text,
    })
    await notify(
      db,
      leadUserId ? { userIds: [leadUserId] } : { roles: ['director'] },
      'agreements.wish',
      { title: agreement.title, name: body.name },
      `/agreements/${agreementId}`,
    )
    return forPartner(db, agreementId)
  },

  signAgreementByLink: async ({ db, actor, services, body, now, origin, author }) => {
    const agreementId = actor.link.subjectId
    await sign(db, services, {
      agreementId,
      side: 'partner',
      sha256: body.sha256,
      name: body.name,
      title: body.title ?? '',
      language: body.language,
      now,
      origin,
      author,
    })
    return forPartner(db, agreementId)
  },
}
