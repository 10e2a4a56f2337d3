import * as Type from 'typebox'
import {
  Closed,
  Day,
  Id,
  Instant,
  Line,
  Nullable,
  pageQuery,
  Prose,
  Reference,
  Version,
} from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { sideTerms } from '../vocabulary/sides.ts'
import { cadenceTerms, dueStandingTerms } from './vocabulary.ts'

const Side = Type.Enum(codesOf(sideTerms))
export const Cadence = Type.Enum(codesOf(cadenceTerms))
const DueStatus = Type.Enum(['open', 'kept', 'late', 'missed', 'waived', 'void'])

const clause = {
  side: Side,
  /** What will be done, so that someone else could tell whether it was. */
  what: Line(500),
  cadence: Cadence,
  firstDueOn: Nullable(Day),
  /** What shows that it was done. */
  evidence: Prose(300),
  /** The section of the agreement it comes from. */
  sectionCode: Nullable(Prose(60)),
}

export const NewObligation = Closed({
  ...clause,
  firstDueOn: Type.Optional(clause.firstDueOn),
  evidence: Type.Optional(clause.evidence),
  sectionCode: Type.Optional(clause.sectionCode),
})
export type NewObligation = Type.Static<typeof NewObligation>
export const ObligationChange = Type.Partial(Closed(clause), { additionalProperties: false })
export type ObligationChange = Type.Static<typeof ObligationChange>

/** A clause that somebody must act on. */
export const Obligation = Type.Object({ id: Id, ...clause, version: Version })
export type Obligation = Type.Static<typeof Obligation>

/** One day on which a promise is due, and what became of it. */
export const Due = Type.Object({
  id: Id,
  obligationId: Id,
  agreement: Type.Object({ id: Id, title: Type.String() }),
  partnership: Reference,
  organization: Reference,
  side: Side,
  what: Type.String(),
  evidence: Type.String(),
  dueOn: Day,
  status: DueStatus,
  standing: Type.Enum(codesOf(dueStandingTerms)),
  keptOn: Nullable(Day),
  /** What was shown as evidence, or why it was not kept or waived. */
  note: Type.String(),
  settledBy: Nullable(Type.String()),
  settledAt: Nullable(Instant),
  version: Version,
})
export type Due = Type.Static<typeof Due>

export const DueFilter = Closed({
  ...pageQuery,
  partnershipId: Type.Optional(Id),
  organizationId: Type.Optional(Id),
  agreementId: Type.Optional(Id),
  side: Type.Optional(Side),
  standing: Type.Optional(Type.Enum(['open', 'overdue', 'settled'])),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  descending: Type.Optional(Type.Boolean()),
})
export type DueFilter = Type.Static<typeof DueFilter>

export const KeptDue = Closed({ keptOn: Day, note: Type.Optional(Prose(1000)) })
export const WaivedDue = Closed({ reason: Line(500) })
/** What was in the way of a promise that was not kept. */
export const MissedDue = WaivedDue
