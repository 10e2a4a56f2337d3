import type { Bound } from '../outcomes/bands.ts'
import type { PublicCell } from '../outcomes/suppression.ts'
import { trendOf } from '../outcomes/trend.ts'
import type { Comparison, SuggestionRule } from './rules.ts'
import type { Severity } from './severity.ts'

/** One figure of a school, already screened: what may not be shown may not propose a need either. */
export type SchoolFigure = { readonly at: number; readonly period: string; readonly cell: PublicCell }

export type SchoolFigures = {
  readonly school: string
  readonly enrollment: number | null
  /** By metric code. `at` numbers the periods, a year apart by one. */
  readonly metrics: Readonly<Record<string, readonly SchoolFigure[]>>
}

/** A figure that led to a suggestion and the line it crossed: facts, which each reader's language puts into words. */
export type Ground = {
  readonly rule: string
  readonly metric: string
  readonly comparison: Comparison
  readonly trend: SuggestionRule['trend']
  readonly period: string
  readonly value: number | null
  readonly bound: Bound | null
  readonly threshold: number
  /** The earlier figure a trend was read from. */
  readonly since: { readonly period: string; readonly value: number } | null
}

export type Suggestion = {
  readonly school: string
  readonly category: string
  readonly tier: SuggestionRule['tier']
  readonly severity: Severity
  /** An estimate from the figure; null where none can be made. */
  readonly studentsAffected: number | null
  readonly grounds: readonly Ground[]
}

/** The number a rule may go by: the figure, or the limit of a bound when the limit itself satisfies the rule. */
const readingOf = (cell: PublicCell, { comparison, students }: SuggestionRule) => {
  if (cell.value !== null) return { value: cell.value, bound: null, n: cell.n }
  if (!cell.suppressed || cell.bound === null) return null
  // "Fewer than ten" of a withheld group is no figure; only a bound of the metric itself is.
  if (cell.reason !== 'source' && cell.reason !== 'extreme') return null
  if ((cell.bound.unit === 'people') !== (students === 'count')) return null
  const upward = comparison === 'at_least' || comparison === 'above'
  if ((cell.bound.kind === 'above') !== upward) return null
  return { value: cell.bound.value, bound: cell.bound, n: null }
}

const satisfies = (
  value: number,
  bound: Bound | null,
  { comparison, threshold }: SuggestionRule,
): boolean => {
  // "Above 95" lies strictly beyond 95, so the limit satisfies a strict comparison too.
  const beyond = bound !== null && !bound.inclusive
  if (comparison === 'at_least' || (comparison === 'above' && beyond)) return value >= threshold
  if (comparison === 'at_most' || (comparison === 'below' && beyond)) return value <= threshold
  return comparison === 'above' ? value > threshold : value < threshold
}

const severityFor = (value: number, { severity, comparison }: SuggestionRule): Severity => {
  const upward = comparison === 'at_least' || comparison === 'above'
  const reached = severity.filter(({ from }) => (upward ? value >= from : value <= from))
  return (reached.at(-1) ?? severity[0])?.severity ?? 3
}

const studentsFor = (value: number, n: number | null, enrollment: number | null, rule: SuggestionRule) => {
  if (rule.students === 'unknown') return null
  if (rule.students === 'count') return Math.round(value)
  const people = n ?? enrollment
  if (people === null) return null
  const upward = rule.comparison === 'at_least' || rule.comparison === 'above'
  return Math.min(enrollment ?? people, Math.round(((upward ? value : 100 - value) * people) / 100))
}

const propose = (rule: SuggestionRule, { school, enrollment, metrics }: SchoolFigures): Suggestion | null => {
  const series = (metrics[rule.metric] ?? []).toSorted((a, b) => a.at - b.at)
  const latest = series.at(-1)
  const reading = latest && readingOf(latest.cell, rule)
  if (!latest || !reading || !satisfies(reading.value, reading.bound, rule)) return null
  const trend = trendOf(series.map(({ at, cell }) => ({ at, value: cell.value })))
  if (rule.trend !== null && (reading.bound !== null || trend.direction !== rule.trend)) return null
  const earlier = rule.trend === null ? undefined : series.find(({ at }) => at === trend.from?.at)
  const since = earlier && trend.from ? { period: earlier.period, value: trend.from.value } : null
  const { value, bound } = reading
  return {
    school,
    category: rule.category,
    tier: rule.tier,
    severity: severityFor(value, rule),
    studentsAffected: studentsFor(value, reading.n, enrollment, rule),
    grounds: [
      {
        rule: rule.code,
        metric: rule.metric,
        comparison: rule.comparison,
        trend: rule.trend,
        period: latest.period,
        value: bound === null ? value : null,
        bound,
        threshold: rule.threshold,
        since,
      },
    ],
  }
}

const merge = (one: Suggestion, other: Suggestion): Suggestion => ({
  ...one,
  severity: one.severity >= other.severity ? one.severity : other.severity,
  studentsAffected:
    one.studentsAffected === null || other.studentsAffected === null
      ? (one.studentsAffected ?? other.studentsAffected)
      : Math.max(one.studentsAffected, other.studentsAffected),
  grounds: [...one.grounds, ...other.grounds],
})

/**
 * The needs a school's figures propose, each with the figures that led to it. Rules that agree on the kind of help and
 * tier make one suggestion, as severe as its most severe ground. A rule goes by the latest period only: where that figure
 * is missing or withheld it stays silent and does not fall back on an older one. A person accepts or dismisses.
 */
export const suggestNeeds = (rules: readonly SuggestionRule[], figures: SchoolFigures): Suggestion[] => {
  const found = new Map<string, Suggestion>()
  for (const rule of rules) {
    const proposed = propose(rule, figures)
    if (!proposed) continue
    const key = `${proposed.category}/${proposed.tier}`
    const before = found.get(key)
    found.set(key, before ? merge(before, proposed) : proposed)
  }
  return [...found.values()]
}
