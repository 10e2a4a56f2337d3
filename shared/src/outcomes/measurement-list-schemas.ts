import * as Type from 'typebox'
import { Closed, Id, Nullable, Page, pageQuery } from '../contract/fields.ts'
import { PeriodHead } from './schemas.ts'
import { PublicCellSchema } from './suppression.ts'

export const MeasurementQuery = Closed({
  ...pageQuery,
  metricId: Type.Optional(Id),
  periodId: Type.Optional(Id),
  schoolId: Type.Optional(Id),
})
export type MeasurementQuery = Type.Static<typeof MeasurementQuery>

/** The figures of one metric, period and school; without a school, the district's. Small numbers are withheld. */
export const Measurements = Type.Object({
  metric: Type.Object({ id: Id, code: Type.String(), unit: Type.String() }),
  period: PeriodHead,
  school: Nullable(Type.Object({ id: Id, code: Type.String(), name: Type.String() })),
  /** By the code of the student group; `all` is everyone. */
  figures: Type.Array(Type.Object({ group: Type.String(), cell: PublicCellSchema })),
})
export const MeasurementPage = Page(Measurements)
