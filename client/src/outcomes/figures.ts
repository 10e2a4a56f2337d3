import { boundInWords } from '@common-table/shared/outcomes/bands'
import type { MetricHead } from '@common-table/shared/outcomes/schemas'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import type { TargetStatus } from '@common-table/shared/outcomes/targets'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormats } from '../platform/formats.ts'
import type { Point } from '../ui/charts/series.ts'
import type { Tone } from '../ui/StatusBadge.vue'

type Measured = Pick<MetricHead, 'unit' | 'decimals'>

export const statusTones: Record<TargetStatus, Tone> = {
  met: 'success',
  on_track: 'success',
  at_risk: 'warning',
  off_track: 'danger',
  no_data: 'neutral',
}

/** A figure as a chart takes it: a banded one lies between its limits, a withheld or missing one is a gap. */
export const pointOf = (cell: PublicCell): Point => {
  if (!cell.suppressed) return cell.value
  const { bound } = cell
  if (bound?.unit !== 'percent') return 'withheld'
  const words = boundInWords(bound)
  return bound.kind === 'below'
    ? { low: 0, high: bound.value, words }
    : { low: bound.value, high: 100, words }
}
export const pointsOf = (cells: readonly PublicCell[]): Point[] => cells.map(pointOf)
export const lineOf = (cells: readonly PublicCell[]): (number | null)[] => cells.map(({ value }) => value)

/** How figures are written in this person's language. */
export const useFigures = () => {
  const { t, locale } = useI18n()
  const format = useFormats()

  const write = ({ unit, decimals }: Measured, value: number): string =>
    unit === 'percent'
      ? format.value.percent(value / 100, decimals)
      : format.value.number(value, unit === 'count' ? 0 : decimals)

  /** The figure, or the words that stand in its place. */
  const say = (metric: Measured, cell: PublicCell | undefined): string => {
    if (!cell || (!cell.suppressed && cell.value === null)) return '–'
    if (!cell.suppressed) return write(metric, cell.value!) // null is answered above
    const words = cell.bound && boundInWords(cell.bound, locale.value === 'es' ? 'es' : 'en')
    if (words) return cell.bound?.unit === 'people' ? t('outcomes.withheld.students', { words }) : words
    return t(`outcomes.withheld.${cell.reason === 'source' ? 'source' : 'protected'}`)
  }

  /** How far two figures lie apart, in points for a percentage. */
  const apart = ({ unit, decimals }: Measured, difference: number): string => {
    const written = format.value.number(Math.abs(difference), unit === 'count' ? 0 : Math.max(decimals, 1))
    return unit === 'percent' ? t('outcomes.points', { n: written }) : written
  }

  const named = (thing: { name: string; nameEs: string }): string =>
    locale.value === 'es' && thing.nameEs !== '' ? thing.nameEs : thing.name

  return { write, say, apart, named, words: computed(() => (locale.value === 'es' ? 'es' : 'en')) }
}
export type Figures = ReturnType<typeof useFigures>

/** Whether a change is for the better; a metric without a better direction has none. */
export const isGood = ({ direction }: Pick<MetricHead, 'direction'>, change: number): boolean | undefined =>
  direction === 'neutral' || change === 0
    ? undefined
    : direction === 'higher_is_better'
      ? change > 0
      : change < 0

/** The latest figure of a series and the one before it that may be compared. */
export const changeOf = (cells: readonly PublicCell[]): { from: number; change: number } | null => {
  const last = cells.at(-1)?.value ?? null
  const from = cells.findLastIndex((cell, at) => at < cells.length - 1 && cell.value !== null)
  const before = cells[from]?.value ?? null
  return last === null || before === null ? null : { from, change: last - before }
}
