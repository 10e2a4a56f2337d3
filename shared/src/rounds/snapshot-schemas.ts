import * as Type from 'typebox'
import { Closed, Count, Id, Line, Nullable, Prose, Reference } from '../contract/fields.ts'
import { Severity, Tier } from '../needs/schemas.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { urgencies } from '../vocabulary/urgencies.ts'
import { formFrame } from './schemas.ts'

/** One line of a principal's list. A need stands there once for a kind of help and tier. */
export const SnapshotNeed = Closed({
  /** The need on record that it speaks of; null for one that is new. */
  needId: Nullable(Id),
  categoryId: Id,
  tier: Tier,
  /** Null only while it is a draft. */
  severity: Nullable(Severity),
  studentsAffected: Nullable(Count),
  urgency: Nullable(Type.Enum(codesOf(urgencies))),
  cannotMeetAlone: Type.Boolean(),
  note: Prose(140),
  /** The need on record is there no more. */
  over: Type.Boolean(),
})
export type SnapshotNeed = Type.Static<typeof SnapshotNeed>

export const presences = ['yes', 'no', 'unsure'] as const
export type Presence = (typeof presences)[number]

/** What a principal says, as a draft and as sent. */
export const SnapshotAnswers = Closed({
  needs: Type.Array(SnapshotNeed, { maxItems: 80 }),
  partners: Type.Array(Closed({ organizationId: Id, present: Type.Enum([...presences]) }), { maxItems: 400 }),
  /** Who helps as well and is not on the list. */
  others: Type.Array(Line(200), { maxItems: 30 }),
})
export type SnapshotAnswers = Type.Static<typeof SnapshotAnswers>

export const SnapshotForm = Type.Object({
  ...formFrame,
  school: Type.Object({ ...Reference.properties, enrolment: Nullable(Type.Integer()) }),
  answers: SnapshotAnswers,
  /** Partners at this school as the system knows them, with what they do here. */
  partners: Type.Array(Type.Object({ ...Reference.properties, programs: Type.Array(Type.String()) })),
})
export type SnapshotForm = Type.Static<typeof SnapshotForm>
