import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { namesIn } from './record-names.ts'

/** The audit, newest first. Ids are UUIDv7, so their order is the order of time. */
export const auditList = listBy({
  from: 'audit_log a',
  alias: 'a',
  filters: {
    actorId: 'a.actor_id = ?',
    table: 'a.table_name = ?',
    recordId: 'a.record_id = ?',
    action: 'a.action = ?',
    from: 'a.at >= ?::timestamptz',
    to: 'a.at < ?::timestamptz',
  },
  sorts: { newest: [['a.id', 'uuid']] },
  item: `json_build_object('id', a.id, 'at', a.at, 'actorKind', a.actor_kind, 'actorId', a.actor_id,
    'actorName', a.actor_name, 'action', a.action, 'table', a.table_name, 'recordId', a.record_id,
    'changes', a.changes, 'names', ${namesIn('a')}, 'requestId', a.request_id)`,
})

export interface RecordedChange {
  actorName: string
  changes: Record<string, [before: unknown, after: unknown]>
}
const recent = statement<RecordedChange>(`select actor_name as "actorName", changes from audit_log
  where district_id = app_district() and table_name = $1 and record_id = $2 and action = 'update'
  order by id desc limit $3`)
/** The newest changes of a record, newest first. */
export const recentChanges = (db: Db, table: string, recordId: string, count: number) =>
  db.many(recent, [table, recordId, count])
