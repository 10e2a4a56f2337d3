import type { ImportField, KnownMetric } from './kind.ts'
import { metricWords, type MetricWords } from './metric-words.ts'

export const figureParts = ['value', 'numerator', 'denominator', 'label'] as const
export type FigurePart = (typeof figureParts)[number]

/** The field of one column of a metric: `value:chronic_absence_rate`. */
export const figureKey = (part: FigurePart, code: string): string => `${part}:${code}`

const list = (words: string | undefined): string[] =>
  (words ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)

const wordsOf = (code: string): MetricWords => metricWords[code as keyof typeof metricWords] ?? { value: '' }

const suffix = {
  value: { en: '', es: '' },
  numerator: { en: ': students counted', es: ': estudiantes contados' },
  denominator: { en: ': out of', es: ': de un total de' },
  label: { en: ': note beside the figure', es: ': nota junto a la cifra' },
} as const

/** The columns a file may hold for one metric. Only a rate is so many of so many. */
export const figureFields = (metric: KnownMetric): ImportField[] => {
  const words = wordsOf(metric.code)
  const names = [metric.code, metric.name.en, metric.name.es, ...list(words.value)]
  const synonyms: Record<FigurePart, string[]> = {
    value: names,
    numerator: [...list(words.numerator), `${metric.code} numerator`],
    denominator: [...list(words.denominator), `${metric.code} denominator`],
    label: names.map((name) => `${name} label`),
  }
  const parts = figureParts.filter(
    (part) =>
      part === 'value' ||
      part === 'label' ||
      (metric.unit !== 'count' && part !== 'numerator') ||
      metric.unit === 'percent',
  )
  return parts.map((part) => ({
    key: figureKey(part, metric.code),
    label: { en: metric.name.en + suffix[part].en, es: metric.name.es + suffix[part].es },
    synonyms: synonyms[part],
    part: 'figures',
    ...(part === 'label'
      ? {}
      : { shape: part === 'value' && metric.unit === 'percent' ? 'percent' : 'number' }),
  }))
}
