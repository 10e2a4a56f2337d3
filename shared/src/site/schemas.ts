import * as Type from 'typebox'
import { Closed, Email, Id, Nullable, Prose, WebAddress } from '../contract/fields.ts'
import { Languages } from '../organizations/place-schemas.ts'

const OrNothing = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Literal('')])

const shown = {
  /** Whether the partner is in the public directory. */
  listed: Type.Boolean(),
  description: Prose(1000),
  descriptionEs: Prose(1000),
  contactName: Prose(120),
  email: OrNothing(Email),
  phone: Prose(60),
  website: OrNothing(WebAddress),
  languages: Languages,
}

/** What anybody may know of a partner. Nothing else of its record is shown beside its name and type. */
export const PublicListing = Type.Object({
  ...shown,
  services: Type.Array(Type.Object({ id: Id, name: Type.String(), shown: Type.Boolean() })),
  /** Where anybody reads it; null while it is not shown. */
  publicPath: Nullable(Type.String()),
})
export type PublicListing = Type.Static<typeof PublicListing>

export const PublicListingChange = Closed({
  ...shown,
  serviceIds: Type.Array(Id, { maxItems: 500, uniqueItems: true }),
})
export type PublicListingChange = Type.Static<typeof PublicListingChange>

const { listed, ...said } = PublicListingChange.properties
/** The same as a person fills it in: whatever is left empty is empty. */
export const PublicListingDraft = Closed({ listed, ...Type.Partial(Type.Object(said)).properties })

/** How the public pages stand. */
export const PublicSite = Type.Object({
  publicPath: Nullable(Type.String()),
  partners: Type.Integer(),
  stories: Type.Integer(),
  /** Partners with a partnership in force that are not in the directory. */
  unlisted: Type.Integer(),
})
export type PublicSite = Type.Static<typeof PublicSite>
