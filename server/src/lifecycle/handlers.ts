import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { lifecycleContract } from '@common-table/shared/lifecycle/contract'
import { exitProblem } from '@common-table/shared/lifecycle/exit-checklist'
import { rateIntensity } from '@common-table/shared/partnerships/intensity-rubric'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { lifecycleOf } from './lifecycle.ts'
import {
  changeYearRecord,
  findExitCheck,
  findYearRecord,
  keepAssessment,
  settleExitCheck,
} from './lifecycle-queries.ts'
import { sitePlanHandlers } from './site-plan-handlers.ts'

export const lifecycleHandlers: Handlers<typeof lifecycleContract> = {
  getLifecycle: ({ db, actor, params }) => lifecycleOf(db, actor.schoolIds, params.partnershipId),

  assessIntensity: async ({ db, params: { partnershipId }, body, ifMatch, author }) => {
    const before = await lifecycleOf(db, null, partnershipId)
    const result = rateIntensity(body.answers)
    const chosen = body.chosen ?? result.intensity
    const reason = body.reason?.trim() ?? ''
    if (chosen !== result.intensity && reason === '')
      throw fieldProblem('reason', 'Say why it is not as intense as the answers say.', 'required')
    const kept = await keepAssessment(
      db,
      partnershipId,
      ifMatch,
      body.answers,
      result,
      { chosen, reason: chosen === result.intensity ? '' : reason },
      author,
    )
    return kept ? lifecycleOf(db, null, partnershipId) : stale(JSON.stringify(before))
  },

  changeExitCheck: async ({ db, params: { exitCheckId }, body, ifMatch, now, author }) => {
    const before = (await findExitCheck(db, exitCheckId)) ?? notFound('line of the exit checklist')
    const { state, note } = { ...before, ...body }
    const problem = exitProblem(before.item, state, note)
    if (problem) throw fieldProblem('note', problem, 'required')
    const today = now.toISOString().slice(0, 10)
    return (
      (await settleExitCheck(db, exitCheckId, ifMatch, body, today, author.name)) ??
      stale(JSON.stringify(before))
    )
  },

  changeYearRecord: async ({ db, params: { yearRecordId }, body, ifMatch }) => {
    const before = (await findYearRecord(db, yearRecordId)) ?? notFound('school year of this partnership')
    return (await changeYearRecord(db, yearRecordId, ifMatch, body)) ?? stale(JSON.stringify(before))
  },

  ...sitePlanHandlers,
}
