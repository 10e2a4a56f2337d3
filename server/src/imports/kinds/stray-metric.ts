import type { KnownMetric } from '@common-table/shared/imports/kinds/kind'
import type { Figure } from '@common-table/shared/imports/kinds/read-figures'
import type { PeriodKind } from '@common-table/shared/outcomes/metric-schemas'

/**
 * The first of a row's metrics that is measured by another kind of period. A year beside its quarters would tell the
 * quarter that is withheld, so a metric has figures of one kind of period only.
 */
export const strayMetric = (
  figures: readonly Figure[],
  metricAt: (plan: number) => KnownMetric | undefined,
  kind: PeriodKind | undefined,
): KnownMetric | undefined =>
  kind === undefined
    ? undefined
    : figures.map(({ plan }) => metricAt(plan)).find((metric) => metric?.period !== kind)
