import * as Type from 'typebox'
import {
  Closed,
  Count,
  Day,
  Email,
  Id,
  Line,
  Nullable,
  pageQuery,
  Page,
  Prose,
  Reference,
  Version,
  WebAddress,
} from '../contract/fields.ts'
import { grades } from '../imports/normalise-grades.ts'
import { Ground } from '../needs/ground-schema.ts'

export const schoolLevels = [
  'early_childhood',
  'elementary',
  'k8',
  'middle',
  'secondary',
  'high',
  'k12',
  'other',
] as const
export type SchoolLevel = (typeof schoolLevels)[number]
export const schoolStatuses = ['open', 'closed', 'planned'] as const
export type SchoolStatus = (typeof schoolStatuses)[number]
export const schoolKinds = ['regular', 'charter', 'special', 'alternative', 'other'] as const
export type SchoolKind = (typeof schoolKinds)[number]

const facts = {
  /** The district's own key. Text: leading zeros matter. */
  code: Line(40),
  name: Line(200),
  level: Type.Enum([...schoolLevels]),
  status: Type.Enum([...schoolStatuses]),
  kind: Type.Enum([...schoolKinds]),
  grades: Type.Array(Type.Enum([...grades]), { maxItems: grades.length, uniqueItems: true }),
  /** The part of the district: a borough, a network, a board seat. */
  area: Prose(120),
  address: Prose(300),
  city: Prose(120),
  state: Prose(60),
  postalCode: Prose(20),
  latitude: Nullable(Type.Number({ minimum: -90, maximum: 90 })),
  longitude: Nullable(Type.Number({ minimum: -180, maximum: 180 })),
  phone: Prose(60),
  website: Nullable(WebAddress),
  principalName: Prose(120),
  principalEmail: Nullable(Email),
  communitySchool: Type.Boolean(),
  /** Students; the year they were counted in is beside it. */
  enrolment: Nullable(Count),
  enrolmentYear: Nullable(Type.String({ pattern: '^\\d{4}-\\d{2}$' })),
}

const counts = {
  /** Organisations with a running partnership here. */
  partners: Count,
  /** Needs that are open or being worked on. */
  openNeeds: Count,
}

export const School = Type.Object({ id: Id, ...facts, ...counts, version: Version })
export type School = Type.Static<typeof School>

const { code, name, ...rest } = facts
export const NewSchool = Closed({ code, name, ...Type.Partial(Closed(rest)).properties })
export type NewSchool = Type.Static<typeof NewSchool>

export const SchoolChange = Type.Partial(Closed(facts), { additionalProperties: false })
export type SchoolChange = Type.Static<typeof SchoolChange>

const { level, status, kind, area, enrolment, enrolmentYear, communitySchool } = facts
export const SchoolListed = Type.Object({
  id: Id,
  code,
  name,
  level,
  status,
  kind,
  grades: facts.grades,
  area,
  enrolment,
  enrolmentYear,
  communitySchool,
  ...counts,
})
export type SchoolListed = Type.Static<typeof SchoolListed>

export const schoolFilters = {
  /** Name, code, area or address as people type it, typing mistakes included. */
  q: Type.Optional(Line(120)),
  level: Type.Optional(Type.Array(level, { maxItems: 20 })),
  area: Type.Optional(Type.Array(Prose(120), { maxItems: 100 })),
  status: Type.Optional(Type.Array(status, { maxItems: 20 })),
  kind: Type.Optional(Type.Array(kind, { maxItems: 20 })),
  communitySchool: Type.Optional(Type.Boolean()),
  hasPartners: Type.Optional(Type.Boolean()),
  hasOpenNeeds: Type.Optional(Type.Boolean()),
}
export const SchoolFilters = Closed(schoolFilters)
export type SchoolFilters = Type.Static<typeof SchoolFilters>

export const schoolSorts = ['name', 'enrolment', 'openNeeds', 'partners'] as const
export type SchoolSort = (typeof schoolSorts)[number]

export const SchoolQuery = Closed({
  ...pageQuery,
  ...schoolFilters,
  /** Without it, a search comes closest first and everything else by name. A minus sign turns the order round. */
  sort: Type.Optional(Type.Enum(schoolSorts.flatMap((sort) => [sort, `-${sort}`] as const))),
})
export type SchoolQuery = Type.Static<typeof SchoolQuery>

export const SchoolPage = Page(SchoolListed)

const Facet = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }))

/** How many schools each value would leave, given every other filter. */
export const SchoolFacets = Type.Object({
  total: Type.Integer(),
  level: Facet,
  area: Facet,
  status: Facet,
  kind: Facet,
  communitySchool: Type.Integer(),
  hasPartners: Type.Integer(),
  hasOpenNeeds: Type.Integer(),
})
export type SchoolFacets = Type.Static<typeof SchoolFacets>

const SchoolPartnership = Type.Object({
  id: Id,
  name: Type.String(),
  stage: Type.String(),
  organization: Reference,
  categories: Type.Array(Reference),
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  studentsReached: Nullable(Count),
})

const SchoolNeed = Type.Object({
  id: Id,
  /** Null where only the figures below say what it is (`needTitle`). */
  title: Nullable(Type.String()),
  grounds: Type.Array(Ground),
  status: Type.String(),
  category: Type.Object({ ...Reference.properties, nameEs: Type.String() }),
  tier: Type.Integer(),
  severity: Type.Integer(),
  studentsAffected: Nullable(Count),
})

const SchoolNearby = Type.Object({
  id: Id,
  name: Type.String(),
  level,
  latitude: Type.Number(),
  longitude: Type.Number(),
  kilometres: Type.Number(),
})

/** One page about a school, in one answer. */
export const SchoolOverview = Type.Object({
  school: School,
  partnerships: Type.Array(SchoolPartnership),
  needs: Type.Array(SchoolNeed),
  nearby: Type.Array(SchoolNearby),
})
export type SchoolOverview = Type.Static<typeof SchoolOverview>
