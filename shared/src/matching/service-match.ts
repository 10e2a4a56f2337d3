import {
  metresFor,
  misfitsOf,
  type Misfit,
  type PlaceableNeed,
  type PlaceableService,
} from '../placement/problem.ts'

/** A need as far as matching is concerned: its limits, and what would be good beside them. */
export type MatchableNeed = PlaceableNeed & {
  /** Days of the week that suit; empty: any. */
  readonly weekdays: readonly string[]
}

export type MatchableService = PlaceableService & {
  /** Its main kind of help; the others it serves as well. */
  readonly mainCategoryId: string
  readonly organizationId: string
  /** On which days it happens; empty: nobody said. */
  readonly weekdays: readonly string[]
  readonly trusted: boolean
  readonly neighborhood: boolean
  /** Confirmed lately, and a partnership in force stands behind it. */
  readonly assured: boolean
}

/** How an organisation and a school stand to each other already. */
export type Relation = 'this_service' | 'at_school' | 'in_district' | 'none'

/** How far a distance still counts for something; beyond it, all are far. */
const FAR_METRES = 10_000

/** The most each preference adds. They sum to 100. */
const weights = { capacity: 30, distance: 25, relation: 15, community: 10, language: 10, days: 5, assured: 5 }
export type Preference = keyof typeof weights

export type MatchReason = {
  readonly code: Misfit | Preference
  /** `fits` and `misses` are said of limits and preferences, `partly` of preferences; `unknown`: nobody said. */
  readonly verdict: 'fits' | 'partly' | 'unknown' | 'misses'
  /** The number behind it: metres, students there is room for, days in common; null where it has none. */
  readonly figure: number | null
  /** Codes behind it: grades, languages, days, a setting, a relation. */
  readonly words: readonly string[]
  /** What it adds to the score of at most `most`; a limit adds nothing, it holds or not. */
  readonly points: number
  readonly most: number
}

export type Match = {
  /** 0 to 100: how well it suits, among those that break no limit. */
  readonly score: number
  readonly misfits: readonly Misfit[]
  readonly metres: number | null
  readonly reasons: readonly MatchReason[]
}

const common = (wanted: readonly string[], given: readonly string[]): string[] =>
  wanted.filter((one) => given.includes(one))

/** A preference: `share` of its weight, null where nobody knows, which counts half. */
const preference = (
  code: Preference,
  share: number | null,
  figure: number | null = null,
  words: readonly string[] = [],
): MatchReason => ({
  code,
  verdict: share === null ? 'unknown' : share >= 1 ? 'fits' : share > 0 ? 'partly' : 'misses',
  figure,
  words,
  points: Math.round(weights[code] * (share ?? 0.5) * 10) / 10,
  most: weights[code],
})

const relationWorth: Record<Relation, number> = { this_service: 1, at_school: 1, in_district: 0.5, none: 0 }

const askedShare = (wanted: readonly string[], given: readonly string[]): number | null =>
  wanted.length === 0 ? 1 : given.length === 0 ? null : common(wanted, given).length / wanted.length

/**
 * How well a service suits a need, each reason with its figure: limits first (category, tier, grades, setting; distance,
 * language and room are limits and preferences both), then what is good beside them. The score only ranks; whether it may
 * be is said by the limits alone.
 */
export const matchOf = (need: MatchableNeed, service: MatchableService, relation: Relation): Match => {
  const metres = metresFor(need, service)
  const misfits = misfitsOf(need, service, metres)
  const limit = (
    code: Misfit,
    figure: number | null,
    words: readonly string[],
    known = true,
  ): MatchReason => ({
    code,
    verdict: misfits.includes(code) ? 'misses' : known ? 'fits' : 'unknown',
    figure,
    words,
    points: 0,
    most: 0,
  })
  const grades =
    need.grades.length > 0 && service.grades.length > 0 ? common(need.grades, service.grades) : []
  const near =
    service.setting === 'virtual' ? 1 : metres === null ? null : Math.max(0, 1 - metres / FAR_METRES)
  const reasons: MatchReason[] = [
    limit('category', null, [service.mainCategoryId === need.categoryId ? 'main' : 'also']),
    limit('tier', service.tier, []),
    limit('grades', null, grades, need.grades.length === 0 || service.grades.length > 0),
    limit('setting', null, [service.setting]),
    preference(
      'capacity',
      need.students > 0 ? Math.min(1, service.room / need.students) : service.room > 0 ? 1 : 0,
      service.room,
    ),
    {
      ...preference('distance', near, metres),
      ...(misfits.includes('distance') && { verdict: 'misses' as const }),
    },
    preference('relation', relationWorth[relation], null, [relation]),
    preference('community', service.trusted ? 1 : service.neighborhood ? 0.5 : 0, null, [
      service.trusted ? 'trusted' : service.neighborhood ? 'neighborhood' : 'none',
    ]),
    preference(
      'language',
      askedShare(need.languages, service.languages),
      null,
      need.languages.length > 0 ? common(need.languages, service.languages) : service.languages,
    ),
    preference(
      'days',
      askedShare(need.weekdays, service.weekdays),
      null,
      need.weekdays.length > 0 ? common(need.weekdays, service.weekdays) : service.weekdays,
    ),
    preference('assured', service.assured ? 1 : 0),
  ]
  const score = reasons.reduce((sum, { points }) => sum + points, 0)
  return { score: Math.round(score), misfits, metres, reasons }
}

/** The best first; of equals the nearest. */
export const bestFirst = (a: Match, b: Match): number =>
  a.misfits.length - b.misfits.length || b.score - a.score || (a.metres ?? Infinity) - (b.metres ?? Infinity)

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
