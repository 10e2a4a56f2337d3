import type { EarlierTable } from '@common-table/shared/disclosure/earlier-tables'
import type { Unit } from '@common-table/shared/outcomes/measured-value'
import type { PublishedRow, StoredFigure } from '@common-table/shared/outcomes/published-table'
import type { Db } from '../db/db.ts'
import { bulkStatement, statement } from '../db/statement.ts'
import { periodName } from './queries.ts'

export interface TableToFreeze {
  readonly metric: { id: string; name: string }
  readonly period: { id: string; name: string }
  readonly unit: Unit
  readonly threshold: number
  readonly figures: readonly StoredFigure[]
  readonly schools: Readonly<Record<string, string>>
}

const rowsOf = (
  release: string,
) => `(select coalesce(json_agg(json_build_object('school', f.school_id, 'cells', f.cells,
    'method', f.method)), '[]') from release_figures f
  where f.district_id = ${release}.district_id and f.release_id = ${release}.release_id
    and f.metric_id = ${release}.metric_id and f.period_id = ${release}.period_id)`

const open = statement<TableToFreeze>(`select json_build_object('id', m.id, 'name', m.name) as metric,
    json_build_object('id', p.id, 'name', ${periodName}) as period, m.unit, r.threshold,
    (select coalesce(json_agg(json_build_object('school', x.school_id, 'group', g.code, 'dimension', g.dimension,
        'status', x.status, 'value', x.value, 'numerator', x.numerator, 'denominator', x.denominator) order by g.position, g.code), '[]')
      from measurements x join student_groups g on g.district_id = x.district_id and g.id = x.group_id
      where x.district_id = t.district_id and x.metric_id = t.metric_id and x.period_id = t.period_id) as figures,
    (select coalesce(json_object_agg(s.id, s.name), '{}') from schools s where s.district_id = t.district_id
      and exists (select from measurements x where x.district_id = s.district_id and x.metric_id = t.metric_id
        and x.period_id = t.period_id and x.school_id = s.id)) as schools
  from release_tables t join releases r on r.district_id = t.district_id and r.id = t.release_id
    join metrics m on m.district_id = t.district_id and m.id = t.metric_id
    join periods p on p.district_id = t.district_id and p.id = t.period_id
    join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
  where t.district_id = app_district() and t.release_id = $1 and r.status = 'checking'
    and not exists (select from release_sources s where s.district_id = t.district_id and s.release_id = t.release_id
      and s.metric_id = t.metric_id and s.period_id = t.period_id)
  order by m.name, p.starts_on limit 1`)
/** The next table of a release that is not frozen yet, with its figures of this moment. */
export const nextToFreeze = (db: Db, release: string) => db.one(open, [release])

const earlier = statement<EarlierTable>(`select r.threshold, s.figures, ${rowsOf('s')} as rows
  from release_sources s join releases r on r.district_id = s.district_id and r.id = s.release_id
  where s.district_id = app_district() and s.metric_id = $1 and s.period_id = $2 and r.published_at is not null
  order by r.published_at`)
/** The same metric and period as everything in print shows it, withdrawn or not. */
export const earlierTables = (db: Db, metric: string, period: string) => db.many(earlier, [metric, period])

const source =
  bulkStatement(`insert into release_sources (district_id, release_id, metric_id, period_id, figures)
  values (app_district(), $1, $2, $3, $4)`)
const figures =
  bulkStatement(`insert into release_figures (district_id, release_id, metric_id, period_id, school_id, school_name, cells, method)
  select app_district(), $1, $2, $3, school, name, cells, method
  from json_to_recordset($4::json) as n (school uuid, name text, cells json, method text)`)
const count = statement(`update release_tables set shown = $4, withheld = $5, given_up = $6
  where district_id = app_district() and release_id = $1 and metric_id = $2 and period_id = $3`)

/** Keeps a table as it will be printed, with what it was made from. */
export const freezeTable = async (
  db: Db,
  release: string,
  { metric, period, figures: raw, schools }: TableToFreeze,
  rows: readonly PublishedRow[],
  counts: { shown: number; withheld: number; givenUp: number },
): Promise<void> => {
  const at = [release, metric.id, period.id]
  await db.run(count, [...at, counts.shown, counts.withheld, counts.givenUp])
  await db.run(source, [...at, JSON.stringify(raw)])
  const named = rows.map((row) => ({
    ...row,
    name: row.school === null ? null : (schools[row.school] ?? ''),
  }))
  await db.run(figures, [...at, JSON.stringify(named)])
}
