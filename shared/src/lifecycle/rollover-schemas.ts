import * as Type from 'typebox'
import { Closed, Count, Day, Id, Instant, Nullable, Reference, Version } from '../contract/fields.ts'
import { Formality, Intensity, Stage, StageReason } from '../partnerships/schemas.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { decisionTerms, rolloverReasonTerms } from './rollover.ts'

const Decision = Type.Enum(codesOf(decisionTerms))
const years = { fromYearId: Id, toYearId: Id }
export const RolloverYears = Closed(years)

/** A partnership of the year that ends, with a first opinion on the next. */
export const RolloverCandidate = Type.Object({
  partnershipId: Id,
  name: Type.String(),
  organization: Reference,
  stage: Stage,
  formality: Formality,
  intensity: Intensity,
  endsOn: Nullable(Day),
  students: Count,
  schoolCount: Count,
  lead: Nullable(Reference),
  suggestion: Decision,
  reasons: Type.Array(Type.Enum(codesOf(rolloverReasonTerms))),
  /** In the next year already. */
  carried: Type.Boolean(),
})
export type RolloverCandidate = Type.Static<typeof RolloverCandidate>

export const RolloverPlan = Closed({
  ...years,
  choices: Type.Array(
    Closed({
      partnershipId: Id,
      decision: Decision,
      /** Why it ends; asked for with `end`. */
      reason: Type.Optional(StageReason),
    }),
    { minItems: 1, maxItems: 5000 },
  ),
})
export type RolloverPlan = Type.Static<typeof RolloverPlan>

export const Sums = Type.Object({
  renew: Count,
  revise: Count,
  end: Count,
  studentsGoingOn: Count,
  studentsLosing: Count,
  placesGoingOn: Count,
  datesMoved: Count,
  stagesChanged: Count,
})

export const RolloverPreview = Type.Object({
  sums: Sums,
  /** Site plans that will be copied into the next year. */
  sitePlans: Count,
  /** What cannot be carried, and why. */
  refused: Type.Array(
    Type.Object({
      partnershipId: Id,
      name: Type.String(),
      why: Type.Enum(['not_in_year', 'carried', 'ended']),
    }),
  ),
  /** Those that change: what they are and what they will be. */
  changes: Type.Array(
    Type.Object({
      partnershipId: Id,
      name: Type.String(),
      decision: Decision,
      stage: Type.Array(Stage, { minItems: 2, maxItems: 2 }),
      endsOn: Type.Array(Nullable(Day), { minItems: 2, maxItems: 2 }),
      students: Count,
    }),
  ),
})
export type RolloverPreview = Type.Static<typeof RolloverPreview>

export const Rollover = Type.Object({
  id: Id,
  from: Reference,
  to: Reference,
  sums: Sums,
  appliedByName: Type.String(),
  createdAt: Instant,
  undoneAt: Nullable(Instant),
  version: Version,
})
export type Rollover = Type.Static<typeof Rollover>

export const RolloverUndone = Type.Object({
  restored: Count,
  /** Changed by someone since, so left as they are. */
  kept: Type.Array(Reference),
})
export type RolloverUndone = Type.Static<typeof RolloverUndone>
