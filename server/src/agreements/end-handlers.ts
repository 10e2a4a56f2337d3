import type { agreementStagesContract } from '@common-table/shared/agreements/stages-contract'
import { endAfterNotice, standingOn, termEnd } from '@common-table/shared/agreements/term'
import { fieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Handlers } from '../http/mount.ts'
import { revokeLinks } from '../links/index.ts'
import { voidDuesAfter } from '../obligations/index.ts'
import { frozen, wrongStage } from './draft-only.ts'
import { held, move, refuse } from './stage-steps.ts'
import { endOn } from './stages-queries.ts'
import { termOf, theAgreement } from './view.ts'

/** The ways an agreement comes to its end: given up before it is signed, ended early, or by notice. */
export const endHandlers: Pick<
  Handlers<typeof agreementStagesContract>,
  'withdrawAgreement' | 'endAgreement' | 'giveNotice'
> = {
  withdrawAgreement: async ({ db, params: { agreementId }, body, ifMatch, author }) => {
    const row = await held(db, agreementId)
    if (row.agreement.stage === 'signed' || row.agreement.stage === 'withdrawn')
      wrongStage(row.agreement.stage, frozen(row.agreement.stage))
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
    if (standing !== 'in_force' && standing !== 'upcoming') wrongStage(agreement.stage, 'agreement-over')
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
    if (standingOn(termOf(agreement), today) !== 'in_force') wrongStage(agreement.stage, 'agreement-over')
    if (body.givenOn > today || body.givenOn < agreement.startsOn!)
      // signed agreements have a first day
      throw fieldProblem(
        'givenOn',
        'Notice was given on a day since the agreement began, today at the latest.',
        'order',
      )
    const lastDay = endAfterNotice(termOf(agreement), body.givenOn)
    if (lastDay === null) throw refusal('no-renewal')
    const noticed = { lastDay, because: 'notice', noticeOn: body.givenOn, noticeBy: body.side } as const
    if (!(await endOn(db, agreementId, ifMatch, noticed))) return refuse(db, row, ifMatch)
    await voidDuesAfter(db, agreementId, lastDay)
    return theAgreement(db, null, agreementId)
  },
}
