import { spreadOf, type MatchedSet } from './match.ts'

export type Difference = {
  /** How much more the served schools changed than similar ones, in the metric's own points. */
  readonly estimate: number
  readonly low: number
  readonly high: number
  readonly servedChange: number
  readonly similarChange: number
  readonly sets: number
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const change = ({ before, after }: { readonly before: number; readonly after: number }) => after - before
const similarChange = ({ like }: MatchedSet) => mean(like.map(change))

/** Enough for the second decimal of a 95 % limit to stay where it is. */
const DRAWS = 1999
const LEVEL = 0.95

/**
 * Difference in differences over matched sets, with an interval from a cluster bootstrap: whole sets are drawn anew, each
 * draw is studentized, and the interval is symmetric. With few clusters a plain percentile interval is too short.
 * `chance` gives numbers from 0 up to 1; the same chance gives the same interval. Source: Cameron, Gelbach and Miller,
 * bootstrap-based improvements for inference with clustered errors (2008).
 */
export const differenceInDifferences = (sets: readonly MatchedSet[], chance: () => number): Difference => {
  const differences = sets.map((set) => change(set.served) - similarChange(set))
  const estimate = mean(differences)
  const { length } = differences
  const error = spreadOf(differences) / Math.sqrt(length)
  const draws: number[] = []
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = differences.map(() => differences[Math.floor(chance() * length)] ?? 0)
    const spread = spreadOf(drawn) / Math.sqrt(length)
    // A draw of one set over and over has no spread of its own: it is as far out as can be.
    draws.push(spread > 0 ? Math.abs(mean(drawn) - estimate) / spread : Infinity)
  }
  draws.sort((a, b) => a - b)
  const furthest = draws.findLast((one) => Number.isFinite(one)) ?? 0
  const at = draws[Math.ceil(LEVEL * (DRAWS + 1)) - 1] ?? furthest
  const reach = (Number.isFinite(at) ? at : furthest) * error
  return {
    estimate,
    low: estimate - reach,
    high: estimate + reach,
    servedChange: mean(sets.map(({ served }) => change(served))),
    similarChange: mean(sets.map(similarChange)),
    sets: length,
  }
}

/** One trait of the schools on both sides, and how far apart they are in standard deviations. */
export type Balance = {
  readonly trait: 'before' | 'tier'
  readonly served: number
  readonly similar: number
  readonly apart: number
  readonly balanced: boolean
}

/** Beyond a quarter of a standard deviation two sides are not alike. Source: What Works Clearinghouse, baseline equivalence. */
const ALIKE = 0.25

/** Whether the two sides were alike before: what every comparison stands and falls with. Every set counts once. */
export const balanceOf = (sets: readonly MatchedSet[]): Balance[] => {
  const traits = {
    before: (of: MatchedSet['served']) => of.before,
    tier: (of: MatchedSet['served']) => of.tier,
  }
  return (['before', 'tier'] as const).flatMap((trait): Balance[] => {
    const pairs = sets.flatMap(({ served, like }) => {
      const mine = traits[trait](served)
      const theirs = like.flatMap((other) => traits[trait](other) ?? [])
      return mine === null || theirs.length === 0 ? [] : [{ mine, theirs: mean(theirs) }]
    })
    if (pairs.length === 0) return []
    const [served, similar] = [mean(pairs.map(({ mine }) => mine)), mean(pairs.map(({ theirs }) => theirs))]
    const spread = spreadOf(pairs.flatMap(({ mine, theirs }) => [mine, theirs]))
    const apart = spread === 0 ? 0 : (served - similar) / spread
    return [{ trait, served, similar, apart, balanced: Math.abs(apart) <= ALIKE }]
  })
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
