import { barriers, type BarrierFamily } from '../catalog/barriers.ts'

/** What a district goes by: a barrier, the kinds of help that answer it and the metric that should move then (B4). */
export interface BarrierRule {
  readonly code: string
  readonly family: BarrierFamily
  readonly name: string
  readonly nameEs: string
  readonly categoryCodes: readonly string[]
  readonly metricCode: string | null
  readonly active: boolean
}

/** What every district starts with and can change: each is answered when fewer students are chronically absent. */
export const standardBarriers: readonly BarrierRule[] = barriers.map(
  ({ code, family, en, es, categories }) => ({
    code,
    family,
    name: en,
    nameEs: es,
    categoryCodes: categories,
    metricCode: 'chronic_absence_rate',
    active: true,
  }),
)

/** The district's own words in place of the standard ones, and its own barriers behind them. */
export const mergeBarriers = <Own extends BarrierRule>(own: readonly Own[]): (BarrierRule | Own)[] => {
  const byCode = new Map(own.map((rule) => [rule.code, rule]))
  const standard = new Set(standardBarriers.map(({ code }) => code))
  return [
    ...standardBarriers.map((rule) => byCode.get(rule.code) ?? rule),
    ...own.filter(({ code }) => !standard.has(code)),
  ]
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
