import * as Type from 'typebox'
import { Count, Day, Instant } from '../contract/fields.ts'
import { AgreementStageCode } from '../agreements/schemas.ts'
import { PublicCellSchema } from '../outcomes/suppression.ts'
import { prospectStageTerms } from '../pipeline/vocabulary.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { Moved } from './schemas.ts'

/** What lies on a director's desk in sums; what waits row by row is on Home. */
export const Desk = Type.Object({
  asOf: Instant,
  quarterBegan: Day,
  threshold: Count,
  pipeline: Type.Object({
    /** Prospects nobody has won or lost yet, now and when the quarter began. */
    open: Moved,
    offers: Count,
    stages: Type.Array(Type.Object({ stage: Type.Enum(codesOf(prospectStageTerms)), count: Count })),
  }),
  agreements: Type.Object({
    underWay: Count,
    stuck: Count,
    /** Signed this quarter, and in the quarter before. */
    signed: Moved,
    stages: Type.Array(Type.Object({ stage: AgreementStageCode, count: Count })),
  }),
  /** Agreements that end within so many days without a renewal under way, and students of their partnerships. */
  renewals: Type.Object({ days: Count, ending: Count, begun: Count, students: PublicCellSchema }),
  /** Proposals of the latest plan that nobody has decided; students placed this quarter and in the one before. */
  placements: Type.Object({ undecided: Count, placed: Moved, students: PublicCellSchema }),
  /** Running partnerships nobody has spoken with for so many days. */
  quiet: Type.Object({ days: Count, count: Count, running: Count, students: PublicCellSchema }),
})
export type Desk = Type.Static<typeof Desk>
