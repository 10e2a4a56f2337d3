import * as Type from 'typebox'
import { Closed, Count, Id, Line, Page, pageQuery } from '../contract/fields.ts'
import { grades } from '../imports/normalise-grades.ts'
import { Language, Languages } from './place-schemas.ts'
import { organizationStatuses, organizationTypes, settings } from './vocabulary.ts'

const type = Type.Enum([...organizationTypes])
const status = Type.Enum([...organizationStatuses])
const several = <S extends Type.TSchema>(item: S, maxItems = 60) =>
  Type.Optional(Type.Array(item, { maxItems }))

/**
 * Filters of the directory. Several values of one filter mean any of them; several filters mean all of them. Those
 * about services (category to capacity) must be true of one and the same service that is offered now.
 */
export const OrganizationFilters = Closed({
  /** Name, service or kind of service as people type it, typing mistakes included. */
  q: Type.Optional(Line(120)),
  type: several(type),
  status: several(status),
  language: several(Language),
  trusted: Type.Optional(Type.Boolean()),
  categoryId: several(Id),
  categoryGroup: several(Type.String({ pattern: '^[a-z][a-z0-9_]{1,40}$' })),
  setting: several(Type.Enum([...settings])),
  grade: several(Type.Enum([...grades])),
  tier: several(Type.Integer({ minimum: 1, maximum: 3 })),
  /** Has a site at one of these schools. */
  schoolId: several(Id, 200),
  /** Has a site with places left, verified within the district's time limit. */
  hasCapacity: Type.Optional(Type.Boolean()),
})
export type OrganizationFilters = Type.Static<typeof OrganizationFilters>

export const organizationSorts = ['name', 'services', 'schools', 'updated'] as const
export type OrganizationSort = (typeof organizationSorts)[number]

export const OrganizationQuery = Closed({
  ...pageQuery,
  ...OrganizationFilters.properties,
  /** Without it, a search comes closest first and everything else by name. A minus sign turns the order round. */
  sort: Type.Optional(Type.Enum(organizationSorts.flatMap((sort) => [sort, `-${sort}`] as const))),
})
export type OrganizationQuery = Type.Static<typeof OrganizationQuery>

export const OrganizationListed = Type.Object({
  id: Id,
  name: Type.String(),
  alternateName: Type.String(),
  type,
  status,
  /** The beginning of the description. */
  summary: Type.String(),
  languages: Languages,
  trustedInCommunity: Type.Boolean(),
  /** Main categories of the services offered now. */
  categoryIds: Type.Array(Id),
  serviceCount: Count,
  schoolCount: Count,
})
export type OrganizationListed = Type.Static<typeof OrganizationListed>
export const OrganizationPage = Page(OrganizationListed)

const Facet = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }))

/** How many organisations each value would leave, given every other filter. */
export const OrganizationFacets = Type.Object({
  total: Type.Integer(),
  type: Facet,
  status: Facet,
  language: Facet,
  categoryGroup: Facet,
  categoryId: Facet,
  setting: Facet,
  grade: Facet,
  tier: Facet,
  trusted: Type.Integer(),
  hasCapacity: Type.Integer(),
})
export type OrganizationFacets = Type.Static<typeof OrganizationFacets>
