import * as Type from 'typebox'
import { Closed, Count, Day, Id, Instant, Nullable } from '../contract/fields.ts'
import { EquityOfSupply } from '../equity/schemas.ts'
import { Objective } from '../outcomes/objective-schemas.ts'
import { PublicCellSchema } from '../outcomes/suppression.ts'
import { FigurePart, RisksPart } from '../reports/body-schemas.ts'

/** A count and what it was on the day it is compared with; null where nothing is known of that day. */
export const Moved = Type.Object({ now: Count, before: Nullable(Count) })
export type Moved = Type.Static<typeof Moved>
const Amount = Type.Object({ now: Type.Number(), before: Nullable(Type.Number()) })

/** Whom the page is made for: the reader, or a member of the board. */
export const readers = ['own', 'board'] as const
export const OverviewQuery = Closed({ as: Type.Optional(Type.Enum([...readers])) })
export type OverviewQuery = Type.Static<typeof OverviewQuery>

/** Who is reached, against the same day a year ago. */
export const ReachTiles = Type.Object({
  partnerships: Moved,
  partners: Moved,
  schools: Count,
  schoolsWithPartner: Moved,
  students: Type.Object({ now: PublicCellSchema, before: PublicCellSchema }),
})

const tierSupply = EquityOfSupply.properties.tiers.items
/** What is missing: open needs against the first day of the quarter, by equity tier of the school and by tier of help. */
export const GapTiles = Type.Object({
  openNeeds: Moved,
  severe: Count,
  tiers: Type.Array(Type.Object({ ...tierSupply.properties, openNeeds: Count })),
  /** Places that are missing: what needs ask for beyond what is verified, added up over schools and kinds of help. */
  help: Type.Array(
    Type.Object({
      tier: Type.Integer({ minimum: 1, maximum: 3 }),
      openNeeds: Count,
      wanted: PublicCellSchema,
      missing: PublicCellSchema,
    }),
  ),
})

export const EquityTile = Type.Object({
  version: Nullable(Type.Integer()),
  ratio: Nullable(Type.Number()),
  concentration: Nullable(Type.Number()),
  /** As the last board packet before this quarter has it. */
  before: Nullable(
    Type.Object({ reportId: Id, quarter: Type.Integer(), schoolYear: Type.String(), ratio: Type.Number() }),
  ),
})

/** What both sides put in this school year so far, against the whole school year before. */
export const ValueTiles = Type.Object({
  schoolYear: Nullable(Type.String()),
  yearBefore: Nullable(Type.String()),
  partnerCents: Amount,
  districtCents: Amount,
  volunteerHours: Amount,
})

export const ToldStory = Type.Object({
  slug: Type.String(),
  title: Type.String(),
  titleEs: Type.String(),
  summary: Type.String(),
  summaryEs: Type.String(),
  partner: Type.String(),
  school: Nullable(Type.String()),
})

/** The district on one page. Every count stands beside what it is compared with. */
export const Overview = Type.Object({
  as: Type.Enum([...readers]),
  districtName: Type.String(),
  asOf: Instant,
  schoolYear: Type.String(),
  quarter: Type.Integer({ minimum: 1, maximum: 4 }),
  /** The days it is compared with. */
  yearAgo: Day,
  quarterBegan: Day,
  threshold: Count,
  reach: ReachTiles,
  gaps: GapTiles,
  equity: EquityTile,
  figures: Type.Array(FigurePart),
  objectives: Type.Array(Objective),
  value: ValueTiles,
  risks: Type.Object({ ...RisksPart.properties, overdueBefore: Nullable(Count) }),
  stories: Type.Object({ published: Moved, items: Type.Array(ToldStory) }),
})
export type Overview = Type.Static<typeof Overview>
