import * as Type from 'typebox'
import { Closed, Id, Instant, Line, Nullable, Reference, Version } from '../contract/fields.ts'
import { allPermissions } from '../contract/permission.ts'

/** What another system may do: the same words as what people may do. */
export const Scopes = Type.Array(Type.Enum(allPermissions), { minItems: 1, uniqueItems: true, maxItems: 60 })

/** Another system that calls the API by client credentials (RFC 6749, 4.4). */
export const ApiClient = Type.Object({
  id: Id,
  /** What the system sends as `client_id`. */
  clientId: Type.String(),
  name: Type.String(),
  scopes: Type.Array(Type.Enum(allPermissions)),
  createdBy: Nullable(Reference),
  createdAt: Instant,
  lastUsedAt: Nullable(Instant),
  expiresAt: Nullable(Instant),
  revokedAt: Nullable(Instant),
  version: Version,
})
export type ApiClient = Type.Static<typeof ApiClient>

/** The secret is told this once; what is kept is a hash. */
export const NewApiClient = Type.Object({ client: ApiClient, secret: Type.String() })

export const ApiClientInput = Closed({
  name: Line(120),
  scopes: Scopes,
  expiresAt: Type.Optional(Nullable(Instant)),
})
export type ApiClientInput = Type.Static<typeof ApiClientInput>

export const ApiClientChange = Type.Partial(
  Closed({ name: Line(120), scopes: Scopes, expiresAt: Nullable(Instant) }),
  { additionalProperties: false },
)
export type ApiClientChange = Type.Static<typeof ApiClientChange>
