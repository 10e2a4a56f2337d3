import * as Type from 'typebox'
import { Closed, Count, Id, Line, Nullable, Reference, Version } from '../contract/fields.ts'
import { targetStatuses } from '../outcomes/targets.ts'

const Status = Type.Enum([...targetStatuses])
const Owner = Nullable(Reference)
const Words = Type.Object({ en: Type.String(), es: Type.String() })
const Counts = Type.Object({
  met: Count,
  on_track: Count,
  at_risk: Count,
  off_track: Count,
  no_data: Count,
})
const rolledUp = {
  status: Status,
  /** Of the objectives below. */
  counts: Counts,
}

/** What an objective is measured by: one that is computed live, or a target of a metric. */
const Measure = Type.Object({
  kind: Type.Enum(['live', 'target']),
  id: Id,
  /** Of a target: the metric, where its figures are. */
  metricId: Nullable(Id),
  name: Words,
  /** Of a target: the school it is for; null is the whole district. */
  school: Nullable(Reference),
  /** Where it stands, in a sentence. */
  words: Words,
})
export type Measure = Type.Static<typeof Measure>

export const GoalObjective = Type.Object({
  id: Id,
  title: Type.String(),
  owner: Owner,
  status: Status,
  measure: Nullable(Measure),
  version: Version,
})
export type GoalObjective = Type.Static<typeof GoalObjective>
export const GoalStrategy = Type.Object({
  id: Id,
  title: Type.String(),
  owner: Owner,
  /** What serves it this school year. */
  activities: Type.Object({ held: Count, planned: Count }),
  ...rolledUp,
  objectives: Type.Array(GoalObjective),
  version: Version,
})
export type GoalStrategy = Type.Static<typeof GoalStrategy>
export const Goal = Type.Object({
  /** The priority it is. */
  id: Id,
  title: Type.String(),
  description: Type.String(),
  owner: Owner,
  ...rolledUp,
  strategies: Type.Array(GoalStrategy),
  version: Version,
})
export type Goal = Type.Static<typeof Goal>
export const GoalTree = Type.Object({ goals: Type.Array(Goal) })
export type GoalTree = Type.Static<typeof GoalTree>

const measure = { objectiveId: Nullable(Id), targetId: Nullable(Id) }
const Title = Line(200)
/** With a strategy it is an objective of it, without one a strategy of the goal. */
export const NewGoalNode = Closed({
  goalId: Id,
  strategyId: Type.Optional(Nullable(Id)),
  title: Title,
  ownerId: Type.Optional(Nullable(Id)),
  ...Type.Partial(Type.Object(measure)).properties,
})
export type NewGoalNode = Type.Static<typeof NewGoalNode>
export const GoalNodeChange = Type.Partial(
  Closed({
    title: Title,
    ownerId: Nullable(Id),
    ...measure,
    /** Places up or down among its siblings. */
    move: Type.Enum([-1, 1]),
  }),
  { additionalProperties: false },
)
export type GoalNodeChange = Type.Static<typeof GoalNodeChange>
export const GoalOwner = Closed({ ownerId: Nullable(Id) })
