import * as Type from 'typebox'
import { tiers } from '../catalog/tiers.ts'
import { Closed, Count, Day, Id, Line, Nullable, Reference } from '../contract/fields.ts'

const Tier = Type.Enum(tiers.map(({ tier }) => tier))
const Category = Type.Object({ ...Reference.properties, nameEs: Type.String() })

/** What goes away: one of the three. */
export const LossQuery = Closed({
  organizationId: Type.Optional(Id),
  /** The name of a grant, as the partnerships that need it write it. */
  grant: Type.Optional(Line(140)),
  /** A school year, by its label: what ends with it if nothing is renewed. */
  schoolYear: Type.Optional(Line(20)),
})
export type LossQuery = Type.Static<typeof LossQuery>

const LostCell = Type.Object({
  school: Reference,
  category: Category,
  tier: Tier,
  /** In places, as on the gap board: one for each student and kind of help. */
  demand: Count,
  servedBefore: Count,
  servedAfter: Count,
  lost: Count,
  providersLeft: Count,
})
export type LostCell = Type.Static<typeof LostCell>

export const LossAnswer = Type.Object({
  asOf: Day,
  schoolYear: Type.String(),
  gone: Type.Object({ organizations: Type.Array(Reference), partnerships: Count, endsAfter: Nullable(Day) }),
  places: Count,
  schools: Count,
  categories: Type.Array(Type.Object({ ...Category.properties, places: Count })),
  tiers: Type.Array(Type.Object({ tier: Tier, places: Count })),
  /** The largest losses, at most 500. */
  items: Type.Array(LostCell),
  total: Count,
})
export type LossAnswer = Type.Static<typeof LossAnswer>

export const Grants = Type.Object({
  items: Type.Array(Type.Object({ name: Type.String(), partnerships: Count, endsOn: Nullable(Day) })),
})

export const SoleProviders = Type.Object({
  items: Type.Array(Type.Object({ organization: Reference, cells: Count, schools: Count, places: Count })),
})
