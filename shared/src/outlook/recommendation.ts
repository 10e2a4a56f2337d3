import { addMonths } from '../calendar/dates.ts'
import { wholeMonths } from '../calendar/months.ts'
import { keptOf, type KeptCounts } from '../obligations/standing.ts'
import { carriesAgreement } from '../vision/standing.ts'
import { forever, fundedUntil, type OutlookFacts } from './facts.ts'
import type { GroundCode, Verdict } from './vocabulary.ts'

export type Judgement = 'good' | 'weak' | 'bad' | 'unknown'

/** One reason: what was looked at, how it stands, and the figures or the word it rests on. */
export interface Ground {
  readonly code: GroundCode
  readonly judgement: Judgement
  /** Counts by itself; the others count when two of them are weak. */
  readonly key: boolean
  readonly have: number | null
  readonly of: number | null
  readonly word: string | null
}
export interface Recommendation {
  /** Null while too little is known to advise anything. */
  readonly verdict: Verdict | null
  readonly grounds: readonly Ground[]
}

/** Promises: in time from 80 percent is good, fewer than half kept at all is bad, and two dues are too few to condemn. */
const judgePromises = (counts: KeptCounts): Judgement => {
  const { kept, late, missed, share } = keptOf(counts)
  if (share === null) return 'unknown'
  if (share >= 0.8) return 'good'
  return kept + late + missed >= 3 && kept + late < missed ? 'bad' : 'weak'
}

/** Quality: six items from 1 to 4. A mean of 3 is good, below 2 is bad; a review older than a year and a half is no longer known. */
const judgeQuality = ({ quality, today }: OutlookFacts): Judgement => {
  if (!quality || addMonths(quality.on, 18) < today) return 'unknown'
  return quality.sum >= 18 ? 'good' : quality.sum >= 12 ? 'weak' : 'bad'
}

/** Relevance (domain E11): nobody needs it any more when needs were closed and none is open. */
const judgeNeed = ({ needs }: OutlookFacts): Judgement =>
  needs.open > 0 ? 'good' : needs.closed > 0 ? 'bad' : 'unknown'

const judgeVision = ({ vision, formality }: OutlookFacts): Judgement => {
  if (carriesAgreement({ standing: vision })) return 'good'
  return formality === 'informal' && (vision === 'empty' || vision === 'draft') ? 'unknown' : 'weak'
}

const judgeFunding = (months: number | null): Judgement =>
  months === null ? 'unknown' : months >= 12 ? 'good' : 'weak'

const groundsOf = (facts: OutlookFacts): Ground[] => {
  const { promises, champions, checkIns, balance, needs, quality, vision, today } = facts
  const ground = (
    code: GroundCode,
    judgement: Judgement,
    key: boolean,
    figures: { have?: number | null; of?: number | null; word?: string | null } = {},
  ): Ground => ({ code, judgement, key, have: null, of: null, word: null, ...figures })
  const dueOf = ({ kept, late, missed }: KeptCounts) => ({ have: kept, of: kept + late + missed })
  const funded = fundedUntil(facts.fundings)
  const months =
    funded === null ? null : funded === 'lasting' ? forever : Math.max(0, wholeMonths(today, funded))
  return [
    ground('partner_promises', judgePromises(promises.partner), true, dueOf(promises.partner)),
    ground('district_promises', judgePromises(promises.district), true, dueOf(promises.district)),
    ground('need', judgeNeed(facts), true, { have: needs.open, of: needs.open + needs.closed }),
    ground('quality', judgeQuality(facts), true, { have: quality?.sum ?? null, of: 24 }),
    ground('vision', judgeVision(facts), true, { word: vision }),
    ground(
      'check_ins',
      !checkIns || checkIns.due === 0 ? 'unknown' : checkIns.held >= 0.75 * checkIns.due ? 'good' : 'weak',
      false,
      { have: checkIns?.held ?? null, of: checkIns?.due ?? null },
    ),
    ground('champions', Math.min(champions.district, champions.partner) >= 2 ? 'good' : 'weak', false, {
      have: Math.min(champions.district, champions.partner),
      of: 2,
    }),
    ground(
      'balance',
      balance === null || balance === 'nothing_yet'
        ? 'unknown'
        : balance.startsWith('carried')
          ? 'weak'
          : 'good',
      false,
      { word: balance },
    ),
    ground('funding', judgeFunding(months), false, {
      have: months,
      word: funded === 'lasting' ? funded : null,
    }),
  ]
}

/** The grounds on which a partnership is brought to an end: the partner did not deliver, it was not good, nobody needs it. */
const exitGrounds: readonly GroundCode[] = ['partner_promises', 'quality', 'need']

/**
 * Renew, revise or exit (domain 5.5), by a rule a person can follow: two exit grounds that are bad advise an exit; any
 * bad ground, a weak key ground or two weak others advise to revise; otherwise renew, once two key grounds are known.
 */
export const recommend = (facts: OutlookFacts): Recommendation => {
  const grounds = groundsOf(facts)
  const count = (holds: (ground: Ground) => boolean) => grounds.filter(holds).length
  const bad = count(({ judgement }) => judgement === 'bad')
  const weakKeys = count(({ judgement, key }) => key && judgement === 'weak')
  const weakOthers = count(({ judgement, key }) => !key && judgement === 'weak')
  const knownKeys = count(({ judgement, key }) => key && judgement !== 'unknown')
  const verdict = (): Verdict | null => {
    if (count(({ code, judgement }) => judgement === 'bad' && exitGrounds.includes(code)) >= 2) return 'exit'
    if (knownKeys < 2 && bad === 0) return null
    return bad > 0 || weakKeys > 0 || weakOthers >= 2 ? 'revise' : 'renew'
  }
  return { verdict: verdict(), grounds }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
