import { associationOf } from '@common-table/shared/outcomes/association'
import {
  EXPLORED,
  type ExploredPair,
  type ExploredPoint,
  type ExploreQuery,
} from '@common-table/shared/outcomes/explorer-schemas'
import { EVERYONE } from '@common-table/shared/outcomes/group-of-everyone'
import { notFound } from '@common-table/shared/contract/problem'
import type { MetricHead } from '@common-table/shared/outcomes/schemas'
import type { Actor } from '../http/actor.ts'
import { fieldProblem } from '@common-table/shared/contract/problem'
import type { Services } from '../http/services.ts'
import { bulkStatement } from '../db/statement.ts'
import { among, placesWith, placeValues, refuseHiddenTiers, seesTiers } from './explore-schools.ts'
import { readFresh } from './publish.ts'
import { anyStale, head } from './sql-parts.ts'

/** The table of a metric in a year: of the whole year where there is one, else its last part. */
const tableOf = (metric: string): string => `select y.id as year_id, y.label, y.starts_on, (
      array_agg(t.period_id order by p.kind = 'year' desc, p.starts_on desc))[1] as period_id
    from published_tables t join periods p on p.district_id = t.district_id and p.id = t.period_id
      join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
    where t.district_id = app_district() and t.metric_id = ${metric} group by y.id, y.label, y.starts_on`

// $1 and $2 the metrics, $3 the group, $4–$6 what schools are chosen by, $7 own schools, $8 the year. A school of which one
// figure is withheld is counted and nothing else: not drawn, and without weight in how far both go together.
const pair = bulkStatement<{ stale: boolean; body: string }>(`with years as materialized (
    select a.label, a.starts_on, a.period_id as across_period, b.period_id as up_period
    from (${tableOf('$1::uuid')}) a join (${tableOf('$2::uuid')}) b on b.year_id = a.year_id
  ), chosen as materialized (
    select * from years where $8::text is null or label = $8 order by starts_on desc limit 1
  ), places as materialized (${placesWith('s.id, s.name, s.code, s.level, s.area')}
  ), found as materialized (
    select p.*, a.cell as across, b.cell as up, (a.cell ->> 'value')::double precision as x, (b.cell ->> 'value')::double precision as y,
      (a.cell ->> 'suppressed')::boolean or (b.cell ->> 'suppressed')::boolean as hidden
    from chosen c
      join published_figures f on f.district_id = app_district() and f.metric_id = $1 and f.period_id = c.across_period
      join published_figures g on g.district_id = app_district() and g.metric_id = $2 and g.period_id = c.up_period and g.school_id = f.school_id
      join places p on p.id = f.school_id
      cross join lateral (select f.cells -> $3::text as cell) a cross join lateral (select g.cells -> $3::text as cell) b
    where a.cell is not null and b.cell is not null and ${among('p', 4)} and ($7::uuid[] is null or p.id = any ($7))
  ), drawn as materialized (select * from found where x is not null and y is not null order by name, id limit ${EXPLORED.points})
  select ${anyStale} as stale, json_build_object('threshold', d.suppression_threshold,
    'across', (select ${head} from metrics m where m.district_id = d.id and m.id = $1),
    'up', (select ${head} from metrics m where m.district_id = d.id and m.id = $2),
    'schoolYear', (select label from chosen),
    'schoolYears', (select coalesce(json_agg(label order by starts_on desc), '[]') from years),
    'points', (select coalesce(json_agg(json_build_object('school', json_build_object('id', id, 'name', name), 'code', code, 'level', level,
      'area', area, 'tier', case when $9::boolean then tier end, 'across', across, 'up', up) order by name, id), '[]') from drawn),
    'hidden', (select count(*) from found where hidden),
    'pairs', (select count(*) from found where x is not null and y is not null),
    'r', (select corr(x, y) from found))::text as body
  from districts d where d.id = app_district()`)

interface Stored {
  threshold: number
  across: MetricHead | null
  up: MetricHead | null
  schoolYear: string | null
  schoolYears: string[]
  points: ExploredPoint[]
  hidden: number
  pairs: number
  r: number | null
}

/** Two metrics school by school in one year, and how far they go together. */
export const exploreTogether = async (
  services: Services,
  actor: Actor,
  query: ExploreQuery,
): Promise<ExploredPair> => {
  refuseHiddenTiers(actor, query.tier)
  const [across, up] = query.metricId
  if (!across || !up) throw fieldProblem('metricId', 'Choose two metrics: one for each axis.')
  const values = [
    across,
    up,
    query.group?.[0] ?? EVERYONE,
    ...placeValues(query),
    actor.schoolIds,
    query.schoolYear ?? null,
    seesTiers(actor),
  ]
  const { row, preparing } = await readFresh(services, actor.districtId, () =>
    services.read(actor.districtId).one(pair, values),
  )
  const { pairs, r, ...found } = JSON.parse(row!.body) as Stored // the district is there
  return {
    ...found,
    across: found.across ?? notFound('metric'),
    up: found.up ?? notFound('metric'),
    preparing,
    left: pairs - found.points.length,
    association: associationOf(r, pairs),
  }
}
