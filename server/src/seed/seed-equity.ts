import { equityContract } from '@common-table/shared/equity/contract'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import type { Seed } from './seeds.ts'

/** Figures of the fictional schools that show need, and how much each counts. */
const indicators = [
  { code: 'chronic_absence_rate', direction: 'more', weight: 3 },
  { code: 'ela_proficiency_rate', direction: 'less', weight: 2 },
  { code: 'math_proficiency_rate', direction: 'less', weight: 2 },
  { code: 'suspension_rate', direction: 'more', weight: 1 },
] as const

export const seedEquity: Seed = async ({ call }) => {
  if ((await call(equityContract.listEquityVersions)).items.length > 0) return
  const { items } = await call(metricsContract.listMetrics, { query: { limit: 200 } })
  const chosen = indicators.flatMap(({ code, ...rest }) => {
    const metric = items.find((one) => one.code === code)
    return metric ? [{ metricId: metric.id, schoolYear: null, ...rest }] : []
  })
  await call(equityContract.keepEquityVersion, {
    body: {
      scaling: 'percentile_rank',
      indicators: chosen,
      note: 'Attendance counts most, as the board decided.',
    },
  })
}
