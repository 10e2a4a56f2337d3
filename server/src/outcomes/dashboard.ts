import { figureOfShown } from '@common-table/shared/outcomes/published-table'
import type { Dashboard, DashboardMetric } from '@common-table/shared/outcomes/schemas'
import { notFound } from '@common-table/shared/contract/problem'
import type { Actor } from '../http/actor.ts'
import type { Services } from '../http/services.ts'
import type { Db } from '../db/db.ts'
import {
  dashboardMetrics,
  dashboardYears,
  reachOf,
  underTargets,
  type Aim,
  type StoredMetric,
} from './dashboard-queries.ts'
import { readyDocument } from './documents.ts'
import { freshened } from './publish.ts'
import { cellAt, groupSeries, outlook, type Group } from './series-parts.ts'

const nobody: DashboardMetric['underTarget'] = { total: 0, items: [] }

const metricOf = (
  { metric, target, rows, levels }: StoredMetric,
  groups: readonly Group[],
): DashboardMetric => {
  const cells = rows.map((row) => cellAt(row.cells))
  const { method = 'none', reported = 0, withheld = 0 } = rows.at(-1) ?? {}
  return {
    metric,
    periods: rows.map(({ id, label, schoolYear, endsOn }) => ({ id, label, schoolYear, endsOn })),
    cells,
    method,
    ...outlook(metric, rows, cells, target),
    reported,
    withheld,
    levels: levels.flatMap(({ level, cells: shown }) => {
      const cell = figureOfShown(metric.unit, shown)
      return cell ? [{ level, cell, schools: shown.filter(({ value }) => value !== null).length }] : []
    }),
    groups: groupSeries(
      groups,
      rows.map((row) => row.cells),
    ),
    underTarget: nobody,
  }
}

const aimsOf = (metrics: readonly DashboardMetric[]): Aim[] =>
  metrics.flatMap(({ metric, periods, target }) => {
    const period = periods.at(-1)
    if (!period || metric.direction === 'neutral') return []
    const sign = metric.direction === 'higher_is_better' ? 1 : -1
    return [
      {
        metric: metric.id,
        period: period.id,
        target: target?.value ?? null,
        sign,
        decimals: metric.decimals,
      },
    ]
  })

const withSchools = async (db: Db, metrics: DashboardMetric[], scope: readonly string[] | null) => {
  const under = await underTargets(db, aimsOf(metrics), scope)
  return metrics.map((metric) => ({ ...metric, underTarget: under.get(metric.metric.id) ?? nobody }))
}

const make = async (db: Db, asked: string | undefined, preparing: boolean): Promise<Dashboard> => {
  const schoolYears = await dashboardYears(db)
  const schoolYear = asked ?? schoolYears[0] ?? null
  if (asked !== undefined && !schoolYears.includes(asked)) notFound('school year')
  const { groups, threshold, metrics } = await dashboardMetrics(db, schoolYear ?? '')
  const made = metrics.map((metric) => metricOf(metric, groups))
  return {
    schoolYear,
    schoolYears,
    preparing,
    asOf: new Date().toISOString(),
    threshold,
    metrics: await withSchools(db, made, null),
    reach: await reachOf(db),
  }
}

const whole = (services: Services, districtId: string, asked: string | undefined): Promise<string> =>
  readyDocument(services, districtId, {
    kind: 'dashboard',
    key: asked ?? '',
    prepare: () => freshened(services, districtId),
    make: async (db, preparing) => JSON.stringify(await make(db, asked, preparing)),
  })

/** The whole district's dashboard of a school year, or of the latest one with figures where that year has none. */
export const dashboardOf = async (
  services: Services,
  districtId: string,
  year: string,
): Promise<Dashboard> => {
  const latest = JSON.parse(await whole(services, districtId, undefined)) as Dashboard
  if (latest.schoolYear === year || !latest.schoolYears.includes(year)) return latest
  return JSON.parse(await whole(services, districtId, year)) as Dashboard
}

/** The dashboard as text, ready for a whole district. A person with own schools gets the same with only these by name. */
export const dashboard = async (
  services: Services,
  { districtId, schoolIds }: Actor,
  asked: string | undefined,
): Promise<string> => {
  const body = await whole(services, districtId, asked)
  if (schoolIds === null) return body
  const shown = JSON.parse(body) as Dashboard
  return JSON.stringify({
    ...shown,
    metrics: await withSchools(services.read(districtId), shown.metrics, schoolIds),
  })
}
