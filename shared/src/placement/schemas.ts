import * as Type from 'typebox'
import {
  Closed,
  Count,
  Id,
  Instant,
  Nullable,
  Page,
  pageQuery,
  Reference,
  Version,
} from '../contract/fields.ts'
import { equityTiers } from '../equity/equity-tiers.ts'
import { yardsticks } from './yardstick.ts'

/** Where a plan stands. */
export const planStatuses = ['waiting', 'computing', 'ready', 'failed', 'cancelled'] as const
export type PlanStatus = (typeof planStatuses)[number]
export const underWay: readonly PlanStatus[] = ['waiting', 'computing']

/** What became of a row: open until somebody decides. */
export const placementDecisions = ['open', 'accepted', 'skipped'] as const
export type PlacementDecision = (typeof placementDecisions)[number]

export const PlanSettings = Closed({
  /** What counts as a place, of what is free and of what is there already. */
  yardstick: Type.Enum([...yardsticks]),
  /** Free places taken for a service that has said nothing, with `assumed`. */
  assumedPlaces: Type.Integer({ minimum: 1, maximum: 500 }),
  /** How far a service goes that does not say so itself; null: anywhere in the district. */
  withinKilometres: Nullable(Type.Integer({ minimum: 1, maximum: 200 })),
  /** The solver stops after so long with the best plan it has. */
  seconds: Type.Integer({ minimum: 5, maximum: 120 }),
})
export type PlanSettings = Type.Static<typeof PlanSettings>

export const usualSettings: PlanSettings = {
  yardstick: 'stated',
  assumedPlaces: 20,
  withinKilometres: 10,
  seconds: 45,
}
export const NewPlan = Type.Partial(PlanSettings, { additionalProperties: false })

const Share = Type.Number({ minimum: 0 })
const Outcome = Type.Object({
  students: Count,
  placed: Count,
  weightedShare: Share,
  ratio: Nullable(Type.Number()),
  toFirstTiers: Nullable(Type.Number()),
})

export const PlacementPlan = Type.Object({
  id: Id,
  status: Type.Enum([...planStatuses]),
  settings: PlanSettings,
  /** What it was computed from: needs with unmet students, services with free places, pairs that fit and those considered. */
  size: Nullable(Type.Object({ needs: Count, services: Count, pairs: Count, considered: Count })),
  /** The data is of this moment. */
  dataAsOf: Nullable(Instant),
  computedAt: Nullable(Instant),
  seconds: Nullable(Type.Number()),
  /** Students placed, each weighed by severity × equity factor; what no plan can exceed; how far apart the two may be. */
  value: Nullable(Type.Number()),
  bound: Nullable(Type.Number()),
  gap: Nullable(Share),
  /** The wanted gap was proved before the time was up. */
  proved: Nullable(Type.Boolean()),
  /** Today, whoever asked first, and this plan. */
  comparison: Nullable(Type.Object({ today: Outcome, firstCome: Outcome, plan: Outcome })),
  /** A reason that is known (`nothing-to-place`), or a sentence. */
  failure: Nullable(Type.String()),
  rows: Type.Object({ all: Count, open: Count, accepted: Count, skipped: Count, studentsAccepted: Count }),
  /** Records the plan rests on that changed since, other than by accepting its rows. */
  changedSince: Type.Object({ needs: Count, services: Count, partnerships: Count, equity: Type.Boolean() }),
  createdByName: Type.String(),
  createdAt: Instant,
  version: Version,
})
export type PlacementPlan = Type.Static<typeof PlacementPlan>
export type PlacementOutcomeFigures = Type.Static<typeof Outcome>

export const PlacementPlans = Type.Object({ items: Type.Array(PlacementPlan) })

