import * as Type from 'typebox'
import {
  Closed,
  Id,
  Instant,
  Line,
  Nullable,
  pageQuery,
  Prose,
  Reference,
  Version,
} from '../contract/fields.ts'
import { presences } from '../rounds/snapshot-schemas.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { mismatchKinds } from './mismatches.ts'
import { mismatchStatusTerms, resolutionTerms } from './vocabulary.ts'

const Kind = Type.Enum([...mismatchKinds])
const Status = Type.Enum(codesOf(mismatchStatusTerms))
const How = Type.Enum(codesOf(resolutionTerms))
const Seats = Type.Object({ maximum: Nullable(Type.Integer()), available: Nullable(Type.Integer()) })

/** What one side says; a field that is missing is not what it speaks of. */
const Voice = Type.Object({
  present: Type.Optional(Type.Boolean()),
  seats: Type.Optional(Seats),
  grades: Type.Optional(Type.Array(Type.String())),
  services: Type.Optional(Type.Array(Id)),
  by: Type.Optional(Type.String()),
  at: Type.Optional(Instant),
})
const Says = Type.Object({ school: Nullable(Voice), partner: Nullable(Voice), record: Nullable(Voice) })

/** One difference between a school, a partner and the record. */
export const MismatchListed = Type.Object({
  id: Id,
  kind: Kind,
  status: Status,
  school: Reference,
  organization: Nullable(Reference),
  service: Nullable(Reference),
  /** As the school wrote it, where the district does not know the partner. */
  name: Type.String(),
  says: Says,
  /** The partner’s programs, for their names and to choose from. */
  programs: Type.Array(Reference),
  resolution: Nullable(How),
  reason: Type.String(),
  resolvedBy: Type.String(),
  resolvedAt: Nullable(Instant),
  /** When the school was last asked about it. */
  askedAt: Nullable(Instant),
  createdAt: Instant,
  version: Version,
})
export type MismatchListed = Type.Static<typeof MismatchListed>

export const MismatchEvent = Type.Object({
  at: Instant,
  what: Type.Enum(['found', 'changed', 'asked', 'answered', 'resolved', 'undone', 'agreed', 'reopened']),
  resolution: Nullable(How),
  note: Type.String(),
  by: Type.String(),
})
export type MismatchEvent = Type.Static<typeof MismatchEvent>
export const MismatchRow = Type.Object({ ...MismatchListed.properties, history: Type.Array(MismatchEvent) })
export type MismatchRow = Type.Static<typeof MismatchRow>

export const MismatchQuery = Closed({
  ...pageQuery,
  status: Type.Optional(Type.Array(Status, { maxItems: 3 })),
  kind: Type.Optional(Type.Array(Kind, { maxItems: 5 })),
  schoolId: Type.Optional(Id),
  organizationId: Type.Optional(Id),
  asked: Type.Optional(Type.Boolean()),
})
export type MismatchQuery = Type.Static<typeof MismatchQuery>

/** One press, with what it needs beside: a program to add, the partner meant, or the reason it is left. */
export const MismatchAct = Closed({
  how: How,
  serviceId: Type.Optional(Id),
  /** A program the partner runs here and the record has nowhere. */
  program: Type.Optional(Closed({ name: Line(200), categoryId: Id })),
  organizationId: Type.Optional(Id),
  reason: Type.Optional(Prose(500)),
})
export type MismatchAct = Type.Static<typeof MismatchAct>

export const Compared = Type.Object({ open: Type.Integer() })

/** What a principal is asked about one partner. */
export const PartnerQuestion = Type.Object({
  schoolName: Type.String(),
  partnerName: Type.String(),
  programs: Type.Array(Type.String()),
  partnerSays: Nullable(Type.Boolean()),
  schoolSays: Nullable(Type.Boolean()),
})
export type PartnerQuestion = Type.Static<typeof PartnerQuestion>
export const PartnerAnswer = Closed({ present: Type.Enum([...presences]) })
