import type { Method, MetricHead, MetricSeries, PeriodHead } from '@common-table/shared/outcomes/schemas'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import { noFigure } from '@common-table/shared/outcomes/published-table'
import { notFound } from '@common-table/shared/contract/problem'
import type { Actor } from '../http/actor.ts'
import type { Services } from '../http/services.ts'
import { statement } from '../db/statement.ts'
import { readFresh } from './publish.ts'
import { cellAt, groupSeries, outlook, type Cells, type Group } from './series-parts.ts'
import { anyStale, groupList, head, joinPeriod, periodFacts, targetOf } from './sql-parts.ts'
import type { StoredTarget } from './standing.ts'

const series = statement<{ stale: boolean; body: string }>(`select ${anyStale} as stale, json_build_object(
    'metric', ${head}, 'threshold', d.suppression_threshold, 'groups', ${groupList}, 'target', ${targetOf('m.id', 'null::uuid')},
    'rows', (select coalesce(json_agg(json_build_object(${periodFacts}, 'cells', f.cells, 'method', coalesce(f.method, 'none'),
          'reported', coalesce(c.reported, 0), 'withheld', coalesce(c.withheld, 0),
          'schools', (select json_object_agg(x.school_id, x.cells -> 'all') from published_figures x
            where x.district_id = t.district_id and x.metric_id = t.metric_id and x.period_id = t.period_id
              and x.school_id = any ($2::uuid[]) and ($3::uuid[] is null or x.school_id = any ($3)))) order by p.starts_on), '[]')
      from published_tables t ${joinPeriod('t')}
        left join published_figures f on f.district_id = t.district_id and f.metric_id = t.metric_id
          and f.period_id = t.period_id and f.school_id is null
        left join measurement_sums c on c.district_id = t.district_id and c.metric_id = t.metric_id and c.period_id = t.period_id
          and c.group_id = (select id from student_groups where district_id = app_district() and code = 'all')
      where t.district_id = m.district_id and t.metric_id = m.id),
    'schools', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]') from schools s
      where s.district_id = m.district_id and s.id = any ($2) and ($3::uuid[] is null or s.id = any ($3))))::text as body
  from metrics m join districts d on d.id = m.district_id where m.district_id = app_district() and m.id = $1`)

interface Stored {
  metric: MetricHead
  threshold: number
  groups: Group[]
  target: StoredTarget | null
  rows: (PeriodHead & {
    cells: Cells | null
    method: Method
    reported: number
    withheld: number
    schools: Readonly<Record<string, PublicCell>> | null
  })[]
  schools: { id: string; name: string }[]
}

/** One metric over time: the district, its groups, and schools to compare. */
export const metricSeries = async (
  services: Services,
  { districtId, schoolIds }: Actor,
  metricId: string,
  compared: readonly string[],
): Promise<MetricSeries> => {
  const read = () => services.read(districtId).one(series, [metricId, compared, schoolIds])
  const { row, preparing } = await readFresh(services, districtId, read)
  const { metric, threshold, groups, target, rows, schools } = JSON.parse(
    (row ?? notFound('metric')).body,
  ) as Stored
  const cells = rows.map((period) => cellAt(period.cells))
  return {
    metric,
    preparing,
    threshold,
    periods: rows.map(({ id, label, schoolYear, endsOn, method, reported, withheld }) => ({
      id,
      label,
      schoolYear,
      endsOn,
      method,
      reported,
      withheld,
    })),
    cells,
    groups: groupSeries(
      groups,
      rows.map((period) => period.cells),
    ),
    schools: schools.map((school) => ({
      school,
      cells: rows.map((period) => period.schools?.[school.id] ?? noFigure),
    })),
    ...outlook(metric, rows, cells, target),
  }
}
