import * as Type from 'typebox'
import { Closed, Id, Nullable, pageQuery, Reference } from '../contract/fields.ts'
import { Band } from './schemas.ts'

/** One partnership's school year in sums. */
export const InvestmentItem = Type.Object({
  partnership: Reference,
  organization: Reference,
  schoolYear: Type.Object({ id: Id, label: Type.String() }),
  stage: Type.String(),
  lineCount: Type.Integer(),
  valuedCount: Type.Integer(),
  districtPlannedCents: Type.Integer(),
  districtDeliveredCents: Type.Integer(),
  partnerPlannedCents: Type.Integer(),
  partnerDeliveredCents: Type.Integer(),
  volunteerHours: Type.Number(),
  studentsReached: Nullable(Type.Integer()),
  centsPerStudent: Nullable(Type.Integer()),
  band: Band,
})
export type InvestmentItem = Type.Static<typeof InvestmentItem>

export const investmentSorts = ['delivered', 'planned', 'hours', 'name'] as const
export const InvestmentFilter = Closed({
  ...pageQuery,
  schoolYearId: Type.Optional(Id),
  band: Type.Optional(Type.Array(Band, { maxItems: 6 })),
  organizationId: Type.Optional(Id),
  sort: Type.Optional(Type.Enum([...investmentSorts], { default: 'delivered' })),
  descending: Type.Optional(Type.Boolean()),
})
export type InvestmentFilter = Type.Static<typeof InvestmentFilter>

/** All partnerships of an organisation, or of the district, added up for a school year. */
export const InvestmentSum = Type.Object({
  schoolYear: Nullable(Type.Object({ id: Id, label: Type.String() })),
  partnerships: Type.Integer(),
  districtPlannedCents: Type.Integer(),
  districtDeliveredCents: Type.Integer(),
  partnerPlannedCents: Type.Integer(),
  partnerDeliveredCents: Type.Integer(),
  volunteerHours: Type.Number(),
  hoursWaiting: Type.Integer(),
  studentsReached: Type.Integer(),
  bands: Type.Array(Type.Object({ band: Band, count: Type.Integer() })),
})
export type InvestmentSum = Type.Static<typeof InvestmentSum>
