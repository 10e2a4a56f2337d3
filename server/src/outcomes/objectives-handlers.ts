import { notFound } from '@common-table/shared/contract/problem'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import type { Objective } from '@common-table/shared/outcomes/objective-schemas'
import {
  objectiveFigures,
  objectiveRules,
  type ObjectiveRule,
} from '@common-table/shared/outcomes/objectives'
import type { objectivesContract } from '@common-table/shared/outcomes/objectives-contract'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { seatsMeetDemand, type ObjectiveGround } from '../seats/index.ts'
import { objectiveOf, objectivesOf, updateObjective, type StoredObjective } from './objectives-queries.ts'
import { standing } from './standing.ts'
import { checkPath } from './target-path.ts'

/** A rule and what it is computed from, at the moment it is asked for. */
const rules: Record<ObjectiveRule, (db: Db) => Promise<ObjectiveGround>> = {
  seats_meet_demand: seatsMeetDemand,
}
const shape = { direction: 'higher_is_better', decimals: 1 } as const

const itemOf = (stored: StoredObjective, ground: ObjectiveGround, figure: PublicCell): Objective => {
  const { today, ...objective } = stored
  const dueOn = stored.dueSet ?? ground.schoolYear?.endsOn ?? null
  return {
    ...objective,
    schoolYear: ground.schoolYear?.label ?? null,
    asOf: today,
    dueOn,
    threshold: ground.threshold,
    figure,
    standing: standing({ ...stored, dueOn: dueOn ?? today }, { cell: figure, on: today }, shape),
  }
}
/** Always in all ways together: the whole alone could be shown where its parts give it away. */
const figuresOf = ({ rule }: StoredObjective, { parts, threshold }: ObjectiveGround) =>
  objectiveFigures(parts, objectiveRules.find(({ code }) => code === rule)!.ways, threshold) // the closed list holds it
const evaluated = (stored: StoredObjective, ground: ObjectiveGround): Objective =>
  itemOf(stored, ground, figuresOf(stored, ground).whole)
const theObjective = async (db: Db, id: string) => (await objectiveOf(db, id)) ?? notFound('objective')

export const objectivesHandlers: Handlers<typeof objectivesContract> = {
  listObjectives: async ({ db }) => ({
    items: await Promise.all(
      (await objectivesOf(db)).map(async (stored) => evaluated(stored, await rules[stored.rule](db))),
    ),
  }),

  getObjective: async ({ db, actor, params }) => {
    const stored = await theObjective(db, params.objectiveId)
    const ground = await rules[stored.rule](db)
    const { whole, groups, parts } = figuresOf(stored, ground)
    const figure = (cell: PublicCell) => ({
      cell,
      met: cell.value === null ? null : cell.value >= stored.targetValue,
    })
    const named = (id: string) => ({ id, name: ground.schools[id]! }) // of every part, by the query
    const own = (id: string | undefined) => actor.schoolIds === null || actor.schoolIds.includes(id ?? '')
    const coded = (way: string) =>
      (groups[way] ?? []).map(({ at, cell }) => ({ code: at[way]!, ...figure(cell) })) // grouped by it
    return {
      objective: itemOf(stored, ground, whole),
      schools: (groups['school'] ?? [])
        .filter(({ at }) => own(at['school']))
        .map(({ at, cell }) => ({ ...named(at['school']!), ...figure(cell) })), // grouped by it
      kinds: coded('kind'),
      pathways: coded('pathway'),
      terms: coded('term'),
      lines: parts
        .filter(({ at }) => own(at['school']))
        .map(({ at, cell }) => ({
          school: named(at['school']!), // every part has all four
          kind: at['kind']!,
          pathway: at['pathway']!,
          term: at['term']!,
          ...figure(cell),
        })),
    }
  },

  changeObjective: async ({ db, params: { objectiveId }, body, ifMatch }) => {
    const before = await theObjective(db, objectiveId)
    const ground = await rules[before.rule](db)
    const dueOn =
      (body.dueOn === undefined ? before.dueSet : body.dueOn) ?? ground.schoolYear?.endsOn ?? before.today
    checkPath({ ...before, ...body, dueOn })
    const changed = await updateObjective(db, objectiveId, ifMatch, body)
    return changed ? evaluated(changed, ground) : stale(JSON.stringify(evaluated(before, ground)))
  },
}
