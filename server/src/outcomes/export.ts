import type { DeliveryRow } from '@common-table/shared/outcomes/delivery-schemas'
import type { MetricSchoolFilters, SchoolOutcomes } from '@common-table/shared/outcomes/schemas'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import type { Actor } from '../http/actor.ts'
import type { Services } from '../http/services.ts'
import { Download } from '../http/answers.ts'
import { tableFile, type Cell } from '../imports/index.ts'
import { metricSchools, schoolsIn } from './metric-schools.ts'

/** A figure as it is shown: the number, or the words that stand in its place. */
export const shownInFile = (cell: PublicCell): Cell => (cell.suppressed ? cell.label : cell.value)

const schoolColumns = [
  { header: 'Code', width: 12 },
  { header: 'School', width: 40 },
  { header: 'Level', width: 14 },
  { header: 'Area', width: 18 },
  { header: 'Figure', width: 16 },
  { header: 'Students', width: 12 },
  { header: 'A year before', width: 16 },
]

async function* schoolRows(
  services: Services,
  { districtId, schoolIds }: Actor,
  metric: string,
  filters: MetricSchoolFilters,
): AsyncGenerator<readonly Cell[]> {
  let after: readonly unknown[] | undefined
  do {
    const page = await metricSchools(
      services.read(districtId),
      schoolIds,
      metric,
      { ...filters, limit: 500 },
      after,
    )
    if (!page) return
    for (const { code, school, level, area, cell, before } of schoolsIn(page))
      yield [code, school.name, level, area, shownInFile(cell), cell.n, before && shownInFile(before)]
    after = page.next ?? undefined
  } while (after)
}

/** The schools of a metric exactly as the list shows them. */
export const exportMetricSchools = (
  services: Services,
  actor: Actor,
  metric: { id: string; code: string },
  filters: MetricSchoolFilters,
  format: 'csv' | 'xlsx',
): Download => tableFile(metric.code, format, schoolColumns, schoolRows(services, actor, metric.id, filters))

const outcomeColumns = [
  { header: 'Metric', width: 36 },
  { header: 'Group', width: 30 },
  { header: 'Period', width: 14 },
  { header: 'Figure', width: 16 },
  { header: 'Students', width: 12 },
  { header: 'District', width: 16 },
]

async function* outcomeRows({ metrics }: SchoolOutcomes): AsyncGenerator<readonly Cell[]> {
  for (const { metric, periods, cells, district, groups } of metrics)
    for (const [name, series] of [
      ['All students', cells] as const,
      ...groups.map((g) => [g.name, g.cells] as const),
    ])
      for (const [at, cell] of series.entries()) {
        const everyone = name === 'All students' && district[at]
        yield [
          metric.name,
          name,
          periods[at]?.label ?? '',
          shownInFile(cell),
          cell.n,
          everyone ? shownInFile(everyone) : null,
        ]
      }
}

/** The figures of a school exactly as its page shows them. */
export const exportSchoolOutcomes = (outcomes: SchoolOutcomes, format: 'csv' | 'xlsx'): Download =>
  tableFile(`outcomes ${outcomes.school.name}`, format, outcomeColumns, outcomeRows(outcomes))

const deliveryColumns = [
  { header: 'Scope', width: 14 },
  { header: 'Name', width: 40 },
  { header: 'Organization', width: 36 },
  { header: 'Figure', width: 16 },
  { header: 'Students', width: 12 },
  { header: 'A year before', width: 16 },
  { header: 'Comes from', width: 24 },
]
const origins = {
  entered: 'entered by hand',
  imported: 'a file',
  activities: 'computed from activities',
} as const

async function* deliveryRows(
  pageAfter: (
    after: readonly unknown[] | undefined,
  ) => Promise<{ rows: DeliveryRow[]; next: unknown[] | null }>,
): AsyncGenerator<readonly Cell[]> {
  let after: readonly unknown[] | undefined
  do {
    const { rows, next } = await pageAfter(after)
    for (const { kind, name, organization, cell, before, origin } of rows)
      yield [
        kind,
        name,
        organization.name,
        shownInFile(cell),
        cell.n,
        before && shownInFile(before),
        origin && origins[origin],
      ]
    after = next ?? undefined
  } while (after)
}

/** The partnerships and services of a metric exactly as the list shows them. */
export const exportDelivery = (
  code: string,
  format: 'csv' | 'xlsx',
  pageAfter: Parameters<typeof deliveryRows>[0],
): Download => tableFile(`${code} delivery`, format, deliveryColumns, deliveryRows(pageAfter))
