import * as Type from 'typebox'
import { Closed, Id, Instant, Nullable, pageQuery } from '../contract/fields.ts'

/** Something a person should know. `kind` picks the sentence in the reader's language, `facts` fill it. */
export const Notification = Type.Object({
  id: Id,
  kind: Type.String(),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  /** A path of the web pages. */
  link: Type.String(),
  createdAt: Instant,
  readAt: Nullable(Instant),
})
export type Notification = Type.Static<typeof Notification>

export const NotificationQuery = Closed({ ...pageQuery, unread: Type.Optional(Type.Boolean()) })

export const Unread = Type.Object({ unread: Type.Integer() })
