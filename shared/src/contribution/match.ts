/** A school as a comparison reads it. Every figure is one that is shown; what is withheld is not known here either. */
export type ComparedSchool = {
  readonly id: string
  readonly level: string
  /** The equity tier as a place from 1 (highest need) to 5; null without a score. */
  readonly tier: number | null
  readonly before: number
  readonly after: number
}

/** A served school and the unserved ones that stand for what would have been. */
export type MatchedSet = { readonly served: ComparedSchool; readonly like: readonly ComparedSchool[] }

/** How far apart two baselines may lie, in standard deviations of all schools: a caliper of a half. Source: our own rule. */
const CALIPER = 0.5
/** Each served school is set beside at most this many others. */
const AT_MOST = 2

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
export const spreadOf = (numbers: readonly number[]): number => {
  if (numbers.length < 2) return 0
  const middle = mean(numbers)
  return Math.sqrt(numbers.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (numbers.length - 1))
}

/**
 * Served schools beside similar unserved ones: the same level, an equity tier at most one apart, the nearest baseline.
 * No unserved school stands beside two, so that the sets are independent of each other and can be drawn anew as clusters.
 * Served schools with the fewest candidates choose first; ties go by id.
 */
export const matchSchools = (
  served: readonly ComparedSchool[],
  unserved: readonly ComparedSchool[],
): { readonly sets: MatchedSet[]; readonly alone: ComparedSchool[] } => {
  const caliper = CALIPER * spreadOf([...served, ...unserved].map(({ before }) => before))
  const apart = (one: ComparedSchool, other: ComparedSchool) => Math.abs(one.before - other.before)
  const alike = (one: ComparedSchool, other: ComparedSchool) =>
    one.level === other.level &&
    (one.tier === null || other.tier === null || Math.abs(one.tier - other.tier) <= 1) &&
    apart(one, other) <= caliper
  const candidates = new Map(
    served.map((school) => [
      school,
      unserved
        .filter((other) => alike(school, other))
        .sort((a, b) => apart(school, a) - apart(school, b) || (a.id < b.id ? -1 : 1)),
    ]),
  )
  const order = [...candidates.keys()].sort(
    (a, b) => candidates.get(a)!.length - candidates.get(b)!.length || (a.id < b.id ? -1 : 1),
  )
  const taken = new Set<ComparedSchool>()
  const like = new Map<ComparedSchool, ComparedSchool[]>(order.map((school) => [school, []]))
  // Everyone gets a first before anyone gets a second.
  for (let round = 0; round < AT_MOST; round++)
    for (const school of order) {
      const next = candidates.get(school)!.find((other) => !taken.has(other))
      if (next === undefined || like.get(school)!.length < round) continue
      taken.add(next)
      like.get(school)!.push(next)
    }
  return {
    sets: order.flatMap((school) =>
      like.get(school)!.length > 0 ? [{ served: school, like: like.get(school)! }] : [],
    ),
    alone: order.filter((school) => like.get(school)!.length === 0),
  }
}
