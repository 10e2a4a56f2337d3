import * as Type from 'typebox'
import { Closed, Id, Instant, Nullable, pageQuery, Prose } from '../contract/fields.ts'

export const AuditAction = Type.Enum([
  'insert',
  'update',
  'delete',
  'import',
  'undo',
  'read_raw',
  'sign_in',
  'export',
])
export type AuditAction = Type.Static<typeof AuditAction>

/** What records are called that a change speaks of by id: id → its name in each language. */
export const RecordNames = Type.Record(Type.String(), Type.Object({ en: Type.String(), es: Type.String() }))
export type RecordNames = Type.Static<typeof RecordNames>

/** One change: who, what, from what, to what. For `update`, each changed column has [before, after]. */
export const AuditEntry = Type.Object({
  id: Id,
  at: Instant,
  actorKind: Type.Enum(['user', 'client', 'link', 'system']),
  actorId: Nullable(Id),
  actorName: Type.String(),
  action: AuditAction,
  table: Type.String(),
  recordId: Nullable(Id),
  changes: Type.Record(Type.String(), Type.Unknown()),
  names: RecordNames,
  requestId: Nullable(Type.String()),
})
export type AuditEntry = Type.Static<typeof AuditEntry>

export const AuditQuery = Closed({
  ...pageQuery,
  actorId: Type.Optional(Id),
  table: Type.Optional(Prose(60)),
  recordId: Type.Optional(Id),
  action: Type.Optional(AuditAction),
  /** From this moment on. */
  from: Type.Optional(Instant),
  /** Before this moment. */
  to: Type.Optional(Instant),
})
