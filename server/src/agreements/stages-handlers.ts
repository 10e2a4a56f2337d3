import type { agreementStagesContract } from '@common-table/shared/agreements/stages-contract'
import { approvalRoute, gateAfter, isGate, type Gate } from '@common-table/shared/agreements/route'
import { endAfterNotice, standingOn, termEnd } from '@common-table/shared/agreements/term'
import { fieldProblem, notFound, ProblemError } from '@common-table/shared/contract/problem'
import { refuseStale } from '../audit/index.ts'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Handlers } from '../http/mount.ts'
import type { Services } from '../http/services.ts'
import { revokeLinks } from '../links/index.ts'
import { notify } from '../notifications/index.ts'
import { voidDuesAfter } from '../obligations/index.ts'
import { visionStand } from '../vision/index.ts'
import { stageName, wrongStage } from './draft-only.ts'
import { contentOf, issue, unprintable } from './issue.ts'
import { mailPartner } from './partner-link.ts'
import { holdAgreement, type AgreementRow } from './queries.ts'
import { sign } from './sign.ts'
import { endOn, moveStage, type StageMove } from './stages-queries.ts'
import { termOf, theAgreement, theRow, viewOf } from './view.ts'

const held = async (db: Db, agreementId: string): Promise<AgreementRow> => {
  await holdAgreement(db, agreementId)
  return theRow(db, null, agreementId)
}

const refuse = (db: Db, row: AgreementRow, readVersion: number): Promise<never> =>
  refuseStale(
    db,
    {
      table: 'agreements',
      id: row.agreement.id,
      version: row.version,
      readVersion,
      quiet: ['stage_since', 'route'],
    },
    viewOf(row, 'empty'),
  )

const move = async (db: Db, row: AgreementRow, moved: Omit<StageMove, 'agreementId'>): Promise<void> => {
  if (!(await moveStage(db, { ...moved, agreementId: row.agreement.id })))
    return refuse(db, row, moved.version)
}

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
  submitAgreement: async ({ db, services, params: { agreementId }, ifMatch, author, now }) => {
    const row = await held(db, agreementId)
    const { agreement, version } = row
    if (version !== ifMatch) return refuse(db, row, ifMatch)
    if (agreement.stage !== 'draft') wrongStage(agreement.stage, 'This agreement has left draft already.')
    const vision = (await visionStand(db, agreement.partnership.id)) ?? notFound('partnership')
    const { gaps } = viewOf(row, vision.standing)
    if (gaps.length > 0)
      throw new ProblemError(
        'step-not-possible',
        gaps.length === 1
          ? gaps[0]!.message
          : `${gaps.length} things are missing before this can leave draft.`,
        { fields: gaps },
      )
    const content = await contentOf(db, row, vision, now.toISOString())
    const holes = unprintable(content)
    if (holes.length > 0) throw new ProblemError('invalid-input', holes[0]!.message, { fields: holes })
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
    if (stage !== body.gate)
      wrongStage(
        stage,
        isGate(stage)
          ? `“${stageName(stage)}” comes first; no gate is skipped.`
          : `There is nothing to decide at “${stageName(stage)}”.`,
      )
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
    if (!to)
      throw new ProblemError('step-not-possible', 'Signatures are given, not decided: both sides sign here.')
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
      throw new ProblemError(
        'not-permitted',
        `${agreement.districtSigner?.name ?? 'Somebody else'} signs this for the district. Change who signs first, if that is no longer so.`,
      )
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

  withdrawAgreement: async ({ db, params: { agreementId }, body, ifMatch, author }) => {
    const row = await held(db, agreementId)
    if (row.agreement.stage === 'signed' || row.agreement.stage === 'withdrawn')
      wrongStage(row.agreement.stage, 'Only an agreement that is not signed yet is withdrawn.')
    await revokeLinks(db, agreementId, 'agreement')
    await move(db, row, {
      version: ifMatch,
      to: 'withdrawn',
      outcome: 'withdrawn',
      decidedBy: author.name,
      note: body.note,
    })
    return theAgreement(db, null, agreementId)
  },

  endAgreement: async ({ db, params: { agreementId }, body, ifMatch }) => {
    const row = await held(db, agreementId)
    const { agreement, today } = row
    const standing = standingOn(termOf(agreement), today)
    if (standing !== 'in_force' && standing !== 'upcoming')
      wrongStage(agreement.stage, 'Only an agreement that holds, or will, can be ended.')
    const end = termEnd(termOf(agreement), today)
    if (body.lastDay < agreement.startsOn! || (end !== null && body.lastDay > end))
      // signed agreements have a first day
      throw fieldProblem('lastDay', 'The last day lies within the present term of the agreement.', 'order')
    if (
      !(await endOn(db, agreementId, ifMatch, {
        lastDay: body.lastDay,
        because: 'early',
        exitReason: body.reason,
      }))
    )
      return refuse(db, row, ifMatch)
    await voidDuesAfter(db, agreementId, body.lastDay)
    return theAgreement(db, null, agreementId)
  },

  giveNotice: async ({ db, params: { agreementId }, body, ifMatch }) => {
    const row = await held(db, agreementId)
    const { agreement, today } = row
    if (standingOn(termOf(agreement), today) !== 'in_force')
      wrongStage(agreement.stage, 'Notice is given to an agreement that holds.')
    if (body.givenOn > today || body.givenOn < agreement.startsOn!)
      // signed agreements have a first day
      throw fieldProblem(
        'givenOn',
        'Notice was given on a day since the agreement began, today at the latest.',
        'order',
      )
    const lastDay = endAfterNotice(termOf(agreement), body.givenOn)
    if (lastDay === null)
      throw new ProblemError(
        'step-not-possible',
        'This agreement does not renew itself: it ends on its last day without notice, or early with a reason.',
      )
    const noticed = { lastDay, because: 'notice', noticeOn: body.givenOn, noticeBy: body.side } as const
    if (!(await endOn(db, agreementId, ifMatch, noticed))) return refuse(db, row, ifMatch)
    await voidDuesAfter(db, agreementId, lastDay)
    return theAgreement(db, null, agreementId)
  },

  inviteSigner: async ({ db, services, params: { agreementId }, body, author }) => {
    const { agreement } = await theRow(db, null, agreementId)
    if (agreement.stage === 'draft' || agreement.stage === 'withdrawn')
      wrongStage(agreement.stage, 'A draft is not shown to the partner yet: send it to review first.')
    await mailPartner(db, services, agreement, author, { contactId: body.contactId })
    return theAgreement(db, null, agreementId)
  },
}
