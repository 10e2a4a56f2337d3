import * as Type from 'typebox'
import { Closed, Email, Id, Instant, Line, Nullable, Prose, Reference, Version } from '../contract/fields.ts'
import { roleNames } from '../contract/permission.ts'

export const RoleName = Type.Enum(roleNames)
export const Locale = Type.Enum(['en', 'es'])
export type Locale = Type.Static<typeof Locale>
export const Theme = Type.Enum(['light', 'dark', 'system'])
export const UserStatus = Type.Enum(['invited', 'active', 'deactivated'])
export type UserStatus = Type.Static<typeof UserStatus>

/** Choices of one person that follow from device to device. Absent means the product's own choice. */
const preferences = {
  /** Single-key shortcuts can be turned off (WCAG 2.2, 2.1.4). */
  shortcuts: Type.Optional(Type.Boolean()),
  density: Type.Optional(Type.Enum(['comfortable', 'compact'])),
}

/** Who is signed in, with the district they work in. */
export const SignedInUser = Type.Object({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  title: Nullable(Type.String()),
  role: RoleName,
  schools: Type.Array(Reference),
  locale: Locale,
  theme: Theme,
  preferences: Type.Object(preferences),
  districtId: Id,
  districtName: Type.String(),
  version: Version,
})
export type SignedInUser = Type.Static<typeof SignedInUser>

/** What signing in, renewing and accepting an invitation answer; the refresh token travels as a cookie beside it. */
export const SignedIn = Type.Object({
  accessToken: Type.String(),
  /** Seconds. */
  expiresIn: Type.Integer(),
  user: SignedInUser,
})
export type SignedIn = Type.Static<typeof SignedIn>

/** A secret as it is typed. The rule for new ones is in password-rule.ts; an old one only has to match. */
export const Secret = Type.String({ minLength: 1, maxLength: 200 })

export const MeChange = Type.Partial(
  Closed({
    name: Line(120),
    title: Nullable(Prose(120)),
    locale: Locale,
    theme: Theme,
    preferences: Closed(preferences),
  }),
  { additionalProperties: false },
)

/** One signed-in browser of the person who asks. */
export const Session = Type.Object({
  id: Id,
  /** The browser as it named itself. */
  device: Type.String(),
  address: Type.String(),
  createdAt: Instant,
  lastUsedAt: Instant,
  /** The browser this was asked from. */
  current: Type.Boolean(),
})
export type Session = Type.Static<typeof Session>

/** Six digits of an authenticator app, or a recovery code. */
export const FactorCode = Type.String({ minLength: 6, maxLength: 40 })

export const Credentials = Closed({
  email: Email,
  password: Secret,
  /** Needed only when one address belongs to several districts. */
  district: Type.Optional(Id),
  /** Needed when the answer was `second-factor-required`. */
  code: Type.Optional(FactorCode),
})
