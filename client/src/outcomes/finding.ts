import type { MetricHead, PeriodHead } from '@common-table/shared/outcomes/schemas'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import { useI18n } from 'vue-i18n'
import { changeOf, useFigures } from './figures.ts'

/** What a series says, in a title: "Attendance rate rose to 92.4%, 0.8 points since 2022-23". */
export const useFinding = () => {
  const { t } = useI18n()
  const figures = useFigures()
  return (metric: MetricHead, periods: readonly PeriodHead[], cells: readonly PublicCell[]): string => {
    const name = figures.named(metric)
    const last = cells.at(-1)
    if (!last || last.value === null) return t('outcomes.finding.none', { name })
    const value = figures.write(metric, last.value)
    const moved = changeOf(cells)
    if (!moved) return t('outcomes.finding.first', { name, value })
    const amount = figures.apart(metric, moved.change)
    const key = Math.abs(moved.change) < 0.05 ? 'level' : moved.change > 0 ? 'rose' : 'fell'
    return t(`outcomes.finding.${key}`, { name, value, amount, since: periods[moved.from]?.label ?? '' })
  }
}
