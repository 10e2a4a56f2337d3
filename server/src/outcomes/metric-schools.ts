import type { MetricSchool, MetricSchoolQuery } from '@common-table/shared/outcomes/schemas'
import { EVERYONE } from '@common-table/shared/outcomes/group-of-everyone'
import type { Actor } from '../http/actor.ts'
import type { Db } from '../db/db.ts'
import { statement, type Statement } from '../db/statement.ts'
import { anyStale } from './sql-parts.ts'

type Sort = NonNullable<MetricSchoolQuery['sort']>

/**
 * What a list sorts by. A hidden figure has no value here, only its school's name at the end: an order that knew more
 * would tell it.
 */
const orders: Record<Sort, { key: string; cast: string; way: '' | 'desc' }> = {
  name: { key: '0::double precision', cast: 'double precision', way: '' },
  '-name': { key: '0::double precision', cast: 'double precision', way: 'desc' },
  value: {
    key: `coalesce((c.cell ->> 'value')::double precision, 'Infinity')`,
    cast: 'double precision',
    way: '',
  },
  '-value': {
    key: `coalesce(-(c.cell ->> 'value')::double precision, 'Infinity')`,
    cast: 'double precision',
    way: '',
  },
}

// The period: the one asked for, else the latest with figures. The year before is the same period of the year before.
const chosen = `select p.id, before.id as before from periods p
    join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
    left join lateral (select b.id from periods b join school_years by on by.district_id = b.district_id and by.id = b.school_year_id
      where b.district_id = p.district_id and b.kind = p.kind and b.ordinal = p.ordinal and by.starts_on < y.starts_on
      order by by.starts_on desc limit 1) before on true
  where p.district_id = app_district() and p.id = coalesce($2::uuid, (select t.period_id from published_tables t
    join periods tp on tp.district_id = t.district_id and tp.id = t.period_id
    where t.district_id = app_district() and t.metric_id = $1 order by tp.starts_on desc limit 1))`

const textOf = (sort: Sort): string => {
  const { key, cast, way } = orders[sort]
  return `with chosen as materialized (${chosen}),
  page as materialized (
    select s.id, s.code, s.name, s.level, s.area, c.cell, w.cells -> $3::text as before, ${key} as key
    from chosen join published_figures f on f.district_id = app_district() and f.metric_id = $1 and f.period_id = chosen.id
      join schools s on s.district_id = f.district_id and s.id = f.school_id
      cross join lateral (select f.cells -> $3::text as cell) c
      left join published_figures w on w.district_id = f.district_id and w.metric_id = f.metric_id
        and w.period_id = chosen.before and w.school_id = f.school_id
    where c.cell is not null and ($4::text[] is null or s.level = any ($4)) and ($5::text[] is null or s.area = any ($5))
      and ($6::uuid[] is null or s.id = any ($6))
      and ($11::text[] is null or s.id in (select e.school_id from equity_scores e where e.district_id = app_district()
        and e.version_id = current_equity_version() and e.tier = any ($11)))
      and ($7::${cast} is null or (${key}, s.name, s.id) ${way ? '<' : '>'} ($7, $8::text, $9::uuid))
    order by ${key} ${way}, s.name ${way}, s.id ${way} limit $10::integer + 1
  )
  select ${anyStale} as stale, (select coalesce(json_agg(json_build_object('school', json_build_object('id', p.id, 'name', p.name),
      'code', p.code, 'level', p.level, 'area', p.area, 'cell', p.cell, 'before', p.before) order by p.key ${way}, p.name ${way}, p.id ${way}), '[]')
    from (select * from page order by key ${way}, name ${way}, id ${way} limit $10) p)::text as items,
    (select json_build_array(key, name, id) from page where (select count(*) from page) > $10
      order by key ${way}, name ${way}, id ${way} offset $10::integer - 1 limit 1) as next`
}

interface ListRow {
  stale: boolean
  items: string
  next: unknown[] | null
}

const statements = Object.fromEntries(
  Object.keys(orders).map((sort) => [sort, statement(textOf(sort as Sort))]), // the keys of the record above
) as Record<Sort, Statement<ListRow>>

/** One metric school by school, as anybody may see it. */
export const metricSchools = (
  db: Db,
  scope: Actor['schoolIds'],
  metric: string,
  {
    periodId,
    group = EVERYONE,
    level,
    area,
    tier,
    sort = 'name',
    limit = 50,
  }: Omit<MetricSchoolQuery, 'cursor'>,
  after: readonly unknown[] | undefined,
): Promise<ListRow | undefined> =>
  db.one(statements[sort], [
    metric,
    periodId ?? null,
    group,
    level ?? null,
    area ?? null,
    scope,
    ...(after ?? [null, null, null]),
    limit,
    tier ?? null,
  ])

export const schoolsIn = ({ items }: ListRow): MetricSchool[] => JSON.parse(items) as MetricSchool[]
