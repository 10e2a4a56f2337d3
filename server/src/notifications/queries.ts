import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'

/** Of one person, newest first. */
export const notificationList = listBy({
  from: 'notifications n',
  alias: 'n',
  filters: { userId: 'n.user_id = ?', unread: '(n.read_at is null) = ?::boolean' },
  sorts: { newest: [['n.id', 'uuid']] },
  item: `json_build_object('id', n.id, 'kind', n.kind, 'facts', n.facts, 'link', n.link,
    'createdAt', n.created_at, 'readAt', n.read_at)`,
})

const count = statement<{ unread: number }>(
  `select count(*)::integer as unread from notifications
   where district_id = app_district() and user_id = $1 and read_at is null`,
)
export const unreadOf = async (db: Db, userId: string) => (await db.one(count, [userId]))?.unread ?? 0

const read = statement(
  `update notifications set read_at = coalesce(read_at, now())
   where district_id = app_district() and user_id = $1 and id = $2`,
)
export const setRead = async (db: Db, userId: string, id: string) => (await db.run(read, [userId, id])) > 0

const readAll = statement(
  `update notifications set read_at = now() where district_id = app_district() and user_id = $1 and read_at is null`,
)
export const setAllRead = (db: Db, userId: string) => db.run(readAll, [userId])
