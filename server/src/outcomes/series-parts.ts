import { EVERYONE } from '@common-table/shared/outcomes/group-of-everyone'
import { noFigure } from '@common-table/shared/outcomes/published-table'
import type { GroupSeries, MetricHead, PeriodHead } from '@common-table/shared/outcomes/schemas'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import { trendOf } from '@common-table/shared/outcomes/trend'
import { goalOf, rounded, type StoredTarget } from './standing.ts'

/** Screened figures as they were stored: only the rules of small numbers ever write this column. */
export type Cells = Readonly<Record<string, PublicCell>>
export type Group = Omit<GroupSeries, 'cells'>

export const cellAt = (cells: Cells | null, group = EVERYONE): PublicCell => cells?.[group] ?? noFigure

/** The groups there is anything to say of, each over the same periods. */
export const groupSeries = (groups: readonly Group[], rows: readonly (Cells | null)[]): GroupSeries[] =>
  groups
    .filter(({ code }) => code !== EVERYONE && rows.some((cells) => cells?.[code] !== undefined))
    .map(({ code, dimension, name, nameEs }) => ({
      code,
      dimension,
      name,
      nameEs,
      cells: rows.map((cells) => cellAt(cells, code)),
    }))

const yearOf = ({ endsOn }: PeriodHead) => Date.parse(endsOn) / 31_557_600_000

/** Trend and target of a series; both know only what is shown. */
export const outlook = (
  metric: MetricHead,
  periods: readonly PeriodHead[],
  cells: readonly PublicCell[],
  target: StoredTarget | null,
) => {
  const { direction, perPeriod } = trendOf(
    cells.map(({ value }, at) => ({ at: yearOf(periods[at]!), value })),
  ) // as many cells as periods
  const latest = cells.findLastIndex(({ value }) => value !== null)
  const [cell, period] = [cells[latest], periods[latest]]
  const last = cells.at(-1)
  // A figure that is withheld now is no data, even if an older one was shown.
  const known = cell && period && !last?.suppressed ? { cell, on: period.endsOn } : null
  return {
    trend: { direction, perPeriod: perPeriod === null ? null : rounded(perPeriod, 2) },
    target: goalOf(target, known, metric),
  }
}
