import * as Type from 'typebox'
import { Closed, Day, Id, Nullable, Version } from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { objectiveRules } from './objectives.ts'
import { PublicCellSchema } from './suppression.ts'
import { StandingItem } from './target-schemas.ts'

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
  standing: StandingItem,
  threshold: Type.Integer(),
  version: Version,
})
export type Objective = Type.Static<typeof Objective>
export const Objectives = Type.Object({ items: Type.Array(Objective) })

const Figure = Type.Object({
  cell: PublicCellSchema,
  /** Whether it reaches the target; null where no figure is shown. */
  met: Nullable(Type.Boolean()),
})
/** The same broken down, each part screened with the sums it belongs to. */
export const ObjectiveDetail = Type.Object({
  objective: Objective,
  schools: Type.Array(Type.Object({ id: Id, name: Type.String(), ...Figure.properties })),
  kinds: Type.Array(Type.Object({ code: Type.String(), ...Figure.properties })),
  pathways: Type.Array(Type.Object({ code: Type.String(), ...Figure.properties })),
  terms: Type.Array(Type.Object({ code: Type.String(), ...Figure.properties })),
  lines: Type.Array(
    Type.Object({
      school: Type.Object({ id: Id, name: Type.String() }),
      kind: Type.String(),
      pathway: Type.String(),
      term: Type.String(),
      ...Figure.properties,
    }),
  ),
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
