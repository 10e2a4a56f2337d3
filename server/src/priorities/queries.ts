import { and, eq } from 'drizzle-orm'
import type { NewPriority, PriorityChange } from '@common-table/shared/priorities/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { priorities } from './table.ts'

const item = `json_build_object('id', r.id, 'title', r.title, 'description', r.description, 'active', r.active,
  'position', r.position, 'version', r.version,
  'partnerships', (select count(*) from partnership_priorities l
    join partnerships p on p.district_id = l.district_id and p.id = l.partnership_id and p.stage <> 'ended'
    where l.district_id = r.district_id and l.priority_id = r.id))`

const all = statement<{
  items: string
}>(`select coalesce(json_agg(${item} order by r.position, r.id), '[]')::text as items
  from priorities r where r.district_id = app_district()`)

const one = statement<{ priority: string; version: number }>(`select (${item})::text as priority, r.version
  from priorities r where r.district_id = app_district() and r.id = $1`)

const add = statement<{ id: string }>(`insert into priorities (district_id, title, description, position)
  select app_district(), $1, $2, coalesce(max(position), 0) + 1 from priorities where district_id = app_district()
  returning id`)

const order = statement(`update priorities r set position = w.position
  from unnest($1::uuid[]) with ordinality as w (id, position)
  where r.district_id = app_district() and r.id = w.id and r.position <> w.position`)

const ids = statement<{ id: string }>('select id from priorities where district_id = app_district()')

const remove = statement(`delete from priorities r where r.district_id = app_district() and r.id = $1
  and not exists (select from partnership_priorities l where l.district_id = r.district_id and l.priority_id = r.id)`)

export const allPriorities = (db: Db) => db.one(all)
export const priorityOf = (db: Db, id: string) => db.one(one, [id])
export const addPriority = (db: Db, { title, description = '' }: NewPriority) =>
  db.one(add, [title, description])
export const priorityIds = async (db: Db) => (await db.many(ids)).map(({ id }) => id)
export const orderPriorities = (db: Db, wanted: readonly string[]) => db.run(order, [wanted])
/** Removes one that no partnership ever served; answers whether it did. */
export const removePriority = async (db: Db, id: string) => (await db.run(remove, [id])) > 0

/** Changes it if `version` is still the current one; answers whether it was. */
export const changePriority = async (db: Db, id: string, version: number, change: PriorityChange) => {
  const changed = await db.orm
    .update(priorities)
    .set(change)
    .where(
      and(eq(priorities.districtId, db.districtId), eq(priorities.id, id), eq(priorities.version, version)),
    )
    .returning({ id: priorities.id })
  return changed.length > 0
}
