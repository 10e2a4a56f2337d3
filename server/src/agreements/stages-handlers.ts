import type { agreementStagesContract } from '@common-table/shared/agreements/stages-contract'
import { approvalRoute, gateAfter, isGate, type Gate } from '@common-table/shared/agreements/route'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Handlers } from '../http/mount.ts'
import type { Services } from '../http/services.ts'
import { revokeLinks } from '../links/index.ts'
import { notify } from '../notifications/index.ts'
import { visionStand } from '../vision/index.ts'
import { frozen, stageName, wrongStage } from './draft-only.ts'
import { contentOf, issue, unprintable } from './issue.ts'
import { mailPartner } from './partner-link.ts'
import type { AgreementRow } from './queries.ts'
import { endHandlers } from './end-handlers.ts'
import { sign } from './sign.ts'
import { held, move, refuse } from './stage-steps.ts'
import { theAgreement, theRow, viewOf } from './view.ts'

/** Ready to be signed: the partner gets the link, the district's signer hears of it. */
const askForSignatures = async (
  db: Db,
  services: Services,
  { agreement }: AgreementRow,
  author: Author,
): Promise<void> => {
  await mailPartner(db, services, agreement, author)
  if (agreement.districtSignerId)
    await notify(
      db,
      { userIds: [agreement.districtSignerId] },
      'agreements.toSign',
      { title: agreement.title },
      `/agreements/${agreement.id}`,
    )
}

export const agreementStagesHandlers: Handlers<typeof agreementStagesContract> = {
  ...endHandlers,

  submitAgreement: async ({ db, services, params: { agreementId }, ifMatch, author, now }) => {
    const row = await held(db, agreementId)
    const { agreement, version } = row
    if (version !== ifMatch) return refuse(db, row, ifMatch)
    if (agreement.stage !== 'draft') wrongStage(agreement.stage, frozen(agreement.stage))
    const vision = (await visionStand(db, agreement.partnership.id)) ?? notFound('partnership')
    const { gaps } = viewOf(row, vision.standing)
    if (gaps.length > 0)
      throw refusal('agreement-gaps', {
        ...(gaps.length === 1 && { detail: gaps[0]!.message }),
        fields: gaps,
      })
    const content = await contentOf(db, row, vision, now.toISOString())
    const holes = unprintable(content)
    if (holes.length > 0) throw refusal('agreement-letters', { detail: holes[0]!.message, fields: holes })
    const route = approvalRoute(agreement.type, agreement.facts)
    const [first] = route.map(({ gate }) => gate)
    const to = first ?? 'signatures'
    await move(db, row, {
      version: ifMatch,
      to,
      route,
      outcome: 'submitted',
      decidedBy: author.name,
      note: '',
    })
    await issue(db, services, content)
    if (to === 'signatures') await askForSignatures(db, services, row, author)
    return theAgreement(db, null, agreementId)
  },

  decideGate: async ({ db, services, params: { agreementId }, body, ifMatch, author }) => {
    const row = await held(db, agreementId)
    const { stage, route, partnership, title } = row.agreement
    if (row.version !== ifMatch) return refuse(db, row, ifMatch)
    if (stage !== body.gate) wrongStage(stage, isGate(stage) ? 'agreement-gate' : frozen(stage))
    if (body.decision === 'returned') {
      if (!/\S/.test(body.note ?? ''))
        throw fieldProblem('note', 'Say what must change before it comes back.', 'required')
      await revokeLinks(db, agreementId, 'agreement')
      await move(db, row, {
        version: ifMatch,
        to: 'draft',
        outcome: 'returned',
        decidedBy: body.decidedBy,
        note: body.note ?? '',
      })
      await notify(
        db,
        row.leadUserId ? { userIds: [row.leadUserId] } : { roles: ['director'] },
        'agreements.returned',
        { title, gate: stageName(stage), partnership: partnership.name },
        `/agreements/${agreementId}`,
      )
      return theAgreement(db, null, agreementId)
    }
    const gates = route.map(({ gate }) => gate)
    const to = gateAfter(gates, body.gate as Gate)
    if (!to) throw refusal('agreement-not-decided')
    await move(db, row, {
      version: ifMatch,
      to,
      outcome: 'approved',
      decidedBy: body.decidedBy,
      note: body.note ?? '',
    })
    if (to === 'signatures') await askForSignatures(db, services, row, author)
    return theAgreement(db, null, agreementId)
  },

  signAgreement: async ({ db, services, params: { agreementId }, body, actor, author, now, origin }) => {
    const { agreement } = await theRow(db, null, agreementId)
    if (agreement.districtSignerId !== null && agreement.districtSignerId !== actor.id)
      throw refusal('other-signer', {
        ...(agreement.districtSigner && {
          detail: `${agreement.districtSigner.name} signs this for the district. Change who signs first, if that is no longer so.`,
        }),
      })
    await sign(db, services, {
      agreementId,
      side: 'district',
      sha256: body.sha256,
      name: body.name,
      title: body.title ?? '',
      language: body.language ?? agreement.language,
      now,
      origin,
      author,
    })
    return theAgreement(db, null, agreementId)
  },

  inviteSigner: async ({ db, services, params: { agreementId }, body, author }) => {
    const { agreement } = await theRow(db, null, agreementId)
    if (agreement.stage === 'draft' || agreement.stage === 'withdrawn')
      wrongStage(agreement.stage, 'agreement-shown-later')
    await mailPartner(db, services, agreement, author, { contactId: body.contactId })
    return theAgreement(db, null, agreementId)
  },
}
