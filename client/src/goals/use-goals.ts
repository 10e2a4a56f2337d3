import { goalsContract } from '@common-table/shared/goals/contract'
import type { Goal, GoalObjective, GoalStrategy } from '@common-table/shared/goals/schemas'
import { useQuery, useQueryCache } from '@pinia/colada'
import { useCall } from '../platform/api.ts'

export const useGoalTree = () => {
  const call = useCall()
  return useQuery({ key: ['goals'], query: () => call(goalsContract.getGoalTree) })
}
export const useGoalsChanged = () => {
  const cache = useQueryCache()
  return (): Promise<unknown> => cache.invalidateQueries({ key: ['goals'] })
}

/** What the panel edits: a node that is there, or a new one below another. */
export type Edited =
  | { kind: 'goal'; goal: Goal }
  | { kind: 'strategy'; goal: Goal; node?: GoalStrategy }
  | { kind: 'objective'; goal: Goal; strategy: GoalStrategy; node?: GoalObjective }
