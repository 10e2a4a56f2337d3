import { fieldProblem } from '@common-table/shared/contract/problem'
import { rollOver, sumsOf } from '@common-table/shared/lifecycle/rollover'
import type { RolloverPlan, RolloverPreview } from '@common-table/shared/lifecycle/rollover-schemas'
import { reasonsFor } from '@common-table/shared/partnerships/stages'
import type { Db } from '../db/db.ts'
import { chosenOf, partnershipNames, sitePlansToCopy, yearsOf, type Step } from './rollover-queries.ts'

/** The two school years, the second after the first. */
export const twoYears = async (db: Db, fromYearId: string, toYearId: string) => {
  const found = await yearsOf(db, [fromYearId, toYearId])
  const from = found.find(({ id }) => id === fromYearId)
  const to = found.find(({ id }) => id === toYearId)
  if (!from) throw fieldProblem('fromYearId', 'There is no such school year.', 'reference')
  if (!to) throw fieldProblem('toYearId', 'There is no such school year.', 'reference')
  if (to.startsOn <= from.endsOn)
    throw fieldProblem('toYearId', 'Choose a school year after the one that ends.', 'order')
  return { from, to }
}

/** What a plan amounts to today: its steps, its sums, and what cannot be carried. */
export const planned = async (
  db: Db,
  { fromYearId, toYearId, choices }: RolloverPlan,
  today: string,
): Promise<{ steps: Step[]; preview: RolloverPreview }> => {
  const { from, to } = await twoYears(db, fromYearId, toYearId)
  const asked = new Map(choices.map((choice) => [choice.partnershipId, choice]))
  for (const { partnershipId, decision, reason } of choices)
    if (decision === 'end' && !(reason && reasonsFor('ended').includes(reason)))
      throw fieldProblem(
        `choices.${choices.findIndex((one) => one.partnershipId === partnershipId)}.reason`,
        'Say why it ends: choose one of the reasons.',
        'required',
      )
  const rows = await chosenOf(db, fromYearId, toYearId, [...asked.keys()])
  const here = new Set(rows.map((row) => row.partnershipId))
  const missing = await partnershipNames(
    db,
    [...asked.keys()].filter((id) => !here.has(id)),
  )
  const refused: RolloverPreview['refused'] = [
    ...missing.map(({ id, name }) => ({ partnershipId: id, name, why: 'not_in_year' as const })),
    ...rows
      .filter((row) => row.carried || row.stage === 'ended')
      .map(({ partnershipId, name, carried }) => ({
        partnershipId,
        name,
        why: carried ? ('carried' as const) : ('ended' as const),
      })),
  ]
  const out = new Set(refused.map(({ partnershipId }) => partnershipId))
  const going = rows
    .filter(({ partnershipId }) => !out.has(partnershipId))
    .map((row) => {
      const { decision, reason = null } = asked.get(row.partnershipId)! // rows are those asked for
      return { row, decision, reason, after: rollOver(row, decision, from, to, today) }
    })
  const goOn = going.filter(({ decision }) => decision !== 'end').map(({ row }) => row.partnershipId)
  return {
    steps: going.map(({ row, decision, reason, after }) => ({
      partnershipId: row.partnershipId,
      decision,
      reason: decision === 'end' ? reason : null,
      before: row,
      after,
    })),
    preview: {
      sums: sumsOf(
        going.map(({ row, decision, after }) => ({
          decision,
          students: row.students,
          schools: row.schoolCount,
          before: row,
          after,
        })),
      ),
      sitePlans: goOn.length > 0 ? await sitePlansToCopy(db, fromYearId, toYearId, goOn) : 0,
      refused,
      changes: going
        .filter(({ row, after }) => row.stage !== after.stage || row.endsOn !== after.endsOn)
        .map(({ row, decision, after }) => ({
          partnershipId: row.partnershipId,
          name: row.name,
          decision,
          stage: [row.stage, after.stage],
          endsOn: [row.endsOn, after.endsOn],
          students: row.students,
        })),
    },
  }
}
