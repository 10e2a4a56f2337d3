import {
  EXPLORED,
  FEWEST_SIMILAR,
  type ExploredCourse,
  type ExploredLine,
  type ExploreQuery,
} from '@common-table/shared/outcomes/explorer-schemas'
import { EVERYONE } from '@common-table/shared/outcomes/group-of-everyone'
import { noFigure } from '@common-table/shared/outcomes/published-table'
import type { MetricHead, PeriodHead } from '@common-table/shared/outcomes/schemas'
import { figureOfSums, type ShownSums } from '@common-table/shared/outcomes/shown-sums'
import type { Reference } from '@common-table/shared/contract/fields'
import type { Actor } from '../http/actor.ts'
import type { Services } from '../http/services.ts'
import { bulkStatement } from '../db/statement.ts'
import { among, placesWith, placeValues, refuseHiddenTiers } from './explore-schools.ts'
import { readFresh } from './publish.ts'
import { cellAt, type Cells } from './series-parts.ts'
import { anyStale, head, joinPeriod, periodFacts, targetOf } from './sql-parts.ts'

// $1 metrics, $2 schools, $3 groups, $4–$6 what schools are chosen by, $7 own schools. The figures of several schools are
// summed here from what each of them shows. Planned anew: how many schools a choice leaves decides the way there.
const course = bulkStatement<{ stale: boolean; body: string }>(`with asked as materialized (
    select m.id as metric_id, t.period_id from metrics m cross join lateral (
      select t.period_id from published_tables t join periods p on p.district_id = t.district_id and p.id = t.period_id
      where t.district_id = app_district() and t.metric_id = m.id order by p.starts_on desc limit ${EXPLORED.periods}) t
    where m.district_id = app_district() and m.id = any ($1::uuid[])
  ), places as materialized (${placesWith('s.id, s.level, s.area')}
  ), own as materialized (
    select p.* from places p where p.id = any ($2::uuid[]) and ($7::uuid[] is null or p.id = any ($7))
  ), members as materialized (
    select null::uuid as like_school, p.id from places p
    where coalesce($4::text[], $5::text[], $6::text[]) is not null and ${among('p', 4)}
    union all select o.id, p.id from own o join places p on p.id <> o.id and p.level = o.level and p.tier is not distinct from o.tier
  ), sums as (
    select a.metric_id, a.period_id, b.like_school, g.code, json_build_object(
        'shown', count(v.value), 'hidden', count(*) filter (where v.suppressed),
        'n', coalesce(sum(v.n) filter (where v.value is not null and v.n > 0), 0),
        'weighted', coalesce(sum(v.value * v.n) filter (where v.n > 0), 0),
        'total', coalesce(sum(v.value), 0), 'plain', avg(v.value) filter (where v.n is null)) as sums
    from asked a join published_figures f on f.district_id = app_district() and f.metric_id = a.metric_id and f.period_id = a.period_id
      join members b on b.id = f.school_id cross join unnest($3::text[]) as g (code)
      cross join lateral (select f.cells -> g.code as cell) c
      cross join lateral json_to_record(c.cell) as v (value double precision, n double precision, suppressed boolean)
    where c.cell is not null group by 1, 2, 3, 4
  )
  select ${anyStale} as stale, json_build_object('threshold', d.suppression_threshold, 'filtered',
    coalesce($4::text[], $5::text[], $6::text[]) is not null,
    'schools', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
      from own o join schools s on s.district_id = app_district() and s.id = o.id),
    'metrics', (select coalesce(json_agg(json_build_object('metric', ${head}, 'target', ${targetOf('m.id', 'null::uuid')} -> 'targetValue',
        'rows', (select coalesce(json_agg(json_build_object(${periodFacts}, 'district', w.cells,
            'schools', (select json_object_agg(f.school_id, f.cells) from published_figures f join own o on o.id = f.school_id
              where f.district_id = app_district() and f.metric_id = a.metric_id and f.period_id = a.period_id),
            'sums', (select json_agg(json_build_object('like', z.like_school, 'group', z.code, 'sums', z.sums)) from sums z
              where z.metric_id = a.metric_id and z.period_id = a.period_id)) order by p.starts_on), '[]')
          from (select a.*, app_district() as district_id from asked a where a.metric_id = m.id) a ${joinPeriod('a')}
            left join published_figures w on w.district_id = a.district_id and w.metric_id = a.metric_id
              and w.period_id = a.period_id and w.school_id is null))
        order by array_position($1::uuid[], m.id)), '[]')
      from metrics m where m.district_id = d.id and m.id = any ($1::uuid[])))::text as body
  from districts d where d.id = app_district()`)

interface Sums {
  like: string | null
  group: string
  sums: ShownSums & { hidden: number }
}
interface Row extends PeriodHead {
  district: Cells | null
  schools: Readonly<Record<string, Cells>> | null
  sums: Sums[] | null
}
interface Stored {
  threshold: number
  filtered: boolean
  schools: Reference[]
  metrics: { metric: MetricHead; target: number | null; rows: Row[] }[]
}

/** The line of one place: what it shows itself. */
const plainLine = (
  scope: 'district' | 'school',
  school: Reference | null,
  group: string,
  rows: readonly Row[],
): ExploredLine => ({
  scope,
  school,
  group,
  cells: rows.map((row) => cellAt(school ? (row.schools?.[school.id] ?? null) : row.district, group)),
  shown: [],
  hidden: [],
})

/** The line of several schools, out of what each of them shows. */
const summedLine = (
  like: Reference | null,
  group: string,
  { unit }: MetricHead,
  rows: readonly Row[],
): ExploredLine => {
  const sums = rows.map(
    (row) => row.sums?.find((one) => one.like === (like?.id ?? null) && one.group === group)?.sums,
  )
  const fewest = like ? FEWEST_SIMILAR : 1
  return {
    scope: like ? 'similar' : 'chosen',
    school: like,
    group,
    cells: sums.map((one) => (one && one.shown >= fewest ? figureOfSums(unit, one) : noFigure)),
    shown: sums.map((one) => one?.shown ?? 0),
    hidden: sums.map((one) => one?.hidden ?? 0),
  }
}

const headOf = ({ id, label, schoolYear, endsOn }: Row): PeriodHead => ({ id, label, schoolYear, endsOn })

/** Metrics over time: the district, the schools the filters leave, schools by name, and schools like each of those. */
export const exploreOverTime = async (
  services: Services,
  actor: Actor,
  query: ExploreQuery,
): Promise<ExploredCourse> => {
  refuseHiddenTiers(actor, query.tier)
  const groups = query.group?.length ? query.group : [EVERYONE]
  const values = [query.metricId, query.schoolId ?? [], groups, ...placeValues(query), actor.schoolIds]
  const { row, preparing } = await readFresh(services, actor.districtId, () =>
    services.read(actor.districtId).one(course, values),
  )
  const { threshold, filtered, schools, metrics } = JSON.parse(row!.body) as Stored // the district is there
  return {
    preparing,
    threshold,
    metrics: metrics.map(({ metric, target, rows }) => ({
      metric,
      target,
      periods: rows.map(headOf),
      lines: groups.flatMap((group) => [
        plainLine('district', null, group, rows),
        ...(filtered ? [summedLine(null, group, metric, rows)] : []),
        ...schools.flatMap((school) => [
          plainLine('school', school, group, rows),
          summedLine(school, group, metric, rows),
        ]),
      ]),
    })),
  }
}
