import * as Type from 'typebox'
import {
  Closed,
  Count,
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
import { balanceBands } from '../investments/vocabulary.ts'
import { Stage } from '../partnerships/schemas.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { fundingKinds, groundTerms, lastingParts, verdicts } from './vocabulary.ts'

/** Promises due within the twelve months up to today. `share` is what was kept in time, of all that were due and not waived. */
export const KeptPromises = Type.Object({
  kept: Count,
  late: Count,
  missed: Count,
  waived: Count,
  share: Nullable(Type.Number()),
})
const BothSides = Type.Object({ district: KeptPromises, partner: KeptPromises })

export const SustainabilityPart = Type.Object({
  code: Type.Enum(codesOf(lastingParts)),
  have: Nullable(Type.Integer()),
  of: Type.Integer(),
  points: Nullable(Type.Integer()),
})
const Sustainability = Type.Object({
  score: Nullable(Type.Integer()),
  parts: Type.Array(SustainabilityPart),
  singleChampion: Type.Boolean(),
})

export const RecommendationGround = Type.Object({
  code: Type.Enum(codesOf(groundTerms)),
  judgement: Type.Enum(['good', 'weak', 'bad', 'unknown']),
  key: Type.Boolean(),
  have: Nullable(Type.Integer()),
  of: Nullable(Type.Integer()),
  word: Nullable(Type.String()),
})
const Recommendation = Type.Object({
  verdict: Nullable(Type.Enum(codesOf(verdicts))),
  grounds: Type.Array(RecommendationGround),
})

const funding = {
  name: Line(140),
  kind: Type.Enum(codesOf(fundingKinds)),
  /** The partnership stops without it. */
  needed: Type.Boolean(),
  /** The last day it pays for; null while no end is set. */
  endsOn: Nullable(Day),
}
export const NewFunding = Closed(funding)
export type NewFunding = Type.Static<typeof NewFunding>
export const FundingChange = Type.Partial(Closed(funding), { additionalProperties: false })
export type FundingChange = Type.Static<typeof FundingChange>
export const Funding = Type.Object({ id: Id, ...funding, version: Version })
export type Funding = Type.Static<typeof Funding>

const Level = Type.Integer({ minimum: 1, maximum: 4 })
export const QualityLevels = Closed({
  alignment: Level,
  delivery: Level,
  relationship: Level,
  equity: Level,
  data: Level,
  sustainability: Level,
})
export type QualityLevels = Type.Static<typeof QualityLevels>
/** Levels from 1 to 4 (client/src/outlook describes each in a sentence), and what they rest on. */
export const QualityInput = Closed({ levels: QualityLevels, note: Type.Optional(Prose(2000)) })
export const QualityReview = Type.Object({
  id: Id,
  schoolYear: Reference,
  levels: QualityLevels,
  note: Type.String(),
  reviewedBy: Type.String(),
  reviewedAt: Instant,
  version: Version,
})
export type QualityReview = Type.Static<typeof QualityReview>

export const Outlook = Type.Object({
  partnership: Reference,
  asOf: Day,
  promises: BothSides,
  sustainability: Sustainability,
  recommendation: Recommendation,
  /** People named on each side who are still here. */
  champions: Type.Object({ district: Type.Array(Type.String()), partner: Type.Array(Type.String()) }),
  agreement: Nullable(
    Type.Object({ id: Id, title: Type.String(), endsOn: Nullable(Day), renews: Type.Boolean() }),
  ),
  fundings: Type.Array(Funding),
  /** Newest first. */
  reviews: Type.Array(QualityReview),
  /** The school year of today, and whether its review is done. */
  schoolYear: Nullable(Reference),
})
export type Outlook = Type.Static<typeof Outlook>

export const OutlookItem = Type.Object({
  partnership: Reference,
  organization: Reference,
  stage: Stage,
  /** The last day of the present term of its agreement; null without an agreement in force, or without an end. */
  agreementEndsOn: Nullable(Day),
  promises: BothSides,
  score: Nullable(Type.Integer()),
  singleChampion: Type.Boolean(),
  verdict: Nullable(Type.Enum(codesOf(verdicts))),
  /** Grounds that are bad or weak. */
  concerns: Type.Array(Type.Enum(codesOf(groundTerms))),
  balance: Nullable(Type.Enum(codesOf(balanceBands))),
  reviewed: Type.Boolean(),
})
export type OutlookItem = Type.Static<typeof OutlookItem>

export const OutlookFilter = Closed({
  ...pageQuery,
  organizationId: Type.Optional(Id),
  /** A side with fewer than two people. */
  singleChampion: Type.Optional(Type.Boolean()),
  /** No review of quality in the school year of today. */
  unreviewed: Type.Optional(Type.Boolean()),
  /** The partnership itself, or the present term of its agreement, ends on or before this day. */
  endsBefore: Type.Optional(Day),
})
export type OutlookFilter = Type.Static<typeof OutlookFilter>

/** Promises kept over all partnerships a reader sees, or those of one organisation. */
export const KeptSum = Type.Object({ partnerships: Count, ...BothSides.properties })
