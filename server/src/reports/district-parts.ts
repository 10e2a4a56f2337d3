import type * as Type from 'typebox'
import { supplyEquity, type SuppliedSchool } from '@common-table/shared/equity/supply-equity'
import type { Dashboard } from '@common-table/shared/outcomes/schemas'
import type { FigurePart, ReportBody } from '@common-table/shared/reports/body-schemas'

/** The latest figure of each metric of the dashboard, the one before it, and its target. */
export const figuresOf = ({
  metrics,
}: {
  metrics: readonly Pick<Dashboard['metrics'][number], 'metric' | 'periods' | 'cells' | 'target'>[]
}): Type.Static<typeof FigurePart>[] =>
  metrics.flatMap(({ metric, periods, cells, target }) => {
    const [period, cell] = [periods.at(-1), cells.at(-1)]
    if (!period || !cell) return []
    return [
      {
        metric,
        period: period.label === period.schoolYear ? period.label : `${period.label} ${period.schoolYear}`,
        cell,
        before: cells.at(-2) ?? null,
        target: target && { value: target.value, dueOn: target.dueOn, standing: target.standing },
      },
    ]
  })

/** Whether help goes where need is, by tier and in one number. */
export const equityOf = ({
  version,
  schools,
}: {
  version: number | null
  schools: SuppliedSchool[]
}): NonNullable<ReportBody['equity']> => {
  const { tiers, ratio, concentration } = supplyEquity(schools)
  return { version, tiers: [...tiers], ratio, concentration }
}
