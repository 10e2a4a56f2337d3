import * as Type from 'typebox'
import { Closed, Id, Nullable, Prose, Reference } from '../contract/fields.ts'
import { equityTiers } from '../equity/equity-tiers.ts'
import { schoolLevels } from '../schools/schemas.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { MetricHead, PeriodHead } from './schemas.ts'
import { PublicCellSchema } from './suppression.ts'

const several = <S extends Type.TSchema>(item: S, maxItems: number) =>
  Type.Optional(Type.Array(item, { maxItems, uniqueItems: true }))

/** As many charts as can be looked at beside each other, and as many lines as one of them can tell apart. */
export const EXPLORED = { metrics: 6, schools: 4, groups: 2, periods: 8, points: 2500 } as const
/** Fewer similar schools than this are no measure of anything. */
export const FEWEST_SIMILAR = 3

/** What an analyst asks: metrics, of whom, of which schools. Schools are chosen by name or by what they have in common. */
export const ExploreQuery = Closed({
  metricId: Type.Array(Id, { minItems: 1, maxItems: EXPLORED.metrics, uniqueItems: true }),
  schoolId: several(Id, EXPLORED.schools),
  /** Codes of student groups; all students where left out. */
  group: several(Prose(60), EXPLORED.groups),
  level: several(Type.Enum([...schoolLevels]), schoolLevels.length),
  area: several(Prose(120), 40),
  /** Equity tiers, for those who may read them. */
  tier: several(Type.Enum(codesOf(equityTiers)), 5),
  /** Of two metrics beside each other: the latest year both have figures of, where left out. */
  schoolYear: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$' })),
})
export type ExploreQuery = Type.Static<typeof ExploreQuery>

export const ExploreExportQuery = Closed({
  ...ExploreQuery.properties,
  view: Type.Enum(['time', 'together']),
})
export type ExploreExportQuery = Type.Static<typeof ExploreExportQuery>

const GroupHead = Type.Object({
  code: Type.String(),
  dimension: Type.String(),
  name: Type.String(),
  nameEs: Type.String(),
})

/** What can be chosen: only what there are figures of. */
export const ExploreChoices = Type.Object({
  metrics: Type.Array(
    Type.Intersect([
      MetricHead,
      Type.Object({
        years: Type.Array(Type.String()),
        /** Codes of the student groups it has figures of. */
        groups: Type.Array(Type.String()),
      }),
    ]),
  ),
  groups: Type.Array(GroupHead),
  areas: Type.Array(Type.String()),
  threshold: Type.Integer(),
})
export type ExploreChoices = Type.Static<typeof ExploreChoices>

/** Whose figures a line shows. `chosen` are the schools the filters leave; `similar` those of a school's level and equity tier. */
export const lineScopes = ['district', 'chosen', 'school', 'similar'] as const
export const ExploredLine = Type.Object({
  scope: Type.Enum([...lineScopes]),
  school: Nullable(Reference),
  group: Type.String(),
  cells: Type.Array(PublicCellSchema),
  /** Of several schools: how many show a figure in each period, and how many do not. */
  shown: Type.Array(Type.Integer()),
  hidden: Type.Array(Type.Integer()),
})
export type ExploredLine = Type.Static<typeof ExploredLine>

export const ExploredMetric = Type.Object({
  metric: MetricHead,
  periods: Type.Array(PeriodHead),
  target: Nullable(Type.Number()),
  lines: Type.Array(ExploredLine),
})
export type ExploredMetric = Type.Static<typeof ExploredMetric>

export const ExploredCourse = Type.Object({
  preparing: Type.Boolean(),
  threshold: Type.Integer(),
  metrics: Type.Array(ExploredMetric),
})
export type ExploredCourse = Type.Static<typeof ExploredCourse>

export const Association = Type.Object({
  r: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
  pairs: Type.Integer(),
  strength: Type.Enum(['none', 'weak', 'moderate', 'strong']),
  direction: Type.Enum(['together', 'opposite']),
})

/** One school that shows both figures. */
export const ExploredPoint = Type.Object({
  school: Reference,
  code: Type.String(),
  level: Type.Enum([...schoolLevels]),
  area: Type.String(),
  /** Null where the school has none, or for who may not read it. */
  tier: Nullable(Type.Enum(codesOf(equityTiers))),
  across: PublicCellSchema,
  up: PublicCellSchema,
})
export type ExploredPoint = Type.Static<typeof ExploredPoint>

export const ExploredPair = Type.Object({
  preparing: Type.Boolean(),
  threshold: Type.Integer(),
  across: MetricHead,
  up: MetricHead,
  /** Null where no year has figures of both. */
  schoolYear: Nullable(Type.String()),
  schoolYears: Type.Array(Type.String()),
  points: Type.Array(ExploredPoint),
  /** Schools with a figure of both, of which one is withheld: they are not drawn and weigh in nothing. */
  hidden: Type.Integer(),
  /** Schools that show both but are more than a picture holds. */
  left: Type.Integer(),
  association: Nullable(Association),
})
export type ExploredPair = Type.Static<typeof ExploredPair>
