import * as Type from 'typebox'
import { Closed, Id, Instant, Nullable, pageQuery, Reference } from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { linkPurposes } from '../vocabulary/link-purposes.ts'

export const LinkPurpose = Type.Enum(codesOf(linkPurposes))
export type LinkPurpose = Type.Static<typeof LinkPurpose>

/** `replaced`: a newer one was sent in its place. `used`: it did what it was for, which works once. */
export const LinkState = Type.Enum(['open', 'used', 'expired', 'replaced', 'revoked'])
export type LinkState = Type.Static<typeof LinkState>

/** What the page behind a link may know before it asks for its one thing. */
export const OpenedLink = Type.Object({
  purpose: LinkPurpose,
  name: Type.String(),
  email: Type.String(),
  /** The organisation, or the school, it was sent to. */
  organizationName: Type.String(),
  locale: Type.Enum(['en', 'es']),
  expiresAt: Instant,
  district: Type.Object({
    name: Type.String(),
    contactEmail: Nullable(Type.String()),
    contactPhone: Nullable(Type.String()),
    brandHue: Nullable(Type.Integer()),
    hasLogo: Type.Boolean(),
  }),
})
export type OpenedLink = Type.Static<typeof OpenedLink>

/** What comes with the problem of a link that works no more, as `current`: enough to say whose it was. */
export const ClosedLink = Type.Object({
  state: LinkState,
  purpose: LinkPurpose,
  districtName: Type.String(),
  contactEmail: Nullable(Type.String()),
})
export type ClosedLink = Type.Static<typeof ClosedLink>

/** A link as staff see it: never its secret, which nobody can read back. */
export const LinkItem = Type.Object({
  id: Id,
  purpose: LinkPurpose,
  state: LinkState,
  /** Null where it went to a school. */
  organization: Nullable(Reference),
  school: Nullable(Reference),
  partnership: Nullable(Reference),
  name: Type.String(),
  email: Type.String(),
  createdAt: Instant,
  createdBy: Nullable(Type.String()),
  expiresAt: Instant,
  usedAt: Nullable(Instant),
  revokedAt: Nullable(Instant),
  lastUsedAt: Nullable(Instant),
  useCount: Type.Integer(),
})
export type LinkItem = Type.Static<typeof LinkItem>

export const LinkFilter = Closed({
  ...pageQuery,
  organizationId: Type.Optional(Id),
  partnershipId: Type.Optional(Id),
  schoolId: Type.Optional(Id),
  purpose: Type.Optional(LinkPurpose),
  state: Type.Optional(LinkState),
})

/** As it stands after the `#` of the address: the district and the secret. */
export const LinkToken = Type.String({ minLength: 1, maxLength: 200 })
