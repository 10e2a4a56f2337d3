import type { InTwoLanguages } from '../vocabulary/terms.ts'
import type { Unit } from './measured-value.ts'

export const metricFamilies = [
  'attendance',
  'grades',
  'tests',
  'graduation',
  'discipline',
  'engagement',
  'survey',
  'participation',
  'context',
] as const
export type MetricFamily = (typeof metricFamilies)[number]

export type Direction = 'higher_is_better' | 'lower_is_better' | 'neutral'
/** Results-Based Accountability keeps apart the whole community and a programme's own clients (Friedman; domain 3.12). */
export type MetricLevel = 'population' | 'performance'
export type RbaQuestion = 'how_much' | 'how_well' | 'better_off'
export type PeriodType = 'year' | 'term' | 'quarter' | 'month'

/** One metric as a district finds it in its dictionary on the first day; it may change words and targets, or add its own. */
export type MetricDefinition = {
  readonly code: string
  readonly name: InTwoLanguages
  readonly family: MetricFamily
  readonly unit: Unit
  readonly direction: Direction
  readonly level: MetricLevel
  readonly rba: RbaQuestion
  readonly period: PeriodType
  /** In words, so that two offices that count differently find out before they compare. */
  readonly numerator: InTwoLanguages
  readonly denominator: InTwoLanguages | null
  /** Where it is not people: sessions are nobody's secret, so no figure of them is withheld. */
  readonly counts?: 'sessions'
}
