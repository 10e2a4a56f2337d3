import type { EarlierTable } from '@common-table/shared/disclosure/earlier-tables'
import type { Unit } from '@common-table/shared/outcomes/measured-value'
import type { PublishedRow, StoredFigure } from '@common-table/shared/outcomes/published-table'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { deliveryFigures, screenedUnit } from '../outcomes/index.ts'

interface TableInView {
  stale: boolean
  metric: { id: string; name: string }
  period: { id: string; name: string }
  unit: Unit
  threshold: number
  figures: StoredFigure[]
  rows: PublishedRow[]
  /** The same of partnerships and services. */
  delivery: StoredFigure[]
  deliveryRows: PublishedRow[]
  releases: { id: string; name: string }[]
  earlier: EarlierTable[]
  schools: Record<string, string>
}

const inPrint = `from release_sources s join releases r on r.district_id = s.district_id and r.id = s.release_id
  where s.district_id = t.district_id and s.metric_id = t.metric_id and s.period_id = t.period_id and r.published_at is not null`

const inView = statement<TableInView>(`select t.changes <> t.published_changes as stale,
    json_build_object('id', m.id, 'name', m.name) as metric,
    json_build_object('id', p.id, 'name', case when p.kind = 'year' then y.label else p.label || ' ' || y.label end) as period,
    ${screenedUnit} as unit, ${deliveryFigures} as delivery, greatest(5, d.suppression_threshold) as threshold,
    (select coalesce(json_agg(json_build_object('school', x.school_id, 'group', g.code, 'dimension', g.dimension,
        'status', x.status, 'value', x.value, 'numerator', x.numerator, 
        'denominator', case m.counted when 'people' then x.denominator end) order by g.position, g.code), '[]')
      from measurements x join student_groups g on g.district_id = x.district_id and g.id = x.group_id
      where x.district_id = t.district_id and x.metric_id = t.metric_id and x.period_id = t.period_id) as figures,
    (select coalesce(json_agg(json_build_object('school', f.school_id, 'cells', f.cells, 'method', f.method)), '[]')
      from published_figures f
      where f.district_id = t.district_id and f.metric_id = t.metric_id and f.period_id = t.period_id) as rows,
    (select coalesce(json_agg(json_build_object('school', f.place_id, 'cells', f.cells, 'method', 'reported')), '[]')
      from published_delivery f
      where f.district_id = t.district_id and f.metric_id = t.metric_id and f.period_id = t.period_id) as "deliveryRows",
    (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.title) order by r.published_at), '[]') ${inPrint}) as releases,
    (select coalesce(json_agg(json_build_object('threshold', r.threshold, 'figures', s.figures,
        'rows', (select coalesce(json_agg(json_build_object('school', f.school_id, 'cells', f.cells, 'method', f.method)), '[]')
          from release_figures f where f.district_id = s.district_id and f.release_id = s.release_id
            and f.metric_id = s.metric_id and f.period_id = s.period_id)) order by r.published_at), '[]') ${inPrint}) as earlier,
    (select coalesce(json_object_agg(c.id, c.name), '{}') from (select district_id, id, name from schools
      union all select f.district_id, f.place_id, coalesce(pa.name, v.name) from published_delivery f
        left join partnerships pa on pa.district_id = f.district_id and pa.id = f.partnership_id
        left join services v on v.district_id = f.district_id and v.id = f.service_id
        where f.metric_id = t.metric_id and f.period_id = t.period_id) c where c.district_id = t.district_id) as schools
  from published_tables t join metrics m on m.district_id = t.district_id and m.id = t.metric_id
    join periods p on p.district_id = t.district_id and p.id = t.period_id
    join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
    join districts d on d.id = t.district_id
  where t.district_id = app_district() and t.metric_id = $1 and t.period_id = $2`)

/** One metric and period with its record, what is shown of it, and what releases have shown. */
export const tableInView = (db: Db, metric: string, period: string) => db.one(inView, [metric, period])
