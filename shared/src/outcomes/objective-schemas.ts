import * as Type from 'typebox'
import { Closed, Count, Day, Id, Nullable, Reference, Version } from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { objectiveRules } from './objectives.ts'
import { PublicCellSchema } from './suppression.ts'
import { StandingItem } from './target-schemas.ts'

/** Where things are counted, not people: of so many, so many do. */
const TallyItem = Nullable(Type.Object({ of: Count, met: Count }))
const Percent = Type.Number({ minimum: 0, maximum: 100 })

/** An objective that is computed live, with where it stands today. */
export const Objective = Type.Object({
  id: Id,
  rule: Type.Enum(codesOf(objectiveRules)),
  schoolYear: Nullable(Type.String()),
  asOf: Day,
  baselineValue: Nullable(Type.Number()),
  baselineOn: Nullable(Day),
  targetValue: Type.Number(),
  /** The day it is due: the one set, else the end of the school year. */
  dueOn: Nullable(Day),
  /** Null: at the end of each school year. */
  dueSet: Nullable(Day),
  active: Type.Boolean(),
  figure: PublicCellSchema,
  tally: TallyItem,
  /** What the figure is of, where that is not the school year: the survey’s. */
  period: Nullable(Type.String()),
  /** Other readings and what it rests on. */
  beside: Type.Array(Type.Object({ code: Type.String(), cell: PublicCellSchema, tally: TallyItem })),
  standing: StandingItem,
  threshold: Type.Integer(),
  version: Version,
})
export type Objective = Type.Static<typeof Objective>
export const Objectives = Type.Object({ items: Type.Array(Objective) })

const ObjectiveRow = Type.Object({
  /** Where the row is a school's, or a line of one. */
  school: Nullable(Reference),
  /** The other ways it is broken down by, each with its code. */
  codes: Type.Record(Type.String(), Type.String()),
  cell: PublicCellSchema,
  tally: TallyItem,
  /** Whether it reaches the target; null where no figure is shown. */
  met: Nullable(Type.Boolean()),
})
/** The same broken down, in each way of its rule; of people each part is screened with the sums it belongs to. */
export const ObjectiveDetail = Type.Object({
  objective: Objective,
  breakdowns: Type.Array(Type.Object({ way: Type.String(), rows: Type.Array(ObjectiveRow) })),
})
export type ObjectiveDetail = Type.Static<typeof ObjectiveDetail>

export const ObjectiveChange = Type.Partial(
  Closed({
    targetValue: Percent,
    baselineValue: Nullable(Percent),
    baselineOn: Nullable(Day),
    dueOn: Nullable(Day),
    active: Type.Boolean(),
  }),
  { additionalProperties: false },
)
export type ObjectiveChange = Type.Static<typeof ObjectiveChange>
