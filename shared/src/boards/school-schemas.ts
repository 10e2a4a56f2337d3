import * as Type from 'typebox'
import { Count, Day, Id, Nullable, Reference } from '../contract/fields.ts'
import { PublicCellSchema } from '../outcomes/suppression.ts'
import { Stage } from '../partnerships/schemas.ts'
import { FigurePart } from '../reports/body-schemas.ts'
import { Moved } from './schemas.ts'

/** Sessions kept of those that were due in a time. */
const Kept = Type.Object({
  due: Count,
  delivered: Count,
  percent: Nullable(Type.Number()),
  beyond: Count,
})

/** A school on one page, for those who lead it: fifteen minutes a week. */
export const SchoolBoard = Type.Object({
  school: Reference,
  enrolment: Nullable(Count),
  today: Day,
  quarter: Type.Object({ number: Type.Integer({ minimum: 1, maximum: 4 }), from: Day, to: Day }),
  threshold: Count,
  /** Each figure beside the school's own before and the district's now. */
  figures: Type.Array(Type.Object({ ...FigurePart.properties, district: PublicCellSchema })),
  needs: Type.Object({
    open: Moved,
    severe: Count,
    /** Met in this school year, and in the one before. */
    answered: Moved,
    items: Type.Array(
      Type.Object({
        id: Id,
        title: Type.String(),
        severity: Type.Integer(),
        status: Type.Enum(['open', 'in_progress']),
        category: Type.Object({ name: Type.String(), nameEs: Type.String() }),
      }),
    ),
  }),
  /** Help the school asked for: all that is open, and what waits for the school itself. */
  requests: Type.Object({ open: Count, waiting: Count }),
  /** Planned sessions and activities from today on: within a week, and until the quarter ends. */
  help: Type.Object({
    week: Count,
    quarter: Count,
    items: Type.Array(
      Type.Object({
        id: Id,
        title: Type.String(),
        day: Day,
        service: Nullable(Type.String()),
        partner: Nullable(Type.String()),
      }),
    ),
  }),
  partners: Type.Object({
    count: Moved,
    items: Type.Array(
      Type.Object({
        partnership: Reference,
        partner: Type.String(),
        stage: Stage,
        lastContactOn: Nullable(Day),
        endsOn: Nullable(Day),
      }),
    ),
  }),
  /** Promises of partnerships at this school that are late, or due within a month. */
  promises: Type.Object({
    overdue: Count,
    soon: Count,
    items: Type.Array(
      Type.Object({
        what: Type.String(),
        side: Type.Enum(['district', 'partner']),
        day: Day,
        partnership: Reference,
        partner: Type.String(),
      }),
    ),
  }),
  /** Sessions kept this quarter and in the one before. */
  fidelity: Type.Object({ now: Kept, before: Kept }),
})
export type SchoolBoard = Type.Static<typeof SchoolBoard>
