import { boundInWords, type Bound } from '../outcomes/bands.ts'
import type { MetricDefinition } from '../outcomes/metric.ts'
import type { InTwoLanguages, Language } from '../vocabulary/terms.ts'
import type { Comparison, SuggestionRule } from './rules.ts'

type Facts = {
  readonly period: string
  readonly value: number
  readonly bound: Bound | null
  readonly since: { readonly period: string; readonly value: number } | null
}

const comparisons: Readonly<Record<Comparison, InTwoLanguages>> = {
  at_least: { en: 'at or above', es: 'igual o superior a' },
  above: { en: 'above', es: 'superior a' },
  at_most: { en: 'at or below', es: 'igual o inferior a' },
  below: { en: 'below', es: 'inferior a' },
}
const directions = {
  rising: { en: 'up from', es: 'en aumento desde' },
  falling: { en: 'down from', es: 'en descenso desde' },
} as const
const since: InTwoLanguages = { en: 'in', es: 'en' }

const rounded = (value: number) => String(Math.round(value * 10) / 10)

/** A rule and the figure that met it, as one sentence a principal can check against the source. */
export const inWords = (
  rule: SuggestionRule,
  facts: Facts,
  metric: MetricDefinition | undefined,
): InTwoLanguages => {
  const amount = (value: number) => (metric?.unit === 'percent' ? `${rounded(value)}%` : rounded(value))
  const sentence = (language: Language) => {
    const name = metric?.name[language] ?? rule.metric
    const figure = facts.bound ? boundInWords(facts.bound, language) : amount(facts.value)
    const met = `${comparisons[rule.comparison][language]} ${amount(rule.threshold)}`
    const from =
      facts.since && rule.trend
        ? `, ${directions[rule.trend][language]} ${amount(facts.since.value)} ${since[language]} ${facts.since.period}`
        : ''
    return `${name}: ${figure} ${since[language]} ${facts.period}, ${met}${from}.`
  }
  return { en: sentence('en'), es: sentence('es') }
}
