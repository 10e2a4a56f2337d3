import * as Type from 'typebox'
import {
  Closed,
  Count,
  Day,
  Id,
  Instant,
  Line,
  Nullable,
  Page,
  pageQuery,
  Prose,
  Version,
  WebAddress,
} from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { resourceAudiences, resourceKinds } from './vocabulary.ts'

const Kind = Type.Enum(codesOf(resourceKinds))
const Audience = Type.Enum(codesOf(resourceAudiences))
const Language = Type.String({ pattern: '^[a-z]{2,3}(-[A-Z]{2})?$' })
const Tag = Line(40)

const written = {
  kind: Kind,
  title: Line(140),
  summary: Prose(500),
  body: Prose(12_000),
  link: Type.Union([WebAddress, Type.Literal('')]),
  tags: Type.Array(Tag, { maxItems: 20, uniqueItems: true }),
  categoryIds: Type.Array(Id, { maxItems: 20, uniqueItems: true }),
  audiences: Type.Array(Audience, { minItems: 1, maxItems: 3, uniqueItems: true }),
  language: Language,
  source: Prose(300),
  /** The day somebody should look whether it still holds. */
  reviewOn: Nullable(Day),
  /** Shown to everybody on the district's public pages. */
  isPublic: Type.Boolean(),
}
const { kind, title, ...rest } = written
export const NewResource = Closed({ kind, title, ...Type.Partial(Type.Object(rest)).properties })
export type NewResource = Type.Static<typeof NewResource>
export const ResourceChange = Type.Partial(Closed(written), { additionalProperties: false })
export type ResourceChange = Type.Static<typeof ResourceChange>

const Named = Type.Object({ id: Id, name: Type.String(), nameEs: Type.String() })
const FileFacts = Nullable(Type.Object({ name: Type.String(), mediaType: Type.String(), sizeBytes: Count }))
export const ResourceListed = Type.Object({
  id: Id,
  kind: Kind,
  title: Type.String(),
  summary: Type.String(),
  link: Type.String(),
  file: FileFacts,
  tags: Type.Array(Type.String()),
  categories: Type.Array(Named),
  audiences: Type.Array(Audience),
  language: Type.String(),
  source: Type.String(),
  reviewOn: Nullable(Day),
  /** The day of review has come. */
  due: Type.Boolean(),
  isPublic: Type.Boolean(),
  updatedAt: Instant,
  version: Version,
})
export type ResourceListed = Type.Static<typeof ResourceListed>
export const Resource = Type.Object({
  ...ResourceListed.properties,
  body: Type.String(),
  authorName: Type.String(),
})
export type Resource = Type.Static<typeof Resource>

const filters = {
  q: Type.Optional(Prose(100)),
  kind: Type.Optional(Type.Array(Kind)),
  audience: Type.Optional(Type.Array(Audience)),
  language: Type.Optional(Type.Array(Language)),
  tag: Type.Optional(Type.Array(Tag)),
  categoryId: Type.Optional(Type.Array(Id)),
  due: Type.Optional(Type.Boolean()),
}
export const ResourceQuery = Closed({ ...pageQuery, ...filters })
export type ResourceQuery = Type.Static<typeof ResourceQuery>
export const Resources = Page(ResourceListed)

const counted = <V extends Type.TSchema>(value: V) => Type.Array(Type.Object({ value, count: Count }))
/** What there is to narrow the toolkit by, each with how many resources. */
export const ResourceFacets = Type.Object({
  total: Count,
  due: Count,
  kinds: counted(Kind),
  audiences: counted(Audience),
  languages: counted(Type.String()),
  tags: counted(Type.String()),
  categories: Type.Array(Type.Object({ ...Named.properties, count: Count })),
})
export type ResourceFacets = Type.Static<typeof ResourceFacets>

/** A resource as whoever holds its link sees it. */
export const SharedResource = Type.Object({
  title: Type.String(),
  kind: Kind,
  summary: Type.String(),
  body: Type.String(),
  link: Type.String(),
  file: FileFacts,
  language: Type.String(),
  source: Type.String(),
})
export type SharedResource = Type.Static<typeof SharedResource>
