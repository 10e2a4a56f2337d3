import type {
  DashboardMetric,
  Method,
  MetricHead,
  PeriodHead,
  Reach,
} from '@common-table/shared/outcomes/schemas'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import type { SchoolLevel } from '@common-table/shared/schools/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Cells, Group } from './series-parts.ts'
import { groupList, head, joinPeriod, periodFacts, targetOf } from './sql-parts.ts'
import type { StoredTarget } from './standing.ts'

/** As many years as a trend needs and a small chart can hold. */
const years = 6

export interface StoredMetric {
  metric: MetricHead
  target: StoredTarget | null
  rows: (PeriodHead & { cells: Cells | null; method: Method; reported: number; withheld: number })[]
  levels: { level: SchoolLevel; cells: PublicCell[] }[]
}

const yearList = statement<{
  years: string[]
}>(`select coalesce(array_agg(label order by starts_on desc), '{}') as years from (
    select distinct y.label, y.starts_on from published_tables t ${joinPeriod('t')}
      join metrics m on m.district_id = t.district_id and m.id = t.metric_id and m.on_dashboard and m.active
      join measurement_sums s on s.district_id = t.district_id and s.metric_id = t.metric_id and s.period_id = t.period_id
        and s.reported + s.withheld > 0
    where t.district_id = app_district()) known`)

// Per metric the periods up to the end of the year asked for; a metric without figures in that year is left out.
const metricList = statement<{
  body: string
}>(`select json_build_object('groups', ${groupList}, 'threshold', d.suppression_threshold,
    'metrics', (select coalesce(json_agg(json_build_object('metric', ${head}, 'target', ${targetOf('m.id', 'null::uuid')}, 'rows', f.rows,
        'levels', (select coalesce(json_agg(json_build_object('level', l.level, 'cells', l.cells) order by l.level), '[]') from (
          select s.level, json_agg(x.cells -> 'all') as cells from published_figures x
            join schools s on s.district_id = x.district_id and s.id = x.school_id
          where x.district_id = m.district_id and x.metric_id = m.id and x.period_id = f.latest and x.cells -> 'all' is not null
          group by s.level) l)) order by array_position('{attendance,tests,graduation,grades,discipline,engagement,survey,participation,context}', m.family), m.name), '[]')
      from metrics m cross join lateral (
        select json_agg(json_build_object(${periodFacts}, 'cells', r.cells, 'method', coalesce(r.method, 'none'),
            'reported', coalesce(c.reported, 0), 'withheld', coalesce(c.withheld, 0)) order by p.starts_on) as rows,
          (array_agg(p.id order by p.starts_on desc))[1] as latest, (array_agg(y.label order by p.starts_on desc))[1] as year
        from (select t.district_id, t.metric_id, t.period_id, f.cells, f.method from published_tables t
            join periods tp on tp.district_id = t.district_id and tp.id = t.period_id
            left join published_figures f on f.district_id = t.district_id and f.metric_id = t.metric_id
              and f.period_id = t.period_id and f.school_id is null
          where t.district_id = m.district_id and t.metric_id = m.id
            and tp.starts_on < (select ends_on from school_years where district_id = app_district() and label = $1)
          order by tp.starts_on desc limit ${years}) r ${joinPeriod('r')}
          left join measurement_sums c on c.district_id = r.district_id and c.metric_id = r.metric_id and c.period_id = r.period_id
            and c.group_id = (select id from student_groups where district_id = app_district() and code = 'all')
      ) f
      where m.district_id = d.id and m.on_dashboard and m.active and f.year = $1))::text as body
  from districts d where d.id = app_district()`)

const reach = statement<{ reach: string }>(`select json_build_object(
    'partnerships', (select coalesce(json_agg(json_build_object('value', stage, 'count', n) order by
        array_position('{exploring,forming,active,expanding,renewing,paused,ended}', stage)), '[]')
      from (select stage, count(*)::integer as n from partnerships where district_id = app_district() group by stage) p),
    'schoolsWithPartners', count(*) filter (where c.partners > 0), 'schoolsWithout', count(*) filter (where c.partners = 0),
    'openNeeds', (select coalesce(json_agg(json_build_object('value', severity, 'count', n) order by severity desc), '[]')
      from (select severity, count(*)::integer as n from needs where district_id = app_district() and status in ('open', 'in_progress')
        group by severity) n),
    'priorities', (select coalesce(json_agg(json_build_object('id', r.id, 'title', r.title, 'partnerships',
        (select count(*)::integer from partnership_priorities l join partnerships p on p.district_id = l.district_id and p.id = l.partnership_id
          where l.district_id = r.district_id and l.priority_id = r.id and p.stage in ('active', 'expanding', 'renewing')))
        order by r.position, r.title), '[]')
      from priorities r where r.district_id = app_district() and r.active))::text as reach
  from schools s join school_counts c on c.district_id = s.district_id and c.school_id = s.id
  where s.district_id = app_district() and s.status = 'open'`)

// Schools whose shown figure misses the target that applies to them, the furthest away first.
const missing = statement<{ items: string }>(`select coalesce(json_agg(json_build_object('metric', a.metric,
    'total', coalesce(u.total, 0), 'items', coalesce(u.items, '[]'))), '[]')::text as items
  from json_to_recordset($1::json) as a (metric uuid, period uuid, target double precision, sign integer, decimals integer)
  left join lateral (
    select max(total)::integer as total, json_agg(json_build_object('school', json_build_object('id', id, 'name', name), 'cell', cell,
      'target', target) order by short desc, name) as items
    from (
      select s.id, s.name, f.cells -> 'all' as cell, coalesce(t.target_value, a.target) as target,
        a.sign * (coalesce(t.target_value, a.target) - round(f.shown::numeric, a.decimals)) as short, count(*) over () as total
      from published_figures f join schools s on s.district_id = f.district_id and s.id = f.school_id
        left join targets t on t.district_id = f.district_id and t.metric_id = f.metric_id and t.school_id = f.school_id
          and t.group_id = (select id from student_groups where district_id = app_district() and code = 'all')
      where f.district_id = app_district() and f.metric_id = a.metric and f.period_id = a.period and f.shown is not null
        and ($2::uuid[] is null or f.school_id = any ($2))
        and a.sign * (coalesce(t.target_value, a.target) - round(f.shown::numeric, a.decimals)) > 0
      order by short desc, s.name limit 10
    ) worst
  ) u on true`)

export const dashboardYears = async (db: Db): Promise<string[]> => (await db.one(yearList))?.years ?? []

export const dashboardMetrics = async (db: Db, schoolYear: string) =>
  JSON.parse(
    (await db.one(metricList, [schoolYear]))?.body ?? '{"groups":[],"threshold":10,"metrics":[]}',
  ) as {
    groups: Group[]
    threshold: number
    metrics: StoredMetric[]
  }

export const reachOf = async (db: Db): Promise<Reach> => JSON.parse((await db.one(reach))!.reach) as Reach

export interface Aim {
  metric: string
  period: string
  target: number | null
  sign: 1 | -1
  /** Figures are compared as they are written. */
  decimals: number
}

/** Per metric the schools under its target, the ten furthest from it first; `scope` leaves only some schools. */
export const underTargets = async (db: Db, aims: readonly Aim[], scope: readonly string[] | null) => {
  const row = await db.one(missing, [JSON.stringify(aims), scope])
  const found = JSON.parse(row?.items ?? '[]') as ({ metric: string } & DashboardMetric['underTarget'])[]
  return new Map(found.map(({ metric, total, items }) => [metric, { total, items }]))
}
