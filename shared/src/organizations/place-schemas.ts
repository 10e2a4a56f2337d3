import * as Type from 'typebox'
import { Closed, Email, Id, Line, Nullable, Prose, Version } from '../contract/fields.ts'
import { locationTypes } from './vocabulary.ts'

/** ISO 639, as HSDS `language.code`. */
export const Language = Type.String({ pattern: '^[a-z]{2,3}(-[A-Z]{2})?$' })
export const Languages = Type.Array(Language, { maxItems: 40, uniqueItems: true })

/** What comes out: E.164, ready to dial; the extension is beside it. */
const phoneOut = { phone: Nullable(Type.String()), phoneExtension: Nullable(Type.String()) }
/** What comes in: a number as people write it, with or without an extension. */
export const phoneIn = { phone: Nullable(Prose(60)) }

const contact = {
  name: Line(120),
  title: Nullable(Prose(120)),
  email: Nullable(Email),
  language: Nullable(Language),
  /** The one to turn to first. Setting it takes it from whoever had it. */
  isPrimary: Type.Boolean(),
}
/** A person at an organisation whom the district talks to. */
export const Contact = Type.Object({ id: Id, ...contact, ...phoneOut, version: Version })
export type Contact = Type.Static<typeof Contact>

const { name, ...aboutContact } = contact
export const NewContact = Closed({
  name,
  ...Type.Partial(Closed({ ...aboutContact, ...phoneIn })).properties,
})
export type NewContact = Type.Static<typeof NewContact>
export const ContactChange = Type.Partial(Closed({ ...contact, ...phoneIn }), { additionalProperties: false })
export type ContactChange = Type.Static<typeof ContactChange>

const location = {
  name: Prose(120),
  locationType: Type.Enum([...locationTypes]),
  address: Prose(300),
  city: Prose(120),
  state: Prose(60),
  postalCode: Prose(20),
  /** ISO 3166, two letters. */
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  latitude: Nullable(Type.Number({ minimum: -90, maximum: 90 })),
  longitude: Nullable(Type.Number({ minimum: -180, maximum: 180 })),
}
/** A place where an organisation works that is not a school. */
export const Location = Type.Object({ id: Id, ...location, version: Version })
export type Location = Type.Static<typeof Location>
export const LocationChange = Type.Partial(Closed(location), { additionalProperties: false })
export type LocationChange = Type.Static<typeof LocationChange>
/** A place has a name or an address; the server asks for one of them. */
export const NewLocation = LocationChange
export type NewLocation = LocationChange

const identifier = {
  /** As org-id.guide names registers: `US-EIN`, `US-DUNS`, or the district's own vendor list. */
  scheme: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,39}$' }),
  identifier: Line(80),
}
/** A number an organisation is registered under. */
export const Identifier = Type.Object({ id: Id, ...identifier })
export type Identifier = Type.Static<typeof Identifier>
export const NewIdentifier = Closed(identifier)
export type NewIdentifier = Type.Static<typeof NewIdentifier>
