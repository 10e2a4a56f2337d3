/**
 * Pauses in seconds after each wrong password in a row: none for the first four, then growing to a quarter of an hour.
 * The pause ends by itself, so that guessing at someone's account cannot shut them out (OWASP, authentication).
 */
export const pauses = [0, 0, 0, 0, 30, 60, 120, 240, 480, 900]

interface Strangers {
  failures: number
  until: number
}

/** Addresses that belong to nobody pause in the same way, so that a pause does not tell who has an account. */
export class StrangerPauses {
  readonly #known = new Map<string, Strangers>()

  /** Counts one try; answers the seconds to wait when the address is paused already. */
  try(email: string, now: number): number | undefined {
    const known = this.#known.get(email) ?? { failures: 0, until: 0 }
    if (known.until > now) return Math.ceil((known.until - now) / 1000)
    known.failures += 1
    known.until = now + pauses[Math.min(known.failures, pauses.length) - 1]! * 1000
    if (this.#known.size >= 20_000) this.#known.delete(this.#known.keys().next().value!)
    this.#known.delete(email)
    this.#known.set(email, known)
    return undefined
  }
}
