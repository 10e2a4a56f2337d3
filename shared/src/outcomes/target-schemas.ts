import * as Type from 'typebox'
import { Closed, Day, Id, Nullable, pageQuery, Reference, Version } from '../contract/fields.ts'
import { targetStatuses } from './targets.ts'

const goal = {
  baselineValue: Nullable(Type.Number()),
  baselineOn: Nullable(Day),
  targetValue: Type.Number(),
  dueOn: Day,
}

export const StandingItem = Type.Object({
  status: Type.Enum([...targetStatuses]),
  /** Where the straight path from baseline to target stands on the day of the latest figure. */
  expected: Nullable(Type.Number()),
  words: Type.Object({ en: Type.String(), es: Type.String() }),
})
export type StandingItem = Type.Static<typeof StandingItem>

export const TargetItem = Type.Object({
  id: Id,
  metric: Reference,
  /** Without a school it is the whole district's. */
  school: Nullable(Reference),
  group: Type.Object({ id: Id, code: Type.String(), name: Type.String(), nameEs: Type.String() }),
  ...goal,
  standing: StandingItem,
  version: Version,
})
export type TargetItem = Type.Static<typeof TargetItem>

const { baselineValue, baselineOn, targetValue, dueOn } = goal
export const NewTarget = Closed({
  metricId: Id,
  schoolId: Type.Optional(Nullable(Id)),
  /** Left out: all students. */
  groupId: Type.Optional(Id),
  baselineValue: Type.Optional(baselineValue),
  baselineOn: Type.Optional(baselineOn),
  targetValue,
  dueOn,
})
export type NewTarget = Type.Static<typeof NewTarget>

export const TargetChange = Type.Partial(Closed(goal), { additionalProperties: false })
export type TargetChange = Type.Static<typeof TargetChange>

export const TargetQuery = Closed({
  ...pageQuery,
  metricId: Type.Optional(Id),
  schoolId: Type.Optional(Id),
})
export type TargetQuery = Type.Static<typeof TargetQuery>
