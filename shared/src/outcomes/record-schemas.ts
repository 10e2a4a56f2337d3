import * as Type from 'typebox'
import { Closed, Id, Instant, Nullable, Page, pageQuery, Reference } from '../contract/fields.ts'
import { PublicCellSchema } from './suppression.ts'

export const measurementStatuses = ['reported', 'suppressed', 'missing', 'above', 'below'] as const
export type MeasurementStatus = (typeof measurementStatuses)[number]

const figure = Nullable(Type.Number({ minimum: -1e9, maximum: 1e9 }))
const people = Nullable(Type.Number({ minimum: 0, maximum: 1e9 }))

/** One figure as a person enters it. The same place entered again is a correction; what it said before is kept. */
export const RecordedMeasurement = Closed({
  metricId: Id,
  /** Without a school it is the whole district's. */
  schoolId: Nullable(Id),
  /** Of what a partnership, or one service, delivers to its own students; then without a school. */
  partnershipId: Type.Optional(Nullable(Id)),
  serviceId: Type.Optional(Nullable(Id)),
  groupId: Id,
  periodId: Id,
  status: Type.Enum([...measurementStatuses]),
  value: Type.Optional(figure),
  /** Those who meet the measure. */
  numerator: Type.Optional(people),
  /** The people behind the figure: without them a small group cannot be told from a large one. */
  denominator: Type.Optional(people),
})
export type RecordedMeasurement = Type.Static<typeof RecordedMeasurement>

/** A table of figures at once: all are kept, or none. */
export const RecordedMeasurements = Closed({
  items: Type.Array(RecordedMeasurement, { minItems: 1, maxItems: 1000 }),
})
export type RecordedMeasurements = Type.Static<typeof RecordedMeasurements>

export const CorrectionQuery = Closed({ ...pageQuery, schoolId: Type.Optional(Id) })
export type CorrectionQuery = Type.Static<typeof CorrectionQuery>

/** That a figure was corrected, by whom and when; what it said stays behind the small-numbers rule. */
export const Correction = Type.Object({
  id: Id,
  school: Nullable(Reference),
  /** The partnership or service, where it is of one. */
  delivery: Nullable(Type.String()),
  group: Type.String(),
  groupEs: Type.String(),
  period: Type.String(),
  recordedAt: Instant,
  replacedAt: Instant,
  replacedBy: Type.String(),
  byImport: Type.Boolean(),
})
export type Correction = Type.Static<typeof Correction>
export const CorrectionPage = Page(Correction)

export const RawQuery = Closed({
  /** Said out loud, because every such read is recorded. */
  raw: Type.Literal(true),
  periodId: Id,
  schoolId: Type.Optional(Id),
})
export type RawQuery = Type.Static<typeof RawQuery>

export const RawFigures = Type.Object({
  items: Type.Array(
    Type.Object({
      school: Nullable(Reference),
      delivery: Nullable(
        Type.Object({ kind: Type.Enum(['partnership', 'service']), id: Id, name: Type.String() }),
      ),
      group: Type.String(),
      cell: PublicCellSchema,
    }),
  ),
})
export type RawFigures = Type.Static<typeof RawFigures>
