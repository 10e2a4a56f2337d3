import type { PercentScale } from '../../outcomes/percent-scale.ts'
import type { DecimalSign, Unit } from '../../outcomes/measured-value.ts'
import { figureKey, type FigurePart } from './figure-fields.ts'
import { groupOf, metricOfGroups } from './group-figures.ts'
import type { KnownMetric } from './kind.ts'
import { metricWords, type Elsewhere } from './metric-words.ts'

/** Where the figures of one metric stand in a row, and how its column is to be read. */
export interface FigurePlan {
  readonly metric: KnownMetric
  readonly unit: Unit
  readonly value: number | undefined
  readonly numerator: number | undefined
  readonly denominator: number | undefined
  readonly label: number | undefined
  readonly scale: PercentScale
  readonly decimals: DecimalSign
  /** Whom the column counts, where its header says so; else the row says it. */
  readonly group?: string
}

/** What reading the whole file told about one column. */
export interface ColumnReading {
  readonly scale?: PercentScale
  readonly decimals?: DecimalSign
}

/** Plans the reading of a wide file: one row a school and period, one or more columns a metric. */
export const planFigures = (
  mapping: readonly (string | null)[],
  metrics: readonly KnownMetric[],
  readings: readonly ColumnReading[] = [],
): FigurePlan[] => {
  const places = new Map(mapping.flatMap((key, column) => (key === null ? [] : [[key, column] as const])))
  const at = (part: FigurePart, code: string) => places.get(figureKey(part, code))
  const elsewhere = (from: Elsewhere | undefined) =>
    from === undefined ? undefined : at(from.part, from.code)
  const ofAll = metrics.flatMap((metric): FigurePlan[] => {
    const words = metricWords[metric.code as keyof typeof metricWords]
    const value = at('value', metric.code)
    const plan = {
      metric,
      unit: metric.unit,
      value,
      numerator: at('numerator', metric.code) ?? elsewhere(words?.numeratorFrom),
      denominator: at('denominator', metric.code) ?? elsewhere(words?.denominatorFrom),
      label: at('label', metric.code),
      scale: readings[value ?? -1]?.scale ?? 'percent',
      decimals: readings[value ?? -1]?.decimals ?? 'point',
    } as const
    const counted = at('numerator', metric.code) !== undefined && plan.denominator !== undefined
    return value === undefined && !counted ? [] : [plan]
  })
  const grouped = metricOfGroups(metrics)
  if (grouped === undefined) return ofAll
  const ofGroups = mapping.flatMap((key, value): FigurePlan[] => {
    const group = key === null ? undefined : groupOf(key)
    if (group === undefined) return []
    const none = { numerator: undefined, denominator: undefined, label: undefined }
    return [
      { metric: grouped, unit: grouped.unit, value, ...none, scale: 'percent', decimals: 'point', group },
    ]
  })
  return [...ofAll, ...ofGroups]
}
