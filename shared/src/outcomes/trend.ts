export type TrendDirection = 'rising' | 'falling' | 'steady' | 'unknown'

export type Trend = {
  readonly direction: TrendDirection
  /** Change per period along the fitted line, in the metric's own unit. */
  readonly perPeriod: number | null
  readonly from: { readonly at: number; readonly value: number } | null
  readonly to: { readonly at: number; readonly value: number } | null
}

/** Up and down by less than this a year is noise in a rate of a few hundred students. A district may set its own. */
export const STEADY_WITHIN = 1
const LOOK_BACK = 3

/**
 * Where a series is heading: the least-squares line through its last three known points. `at` numbers the periods, so that
 * a year without figures (no state tests in 2020) stretches the line rather than bending it. Withheld points are gaps.
 */
export const trendOf = (
  series: readonly { readonly at: number; readonly value: number | null }[],
  steadyWithin = STEADY_WITHIN,
): Trend => {
  const points = series
    .flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]))
    .sort((a, b) => a.at - b.at)
    .slice(-LOOK_BACK)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first.at === last.at)
    return { direction: 'unknown', perPeriod: null, from: null, to: null }
  const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length
  const [middleAt, middle] = [mean(points.map(({ at }) => at)), mean(points.map(({ value }) => value))]
  const along = points.reduce((total, { at, value }) => total + (at - middleAt) * (value - middle), 0)
  const spread = points.reduce((total, { at }) => total + (at - middleAt) ** 2, 0)
  const perPeriod = along / spread
  const direction = perPeriod > steadyWithin ? 'rising' : perPeriod < -steadyWithin ? 'falling' : 'steady'
  return { direction, perPeriod, from: first, to: last }
}
