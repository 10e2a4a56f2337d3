import * as Type from 'typebox'
import { Closed, Count, Id, Instant, Line, Nullable, Prose, Reference, Version } from '../contract/fields.ts'
import { equityTiers } from '../equity/equity-tiers.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { placementStatuses, reasonTerms, schoolReasons } from './vocabulary.ts'

const EquityTier = Nullable(Type.Enum(codesOf(equityTiers)))
const Tier = Type.Integer({ minimum: 1, maximum: 3 })
const Students = Type.Integer({ minimum: 1, maximum: 1_000_000 })
/** Places per 100 students at the Highest tier for one at the Lowest; null where one of them has none. */
const Ratio = Nullable(Type.Number())

/** For which of its kinds of help, and for which tier, an offer is to be placed. */
export const RankQuery = Closed({ categoryId: Id, tier: Tier })
export type RankQuery = Type.Static<typeof RankQuery>

const RankedSchool = Type.Object({
  school: Reference,
  area: Type.String(),
  equityTier: EquityTier,
  enrolment: Nullable(Count),
  /** The gap board's cell: students in need, and of those the ones nobody serves. */
  demand: Count,
  unmet: Count,
  severity: Type.Integer(),
  /** From the nearest place of the organization, in a straight line. */
  metres: Nullable(Type.Number()),
  score: Type.Number(),
  reasons: Type.Array(
    Type.Object({ code: Type.Enum(codesOf(reasonTerms)), points: Type.Number(), of: Type.Number() }),
  ),
  /** Places it could use of those that are free. */
  students: Count,
  /** The ratio if so many were placed there. */
  ratioAfter: Ratio,
  /** An e-mail can reach its principal. */
  reachable: Type.Boolean(),
})
export type RankedSchool = Type.Static<typeof RankedSchool>

/** The best fifty schools for an offer. `inNeed` counts all that have an open gap and one of its grades. */
export const Ranking = Type.Object({
  items: Type.Array(RankedSchool),
  inNeed: Count,
  ratio: Ratio,
  /** The version of the equity index; null where none is kept, and no tier comes first. */
  version: Nullable(Type.Integer()),
  seatsFree: Nullable(Count),
  firstRefusalDays: Count,
})
export type Ranking = Type.Static<typeof Ranking>

const Chosen = Closed({ schoolId: Id, students: Students })
const chosen = Type.Array(Chosen, { minItems: 1, maxItems: 50 })
export const EffectQuestion = Closed({ schools: chosen })

const Supplied = Type.Object({
  ratio: Ratio,
  concentration: Nullable(Type.Number()),
  tiers: Type.Array(
    Type.Object({
      tier: Type.Enum(codesOf(equityTiers)),
      per100: Nullable(Type.Number()),
      withoutPartner: Count,
    }),
  ),
})
/** How fair supply is before and after a choice; `toFirstTiers` is the share of its places that goes to the two neediest tiers. */
export const EquityEffect = Type.Object({
  before: Supplied,
  after: Supplied,
  toFirstTiers: Nullable(Type.Number()),
})
export type EquityEffect = Type.Static<typeof EquityEffect>

/**
 * `ask` e-mails each principal in turn, those of the Highest and High tiers first; `place` is for schools that have said
 * yes already. `because` says why schools with more need are passed over, where they are.
 */
export const PlacementRequest = Closed({
  ...RankQuery.properties,
  schools: chosen,
  how: Type.Enum(['ask', 'place']),
  /** The district's own number when absent. */
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
  because: Type.Optional(Prose(500)),
  /** Why it is wanted beside help that looks the same (D7). */
  justification: Type.Optional(Prose(500)),
})
export type PlacementRequest = Type.Static<typeof PlacementRequest>

export const Placement = Type.Object({
  id: Id,
  school: Reference,
  category: Type.Object({ ...Reference.properties, nameEs: Type.String() }),
  tier: Type.Integer(),
  equityTier: EquityTier,
  students: Type.Integer(),
  position: Type.Integer(),
  status: Type.Enum(codesOf(placementStatuses)),
  because: Type.String(),
  askedAt: Nullable(Instant),
  askedName: Type.String(),
  until: Nullable(Instant),
  answeredAt: Nullable(Instant),
  answeredByName: Type.String(),
  declinedReason: Nullable(Type.Enum(codesOf(schoolReasons))),
  note: Type.String(),
  ratioBefore: Ratio,
  ratioAfter: Ratio,
  /** No agreement or partnership in force stands behind it yet: it counts on paper only. */
  onPaper: Type.Boolean(),
  version: Version,
})
export type Placement = Type.Static<typeof Placement>
export const Placements = Type.Object({ items: Type.Array(Placement), seatsFree: Nullable(Count) })
export type Placements = Type.Static<typeof Placements>

/** What a school says by telephone, or the district for it. */
export const PlacementAnswer = Closed({
  answer: Type.Enum(['yes', 'no', 'withdraw']),
  reason: Type.Optional(Type.Enum(codesOf(schoolReasons))),
  note: Type.Optional(Prose(1000)),
})
export type PlacementAnswer = Type.Static<typeof PlacementAnswer>

/** What a principal reads before saying yes or no. */
export const FirstRefusal = Type.Object({
  schoolName: Type.String(),
  organizationName: Type.String(),
  categoryName: Type.String(),
  categoryNameEs: Type.String(),
  tier: Type.Integer(),
  students: Type.Integer(),
  message: Type.String(),
  grades: Type.Array(Type.String()),
  languages: Type.Array(Type.String()),
  weekdays: Type.Array(Type.String()),
  setting: Nullable(Type.String()),
  demand: Count,
  unmet: Count,
  status: Type.Enum(codesOf(placementStatuses)),
  until: Nullable(Instant),
})
export type FirstRefusal = Type.Static<typeof FirstRefusal>

export const FirstRefusalYes = Closed({ name: Line(120), students: Type.Optional(Students) })
export const FirstRefusalNo = Closed({
  name: Line(120),
  reason: Type.Enum(codesOf(schoolReasons)),
  note: Type.Optional(Prose(1000)),
})

/** What the giver sees of the own offer: schools by name only once they have said yes. */
export const OfferForGiver = Type.Object({
  message: Type.String(),
  organizationName: Type.String(),
  offeredAt: Instant,
  students: Nullable(Type.Integer()),
  closed: Type.Boolean(),
  waiting: Count,
  placed: Type.Array(
    Type.Object({
      schoolName: Type.String(),
      categoryName: Type.String(),
      categoryNameEs: Type.String(),
      students: Type.Integer(),
      since: Instant,
    }),
  ),
})
export type OfferForGiver = Type.Static<typeof OfferForGiver>
