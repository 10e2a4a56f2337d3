import { and, eq } from 'drizzle-orm'
import type { MetricChange, MetricQuery, NewMetric } from '@common-table/shared/outcomes/metric-schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { metrics } from './table.ts'

const item = `json_build_object('id', m.id, 'code', m.code, 'name', m.name, 'nameEs', m.name_es, 'family', m.family,
  'numerator', m.numerator, 'denominator', m.denominator, 'unit', m.unit, 'direction', m.direction, 'level', m.level,
  'rba', m.rba, 'periodKind', m.period_kind, 'decimals', m.decimals, 'source', m.source, 'owner', m.owner,
  'onDashboard', m.on_dashboard, 'active', m.active,
  'latest', (select y.label from published_tables t join periods p on p.district_id = t.district_id and p.id = t.period_id
      join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
    where t.district_id = m.district_id and t.metric_id = m.id order by p.starts_on desc limit 1),
  'version', m.version)`

const listed = listBy({
  alias: 'm',
  from: 'metrics m',
  filters: {
    q: `position(plain_text(?) in plain_text(m.name || ' ' || m.name_es || ' ' || m.code)) > 0`,
    family: 'm.family = any (?::text[])',
    active: 'm.active = ?::boolean',
    onDashboard: 'm.on_dashboard = ?::boolean',
  },
  sorts: {
    name: [
      ['m.name', 'text'],
      ['m.id', 'uuid'],
    ],
  },
  item,
  counted: true,
})

const one = statement<{ metric: string; version: number }>(
  `select (${item})::text as metric, m.version from metrics m where m.district_id = app_district() and m.id = $1`,
)

const groups = statement<{
  items: string
}>(`select coalesce(json_agg(json_build_object('id', g.id, 'code', g.code,
    'dimension', g.dimension, 'name', g.name, 'nameEs', g.name_es) order by g.position, g.code), '[]')::text as items
  from student_groups g where g.district_id = app_district()`)

export const metricsOf = (
  db: Db,
  { cursor: _, limit = 50, ...filters }: MetricQuery,
  after: readonly unknown[] | undefined,
) => {
  return listed(db, { filters, sort: 'name', after, limit })
}

export const metricWith = (db: Db, id: string) => db.one(one, [id])

export const studentGroupsOf = (db: Db) => db.one(groups)

/** Adds a metric; answers nothing when its code is taken. */
export const addMetric = async (db: Db, metric: NewMetric): Promise<string | undefined> => {
  const row = {
    nameEs: '',
    numerator: '',
    denominator: '',
    level: 'population',
    rba: 'better_off',
    periodKind: 'year',
    decimals: 1,
    source: '',
    owner: '',
    onDashboard: false,
    active: true,
    ...metric,
  }
  return (await db.one(insert, [JSON.stringify(row)]))?.id
}

const insert = statement<{
  id: string
}>(`insert into metrics (district_id, code, name, name_es, family, numerator, denominator,
    unit, direction, level, rba, period_kind, decimals, source, owner, on_dashboard)
  select app_district(), code, name, "nameEs", family, numerator, denominator, unit, direction, level, rba, "periodKind",
    decimals, source, owner, "onDashboard"
  from json_to_record($1::json) as r (code text, name text, "nameEs" text, family text, numerator text, denominator text,
    unit text, direction text, level text, rba text, "periodKind" text, decimals smallint, source text, owner text, "onDashboard" boolean)
  on conflict (district_id, code) do nothing returning id`)

/** Changes the metric if `version` is still the current one; answers whether it was. */
export const updateMetric = async (db: Db, id: string, version: number, change: MetricChange) => {
  const changed = await db.orm
    .update(metrics)
    .set(change)
    .where(and(eq(metrics.districtId, db.districtId), eq(metrics.id, id), eq(metrics.version, version)))
    .returning({ id: metrics.id })
  return changed.length > 0
}
