import type { MetricHead, PeriodHead, SchoolOutcomes } from '@common-table/shared/outcomes/schemas'
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

const outcomes = statement<{ stale: boolean; body: string }>(`select ${anyStale} as stale, json_build_object(
    'school', json_build_object('id', s.id, 'name', s.name), 'threshold', d.suppression_threshold, 'groups', ${groupList},
    'metrics', (select coalesce(json_agg(json_build_object('metric', ${head}, 'target', ${targetOf('m.id', 's.id')}, 'rows', f.rows)
        order by m.on_dashboard desc, m.name), '[]')
      from (select f.metric_id, json_agg(json_build_object(${periodFacts}, 'cells', f.cells, 'district', w.cells -> 'all') order by p.starts_on) as rows
        from published_figures f ${joinPeriod('f')}
          left join published_figures w on w.district_id = f.district_id and w.metric_id = f.metric_id
            and w.period_id = f.period_id and w.school_id is null
        where f.district_id = s.district_id and f.school_id = s.id group by f.metric_id) f
      join metrics m on m.district_id = s.district_id and m.id = f.metric_id and m.active))::text as body
  from schools s join districts d on d.id = s.district_id
  where s.district_id = app_district() and s.id = $2 and ($1::uuid[] is null or s.id = any ($1))`)

interface Stored {
  school: { id: string; name: string }
  threshold: number
  groups: Group[]
  metrics: {
    metric: MetricHead
    target: StoredTarget | null
    rows: (PeriodHead & { cells: Cells; district: PublicCell | null })[]
  }[]
}

/** Every metric of one school by year, as anybody may see it. */
export const schoolOutcomes = async (
  services: Services,
  { districtId, schoolIds }: Actor,
  schoolId: string,
): Promise<SchoolOutcomes> => {
  const read = () => services.read(districtId).one(outcomes, [schoolIds, schoolId])
  const { row, preparing } = await readFresh(services, districtId, read)
  const { school, threshold, groups, metrics } = JSON.parse((row ?? notFound('school')).body) as Stored
  return {
    school,
    preparing,
    threshold,
    metrics: metrics.map(({ metric, target, rows }) => {
      const periods = rows.map(({ id, label, schoolYear, endsOn }) => ({ id, label, schoolYear, endsOn }))
      const cells = rows.map((row) => cellAt(row.cells))
      return {
        metric,
        periods,
        cells,
        district: rows.map((row) => row.district ?? noFigure),
        groups: groupSeries(
          groups,
          rows.map((row) => row.cells),
        ),
        ...outlook(metric, periods, cells, target),
      }
    }),
  }
}
