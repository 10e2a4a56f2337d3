import type { SavedViewChange, SavedViewInput } from '@common-table/shared/views/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const item = `json_build_object('id', v.id, 'page', v.page, 'name', v.name, 'query', v.query, 'shared', v.shared,
  'own', v.user_id = $1, 'ownerName', u.name, 'version', v.version)`
const from = 'from saved_views v join users u on u.district_id = v.district_id and u.id = v.user_id'

const list = statement<{ items: string }>(
  `select coalesce(json_agg(${item} order by v.user_id <> $1, v.position, lower(v.name), v.id), '[]')::text as items
   ${from} where v.district_id = app_district() and v.page = $2 and (v.user_id = $1 or v.shared)`,
)
export const viewsOf = async (db: Db, userId: string, page: string) =>
  (await db.one(list, [userId, page]))?.items ?? '[]'

const one = statement<{ view: string; version: number; own: boolean }>(
  `select ${item}::text as view, v.version, v.user_id = $1 as own
   ${from} where v.district_id = app_district() and v.id = $2 and (v.user_id = $1 or v.shared)`,
)
export const viewOf = (db: Db, userId: string, viewId: string) => db.one(one, [userId, viewId])

const insert = statement<{ id: string }>(
  `insert into saved_views (district_id, user_id, page, name, query, shared, position)
   select app_district(), $1, $2, $3, $4, $5, coalesce(max(position) + 1, 0) from saved_views
     where district_id = app_district() and user_id = $1 and page = $2
   on conflict (district_id, user_id, page, name) do nothing returning id`,
)
/** Undefined when the person has a view of this name there already. */
export const insertView = async (db: Db, userId: string, { page, name, query, shared }: SavedViewInput) =>
  (await db.one(insert, [userId, page, name.trim(), query, shared ?? false]))?.id

const change = statement(
  `update saved_views set name = coalesce($4, name), query = coalesce($5, query), shared = coalesce($6, shared)
   where district_id = app_district() and user_id = $1 and id = $2 and version = $3`,
)
export const updateView = async (
  db: Db,
  userId: string,
  viewId: string,
  version: number,
  { name, query, shared }: SavedViewChange,
) =>
  (await db.run(change, [userId, viewId, version, name?.trim() ?? null, query ?? null, shared ?? null])) > 0

const remove = statement(
  'delete from saved_views where district_id = app_district() and user_id = $1 and id = $2',
)
export const deleteView = async (db: Db, userId: string, viewId: string) =>
  (await db.run(remove, [userId, viewId])) > 0

const order = statement(
  `update saved_views v set position = o.place from unnest($3::uuid[]) with ordinality o (id, place)
   where v.district_id = app_district() and v.user_id = $1 and v.page = $2 and v.id = o.id`,
)
export const orderViews = (db: Db, userId: string, page: string, ids: readonly string[]) =>
  db.run(order, [userId, page, ids])
