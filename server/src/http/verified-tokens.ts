import type { TokenClaims } from './actor.ts'

const most = 2000

/**
 * What tokens said that were found genuine: checking a signature takes a tenth of the time of a short answer, and a
 * page sends the same token with every request. Only genuine ones are kept, and none beyond its end.
 */
export class VerifiedTokens {
  readonly #known = new Map<string, TokenClaims>()

  async claims(
    authorization: string | undefined,
    verify: () => Promise<TokenClaims>,
    now: number = Date.now(),
  ): Promise<TokenClaims> {
    const known = authorization === undefined ? undefined : this.#known.get(authorization)
    if (known && known.exp! * 1000 > now) return known
    const claims = await verify()
    if (this.#known.size >= most) this.#known.clear()
    if (authorization !== undefined && claims.exp !== undefined) this.#known.set(authorization, claims)
    return claims
  }
}
