import type { DeliveryFilters } from '@common-table/shared/outcomes/delivery-schemas'
import { EVERYONE } from '@common-table/shared/outcomes/group-of-everyone'
import type { Actor } from '../http/actor.ts'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { anyStale } from './sql-parts.ts'

/** Of a school-based reader what is delivered at the own schools. `x` is the figure. */
export const atOwnSchools = (schools: string): string => `exists (select from partnership_schools t
  where t.district_id = x.district_id and t.school_id = any (${schools}::uuid[]) and (t.partnership_id = x.partnership_id
    or t.partnership_id in (select l.partnership_id from partnership_services l
      where l.district_id = x.district_id and l.service_id = x.service_id)))`

export const deliveryPlace = `left join partnerships pa on pa.district_id = x.district_id and pa.id = x.partnership_id
  left join services v on v.district_id = x.district_id and v.id = x.service_id
  join organizations o on o.district_id = x.district_id and o.id = coalesce(pa.organization_id, v.organization_id)`
export const placeFacts = `'kind', case when x.service_id is null then 'partnership' else 'service' end, 'id', x.place_id,
  'name', coalesce(pa.name, v.name), 'organization', json_build_object('id', o.id, 'name', o.name)`

/** Where the figure for all students comes from; `x` names place, metric and period. */
export const originOf = `(select r.origin from delivery_measurements r
    join student_groups rg on rg.district_id = r.district_id and rg.id = r.group_id and rg.code = '${EVERYONE}'
  where r.district_id = x.district_id and r.metric_id = x.metric_id and r.period_id = x.period_id and r.place_id = x.place_id)`

const rest = [
  ['coalesce(pa.name, v.name)', 'text'],
  ['x.place_id', 'uuid'],
] as const
// A hidden figure has no value here, only its name at the end: an order that knew more would tell it.
const value = (sign: '' | '-') =>
  [
    [`coalesce(${sign}(c.cell ->> 'value')::double precision, 'Infinity')`, 'double precision'],
    ...rest,
  ] as const

const list = listBy({
  alias: 'x',
  from: `published_delivery x ${deliveryPlace}`,
  filters: {
    metric: 'x.metric_id = ?::uuid',
    period: 'x.period_id = ?::uuid',
    group: '(x.cells -> ?::text) is not null',
    kind: `(x.service_id is null) = (?::text = 'partnership')`,
    before: {
      join: `left join published_delivery w on w.district_id = x.district_id and w.metric_id = x.metric_id
        and w.place_id = x.place_id and w.period_id = ?::uuid`,
    },
    cell: { join: 'cross join lateral (select x.cells -> ?::text as cell) c' },
    was: { join: 'cross join lateral (select w.cells -> ?::text as cell) b' },
    schools: atOwnSchools('?'),
  },
  sorts: { name: rest, value: value(''), '-value': value('-') },
  item: `json_build_object(${placeFacts}, 'cell', c.cell, 'before', b.cell, 'origin', ${originOf})`,
})

const chosen = statement<{
  stale: boolean
  period: string | null
  before: string | null
}>(`with p as materialized (
    select p.id, p.kind, p.ordinal, p.district_id, y.starts_on from periods p
      join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
    where p.district_id = app_district() and p.id = coalesce($2::uuid, (select f.period_id from published_delivery f
        join periods fp on fp.district_id = f.district_id and fp.id = f.period_id
      where f.district_id = app_district() and f.metric_id = $1 order by fp.starts_on desc limit 1)))
  select ${anyStale} as stale, (select id from p) as period, (select b.id from p
      join periods b on b.district_id = p.district_id and b.kind = p.kind and b.ordinal = p.ordinal
      join school_years y on y.district_id = b.district_id and y.id = b.school_year_id
    where y.starts_on < p.starts_on order by y.starts_on desc limit 1) as before`)
/** The period asked for, else the latest with figures, and the same one a year before. */
export const deliveryPeriod = (db: Db, metric: string, periodId: string | undefined) =>
  db.one(chosen, [metric, periodId ?? null])

/** One metric partnership by partnership and service by service, as anybody may see it. */
export const metricDelivery = (
  db: Db,
  scope: Actor['schoolIds'],
  metric: string,
  { period, before }: { period: string; before: string | null },
  { group = EVERYONE, kind, sort = 'name', limit = 50 }: DeliveryFilters & { limit?: number | undefined },
  after: readonly unknown[] | undefined,
) =>
  list(db, {
    filters: {
      metric,
      period,
      group,
      kind,
      before,
      cell: group,
      was: group,
      ...(scope !== null && { schools: scope }),
    },
    sort: sort === '-name' ? 'name' : sort,
    descending: sort === '-name',
    after,
    limit,
  })
