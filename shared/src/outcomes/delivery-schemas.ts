import * as Type from 'typebox'
import { Closed, Id, Nullable, Page, pageQuery, Prose, Reference } from '../contract/fields.ts'
import { MetricHead, PeriodHead } from './schemas.ts'
import { PublicCellSchema } from './suppression.ts'

/** Beside district and school: whose own students a figure of delivery is of. */
export const deliveryKinds = ['partnership', 'service'] as const
export type DeliveryKind = (typeof deliveryKinds)[number]
/** Where a figure comes from. One that is computed from activities is computed anew until somebody says otherwise. */
export const figureOrigins = ['entered', 'imported', 'activities'] as const
export type FigureOrigin = (typeof figureOrigins)[number]

const Place = {
  kind: Type.Enum([...deliveryKinds]),
  id: Id,
  name: Type.String(),
  organization: Reference,
}
const Origin = Type.Enum([...figureOrigins])

export const DeliveryFilters = Closed({
  /** The latest period with figures of partnerships or services where left out. */
  periodId: Type.Optional(Id),
  /** A student group's code; all students where left out. */
  group: Type.Optional(Prose(60)),
  kind: Type.Optional(Type.Enum([...deliveryKinds])),
  /** By value, what is not shown comes last and in the order of names. */
  sort: Type.Optional(Type.Enum(['name', '-name', 'value', '-value'])),
})
export type DeliveryFilters = Type.Static<typeof DeliveryFilters>
export const DeliveryQuery = Closed({ ...pageQuery, ...DeliveryFilters.properties })
export type DeliveryQuery = Type.Static<typeof DeliveryQuery>

/** A partnership or service with its figure of one metric and period. */
export const DeliveryRow = Type.Object({
  ...Place,
  cell: PublicCellSchema,
  /** A year before, in the same group. */
  before: Nullable(PublicCellSchema),
  origin: Nullable(Origin),
})
export type DeliveryRow = Type.Static<typeof DeliveryRow>
export const DeliveryPage = Page(DeliveryRow)

/** Every metric of a partnership and its services over time. */
export const PartnershipFigures = Type.Object({
  partnership: Reference,
  preparing: Type.Boolean(),
  threshold: Type.Integer(),
  metrics: Type.Array(
    Type.Object({
      metric: MetricHead,
      periods: Type.Array(PeriodHead),
      /** The partnership first, then its services; cells in the order of the periods, `origin` of the latest. */
      places: Type.Array(
        Type.Object({ ...Place, cells: Type.Array(PublicCellSchema), origin: Nullable(Origin) }),
      ),
    }),
  ),
})
export type PartnershipFigures = Type.Static<typeof PartnershipFigures>
