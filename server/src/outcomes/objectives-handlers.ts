import { notFound } from '@common-table/shared/contract/problem'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import type { Objective } from '@common-table/shared/outcomes/objective-schemas'
import type { objectivesContract } from '@common-table/shared/outcomes/objectives-contract'
import type { Db } from '../db/db.ts'
import type { Services } from '../http/services.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import type { ObjectiveAnswer } from './objective-answer.ts'
import { rules } from './objective-rules.ts'
import { objectiveOf, objectivesOf, updateObjective, type StoredObjective } from './objectives-queries.ts'
import { freshened } from './publish.ts'
import { standing } from './standing.ts'
import { checkPath } from './target-path.ts'

const shape = { direction: 'higher_is_better', decimals: 1 } as const

const itemOf = (stored: StoredObjective, answer: ObjectiveAnswer): Objective => {
  const { today, ...objective } = stored
  const { schoolYear, threshold, whole, period, beside } = answer
  const dueOn = stored.dueSet ?? schoolYear?.endsOn ?? null
  const on = period?.on ?? today
  return {
    ...objective,
    schoolYear: schoolYear?.label ?? null,
    asOf: today,
    dueOn,
    threshold,
    figure: whole.cell,
    tally: whole.tally,
    period: period?.label ?? null,
    beside,
    standing: standing({ ...stored, dueOn: dueOn ?? today }, { cell: whole.cell, on }, shape),
  }
}
const theObjective = async (db: Db, id: string) => (await objectiveOf(db, id)) ?? notFound('objective')

/** A survey that was just imported is screened first; where that takes longer its objective shows the state before. */
const fresh = (services: Services, districtId: string) => freshened(services, districtId)

/** Every objective of the district with where it stands. */
export const evaluatedObjectives = async (db: Db): Promise<Objective[]> =>
  Promise.all((await objectivesOf(db)).map(async (stored) => itemOf(stored, await rules[stored.rule](db))))

export const objectivesHandlers: Handlers<typeof objectivesContract> = {
  listObjectives: async ({ db, services, actor }) => {
    await fresh(services, actor.districtId)
    return { items: await evaluatedObjectives(db) }
  },

  getObjective: async ({ db, services, actor, params }) => {
    const stored = await theObjective(db, params.objectiveId)
    await fresh(services, actor.districtId)
    const answer = await rules[stored.rule](db)
    const met = (cell: PublicCell) => (cell.value === null ? null : cell.value >= stored.targetValue)
    const own = (id: string | undefined) =>
      id === undefined || actor.schoolIds === null || actor.schoolIds.includes(id)
    return {
      objective: itemOf(stored, answer),
      breakdowns: answer.breakdowns.map(({ way, rows }) => ({
        way,
        rows: rows.filter(({ school }) => own(school?.id)).map((row) => ({ ...row, met: met(row.cell) })),
      })),
    }
  },

  changeObjective: async ({ db, params: { objectiveId }, body, ifMatch }) => {
    const before = await theObjective(db, objectiveId)
    const answer = await rules[before.rule](db)
    const dueOn =
      (body.dueOn === undefined ? before.dueSet : body.dueOn) ?? answer.schoolYear?.endsOn ?? before.today
    checkPath({ ...before, ...body, dueOn })
    const changed = await updateObjective(db, objectiveId, ifMatch, body)
    return changed ? itemOf(changed, answer) : stale(JSON.stringify(itemOf(before, answer)))
  },
}
