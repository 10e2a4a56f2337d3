import type { Unit } from './measured-value.ts'
import { metricRows } from './metric-rows.ts'
import type { MetricDefinition } from './metric.ts'

/** What a new district finds; everything in it can be changed or added to. */
export const defaultMetrics: readonly MetricDefinition[] = metricRows
export type MetricCode = (typeof metricRows)[number]['code']

const byCode = new Map<string, MetricDefinition>(defaultMetrics.map((metric) => [metric.code, metric]))
export const metricOf = (code: string): MetricDefinition | undefined => byCode.get(code)

/** How a figure of a unit is screened: counts and rates add up over groups, scores and hours do not. */
export const measureOf = (unit: Unit): 'count' | 'rate' | 'score' =>
  unit === 'count' ? 'count' : unit === 'percent' ? 'rate' : 'score'
