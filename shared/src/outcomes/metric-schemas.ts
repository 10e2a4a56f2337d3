import * as Type from 'typebox'
import { Closed, Id, Line, Nullable, pageQuery, Prose, Version } from '../contract/fields.ts'
import { metricFamilies } from './metric.ts'

export const units = ['percent', 'count', 'score', 'hours', 'ratio'] as const
export const directions = ['higher_is_better', 'lower_is_better', 'neutral'] as const
export const metricLevels = ['population', 'performance'] as const
export const rbaQuestions = ['how_much', 'how_well', 'better_off'] as const
export const periodKinds = ['year', 'semester', 'quarter', 'month'] as const
export type PeriodKind = (typeof periodKinds)[number]

const words = {
  name: Line(140),
  nameEs: Prose(140),
  family: Type.Enum([...metricFamilies]),
  /** What is counted, and over what, in words: two offices that count differently find out before they compare. */
  numerator: Prose(500),
  denominator: Prose(500),
  direction: Type.Enum([...directions]),
  level: Type.Enum([...metricLevels]),
  rba: Type.Enum([...rbaQuestions]),
  decimals: Type.Integer({ minimum: 0, maximum: 4 }),
  source: Prose(300),
  owner: Prose(140),
  onDashboard: Type.Boolean(),
}
/** What figures are stored in: it stays, because a figure without its unit is no figure. */
const measure = { unit: Type.Enum([...units]), periodKind: Type.Enum([...periodKinds]) }
const code = Type.String({ pattern: '^[a-z][a-z0-9_]{1,60}$' })

export const Metric = Type.Object({
  id: Id,
  code,
  ...words,
  ...measure,
  active: Type.Boolean(),
  /** The latest period there are figures for. */
  latest: Nullable(Type.String()),
  version: Version,
})
export type Metric = Type.Static<typeof Metric>

const { name, family, direction, ...rest } = words
const optional = Type.Partial(Closed({ ...rest, periodKind: measure.periodKind })).properties
export const NewMetric = Closed({ code, name, family, direction, unit: measure.unit, ...optional })
export type NewMetric = Type.Static<typeof NewMetric>

export const MetricChange = Type.Partial(Closed({ ...words, active: Type.Boolean() }), {
  additionalProperties: false,
})
export type MetricChange = Type.Static<typeof MetricChange>

export const MetricQuery = Closed({
  ...pageQuery,
  q: Type.Optional(Prose(100)),
  family: Type.Optional(Type.Array(words.family)),
  active: Type.Optional(Type.Boolean()),
  onDashboard: Type.Optional(Type.Boolean()),
})
export type MetricQuery = Type.Static<typeof MetricQuery>

export const StudentGroupItem = Type.Object({
  id: Id,
  code: Type.String(),
  /** Groups of one dimension share all students out among them. */
  dimension: Type.String(),
  name: Type.String(),
  nameEs: Type.String(),
})
export type StudentGroupItem = Type.Static<typeof StudentGroupItem>
