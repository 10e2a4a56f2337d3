import { tierAt, type EquityTier } from './equity-tiers.ts'

/** `more`: a higher figure means more need (chronic absence); `less`: a lower one does (attendance). */
export type NeedDirection = 'more' | 'less'
/** How figures become comparable: a school's place among all (robust to outliers), or its distance between the ends. */
export type Scaling = 'percentile_rank' | 'min_max'

export type Indicator = {
  readonly code: string
  readonly direction: NeedDirection
  /** Parts of the whole; only their proportion counts. */
  readonly weight: number
}
export type SchoolFigures = {
  readonly schoolId: string
  /** By indicator; what is missing or null is not known. */
  readonly values: Readonly<Record<string, number | null | undefined>>
}

export type Contribution = {
  readonly code: string
  readonly value: number | null
  /** 0 (least need of all schools) to 1 (most); null where the figure is missing. */
  readonly scaled: number | null
  /** The share of the score this indicator decides at this school, after what is missing gave up its own. */
  readonly share: number
  /** Points of the score it adds: share × scaled × 100. */
  readonly points: number
}
export type SchoolIndex = {
  readonly schoolId: string
  /** 0 to 100; null where no figure is known. */
  readonly score: number | null
  /** 1 is the neediest; schools of one score share a rank. */
  readonly rank: number | null
  readonly tier: EquityTier | null
  readonly contributions: readonly Contribution[]
  /** Indicators whose figure is missing; the rest was weighted up. */
  readonly missing: readonly string[]
  /** The share of all weight whose figures are known, 0 to 1. */
  readonly known: number
}

/** Weights that say nothing: negative, or none above zero. */
export const weightsFail = (indicators: readonly Pick<Indicator, 'weight'>[]): boolean =>
  indicators.some(({ weight }) => !(weight >= 0)) || !indicators.some(({ weight }) => weight > 0)

/** How many of the sorted values come before the first that does not pass. */
const passing = (sorted: readonly number[], pass: (value: number) => boolean): number => {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (pass(sorted[middle]!)) from = middle + 1
    else to = middle
  }
  return from
}

/** How one figure stands among all known ones, 0 to 1. One school alone, or all alike, stand in the middle. */
const scaler = (known: readonly number[], scaling: Scaling): ((value: number) => number) => {
  const sorted = [...known].sort((a, b) => a - b)
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  if (low === high) return () => 0.5
  if (scaling === 'min_max') return (value) => (value - low) / (high - low)
  return (value) => {
    const less = passing(sorted, (other) => other < value)
    const upTo = passing(sorted, (other) => other <= value)
    return (less + (upTo - less - 1) / 2) / (sorted.length - 1)
  }
}

/**
 * The equity index of a district's schools (domain 3.11): every figure scaled among the schools, turned so that more is
 * more need, weighted, summed to 0 to 100, ranked, and cut into fifths. A missing figure is not a zero: the school's
 * other indicators take over its weight and the gap is flagged. Monotone: a figure that shows more need never lowers a
 * school's score.
 */
export const equityIndex = (
  schools: readonly SchoolFigures[],
  indicators: readonly Indicator[],
  scaling: Scaling = 'percentile_rank',
): SchoolIndex[] => {
  if (weightsFail(indicators)) throw new RangeError('The weights of an equity index sum to zero.')
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0)
  const scale = new Map(
    indicators.map(({ code }) => {
      const known = schools.flatMap(({ values }) => values[code] ?? [])
      return [code, scaler(known, scaling)]
    }),
  )
  const scored = schools.map(({ schoolId, values }) => {
    const known = indicators.filter(({ code }) => (values[code] ?? null) !== null)
    const weight = known.reduce((sum, indicator) => sum + indicator.weight, 0)
    const contributions = indicators.map(({ code, direction, weight: own }): Contribution => {
      const value = values[code] ?? null
      if (value === null) return { code, value, scaled: null, share: 0, points: 0 }
      const place = scale.get(code)!(value)
      const scaled = direction === 'more' ? place : 1 - place
      const share = weight > 0 ? own / weight : 0
      return { code, value, scaled, share, points: share * scaled * 100 }
    })
    const score = weight > 0 ? contributions.reduce((sum, { points }) => sum + points, 0) : null
    const missing = indicators.filter((indicator) => !known.includes(indicator)).map(({ code }) => code)
    return { schoolId, score, contributions, missing, known: weight / total }
  })
  // Sums in floating point differ in their last digits by order alone: what is equal to a billionth is equal.
  const rounded = (score: number): number => Math.round(score * 1e9)
  const ranking = scored
    .flatMap(({ score }) => score ?? [])
    .map(rounded)
    .sort((a, b) => a - b)
  return scored.map((school): SchoolIndex => {
    if (school.score === null) return { ...school, rank: null, tier: null }
    const before = ranking.length - passing(ranking, (other) => other <= rounded(school.score!))
    return { ...school, rank: before + 1, tier: tierAt(before, ranking.length) }
  })
}

export type IndexChange = {
  readonly schoolId: string
  readonly before: Pick<SchoolIndex, 'score' | 'rank' | 'tier'> | null
  readonly after: Pick<SchoolIndex, 'score' | 'rank' | 'tier'> | null
  /** The indicator whose points moved most between the two, and by how much. */
  readonly because: { readonly code: string; readonly points: number } | null
}

/** What is different between two versions of the index, the schools that changed tier first, then by how far they moved. */
export const indexChanges = (
  before: readonly SchoolIndex[],
  after: readonly SchoolIndex[],
): IndexChange[] => {
  const [was, is] = [before, after].map(
    (version) => new Map(version.map((school) => [school.schoolId, school])),
  )
  const changes = [...new Set([...was!.keys(), ...is!.keys()])].flatMap((schoolId): IndexChange[] => {
    const [old, now] = [was!.get(schoolId) ?? null, is!.get(schoolId) ?? null]
    if (old && now && old.tier === now.tier && Math.abs((old.score ?? -1) - (now.score ?? -1)) < 0.05)
      return []
    const points = (school: SchoolIndex | null, code: string): number =>
      school?.contributions.find((one) => one.code === code)?.points ?? 0
    const codes = new Set(
      [...(old?.contributions ?? []), ...(now?.contributions ?? [])].map(({ code }) => code),
    )
    const moved = [...codes]
      .map((code) => ({ code, points: points(now, code) - points(old, code) }))
      .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    return [{ schoolId, before: old, after: now, because: old && now ? (moved[0] ?? null) : null }]
  })
  const changedTier = ({ before: old, after: now }: IndexChange): number => (old?.tier === now?.tier ? 0 : 1)
  const distance = ({ before: old, after: now }: IndexChange): number =>
    Math.abs((now?.score ?? 0) - (old?.score ?? 0))
  return changes.sort((a, b) => changedTier(b) - changedTier(a) || distance(b) - distance(a))
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
