import { equityTiers, firstTiers, type EquityTier } from './equity-tiers.ts'

/** A school as far as the fairness of supply is concerned. */
export type SuppliedSchool = {
  readonly schoolId: string
  readonly tier: EquityTier | null
  /** The index's score: who is needier than whom. Null: not ranked, and left out of the curve. */
  readonly score: number | null
  readonly students: number
  /** Students the school's verified supply serves, all categories together. */
  readonly supply: number
  /** Organisations that serve it. */
  readonly partners: number
}

export type TierSupply = {
  readonly tier: EquityTier
  readonly schools: number
  readonly students: number
  readonly supply: number
  /** Null where the tier has no students. */
  readonly per100: number | null
  /** Schools nobody serves. */
  readonly withoutPartner: number
}

export type CurvePoint = { readonly students: number; readonly supply: number }

export type SupplyEquity = {
  readonly tiers: readonly TierSupply[]
  /** Places per 100 students at the Highest tier for one at the Lowest; above 1 favors need. Null: no such tier, or none there. */
  readonly ratio: number | null
  /** −1 (all supply at the least needy) through 0 (spread like the students) to 1 (all at the neediest). Null without supply. */
  readonly concentration: number | null
  /** Shares of students, the neediest first, and of the supply they have: (0,0) to (1,1). */
  readonly curve: readonly CurvePoint[]
}

const tierSupply = (tier: EquityTier, schools: readonly SuppliedSchool[]): TierSupply => {
  const own = schools.filter((school) => school.tier === tier)
  const students = own.reduce((sum, school) => sum + school.students, 0)
  const supply = own.reduce((sum, school) => sum + school.supply, 0)
  const withoutPartner = own.filter(({ partners }) => partners === 0).length
  return {
    tier,
    schools: own.length,
    students,
    supply,
    per100: students > 0 ? (100 * supply) / students : null,
    withoutPartner,
  }
}

/** Schools of one score are one step of the curve: their order would be an accident. */
const curveOf = (schools: readonly SuppliedSchool[]): CurvePoint[] => {
  const ranked = schools
    .flatMap((school) => (school.score === null ? [] : [{ ...school, score: school.score }]))
    .sort((a, b) => b.score - a.score)
  const [students, supply] = [
    ranked.reduce((sum, school) => sum + school.students, 0),
    ranked.reduce((sum, school) => sum + school.supply, 0),
  ]
  if (students === 0 || supply === 0) return []
  const points: CurvePoint[] = [{ students: 0, supply: 0 }]
  let [reached, served] = [0, 0]
  ranked.forEach((school, place) => {
    reached += school.students
    served += school.supply
    if (ranked[place + 1]?.score !== school.score)
      points.push({ students: reached / students, supply: served / supply })
  })
  return points
}

/**
 * Whether help goes where need is (domain 3.11): supply per 100 students by tier, the ratio of the Highest to the Lowest
 * tier, schools without any partner, and the concentration index: twice the area between the curve of supply cumulated
 * over students, the neediest first, and the diagonal. Positive is in favor of need.
 */
export const supplyEquity = (schools: readonly SuppliedSchool[]): SupplyEquity => {
  const tiers = equityTiers.map(({ code }) => tierSupply(code, schools))
  const [highest, lowest] = [tiers[0]!.per100, tiers.at(-1)!.per100]
  const curve = curveOf(schools)
  const area = curve.slice(1).reduce((sum, point, place) => {
    const from = curve[place]!
    return sum + ((point.students - from.students) * (point.supply + from.supply)) / 2
  }, 0)
  return {
    tiers,
    ratio: highest === null || !lowest ? null : highest / lowest,
    concentration: curve.length > 0 ? 2 * area - 1 : null,
    curve,
  }
}

/** The share of new placements that went to the two neediest tiers, by students; null where there are none. */
export const shareToFirstTiers = (
  placements: readonly { readonly tier: EquityTier | null; readonly students: number }[],
): number | null => {
  const all = placements.reduce((sum, { students }) => sum + students, 0)
  const first = placements
    .filter(({ tier }) => tier !== null && firstTiers.includes(tier))
    .reduce((sum, { students }) => sum + students, 0)
  return all > 0 ? first / all : null
}

/** What a placement would do to the fairness of supply, said before anybody decides. */
export const equityEffect = (
  schools: readonly SuppliedSchool[],
  placed: readonly { readonly schoolId: string; readonly students: number; readonly newPartner: boolean }[],
): { readonly before: SupplyEquity; readonly after: SupplyEquity } => {
  const bySchool = new Map<string, { students: number; partners: number }>()
  for (const { schoolId, students, newPartner } of placed) {
    const sum = bySchool.get(schoolId) ?? { students: 0, partners: 0 }
    bySchool.set(schoolId, { students: sum.students + students, partners: sum.partners + Number(newPartner) })
  }
  const after = schools.map((school) => {
    const added = bySchool.get(school.schoolId)
    return added
      ? { ...school, supply: school.supply + added.students, partners: school.partners + added.partners }
      : school
  })
  return { before: supplyEquity(schools), after: supplyEquity(after) }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
