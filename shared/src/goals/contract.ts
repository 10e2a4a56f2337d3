import { defineContract } from '../contract/route.ts'
import { GoalNodeChange, GoalOwner, GoalTree, NewGoalNode } from './schemas.ts'

const write = 'priorities:write'

/** The goal tree: what the district wants, how it goes about it, and by what it is measured. */
export const goalsContract = defineContract({
  getGoalTree: {
    method: 'GET',
    path: '/goals',
    access: 'metrics:read',
    summary: 'Goals with their strategies and objectives, each with its owner and where it stands',
    response: GoalTree,
  },
  addGoalNode: {
    method: 'POST',
    path: '/goals/nodes',
    access: write,
    summary: 'Add a strategy to a goal, or an objective to a strategy',
    body: NewGoalNode,
    response: GoalTree,
  },
  changeGoalNode: {
    method: 'PATCH',
    path: '/goals/nodes/:nodeId',
    access: write,
    summary: 'Reword a strategy or an objective, give it an owner or a measure, or move it',
    body: GoalNodeChange,
    response: GoalTree,
    ifMatch: true,
  },
  removeGoalNode: {
    method: 'DELETE',
    path: '/goals/nodes/:nodeId',
    access: write,
    summary: 'Remove a strategy with its objectives, or one objective',
    response: GoalTree,
    ifMatch: true,
  },
  setGoalOwner: {
    method: 'PUT',
    path: '/goals/:goalId/owner',
    access: write,
    summary: 'Say who answers for a goal',
    body: GoalOwner,
    response: GoalTree,
  },
})
