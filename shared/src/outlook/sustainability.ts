import { addMonths } from '../calendar/dates.ts'
import { wholeMonths } from '../calendar/months.ts'
import { forever, fundedUntil, type OutlookFacts } from './facts.ts'
import { lastingParts, type LastingPart } from './vocabulary.ts'

/** One of the five parts: so much of what makes it full, and its points out of 20; null where it is not known. */
export interface Part {
  readonly code: LastingPart
  readonly have: number | null
  readonly of: number
  readonly points: number | null
}
export interface Sustainability {
  /** Of 100, over the parts that are known; null while fewer than three are. */
  readonly score: number | null
  readonly parts: readonly Part[]
  /** A side with fewer than two people who carry it: when that person leaves, it stands still. */
  readonly singleChampion: boolean
}

/** Each part weighs the same: the sources name five and rank none (domain A9, D15). */
const most = 20
/** Fewer known parts than this say too little for a score. */
const enough = 3
/** Two years of funding, a year of agreement ahead, a three-year commitment (Oakland prefers three; domain 2). */
const full = { funding: 24, agreement: 12, champions: 4, years: 36 } as const

const monthsAhead = (today: string, end: string | null): number =>
  end === null ? forever : Math.max(0, wholeMonths(today, end))

/** The last day the agreement holds if nobody does anything: one that renews itself holds one more term. */
const holdsUntil = ({ endsOn, renews, termMonths }: NonNullable<OutlookFacts['agreement']>): string | null =>
  endsOn !== null && renews ? addMonths(endsOn, termMonths) : endsOn

const known = ({ today, fundings, agreement, champions, since, checkIns }: OutlookFacts) => {
  const funded = fundedUntil(fundings)
  const until = agreement ? holdsUntil(agreement) : null
  return {
    funding: funded === null ? null : funded === 'lasting' ? forever : monthsAhead(today, funded),
    agreement: agreement ? monthsAhead(today, until) : 0,
    champions: Math.min(2, champions.district) + Math.min(2, champions.partner),
    years:
      since === null
        ? null
        : agreement && until === null
          ? forever
          : Math.max(0, wholeMonths(since, until ?? today)),
    check_ins: checkIns && checkIns.due > 0 ? checkIns.held : null,
  } satisfies Record<LastingPart, number | null>
}

/** How likely a partnership is to last, in five parts of 20 points (domain A9, D15). What is not known lowers nothing. */
export const sustainabilityOf = (facts: OutlookFacts): Sustainability => {
  const have = known(facts)
  const parts = lastingParts.map(({ code }): Part => {
    const of = code === 'check_ins' ? (facts.checkIns?.due ?? 0) : full[code]
    const amount = have[code]
    if (amount === null) return { code, have: null, of, points: null }
    return {
      code,
      have: Math.min(amount, forever),
      of,
      points: Math.round(most * Math.min(1, amount / of)),
    }
  })
  const points = parts.flatMap((part) => part.points ?? [])
  return {
    score:
      points.length < enough
        ? null
        : Math.round((100 * points.reduce((sum, one) => sum + one, 0)) / (most * points.length)),
    parts,
    singleChampion: facts.champions.district < 2 || facts.champions.partner < 2,
  }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
