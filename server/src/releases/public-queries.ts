import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

// Of every metric and period the newest release that is public now.
const current = `select distinct on (t.metric_id, t.period_id) t.district_id, t.metric_id, t.period_id, r.id as release_id,
    json_build_object('id', r.id, 'title', r.title, 'publishedAt', r.published_at, 'threshold', r.threshold) as release
  from release_tables t join releases r on r.district_id = t.district_id and r.id = t.release_id
  where t.district_id = app_district() and r.status = 'published'
  order by t.metric_id, t.period_id, r.published_at desc`

const head = `json_build_object('id', m.id, 'code', m.code, 'name', m.name, 'nameEs', m.name_es, 'family', m.family,
  'unit', m.unit, 'direction', m.direction, 'decimals', m.decimals)`
const periodFacts = `'id', p.id, 'schoolYear', y.label, 'endsOn', p.ends_on,
  'label', case when p.kind = 'year' then y.label else p.label || ' ' || y.label end`

const metrics = statement<{ items: string }>(`with current as (${current})
  select coalesce(json_agg(json_build_object('metric', ${head}, 'periods', c.periods) order by m.family, m.name), '[]')::text as items
  from (select c.district_id, c.metric_id, json_agg(json_build_object(${periodFacts}, 'release', c.release,
        'method', coalesce(f.method, 'none'), 'cells', coalesce(f.cells, '{}')) order by p.starts_on) as periods
      from current c join periods p on p.district_id = c.district_id and p.id = c.period_id
        join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
        left join release_figures f on f.district_id = c.district_id and f.release_id = c.release_id
          and f.metric_id = c.metric_id and f.period_id = c.period_id and f.school_id is null
      group by c.district_id, c.metric_id) c
    join metrics m on m.district_id = c.district_id and m.id = c.metric_id`)
/** What is public now, of the district as a whole: `ReleasedMetric[]` as PostgreSQL wrote it. */
export const releasedMetrics = async (db: Db): Promise<string> => (await db.one(metrics))?.items ?? '[]'

/** How a metric's newest public figures came about: what its dictionary says, and the rules its release was made by. */
export interface ReleasedHow {
  metricId: string
  code: string
  numerator: string
  denominator: string
  source: string
  threshold: number
  rules: number
  shown: number
  withheld: number
  publishedAt: string
}
const how =
  statement<ReleasedHow>(`select distinct on (t.metric_id) t.metric_id as "metricId", m.code, m.numerator, m.denominator,
    m.source, r.threshold, r.rules, t.shown, t.withheld, ${utc('r.published_at')} as "publishedAt"
  from release_tables t join releases r on r.district_id = t.district_id and r.id = t.release_id
    join metrics m on m.district_id = t.district_id and m.id = t.metric_id
    join periods p on p.district_id = t.district_id and p.id = t.period_id
  where t.district_id = app_district() and r.status = 'published'
  order by t.metric_id, p.starts_on desc, r.published_at desc`)
export const releasedHow = (db: Db): Promise<ReleasedHow[]> => db.many(how, [])

const rows = `coalesce(json_agg(json_build_object('school', case when f.school_id is not null then
    json_build_object('id', f.school_id, 'name', f.school_name) end, 'method', f.method, 'cells', f.cells)
  order by f.school_name nulls first, f.school_id), '[]')::text`

const ofRelease = statement<{ items: string }>(`select ${rows} as items from release_figures f
  where f.district_id = app_district() and f.release_id = $1 and f.metric_id = $2 and f.period_id = $3`)
/** One table of a release: `ReleasedSchool[]`. */
export const releasedTable = async (
  db: Db,
  release: string,
  metric: string,
  period: string,
): Promise<string> => (await db.one(ofRelease, [release, metric, period]))?.items ?? '[]'

const releasable = statement<{ items: string }>(`select coalesce(json_agg(json_build_object('metric', ${head},
    'period', json_build_object(${periodFacts}), 'figures', s.figures) order by p.starts_on desc, m.name), '[]')::text as items
  from (select district_id, metric_id, period_id, sum(reported + withheld)::integer as figures from measurement_sums
      where district_id = app_district() group by 1, 2, 3) s
    join metrics m on m.district_id = s.district_id and m.id = s.metric_id and m.active
    join periods p on p.district_id = s.district_id and p.id = s.period_id
    join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
  where s.figures > 0`)
/** Metrics and periods a release can be made of, the latest first. */
export const releasableTables = async (db: Db): Promise<string> => (await db.one(releasable))?.items ?? '[]'
