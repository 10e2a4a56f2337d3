import type { targetsContract } from '@common-table/shared/outcomes/targets-contract'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { checkedMetric, checkScale } from './references.ts'
import { checkPath } from './target-path.ts'
import { addTarget, deleteTarget, targetsOf, targetWith, updateTarget } from './targets-queries.ts'

const theTarget = async (db: Db, id: string) => (await targetWith(db, id)) ?? notFound('target')

export const targetsHandlers: Handlers<typeof targetsContract> = {
  listTargets: async ({ db, actor, query, page }) => {
    const { items, next } = await targetsOf(db, actor.schoolIds, query, page.after)
    return { items, nextCursor: next ? page.cursor(next) : null }
  },

  addTarget: async ({ db, body }) => {
    const { unit, direction } = await checkedMetric(db, body)
    if (direction === 'neutral')
      throw fieldProblem(
        'metricId',
        'This metric has no better direction, so it cannot have a target.',
        'no-direction',
      )
    checkScale('targetValue', body.targetValue, unit)
    checkScale('baselineValue', body.baselineValue, unit)
    checkPath({ baselineValue: null, baselineOn: null, ...body })
    const id = await addTarget(db, body)
    if (id === undefined) throw refusal('target-exists')
    return theTarget(db, id)
  },

  changeTarget: async ({ db, params, body, ifMatch }) => {
    const before = await theTarget(db, params.targetId)
    const { unit } = await checkedMetric(db, { metricId: before.metric.id })
    checkScale('targetValue', body.targetValue, unit)
    checkScale('baselineValue', body.baselineValue, unit)
    checkPath({ ...before, ...body })
    const changed = Object.keys(body).length > 0 && (await updateTarget(db, params.targetId, ifMatch, body))
    const now = await theTarget(db, params.targetId)
    return changed || now.version === ifMatch ? now : stale(JSON.stringify(now))
  },

  removeTarget: async ({ db, params, ifMatch }) => {
    const before = await theTarget(db, params.targetId)
    if (!(await deleteTarget(db, params.targetId, ifMatch))) stale(JSON.stringify(before))
  },
}
