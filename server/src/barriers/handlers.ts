import type { barriersContract } from '@common-table/shared/barriers/contract'
import type { Barrier } from '@common-table/shared/barriers/schemas'
import { mergeBarriers, type BarrierRule } from '@common-table/shared/barriers/standard'
import { categoryCode } from '@common-table/shared/catalog/category-code'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import {
  barriersOfNeed,
  chainOf,
  codesFor,
  ownBarriers,
  setBarriersOfNeed,
  storeBarrier,
  type OwnBarrier,
} from './queries.ts'

/** Every barrier with its chain: the rules in the district's words, the counts as the reader may see them. */
const chains = async (db: Db, scope: readonly string[] | null): Promise<Barrier[]> => {
  const rules = mergeBarriers<OwnBarrier>(await ownBarriers(db))
  const { needs, categories, metrics } = await chainOf(
    db,
    scope,
    rules.flatMap(({ categoryCodes }) => categoryCodes),
    rules.flatMap(({ metricCode }) => metricCode ?? []),
  )
  return rules.map((rule) => ({
    code: rule.code,
    family: rule.family,
    name: rule.name,
    nameEs: rule.nameEs,
    active: rule.active,
    standard: !('version' in rule),
    needs: needs.find(({ code }) => code === rule.code) ?? { open: 0, schools: 0, students: 0 },
    categories: rule.categoryCodes.flatMap((code) => categories.find((one) => one.code === code) ?? []),
    metric: metrics.find(({ code }) => code === rule.metricCode) ?? null,
    version: 'version' in rule ? rule.version : 1,
  }))
}

export const barriersHandlers: Handlers<typeof barriersContract> = {
  listBarriers: async ({ db, actor }) => ({ items: await chains(db, actor.schoolIds) }),

  changeBarrier: async ({ db, body: { categoryIds, metricId = null, nameEs = '', ...words }, ifMatch }) => {
    const rules = mergeBarriers(await ownBarriers(db))
    if (words.code !== undefined && !rules.some(({ code }) => code === words.code)) notFound('barrier')
    const { categories, metric } = await codesFor(db, categoryIds, metricId)
    if (categories.length < categoryIds.length)
      throw fieldProblem('categoryIds', 'There is no such kind of help.', 'reference')
    if (metricId !== null && metric === null)
      throw fieldProblem('metricId', 'There is no such metric.', 'reference')
    const code = words.code ?? categoryCode(words.name, new Set(rules.map((rule) => rule.code)))
    const rule: BarrierRule = { ...words, nameEs, code, categoryCodes: categories, metricCode: metric }
    const stored = await storeBarrier(db, rule, ifMatch)
    const now = (await chains(db, null)).find((one) => one.code === code) ?? notFound('barrier')
    return stored ? now : stale(JSON.stringify(now))
  },

  getNeedBarriers: async ({ db, actor, params }) => ({
    codes: (await barriersOfNeed(db, actor.schoolIds, params.needId)) ?? notFound('need'),
  }),

  setNeedBarriers: async ({ db, actor, params, body }) => {
    if (!(await barriersOfNeed(db, actor.schoolIds, params.needId))) notFound('need')
    const known = new Set(mergeBarriers(await ownBarriers(db)).map(({ code }) => code))
    if (body.codes.some((code) => !known.has(code)))
      throw fieldProblem('codes', 'Choose from the district’s list of barriers.', 'reference')
    await setBarriersOfNeed(db, params.needId, body.codes)
    return { codes: (await barriersOfNeed(db, null, params.needId)) ?? [] }
  },
}
