import type { Permission, Role } from '@common-table/shared/contract/permission'
import type { ProblemError } from '@common-table/shared/contract/problem'
import type { LinkPurpose } from '@common-table/shared/vocabulary/link-purposes'

/** What an e-mailed link is about, and to whom it was sent. Rows outside its subject are not its holder's to see. */
export interface HeldLink {
  readonly id: string
  readonly purpose: LinkPurpose
  readonly subjectTable: string
  readonly subjectId: string
  /** One of the two: a link goes to a partner or to a school. */
  readonly organizationId: string | null
  readonly schoolId: string | null
  readonly partnershipId: string | null
  readonly name: string
  readonly email: string
  readonly locale: 'en' | 'es'
  /** What someone is told who uses it a second time. */
  readonly refusal: ProblemError
}

/** Who is calling. */
export interface Actor {
  readonly kind: 'user' | 'client' | 'link'
  readonly id: string
  readonly districtId: string
  readonly name: string
  readonly role: Role
  readonly permissions: readonly Permission[]
  /** The schools a school-based person may see; null means every school of the district. */
  readonly schoolIds: readonly string[] | null
  readonly sessionId: string | null
  /** Of kind `link` only. */
  readonly link: HeldLink | null
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
  /** The product's own work, such as filling a fictional district: not counted. Such a token never leaves the process. */
  own?: true
  /** Milliseconds since 1970, set when signing: a second is too coarse to tell before from after a cut-off. */
  ms?: number
  /** Seconds. Set when signing. */
  iat?: number
  exp?: number
}
