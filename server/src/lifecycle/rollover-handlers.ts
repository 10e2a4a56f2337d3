import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { suggestedDecision } from '@common-table/shared/lifecycle/rollover'
import type { rolloverContract } from '@common-table/shared/lifecycle/rollover-contract'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { planned, twoYears } from './rollover-plan.ts'
import {
  beginRollover,
  candidatesOf,
  carryOut,
  findRollover,
  rolloversOf,
  yearsOf,
} from './rollover-queries.ts'
import { takeBack } from './rollover-undo.ts'

const day = (now: Date): string => now.toISOString().slice(0, 10)

export const rolloverHandlers: Handlers<typeof rolloverContract> = {
  listRolloverCandidates: async ({ db, query: { fromYearId, toYearId } }) => {
    await twoYears(db, fromYearId, toYearId)
    const rows = await candidatesOf(db, fromYearId, toYearId)
    return {
      items: rows.map(({ aligned, silentDays, cold, startsOn: _startsOn, ...row }) => {
        const { decision: suggestion, reasons } = suggestedDecision({
          stage: row.stage,
          silentDays,
          cold,
          hasLead: row.lead !== null,
          aligned,
        })
        return { ...row, suggestion, reasons }
      }),
    }
  },

  previewRollover: async ({ db, body, now }) => (await planned(db, body, day(now))).preview,

  applyRollover: async ({ db, body, now, author }) => {
    const { steps, preview } = await planned(db, body, day(now))
    if (steps.length === 0) throw refusal('nothing-to-carry')
    const { fromYearId: from, toYearId: to } = body
    const id = await beginRollover(db, from, to, preview.sums, author)
    const [next] = await yearsOf(db, [to])
    await carryOut(db, id, { from, to }, steps, next!.label, author) // the plan was made of it
    return (await findRollover(db, id))! // it was just begun
  },

  listRollovers: async ({ db }) => json(await rolloversOf(db)),

  undoRollover: async ({ db, params: { rolloverId }, author }) => {
    const rollover = (await findRollover(db, rolloverId)) ?? notFound('roll-over')
    if (rollover.undoneAt) throw refusal('rollover-undone')
    return takeBack(db, rolloverId, rollover.to.name, author)
  },
}
