import * as Type from 'typebox'
import {
  Closed,
  Email,
  Id,
  Instant,
  Line,
  Nullable,
  pageQuery,
  Prose,
  Reference,
  Version,
} from '../contract/fields.ts'
import { Locale, RoleName, Secret, UserStatus } from './schemas.ts'

/** A person of the district, as administrators see them. */
export const User = Type.Object({
  id: Id,
  email: Type.String(),
  name: Type.String(),
  title: Nullable(Type.String()),
  role: RoleName,
  status: UserStatus,
  locale: Locale,
  /** Own schools; only role `school` has any. */
  schools: Type.Array(Reference),
  lastSignInAt: Nullable(Instant),
  /** While invited: until when the link that was sent is good; null when it is not any more. */
  invitationExpiresAt: Nullable(Instant),
  secondFactor: Type.Boolean(),
  createdAt: Instant,
  version: Version,
})
export type User = Type.Static<typeof User>

export const UserQuery = Closed({
  ...pageQuery,
  /** Part of a name or e-mail address. */
  q: Type.Optional(Prose(100)),
  role: Type.Optional(RoleName),
  status: Type.Optional(UserStatus),
})

const schoolIds = Type.Array(Id, { maxItems: 200, uniqueItems: true })

export const Invitation = Closed({
  email: Email,
  name: Line(120),
  title: Type.Optional(Prose(120)),
  role: RoleName,
  schoolIds: Type.Optional(schoolIds),
  locale: Type.Optional(Locale),
})
export type Invitation = Type.Static<typeof Invitation>

export const UserChange = Type.Partial(
  Closed({
    name: Line(120),
    title: Nullable(Prose(120)),
    role: RoleName,
    schoolIds,
    /** `active` for someone who never chose a password brings the invitation back. */
    status: Type.Enum(['active', 'deactivated']),
  }),
  { additionalProperties: false },
)
export type UserChange = Type.Static<typeof UserChange>

/** The secret part of an e-mailed link: which district, and 256 random bits. */
export const LinkToken = Type.String({ minLength: 40, maxLength: 120, pattern: '^[\\w.-]+$' })

/** Whom an e-mailed link is for, shown before the password is chosen. */
export const LinkOwner = Type.Object({
  purpose: Type.Enum(['invitation', 'reset']),
  email: Type.String(),
  name: Type.String(),
  locale: Locale,
  districtName: Type.String(),
})
export type LinkOwner = Type.Static<typeof LinkOwner>

export const Acceptance = Closed({
  token: LinkToken,
  name: Line(120),
  password: Secret,
  locale: Type.Optional(Locale),
})
