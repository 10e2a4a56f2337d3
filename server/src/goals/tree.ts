import type { Goal, GoalObjective, GoalStrategy, GoalTree, Measure } from '@common-table/shared/goals/schemas'
import { countStatuses, rollUp } from '@common-table/shared/goals/roll-up'
import { objectiveRules } from '@common-table/shared/outcomes/objectives'
import type { TargetStatus } from '@common-table/shared/outcomes/targets'
import type { Db } from '../db/db.ts'
import type { Services } from '../http/services.ts'
import { evaluatedObjectives, freshened, targetsWith } from '../outcomes/index.ts'
import { storedTree, type StoredNode } from './queries.ts'

type Measured = { measure: Measure; status: TargetStatus }

/** Where everything that nodes are measured by stands, by its id. */
const measuresOf = async (db: Db, nodes: readonly StoredNode[]): Promise<Map<string, Measured>> => {
  const targetIds = nodes.flatMap(({ targetId }) => (targetId ? [targetId] : []))
  const live = nodes.some(({ objectiveId }) => objectiveId)
  const [objectives, targets] = await Promise.all([
    live ? evaluatedObjectives(db) : [],
    targetIds.length > 0 ? targetsWith(db, targetIds) : [],
  ])
  return new Map<string, Measured>([
    ...objectives.map(({ id, rule, standing: { status, words } }) => {
      const { en, es } = objectiveRules.find(({ code }) => code === rule)! // the closed list holds it
      const name = { en, es }
      return [
        id,
        { status, measure: { kind: 'live', id, metricId: null, name, school: null, words } },
      ] as const
    }),
    ...targets.map(({ id, metric, nameEs, school, standing: { status, words } }) => {
      const name = { en: metric.name, es: nameEs || metric.name }
      return [
        id,
        { status, measure: { kind: 'target', id, metricId: metric.id, name, school, words } },
      ] as const
    }),
  ])
}

/** The whole tree with where each branch stands. */
export const goalTree = async (
  db: Db,
  services: Services,
  scope: readonly string[] | null,
): Promise<GoalTree> => {
  await freshened(services, db.districtId)
  const { goals, nodes } = await storedTree(db, scope)
  const measures = await measuresOf(db, nodes)
  const objective = ({ id, title, owner, objectiveId, targetId, version }: StoredNode): GoalObjective => {
    const found = measures.get(objectiveId ?? targetId ?? '')
    return { id, title, owner, status: found?.status ?? 'no_data', measure: found?.measure ?? null, version }
  }
  const rolledUp = (objectives: readonly GoalObjective[]) => {
    const statuses = objectives.map(({ status }) => status)
    return { status: rollUp(statuses), counts: countStatuses(statuses) }
  }
  const strategy = ({ id, title, owner, activities, version }: StoredNode): GoalStrategy => {
    const objectives = nodes.filter(({ strategyId }) => strategyId === id).map(objective)
    const served = activities ?? { held: 0, planned: 0 }
    return { id, title, owner, activities: served, version, objectives, ...rolledUp(objectives) }
  }
  const goal = ({ id, ...facts }: (typeof goals)[number]): Goal => {
    const strategies = nodes.filter(({ goalId, kind }) => goalId === id && kind === 'strategy').map(strategy)
    return { id, ...facts, strategies, ...rolledUp(strategies.flatMap(({ objectives }) => objectives)) }
  }
  return { goals: goals.map(goal) }
}
