import * as Type from 'typebox'
import { Closed, Id, Line, Nullable, Reference } from '../contract/fields.ts'
import { MetricHead, PeriodHead } from '../outcomes/schemas.ts'
import { PublicCellSchema } from '../outcomes/suppression.ts'
import { evidenceLabels } from '../stories/vocabulary.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { refusalReasons } from './evidence.ts'

export const ContributionQuery = Closed({ metricId: Type.Optional(Id) })

const Named = Type.Object({ code: Type.String(), name: Type.String(), nameEs: Type.String() })

const Chain = Type.Object({
  barriers: Type.Array(Named),
  needs: Type.Object({
    total: Type.Integer(),
    students: PublicCellSchema,
    items: Type.Array(Type.Object({ id: Id, title: Type.String(), school: Reference })),
  }),
  services: Type.Array(Reference),
  dosage: Type.Object({
    planned: Type.Integer(),
    delivered: Type.Integer(),
    hours: Type.Number(),
    /** Places taken, session by session: somebody who comes twice counts twice. */
    places: PublicCellSchema,
  }),
  metric: Nullable(MetricHead),
})

const Compared = Type.Object({ school: Reference, before: Type.Number(), after: Type.Number() })
export const Comparison = Type.Object({
  /** How much more served schools changed than similar ones, in the metric's points, with its 95 % interval. */
  estimate: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
  servedChange: Type.Number(),
  similarChange: Type.Number(),
  finding: Type.Enum(['better', 'worse', 'differs', 'no_difference']),
  balance: Type.Array(
    Type.Object({
      trait: Type.Enum(['before', 'tier']),
      served: Type.Number(),
      similar: Type.Number(),
      apart: Type.Number(),
      balanced: Type.Boolean(),
    }),
  ),
  sets: Type.Array(Type.Object({ served: Compared, like: Type.Array(Compared) })),
  /** Served schools nobody is similar to. */
  alone: Type.Array(Reference),
})
export type Comparison = Type.Static<typeof Comparison>

export const Study = Type.Object({ title: Type.String(), source: Type.String(), found: Type.String() })
export const NewStudy = Closed({ title: Line(200), source: Line(500), found: Line(1000) })
export type NewStudy = Type.Static<typeof NewStudy>

export const Contribution = Type.Object({
  partnership: Reference,
  evidence: Type.Enum(codesOf(evidenceLabels)),
  chain: Chain,
  /** Metrics there are figures of, to compare by. */
  metrics: Type.Array(MetricHead),
  before: Nullable(PeriodHead),
  after: Nullable(PeriodHead),
  comparison: Nullable(Comparison),
  refused: Nullable(
    Type.Object({ reason: Type.Enum([...refusalReasons]), found: Type.Integer(), needed: Type.Integer() }),
  ),
  /** Served schools with a figure before and after: what they show by themselves. */
  beforeAndAfter: Nullable(
    Type.Object({ schools: Type.Integer(), before: Type.Number(), after: Type.Number() }),
  ),
  /** The mean of the compared schools by period. */
  series: Type.Object({
    periods: Type.Array(Type.String()),
    served: Type.Array(Nullable(Type.Number())),
    similar: Type.Array(Nullable(Type.Number())),
  }),
  cost: Type.Object({
    /** What both sides gave of value, from the ledger of investments; null where nothing is valued. */
    cents: Nullable(Type.Integer()),
    students: PublicCellSchema,
    perStudentCents: Nullable(Type.Integer()),
  }),
  study: Nullable(Study),
})
export type Contribution = Type.Static<typeof Contribution>
