import * as Type from 'typebox'
import {
  Closed,
  Count,
  Id,
  Instant,
  Line,
  Nullable,
  Page,
  pageQuery,
  Prose,
  Reference,
} from '../contract/fields.ts'
import { schoolLevels } from '../schools/schemas.ts'
import { equityTiers } from './equity-tiers.ts'

const EquityTier = Type.Enum(equityTiers.map(({ code }) => code))
const Scaling = Type.Enum(['percentile_rank', 'min_max'])
const Direction = Type.Enum(['more', 'less'])
const SchoolYear = Type.String({ pattern: '^\\d{4}-\\d{2}$' })
const Share = Type.Number({ minimum: 0, maximum: 1 })

/** A metric whose figures count. `more`: a higher figure is more need; `schoolYear` null: the latest there is. */
export const ChosenIndicator = Closed({
  metricId: Id,
  direction: Direction,
  weight: Type.Number({ minimum: 0, maximum: 100 }),
  schoolYear: Nullable(SchoolYear),
})
export type ChosenIndicator = Type.Static<typeof ChosenIndicator>

export const EquitySettings = Closed({
  scaling: Scaling,
  indicators: Type.Array(ChosenIndicator, { minItems: 1, maxItems: 20 }),
})
export type EquitySettings = Type.Static<typeof EquitySettings>

export const NewEquityVersion = Closed({ ...EquitySettings.properties, note: Type.Optional(Prose(500)) })

/** An indicator as it was used: `code` is the metric's, `period` the one its figures are of; null where it had none. */
const UsedIndicator = Type.Object({
  ...ChosenIndicator.properties,
  code: Line(61),
  name: Type.String(),
  nameEs: Type.String(),
  period: Nullable(Type.String()),
})
export type UsedIndicator = Type.Static<typeof UsedIndicator>

export const EquityVersion = Type.Object({
  id: Id,
  number: Count,
  scaling: Scaling,
  indicators: Type.Array(UsedIndicator),
  note: Type.String(),
  createdAt: Instant,
  createdByName: Type.String(),
  schools: Count,
  /** Schools of which no figure is known. */
  unscored: Count,
})
export type EquityVersion = Type.Static<typeof EquityVersion>

export const EquityVersions = Type.Object({ items: Type.Array(EquityVersion) })

const Contribution = Type.Object({
  code: Type.String(),
  value: Nullable(Type.Number()),
  scaled: Nullable(Share),
  share: Type.Number(),
  points: Type.Number(),
})

export const EquitySchool = Type.Object({
  school: Reference,
  code: Type.String(),
  area: Type.String(),
  enrolment: Nullable(Count),
  score: Nullable(Type.Number()),
  rank: Nullable(Count),
  tier: Nullable(EquityTier),
  /** The share of all weight whose figures are known. */
  known: Type.Number(),
  /** Codes of the metrics whose figure is missing or withheld. */
  missing: Type.Array(Type.String()),
  contributions: Type.Array(Contribution),
})
export type EquitySchool = Type.Static<typeof EquitySchool>

export const equitySorts = ['rank', 'school'] as const
export const EquitySchoolQuery = Closed({
  ...pageQuery,
  /** The current version when absent. */
  versionId: Type.Optional(Id),
  tier: Type.Optional(Type.Array(EquityTier, { maxItems: 5 })),
  level: Type.Optional(Type.Array(Type.Enum([...schoolLevels]), { maxItems: 10 })),
  area: Type.Optional(Type.Array(Prose(120), { maxItems: 60 })),
  sort: Type.Optional(Type.Enum(equitySorts.flatMap((sort) => [sort, `-${sort}`] as const))),
})
export type EquitySchoolQuery = Type.Static<typeof EquitySchoolQuery>
export const EquitySchools = Page(EquitySchool)

const Standing = Nullable(
  Type.Object({ score: Nullable(Type.Number()), rank: Nullable(Count), tier: Nullable(EquityTier) }),
)
/** What is different from the version before, at most 200 schools: those that changed tier first. */
export const EquityChanges = Type.Object({
  from: Nullable(Type.Integer()),
  schools: Count,
  changedTier: Count,
  items: Type.Array(
    Type.Object({
      school: Reference,
      before: Standing,
      after: Standing,
      because: Nullable(Type.Object({ code: Type.String(), points: Type.Number() })),
    }),
  ),
})
export type EquityChanges = Type.Static<typeof EquityChanges>

/** How supply is spread over the tiers of need; supply is verified places, one for each student and kind of help. */
export const EquityOfSupply = Type.Object({
  version: Nullable(Type.Integer()),
  tiers: Type.Array(
    Type.Object({
      tier: EquityTier,
      schools: Count,
      students: Count,
      supply: Count,
      per100: Nullable(Type.Number()),
      withoutPartner: Count,
    }),
  ),
  ratio: Nullable(Type.Number()),
  concentration: Nullable(Type.Number()),
  curve: Type.Array(Type.Object({ students: Type.Number(), supply: Type.Number() })),
})
export type EquityOfSupply = Type.Static<typeof EquityOfSupply>

export const prioritySorts = ['score', 'severity', 'unmetShare', 'equityFactor', 'reach', 'students'] as const
export const PriorityQuery = Closed({
  /** `-score`, the weightiest first, when absent. */
  sort: Type.Optional(Type.Enum(prioritySorts.flatMap((sort) => [sort, `-${sort}`] as const))),
  tier: Type.Optional(Type.Array(EquityTier, { maxItems: 5 })),
  categoryId: Type.Optional(Type.Array(Id, { maxItems: 60 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
})
export type PriorityQuery = Type.Static<typeof PriorityQuery>

/** An open need with every factor of its priority. */
const PrioritisedNeed = Type.Object({
  id: Id,
  title: Nullable(Type.String()),
  school: Reference,
  category: Type.Object({ ...Reference.properties, nameEs: Type.String() }),
  tier: Type.Integer(),
  equityTier: Nullable(EquityTier),
  students: Count,
  /** Nobody said how many: the tier's share of the school stands in. */
  estimated: Type.Boolean(),
  enrolment: Nullable(Count),
  severity: Type.Integer(),
  unmetShare: Share,
  equityFactor: Type.Number(),
  reach: Share,
  floored: Type.Boolean(),
  score: Type.Number(),
})
export type PrioritisedNeed = Type.Static<typeof PrioritisedNeed>
export const PriorityQueue = Type.Object({ items: Type.Array(PrioritisedNeed), total: Count })
