import * as Type from 'typebox'
import { Closed, Id, Instant, Nullable, pageQuery } from '../contract/fields.ts'

export const MailStatus = Type.Enum(['queued', 'sent', 'failed', 'kept'])
export type MailStatus = Type.Static<typeof MailStatus>

const summary = {
  id: Id,
  toAddress: Type.String(),
  toName: Type.String(),
  kind: Type.String(),
  subject: Type.String(),
  /** `kept`: no mail server is set, so it can only be read here. */
  status: MailStatus,
  attempts: Type.Integer(),
  error: Nullable(Type.String()),
  createdAt: Instant,
  sentAt: Nullable(Instant),
}

export const MailSummary = Type.Object(summary)
export type MailSummary = Type.Static<typeof MailSummary>

/** With its text, which is empty once a mail with a secret link was sent. */
export const Mail = Type.Object({ ...summary, body: Type.String() })
export type Mail = Type.Static<typeof Mail>

export const MailQuery = Closed({ ...pageQuery, status: Type.Optional(MailStatus) })
