import * as Type from 'typebox'
import { Closed, Day, Id, Nullable } from '../contract/fields.ts'

const Whole = Type.Integer()
const Label = Type.String({ pattern: '^\\d{4}-\\d{2}$' })

/**
 * `[id, name, type, x, y, schools, tied partners, betweenness, group, schools cut off, partners cut off, district-wide]`:
 * x and y lie in a drawing 1000 wide; betweenness is the share of shortest ways between others that lead through here;
 * the group counts from 0, the largest first, and is −1 for whoever is linked to nobody.
 */
const NetworkPartner = Type.Tuple([
  Id,
  Type.String(),
  Type.String(),
  Type.Number(),
  Type.Number(),
  Whole,
  Whole,
  Type.Number(),
  Whole,
  Whole,
  Whole,
  Whole,
])
export type NetworkPartner = Type.Static<typeof NetworkPartner>

/** `[id, name, x, y, partners, betweenness, group, schools cut off, partners cut off]` */
const NetworkSchool = Type.Tuple([
  Id,
  Type.String(),
  Type.Number(),
  Type.Number(),
  Whole,
  Type.Number(),
  Whole,
  Whole,
  Whole,
])
export type NetworkSchool = Type.Static<typeof NetworkSchool>

/** `[place of the partner, place of the school, how]`: 1 by a partnership, 2 by a service there, 3 by both. */
const NetworkLink = Type.Tuple([Whole, Whole, Whole])

export const NetworkFigures = Type.Object({
  /** Partners with a school, schools with a partner. */
  partners: Whole,
  schools: Whole,
  links: Whole,
  /** Of the links there could be between these partners and all schools, 0 to 1. */
  linkDensity: Nullable(Type.Number()),
  /** Pairs of partners who deliver at the same school. */
  ties: Whole,
  tieDensity: Nullable(Type.Number()),
  /** Groups that no link leads out of, single schools and partners not counted. */
  groups: Whole,
  largestPartners: Whole,
  largestSchools: Whole,
  /** Partners without whom someone would have no way to the rest. */
  bridges: Whole,
  isolatedSchools: Whole,
  isolatedPartners: Whole,
})
export type NetworkFigures = Type.Static<typeof NetworkFigures>

/** Partners, schools and who works where, as it stood on a day, with what a graph says of them (domain D18). */
export const PartnerNetwork = Type.Object({
  schoolYear: Label,
  /** Today in the running year, else its last day. */
  asOf: Day,
  /** School years that have begun, the latest first. */
  years: Type.Array(Label),
  height: Type.Number(),
  figures: NetworkFigures,
  partners: Type.Array(NetworkPartner),
  schools: Type.Array(NetworkSchool),
  links: Type.Array(NetworkLink),
})
export type PartnerNetwork = Type.Static<typeof PartnerNetwork>

export const NetworkQuery = Closed({
  /** The current one when absent. */
  schoolYear: Type.Optional(Label),
})
