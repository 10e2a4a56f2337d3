import * as Type from 'typebox'
import { RecordNames } from '../audit/schemas.ts'
import { Closed, Day, Id, Instant, Nullable, pageQuery, Reference } from '../contract/fields.ts'

/** What a timeline tells; each can be looked at alone. */
export const timelineKinds = [
  'touch',
  'stage',
  'change',
  'agreement',
  'check_in',
  'document',
  'email',
  'link',
] as const
export type TimelineKind = (typeof timelineKinds)[number]
const Kind = Type.Enum([...timelineKinds])

/** One thing that happened. What does not apply is null. */
export const TimelineItem = Type.Object({
  id: Id,
  at: Instant,
  kind: Kind,
  /**
   * What exactly: a kind of contact, a stage, `sent`, `planned`, `signed`, `change_asked`, `handed_in`, `issued`; for a
   * change the act of the audit.
   */
  code: Type.String(),
  by: Type.String(),
  byKind: Type.Enum(['user', 'client', 'link', 'system']),
  /** On a partner's timeline: the partnership it belongs to. */
  partnership: Nullable(Reference),
  /** What it is about in a word: a subject, a purpose, a kind of document, a title. */
  title: Nullable(Type.String()),
  text: Nullable(Type.String()),
  /** To whom it went, or which side spoke. */
  to: Nullable(Type.String()),
  day: Nullable(Day),
  /** How it stands now: of a mail, a link, a document, a check-in; of a stage, the one before. */
  state: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  /** The check-in or agreement to open. */
  recordId: Nullable(Id),
  /** Who changed what from what to what, as the audit has it. */
  change: Nullable(
    Type.Object({
      table: Type.String(),
      action: Type.String(),
      changes: Type.Record(Type.String(), Type.Unknown()),
      names: RecordNames,
    }),
  ),
})
export type TimelineItem = Type.Static<typeof TimelineItem>

export const TimelineFilter = Closed({
  ...pageQuery,
  kind: Type.Optional(Type.Array(Kind, { maxItems: timelineKinds.length })),
})
export type TimelineFilter = Type.Static<typeof TimelineFilter>
