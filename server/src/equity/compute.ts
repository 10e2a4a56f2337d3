import { fieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import {
  equityIndex,
  indexChanges,
  weightsFail,
  type SchoolIndex,
} from '@common-table/shared/equity/equity-index'
import type { EquityChanges, EquitySettings, UsedIndicator } from '@common-table/shared/equity/schemas'
import type { Db } from '../db/db.ts'
import { figuresFor, namesOf } from './queries.ts'

const mostShown = 200

/** The index of all open schools from these indicators, and the indicators as they were used. */
export const computeIndex = async (
  db: Db,
  { scaling, indicators }: EquitySettings,
): Promise<{ index: SchoolIndex[]; used: UsedIndicator[] }> => {
  if (weightsFail(indicators)) throw refusal('equity-weights')
  if (new Set(indicators.map(({ metricId }) => metricId)).size < indicators.length)
    throw refusal('equity-metric-twice')
  const { metrics, schools } = await figuresFor(db, indicators)
  const used = indicators.map((indicator, at): UsedIndicator => {
    const metric = metrics.find(({ metricId }) => metricId === indicator.metricId)
    if (!metric) throw fieldProblem(`indicators.${at}.metricId`, 'There is no such metric.', 'reference')
    return { ...indicator, ...metric }
  })
  const index = equityIndex(schools, used, scaling)
  if (index.every(({ score }) => score === null)) throw refusal('equity-no-figures')
  return { index, used }
}

/** What is different between two versions, told with the schools' names. */
export const changesBetween = async (
  db: Db,
  before: { number: number | null; index: readonly SchoolIndex[] },
  after: readonly SchoolIndex[],
): Promise<EquityChanges> => {
  const changes = indexChanges(before.index, after)
  const shown = changes.slice(0, mostShown)
  const names = await namesOf(
    db,
    shown.map(({ schoolId }) => schoolId),
  )
  return {
    from: before.number,
    schools: changes.length,
    changedTier: changes.filter(({ before: was, after: is }) => was?.tier !== is?.tier).length,
    items: shown.flatMap(({ schoolId, because, ...standings }) => {
      const name = names.get(schoolId)
      const [was, is] = [standings.before, standings.after].map(
        (one) => one && { score: one.score, rank: one.rank, tier: one.tier },
      )
      return name === undefined
        ? []
        : [{ school: { id: schoolId, name }, before: was ?? null, after: is ?? null, because }]
    }),
  }
}
