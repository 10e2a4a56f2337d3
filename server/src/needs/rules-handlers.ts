import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { needsContract } from '@common-table/shared/needs/contract'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { allRules, changeRule, insertRule, knownInRule, ruleOf } from './rules-queries.ts'

const theRule = async (db: Db, id: string) => (await ruleOf(db, id)) ?? notFound('rule')

type Line = { comparison: string; severitySteps: readonly { from: number; severity: number }[] }

/** Steps lead from mild to severe in the direction of the comparison, or a worse figure would weigh less. */
const checkSteps = ({ comparison, severitySteps }: Line): void => {
  const upward = comparison === 'at_least' || comparison === 'above'
  const rising = severitySteps.every((step, at) => {
    const before = severitySteps[at - 1]
    return (
      !before ||
      (before.severity <= step.severity && (upward ? before.from < step.from : before.from > step.from))
    )
  })
  if (!rising)
    throw fieldProblem(
      'severitySteps',
      'List the steps from mild to severe, each further than the one before.',
      'order',
    )
}

export const ruleHandlers: Pick<
  Handlers<typeof needsContract>,
  'listNeedRules' | 'addNeedRule' | 'changeNeedRule'
> = {
  listNeedRules: async ({ db }) => json(`{"items":${(await allRules(db))?.items ?? '[]'}}`),

  addNeedRule: async ({ db, body }) => {
    const known = await knownInRule(db, body.metricId, body.categoryId)
    if (!known.metric) throw fieldProblem('metricId', 'There is no such metric.', 'reference')
    if (!known.category) throw fieldProblem('categoryId', 'There is no such kind of help.', 'reference')
    checkSteps(body)
    const added = await insertRule(db, body)
    if (!added) throw fieldProblem('code', `Another rule has the code ${body.code}.`, 'unique')
    const { rule, version } = await theRule(db, added.id)
    return json(rule, version)
  },

  changeNeedRule: async ({ db, params, body, ifMatch }) => {
    const before = JSON.parse((await theRule(db, params.ruleId)).rule) as Line
    if (body.categoryId !== undefined && !(await knownInRule(db, null, body.categoryId)).category)
      throw fieldProblem('categoryId', 'There is no such kind of help.', 'reference')
    checkSteps({ ...before, ...body })
    const changed = Object.keys(body).length > 0 && (await changeRule(db, params.ruleId, ifMatch, body))
    const { rule, version } = await theRule(db, params.ruleId)
    return changed || version === ifMatch ? json(rule, version) : stale(rule)
  },
}
