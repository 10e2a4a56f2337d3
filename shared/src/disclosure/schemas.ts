import * as Type from 'typebox'
import { Closed, Id, Nullable, Reference } from '../contract/fields.ts'
import { PublicCellSchema } from '../outcomes/suppression.ts'

export const InferenceQuery = Closed({ periodId: Id })

/** How many people it could be. `high` null: nothing shown bounds it. Not exact: at least this wide. */
const InferredRange = Type.Object({
  low: Type.Integer(),
  high: Nullable(Type.Integer()),
  exact: Type.Boolean(),
  /** Keeps as many possible values as the protection interval asks. Null: nothing rests on it. */
  kept: Nullable(Type.Boolean()),
})
export type InferredRange = Type.Static<typeof InferredRange>

/** One withheld figure, and what everything shown together says of it. */
export const InferredCell = Type.Object({
  /** Null: the district. */
  school: Nullable(Reference),
  group: Type.String(),
  cell: PublicCellSchema,
  people: Nullable(InferredRange),
  met: Nullable(InferredRange),
})
export type InferredCell = Type.Static<typeof InferredCell>

export const Inference = Type.Object({
  metric: Reference,
  period: Reference,
  threshold: Type.Integer(),
  /** The protection interval: how many values every withheld number keeps at least. */
  interval: Type.Integer(),
  /** Earlier releases of this metric and period, read beside what is shown now. */
  releases: Type.Array(Reference),
  shown: Type.Integer(),
  withheld: Type.Integer(),
  /** Withheld figures an attacker comes too close to, and those the time did not suffice for. */
  close: Type.Integer(),
  unproved: Type.Integer(),
  cells: Type.Array(InferredCell),
})
export type Inference = Type.Static<typeof Inference>
