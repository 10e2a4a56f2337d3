import { permissionsOf } from '@common-table/shared/contract/permission'
import type { Actor, TokenClaims } from './actor.ts'

/** How long an access token lives. A changed role or an ended session takes effect at once through cut-offs. */
export const accessTokenSeconds = 600

export const actorOf = (claims: TokenClaims): Actor => ({
  kind: claims.kind,
  id: claims.sub,
  districtId: claims.did,
  name: claims.name,
  role: claims.role,
  permissions: claims.kind === 'client' ? (claims.scp ?? []) : permissionsOf(claims.role),
  schoolIds: claims.role === 'school' && claims.kind === 'user' ? (claims.sch ?? []) : null,
  sessionId: claims.sid,
  link: null,
})

/**
 * Moments before which tokens of a session, a person or a client are no longer good. Kept in memory, fed by NOTIFY, so
 * that checking costs nothing and signing out everywhere still works at once on every replica.
 */
export class Cutoffs {
  readonly #moments = new Map<string, number>()

  /** `message` is `<subject> <milliseconds since 1970>`. */
  hear(message: string): void {
    const [subject, moment] = message.split(' ')
    if (subject && moment)
      this.#moments.set(subject, Math.max(Number(moment), this.#moments.get(subject) ?? 0))
    if (this.#moments.size > 10_000) this.#forget()
  }

  allows(claims: TokenClaims): boolean {
    const issued = claims.ms ?? 0
    return [claims.sid, claims.sub].every((subject) => {
      const moment = subject === null ? undefined : this.#moments.get(subject)
      return moment === undefined || issued >= moment
    })
  }

  /** Cut-offs older than any living token change nothing. */
  #forget(): void {
    const oldest = Date.now() - (accessTokenSeconds + 60) * 1000
    for (const [subject, moment] of this.#moments) if (moment < oldest) this.#moments.delete(subject)
  }
}