export const PlanProgress = Type.Object({
  status: Type.Enum([...planStatuses]),
  seconds: Type.Number(),
  /** What the best plan so far is worth and what none can exceed; null until the first is known. */
  value: Nullable(Type.Number()),
  bound: Nullable(Type.Number()),
  gap: Nullable(Share),
  ended: Type.Boolean(),
})
export type PlanProgress = Type.Static<typeof PlanProgress>

export const MatchReasonSchema = Type.Object({
  code: Type.String(),
  verdict: Type.Enum(['fits', 'partly', 'unknown', 'misses']),
  figure: Nullable(Type.Number()),
  words: Type.Array(Type.String()),
  points: Type.Number(),
  most: Type.Number(),
})

const EquityTier = Type.Enum(equityTiers.map(({ code }) => code))
const Kind = Type.Object({ ...Reference.properties, nameEs: Type.String() })
const School = Type.Object({ ...Reference.properties, area: Type.String() })
const Organization = Type.Object({ ...Reference.properties, serviceId: Id, serviceName: Type.String() })
const matched = {
  score: Count,
  metres: Nullable(Count),
  reasons: Type.Array(MatchReasonSchema),
}

/** A service that could help, with why. `room` is in students. */
export const MatchedService = Type.Object({
  organization: Organization,
  category: Kind,
  tier: Type.Integer(),
  setting: Type.String(),
  room: Count,
  ...matched,
  /** Limits it breaks: empty for those that could help as they are. */
  misfits: Type.Array(Type.String()),
})
export type MatchedService = Type.Static<typeof MatchedService>
export const MatchedServices = Type.Object({
  /** Students of the need whom nobody serves. */
  unmet: Count,
  items: Type.Array(MatchedService),
  /** Those one limit away: worth a call. */
  almost: Type.Array(MatchedService),
})

export const MatchedNeed = Type.Object({
  id: Id,
  title: Nullable(Type.String()),
  school: School,
  category: Kind,
  tier: Type.Integer(),
  severity: Type.Integer(),
  unmet: Count,
  ...matched,
})
export type MatchedNeed = Type.Static<typeof MatchedNeed>
export const MatchedNeeds = Type.Object({ room: Count, items: Type.Array(MatchedNeed), total: Count })

export const PlacementRow = Type.Object({
  id: Id,
  need: Type.Object({ id: Id, title: Nullable(Type.String()), severity: Type.Integer() }),
  school: School,
  equityTier: Nullable(EquityTier),
  category: Kind,
  tier: Type.Integer(),
  organization: Organization,
  students: Count,
  /** Of so many unmet students of the need. */
  unmet: Count,
  ...matched,
  decision: Type.Enum([...placementDecisions]),
  /** Students for whom it was accepted: the row's, or fewer. */
  accepted: Nullable(Count),
  reason: Nullable(Type.String()),
  decidedBy: Nullable(Type.String()),
  decidedAt: Nullable(Instant),
  version: Version,
})
export type PlacementRow = Type.Static<typeof PlacementRow>

export const placementSorts = ['weight', 'students', 'score', 'school', 'organization'] as const
export const PlacementQuery = Closed({
  ...pageQuery,
  decision: Type.Optional(Type.Array(Type.Enum([...placementDecisions]), { maxItems: 3 })),
  categoryId: Type.Optional(Type.Array(Id, { maxItems: 60 })),
  schoolId: Type.Optional(Type.Array(Id, { maxItems: 60 })),
  organizationId: Type.Optional(Type.Array(Id, { maxItems: 60 })),
  equityTier: Type.Optional(Type.Array(EquityTier, { maxItems: 5 })),
  /** `-weight`, what counts most first, when absent. */
  sort: Type.Optional(Type.Enum(placementSorts.flatMap((sort) => [sort, `-${sort}`] as const))),
})
export type PlacementQuery = Type.Static<typeof PlacementQuery>
export const PlacementRows = Page(PlacementRow)

export const Acceptance = Closed({
  /** All of the row's when absent. */
  students: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000_000_000 })),
})
export const Skip = Closed({ reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) })
