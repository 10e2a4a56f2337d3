import { listBy } from '../db/list.ts'

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
    'changes', a.changes, 'requestId', a.request_id)`,
})
