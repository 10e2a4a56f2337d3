import type { BalanceBand } from '../investments/vocabulary.ts'
import type { KeptCounts } from '../obligations/standing.ts'
import type { VisionStanding } from '../vision/standing.ts'
import type { Side } from '../vocabulary/sides.ts'

/** Stands for months without an end. */
export const forever = 999

/** What is known of a partnership on a day; null where nobody has said or counted it yet. */
export interface OutlookFacts {
  readonly today: string
  readonly formality: 'formal' | 'informal'
  /** The first day of the partnership or of its first signed agreement, whichever is earlier. */
  readonly since: string | null
  /** Of promises due in the twelve months up to today. */
  readonly promises: Readonly<Record<Side, KeptCounts>>
  /** People named as lead or backup who are still here, on each side. */
  readonly champions: Readonly<Record<Side, number>>
  readonly fundings: readonly { readonly needed: boolean; readonly endsOn: string | null }[]
  /** The agreement in force that holds longest. */
  readonly agreement: {
    readonly endsOn: string | null
    /** Nobody has given notice, so another term follows by itself. */
    readonly renews: boolean
    readonly termMonths: number
  } | null
  readonly vision: VisionStanding
  /** Check-ins whose day was in the last twelve months. */
  readonly checkIns: { readonly due: number; readonly held: number } | null
  readonly balance: BalanceBand | null
  /** Needs at its schools in its categories, this school year and the last. */
  readonly needs: { readonly open: number; readonly closed: number }
  /** The sum of the six levels of the newest review, and the day it was done. */
  readonly quality: { readonly sum: number; readonly on: string } | null
}

/**
 * The first day on which something the partnership cannot do without is no longer paid for; without such a source the
 * day on which the last one ends. `lasting` while nothing that counts has an end.
 */
export const fundedUntil = (fundings: OutlookFacts['fundings']): string | 'lasting' | null => {
  if (fundings.length === 0) return null
  const needed = fundings.filter((one) => one.needed)
  const ends = (needed.length > 0 ? needed : fundings).map(({ endsOn }) => endsOn)
  if (needed.length === 0 && ends.includes(null)) return 'lasting'
  const days = ends.filter((day) => day !== null).toSorted()
  return (needed.length > 0 ? days[0] : days.at(-1)) ?? 'lasting'
}
