import * as Type from 'typebox'
import { Closed, Day, Id, Instant, Nullable, Page, pageQuery, Prose, Reference } from '../contract/fields.ts'
import { equityTiers } from '../equity/equity-tiers.ts'
import { schoolLevels } from '../schools/schemas.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { directions, units } from './metric-schemas.ts'
import { metricFamilies } from './metric.ts'
import { PublicCellSchema } from './suppression.ts'
import { StandingItem } from './target-schemas.ts'

/** What a chart needs to know of a metric. */
export const MetricHead = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  nameEs: Type.String(),
  family: Type.Enum([...metricFamilies]),
  unit: Type.Enum([...units]),
  direction: Type.Enum([...directions]),
  decimals: Type.Integer(),
})
export type MetricHead = Type.Static<typeof MetricHead>

export const PeriodHead = Type.Object({
  id: Id,
  label: Type.String(),
  schoolYear: Type.String(),
  endsOn: Day,
})
export type PeriodHead = Type.Static<typeof PeriodHead>

/** How a district's figure came about; `unweighted` is shown with that word, since small schools count as much as large ones. */
export const methods = ['reported', 'sum', 'weighted', 'unweighted', 'none'] as const
export const Method = Type.Enum([...methods])
export type Method = Type.Static<typeof Method>

const Series = Type.Array(PublicCellSchema)

/** One group's figures, in the order of the periods beside it. */
export const GroupSeries = Type.Object({
  code: Type.String(),
  dimension: Type.String(),
  name: Type.String(),
  nameEs: Type.String(),
  cells: Series,
})
export type GroupSeries = Type.Static<typeof GroupSeries>

export const TrendItem = Type.Object({
  direction: Type.Enum(['rising', 'falling', 'steady', 'unknown']),
  perPeriod: Nullable(Type.Number()),
})

const Goal = Type.Object({ id: Id, value: Type.Number(), dueOn: Day, standing: StandingItem })
export type Goal = Type.Static<typeof Goal>

const Coverage = { reported: Type.Integer(), withheld: Type.Integer() }

export const DashboardMetric = Type.Object({
  metric: MetricHead,
  periods: Type.Array(PeriodHead),
  /** The district's figures; the last one is the year asked for. */
  cells: Series,
  method: Method,
  trend: TrendItem,
  target: Nullable(Goal),
  ...Coverage,
  /** Worked out from what schools may show, so that no hidden school can be found by it. */
  levels: Type.Array(
    Type.Object({ level: Type.Enum([...schoolLevels]), cell: PublicCellSchema, schools: Type.Integer() }),
  ),
  groups: Type.Array(GroupSeries),
  underTarget: Type.Object({
    total: Type.Integer(),
    items: Type.Array(Type.Object({ school: Reference, cell: PublicCellSchema, target: Type.Number() })),
  }),
})
export type DashboardMetric = Type.Static<typeof DashboardMetric>

const Counted = <V extends Type.TSchema>(value: V) =>
  Type.Array(Type.Object({ value, count: Type.Integer() }))

export const Reach = Type.Object({
  partnerships: Counted(Type.String()),
  schoolsWithPartners: Type.Integer(),
  schoolsWithout: Type.Integer(),
  openNeeds: Counted(Type.Integer()),
  priorities: Type.Array(Type.Object({ id: Id, title: Type.String(), partnerships: Type.Integer() })),
})
export type Reach = Type.Static<typeof Reach>

export const Dashboard = Type.Object({
  schoolYear: Nullable(Type.String()),
  /** The years there are figures for, the latest first. */
  schoolYears: Type.Array(Type.String()),
  /** Figures that have just come in are still being screened; ask again in a moment. */
  preparing: Type.Boolean(),
  asOf: Instant,
  threshold: Type.Integer(),
  metrics: Type.Array(DashboardMetric),
  reach: Reach,
})
export type Dashboard = Type.Static<typeof Dashboard>

export const DashboardQuery = Closed({
  schoolYear: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$' })),
})

export const SchoolMetric = Type.Object({
  metric: MetricHead,
  periods: Type.Array(PeriodHead),
  cells: Series,
  district: Series,
  groups: Type.Array(GroupSeries),
  trend: TrendItem,
  target: Nullable(Goal),
})
export type SchoolMetric = Type.Static<typeof SchoolMetric>

export const SchoolOutcomes = Type.Object({
  school: Reference,
  preparing: Type.Boolean(),
  threshold: Type.Integer(),
  metrics: Type.Array(SchoolMetric),
})
export type SchoolOutcomes = Type.Static<typeof SchoolOutcomes>

export const SeriesQuery = Closed({ schoolId: Type.Optional(Type.Array(Id, { maxItems: 4 })) })

export const MetricSeries = Type.Object({
  metric: MetricHead,
  preparing: Type.Boolean(),
  threshold: Type.Integer(),
  periods: Type.Array(Type.Intersect([PeriodHead, Type.Object({ method: Method, ...Coverage })])),
  cells: Series,
  groups: Type.Array(GroupSeries),
  schools: Type.Array(Type.Object({ school: Reference, cells: Series })),
  trend: TrendItem,
  target: Nullable(Goal),
})
export type MetricSeries = Type.Static<typeof MetricSeries>

const schoolFilters = {
  /** The latest period with figures where left out. */
  periodId: Type.Optional(Id),
  /** A student group's code; all students where left out. */
  group: Type.Optional(Prose(60)),
  level: Type.Optional(Type.Array(Type.Enum([...schoolLevels]))),
  area: Type.Optional(Type.Array(Prose(120))),
  /** Equity tiers, for those who may read them. */
  tier: Type.Optional(Type.Array(Type.Enum(codesOf(equityTiers)))),
}
export const MetricSchoolFilters = Closed({
  ...schoolFilters,
  /** By value, schools whose figure is not shown come last and in the order of their names. */
  sort: Type.Optional(Type.Enum(['name', '-name', 'value', '-value'])),
})
export type MetricSchoolFilters = Type.Static<typeof MetricSchoolFilters>
export const MetricSchoolQuery = Closed({ ...pageQuery, ...MetricSchoolFilters.properties })
export type MetricSchoolQuery = Type.Static<typeof MetricSchoolQuery>

export const MetricSchool = Type.Object({
  school: Reference,
  code: Type.String(),
  level: Type.Enum([...schoolLevels]),
  area: Type.String(),
  cell: PublicCellSchema,
  /** A year before, in the same group. */
  before: Nullable(PublicCellSchema),
})
export type MetricSchool = Type.Static<typeof MetricSchool>
export const MetricSchoolPage = Page(MetricSchool)
