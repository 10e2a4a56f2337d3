import * as Type from 'typebox'
import { Closed, Day, Id, Instant, Nullable } from '../contract/fields.ts'
import { mostPlaces } from './outline.ts'

const Whole = Type.Integer()
// Places of a tuple need a type to be written out; a union has none.
const WholeOrNothing = Type.Unsafe<number | null>({ type: ['integer', 'null'] })
const Degrees = Type.Unsafe<number | null>({ type: ['number', 'null'] })

/**
 * `[id, name, area, latitude, longitude, students enrolled, partners, demand, unmet, verified, paper, open needs, unsized,
 * equity tier]`: demand to paper are places; `unsized` is 1 where a need of unknown size has nobody; the tier counts in
 * `equityTiers` and is null for whoever may not see it. Without a latitude the school has no place on the map yet.
 */
const PlacedSchool = Type.Tuple([
  Id,
  Type.String(),
  Type.String(),
  Degrees,
  Degrees,
  WholeOrNothing,
  Whole,
  Whole,
  Whole,
  Whole,
  Whole,
  Whole,
  Whole,
  WholeOrNothing,
])
export type PlacedSchool = Type.Static<typeof PlacedSchool>

/** `[id, latitude, longitude, organization's id, its name, name or address of the place, services there]` */
const PartnerPlace = Type.Tuple([Id, Type.Number(), Type.Number(), Id, Type.String(), Type.String(), Whole])
export type PartnerPlace = Type.Static<typeof PartnerPlace>

/** Every open school and partner site with what a map shows of them, as arrays: thousands in one answer. */
export const PlaceMap = Type.Object({
  asOf: Day,
  /** Null where the district has no school year yet: nothing can be missing in it. */
  schoolYear: Nullable(Type.String()),
  schools: Type.Array(PlacedSchool),
  sites: Type.Array(PartnerPlace),
  /** Places of partners whose coordinates nobody knows. */
  sitesUnplaced: Whole,
})
export type PlaceMap = Type.Static<typeof PlaceMap>

export const PlaceMapQuery = Closed({
  /** The current one when absent. */
  schoolYear: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}$' })),
  /** Every kind of help together when absent. */
  categoryId: Type.Optional(Id),
  tier: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
})
export type PlaceMapQuery = Type.Static<typeof PlaceMapQuery>

/** Written out, because a tuple of a request is no schema that OpenAPI knows; the rule in outline.ts holds its range. */
const Place = Type.Unsafe<[number, number]>({
  type: 'array',
  items: { type: 'number', minimum: -180, maximum: 180 },
  minItems: 2,
  maxItems: 2,
})
/** The district's outline as closed lines of `[longitude, latitude]`; none where nobody gave one. */
export const Outline = Type.Object({
  rings: Type.Array(Type.Array(Place)),
  givenAt: Nullable(Instant),
  givenByName: Type.String(),
})
export const NewOutline = Closed({
  rings: Type.Array(Type.Array(Place, { minItems: 4, maxItems: mostPlaces }), {
    minItems: 1,
    maxItems: 1500,
  }),
})
