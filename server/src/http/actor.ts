import type { Permission, Role } from '@common-table/shared/contract/permission'

/** Who is calling. */
export interface Actor {
  readonly kind: 'user' | 'client'
  readonly id: string
  readonly districtId: string
  readonly name: string
  readonly role: Role
  readonly permissions: readonly Permission[]
  /** The schools a school-based person may see; null means every school of the district. */
  readonly schoolIds: readonly string[] | null
  readonly sessionId: string | null
}

/** What an access token says. Short names: it travels with every request. */
export interface TokenClaims {
  sub: string
  did: string
  kind: 'user' | 'client'
  name: string
  role: Role
  sid: string | null
  /** Own schools, for role `school` only. */
  sch?: string[]
  /** Scopes, for API clients only. */
  scp?: Permission[]
  /** Milliseconds since 1970, set when signing: a second is too coarse to tell before from after a cut-off. */
  ms?: number
  /** Seconds. Set when signing. */
  iat?: number
  exp?: number
}
