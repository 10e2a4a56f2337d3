import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { goalsContract } from '@common-table/shared/goals/contract'
import type { NewGoalNode } from '@common-table/shared/goals/schemas'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { deleteNode, heldNode, insertNode, moveNode, pointsOf, setOwnerOf, updateNode } from './queries.ts'
import { goalTree } from './tree.ts'

/** What a node points at is there, and it is measured by one thing at most. */
const check = async (db: Db, node: Partial<NewGoalNode>): Promise<void> => {
  const found = await pointsOf(db, node)
  if (!found.goal) notFound('goal')
  if (!found.strategy)
    throw fieldProblem(
      'strategyId',
      'There is no such strategy under this goal. Choose another.',
      'reference',
    )
  if (!found.owner)
    throw fieldProblem('ownerId', 'There is no such person in the district. Choose another.', 'reference')
  if (!found.objective || !found.target)
    throw fieldProblem('targetId', 'What was to measure it is not there. Choose another.', 'reference')
  if (node.objectiveId && node.targetId)
    throw fieldProblem('targetId', 'An objective is measured by one thing. Choose which.', 'one')
}
const held = async (db: Db, id: string) => (await heldNode(db, id)) ?? notFound('part of the goal tree')

export const goalsHandlers: Handlers<typeof goalsContract> = {
  getGoalTree: ({ db, services, actor }) => goalTree(db, services, actor.schoolIds),

  addGoalNode: async ({ db, services, actor, body }) => {
    await check(db, body)
    if (!body.strategyId && (body.objectiveId || body.targetId))
      throw fieldProblem('targetId', 'A strategy is measured by its objectives.', 'together')
    await insertNode(db, body)
    return goalTree(db, services, actor.schoolIds)
  },

  changeGoalNode: async ({ db, services, actor, params: { nodeId }, body: { move, ...change }, ifMatch }) => {
    const before = await held(db, nodeId)
    if (before.version !== ifMatch) stale(JSON.stringify({ ...before, id: nodeId }))
    const after = { ...before, ...change }
    // A new measure takes the place of the one before.
    if (change.objectiveId && change.targetId === undefined) after.targetId = null
    if (change.targetId && change.objectiveId === undefined) after.objectiveId = null
    await check(db, after)
    if (before.kind === 'strategy' && (after.objectiveId || after.targetId))
      throw fieldProblem('targetId', 'A strategy is measured by its objectives.', 'together')
    await updateNode(db, nodeId, after)
    if (move) await moveNode(db, nodeId, move)
    return goalTree(db, services, actor.schoolIds)
  },

  removeGoalNode: async ({ db, services, actor, params: { nodeId }, ifMatch }) => {
    const before = await held(db, nodeId)
    if (before.version !== ifMatch) stale(JSON.stringify({ ...before, id: nodeId }))
    await deleteNode(db, nodeId)
    return goalTree(db, services, actor.schoolIds)
  },

  setGoalOwner: async ({ db, services, actor, params: { goalId }, body: { ownerId } }) => {
    await check(db, { goalId, ownerId })
    await setOwnerOf(db, goalId, ownerId)
    return goalTree(db, services, actor.schoolIds)
  },
}
