import * as Type from 'typebox'
import { Closed, Day, Id, Instant, Nullable, pageQuery, Reference, Version } from '../contract/fields.ts'
import { Intensity } from '../partnerships/schemas.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { AgreementStageCode, AgreementStandingCode, AgreementTypeCode } from './schemas.ts'
import { agreementKinds } from './vocabulary.ts'

export const ClockedStageCode = Type.Enum(['draft', 'legal', 'risk', 'board', 'signatures'])

export const AgreementItem = Type.Object({
  id: Id,
  title: Type.String(),
  type: AgreementTypeCode,
  kind: Type.Enum(codesOf(agreementKinds)),
  stage: AgreementStageCode,
  stageSince: Instant,
  daysInStage: Type.Integer(),
  /** Longer in its stage than the standard and than it usually takes. */
  stuck: Type.Boolean(),
  /** The number of days it is held to in this stage; null once it is signed or withdrawn. */
  limitDays: Nullable(Type.Integer()),
  intensity: Intensity,
  partnership: Reference,
  organization: Reference,
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  /** The last day of its present term, with renewals and notice. */
  termEndsOn: Nullable(Day),
  /** The last day on which notice ends it with this term. */
  noticeBy: Nullable(Day),
  standing: AgreementStandingCode,
  version: Version,
})
export type AgreementItem = Type.Static<typeof AgreementItem>

export const agreementSorts = ['stageSince', 'title', 'endsOn'] as const

export const AgreementFilter = Closed({
  ...pageQuery,
  q: Type.Optional(Type.String({ maxLength: 200 })),
  stage: Type.Optional(Type.Array(AgreementStageCode, { maxItems: 10 })),
  type: Type.Optional(Type.Array(AgreementTypeCode, { maxItems: 10 })),
  standing: Type.Optional(Type.Enum(['in_force', 'upcoming', 'over'])),
  stuck: Type.Optional(Type.Boolean()),
  /** Its present term ends on or before this day. */
  endsBefore: Type.Optional(Day),
  partnershipId: Type.Optional(Id),
  organizationId: Type.Optional(Id),
  intensity: Type.Optional(Intensity),
  sort: Type.Optional(Type.Enum([...agreementSorts], { default: 'stageSince' })),
  descending: Type.Optional(Type.Boolean()),
})
export type AgreementFilter = Type.Static<typeof AgreementFilter>

/** How long a stage takes in this district. Medians are of stays that ended within the last two years. */
export const StageClock = Type.Object({
  stage: ClockedStageCode,
  open: Type.Integer(),
  stuck: Type.Integer(),
  /** The longest of those that are in it now, in days. */
  longestDays: Type.Integer(),
  standardDays: Type.Integer(),
  medianDays: Nullable(Type.Number()),
  finished: Type.Integer(),
  byIntensity: Type.Array(
    Type.Object({
      intensity: Intensity,
      medianDays: Nullable(Type.Number()),
      finished: Type.Integer(),
      limitDays: Type.Integer(),
    }),
  ),
})
export type StageClock = Type.Static<typeof StageClock>

export const StageStandards = Closed({
  draft: Type.Integer({ minimum: 1, maximum: 365 }),
  legal: Type.Integer({ minimum: 1, maximum: 365 }),
  risk: Type.Integer({ minimum: 1, maximum: 365 }),
  board: Type.Integer({ minimum: 1, maximum: 365 }),
  signatures: Type.Integer({ minimum: 1, maximum: 365 }),
})
export type StageStandards = Type.Static<typeof StageStandards>
