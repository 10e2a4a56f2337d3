import { boundInWords, type Bound } from '../outcomes/bands.ts'
import type { InTwoLanguages, Language } from '../vocabulary/terms.ts'
import type { Comparison, SuggestionRule } from './rules.ts'

/** What a sentence about a figure is made of; the metric is called as the district calls it. */
type FoundFigure = {
  readonly metric: { readonly name: string; readonly nameEs: string; readonly unit: string }
  readonly comparison: Comparison
  readonly trend: SuggestionRule['trend']
  readonly threshold: number
  readonly period: string
  readonly value: number | null
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
const within: InTwoLanguages = { en: 'in', es: 'en' }

const written = (value: number, unit: string, language: Language): string =>
  unit === 'percent'
    ? new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100)
    : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)

/** A figure and the line it crossed, as one sentence a principal can check against the source. */
export const groundInWords = (ground: FoundFigure, language: Language): string => {
  const { metric, comparison, trend, threshold, period, value, bound, since } = ground
  const amount = (figure: number) => written(figure, metric.unit, language)
  const name = (language === 'es' && metric.nameEs) || metric.name
  const figure = bound ? boundInWords(bound, language) : value === null ? '–' : amount(value)
  const from =
    since && trend
      ? `, ${directions[trend][language]} ${amount(since.value)} ${within[language]} ${since.period}`
      : ''
  return `${name}: ${figure} ${within[language]} ${period}, ${comparisons[comparison][language]} ${amount(threshold)}${from}.`
}

/** What a need is called: as a person wrote it, else by the first figure that led to it. */
export const needTitle = (
  { title, grounds }: { readonly title: string | null; readonly grounds: readonly FoundFigure[] },
  language: Language,
): string => title ?? (grounds[0] ? groundInWords(grounds[0], language) : '')
