import type { GroupSeries, MetricHead } from '@common-table/shared/outcomes/schemas'

export interface Gap {
  ahead: GroupSeries
  behind: GroupSeries
  size: number
}

/** The widest gap between two groups, among those whose figures are shown. */
export const gapOf = (metric: Pick<MetricHead, 'direction'>, groups: readonly GroupSeries[]): Gap | null => {
  const known = groups
    .flatMap((group) => {
      const value = group.cells.at(-1)?.value ?? null
      return value === null ? [] : [{ group, value }]
    })
    .sort((a, b) => b.value - a.value)
  const [high, low] = [known[0], known.at(-1)]
  if (!high || !low || high === low) return null
  const [ahead, behind] = metric.direction === 'lower_is_better' ? [low, high] : [high, low]
  return { ahead: ahead.group, behind: behind.group, size: high.value - low.value }
}
