import type { MeasurementQuery } from '@common-table/shared/outcomes/measurement-list-schemas'
import type { Actor } from '../http/actor.ts'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { anyStale, joinPeriod, periodFacts } from './sql-parts.ts'

// The district stands behind its schools: no id of a school is as large.
const place = `coalesce(f.school_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff')`

const list = statement<{ stale: boolean; items: string; next: unknown[] | null }>(`with page as materialized (
    select f.metric_id, f.period_id, f.school_id, ${place} as place from published_figures f
    where f.district_id = app_district() and ($1::uuid is null or f.metric_id = $1) and ($2::uuid is null or f.period_id = $2)
      and ($3::uuid is null or f.school_id = $3) and ($4::uuid[] is null or f.school_id is null or f.school_id = any ($4))
      and ($5::uuid is null or ((f.metric_id, f.period_id) >= ($5, $6::uuid)
        and (f.metric_id, f.period_id, ${place}) > ($5, $6, $7::uuid)))
    order by f.metric_id, f.period_id, place limit $8::integer + 1
  ), shown as (select * from page order by metric_id, period_id, place limit $8)
  select ${anyStale} as stale,
    (select coalesce(json_agg(json_build_object('metric', json_build_object('id', m.id, 'code', m.code, 'unit', m.unit),
        'period', json_build_object(${periodFacts}),
        'school', case when s.id is not null then json_build_object('id', s.id, 'code', s.code, 'name', s.name) end,
        'figures', (select json_agg(json_build_object('group', c.key, 'cell', c.value)) from json_each(f.cells) c))
        order by n.metric_id, n.period_id, n.place), '[]')
      from shown n join published_figures f on f.district_id = app_district() and f.metric_id = n.metric_id
          and f.period_id = n.period_id and f.school_id is not distinct from n.school_id
        join metrics m on m.district_id = f.district_id and m.id = f.metric_id
        ${joinPeriod('f')}
        left join schools s on s.district_id = f.district_id and s.id = f.school_id)::text as items,
    (select json_build_array(metric_id, period_id, place) from shown where (select count(*) from page) > $8
      order by metric_id desc, period_id desc, place desc limit 1) as next`)

/** Every figure there is, as anybody may see it: for who takes them all, page by page. */
export const measurementList = (
  db: Db,
  scope: Actor['schoolIds'],
  { metricId, periodId, schoolId, limit = 50 }: Omit<MeasurementQuery, 'cursor'>,
  after: readonly unknown[] | undefined,
) =>
  db.one(list, [
    metricId ?? null,
    periodId ?? null,
    schoolId ?? null,
    scope,
    ...(after ?? [null, null, null]),
    limit,
  ])
