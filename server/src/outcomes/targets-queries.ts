import { and, eq } from 'drizzle-orm'
import type { Direction } from '@common-table/shared/outcomes/metric'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import type {
  NewTarget,
  TargetChange,
  TargetItem,
  TargetQuery,
} from '@common-table/shared/outcomes/target-schemas'
import type { Actor } from '../http/actor.ts'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { standing } from './standing.ts'
import { targets } from './table.ts'

type Scope = Actor['schoolIds']

const joins = `join metrics m on m.district_id = t.district_id and m.id = t.metric_id
  join student_groups g on g.district_id = t.district_id and g.id = t.group_id
  left join schools s on s.district_id = t.district_id and s.id = t.school_id
  left join lateral (select json_build_object('cell', f.cells -> g.code, 'on', p.ends_on) as latest
    from published_figures f join periods p on p.district_id = f.district_id and p.id = f.period_id
    where f.district_id = t.district_id and f.metric_id = t.metric_id and f.school_id is not distinct from t.school_id
      and f.cells -> g.code is not null order by p.ends_on desc limit 1) last on true`

const item = `json_build_object('id', t.id, 'metric', json_build_object('id', m.id, 'name', m.name),
  'school', case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end,
  'group', json_build_object('id', g.id, 'code', g.code, 'name', g.name, 'nameEs', g.name_es),
  'baselineValue', t.baseline_value, 'baselineOn', t.baseline_on, 'targetValue', t.target_value, 'dueOn', t.due_on,
  'nameEs', m.name_es, 'direction', m.direction, 'decimals', m.decimals, 'latest', last.latest, 'version', t.version)`

const listed = listBy({
  alias: 't',
  from: 'targets t',
  filters: {
    scope: '(t.school_id is null or t.school_id = any (?::uuid[]))',
    metricId: 't.metric_id = ?::uuid',
    schoolId: 't.school_id = ?::uuid',
  },
  sorts: {
    due: [
      ['t.due_on', 'date'],
      ['t.id', 'uuid'],
    ],
  },
  item,
  joins,
})

const one = statement<{ target: string }>(
  `select (${item})::text as target from targets t ${joins} where t.district_id = app_district() and t.id = $1`,
)

interface TargetRow extends Omit<TargetItem, 'standing'> {
  nameEs: string
  direction: Direction
  decimals: number
  latest: { cell: PublicCell; on: string } | null
}

const withStanding = ({ direction, decimals, latest, ...target }: TargetRow) => ({
  ...target,
  standing: standing(target, latest, { direction, decimals }),
})

export const targetsOf = async (
  db: Db,
  scope: Scope,
  { cursor: _, limit = 50, ...filters }: TargetQuery,
  after: readonly unknown[] | undefined,
) => {
  const { items, next } = await listed(db, {
    filters: { ...filters, scope: scope ?? undefined },
    sort: 'due',
    after,
    limit,
  })
  const rows = JSON.parse(items) as TargetRow[]
  return { items: rows.map(withStanding), next }
}

export const targetWith = async (db: Db, id: string): Promise<TargetItem | undefined> => {
  const row = await db.one(one, [id])
  return row && withStanding(JSON.parse(row.target) as TargetRow)
}

const many = statement<{ target: string }>(
  `select (${item})::text as target from targets t ${joins} where t.district_id = app_district() and t.id = any ($1::uuid[])`,
)
/** These targets with where each stands, and the metric’s Spanish name beside the English one. */
export const targetsWith = async (db: Db, ids: readonly string[]) =>
  (await db.many(many, [ids])).map(({ target }) => withStanding(JSON.parse(target) as TargetRow)) // the statement’s shape

const insert = statement<{
  id: string
}>(`insert into targets (district_id, metric_id, school_id, group_id, baseline_value, baseline_on, target_value, due_on)
  select app_district(), $1, $2, coalesce($3, (select id from student_groups where district_id = app_district() and code = 'all')), $4, $5::date, $6, $7::date
  on conflict (district_id, metric_id, school_id, group_id) do nothing returning id`)

/** Adds a target; answers nothing when there is one for the same metric, school and group. */
export const addTarget = async (db: Db, target: NewTarget) =>
  (
    await db.one(insert, [
      target.metricId,
      target.schoolId ?? null,
      target.groupId ?? null,
      target.baselineValue ?? null,
      target.baselineOn ?? null,
      target.targetValue,
      target.dueOn,
    ])
  )?.id

export const updateTarget = async (db: Db, id: string, version: number, change: TargetChange) => {
  const changed = await db.orm
    .update(targets)
    .set(change)
    .where(and(eq(targets.districtId, db.districtId), eq(targets.id, id), eq(targets.version, version)))
    .returning({ id: targets.id })
  return changed.length > 0
}

export const deleteTarget = async (db: Db, id: string, version: number) => {
  const gone = await db.orm
    .delete(targets)
    .where(and(eq(targets.districtId, db.districtId), eq(targets.id, id), eq(targets.version, version)))
    .returning({ id: targets.id })
  return gone.length > 0
}
