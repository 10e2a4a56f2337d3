import {
  equityEffect,
  supplyEquity,
  shareToFirstTiers,
  type SuppliedSchool,
} from '../equity/supply-equity.ts'
import type { EquityTier } from '../equity/equity-tiers.ts'
import type { Placement, PlacementProblem } from './problem.ts'

/** What a way of placing comes to, for the whole district. */
export type PlacementOutcome = {
  /** Students of open needs who are served, those of today among them. */
  readonly students: number
  /** Students placed beside those of today. */
  readonly placed: number
  /** Students served, each weighed by severity and equity, of the same for all who need it: 0 to 1. */
  readonly weightedShare: number
  /** Places per 100 students at the Highest tier for one at the Lowest; null where it cannot be said. */
  readonly ratio: number | null
  /** Of the students placed, those at the two neediest tiers; null where none are placed. */
  readonly toFirstTiers: number | null
}

/** The district as it is: what its needs ask for in all and what is met, and how supply is spread. */
export type PlacementGround = {
  /** In the order of the problem's needs: its students in all, those unmet among them. */
  readonly wanted: readonly number[]
  /** Needs that are met wholly are in no problem: their students and their weight. */
  readonly metElsewhere: { readonly students: number; readonly weight: number }
  readonly schools: readonly SuppliedSchool[]
  /** Organisation of each of the problem's services. */
  readonly organizations: readonly string[]
  /** Which organisations are at which schools: `school/organization`. */
  readonly present: ReadonlySet<string>
}

export const outcomeOf = (
  { needs, candidates }: PlacementProblem,
  ground: PlacementGround,
  plan: readonly Placement[],
): PlacementOutcome => {
  const tiers = new Map(ground.schools.map(({ schoolId, tier }) => [schoolId, tier]))
  const { metElsewhere, wanted } = ground
  let [students, met, all] = [metElsewhere.students, metElsewhere.weight, metElsewhere.weight]
  needs.forEach((need, at) => {
    const total = wanted[at] ?? need.students
    students += total - need.students
    met += (total - need.students) * need.weight
    all += total * need.weight
  })
  const known = new Set(ground.present)
  const placed = plan.map(({ candidate, students: count }) => {
    const { need, service } = candidates[candidate]!
    const { schoolId, weight } = needs[need]!
    met += count * weight
    const tie = `${schoolId}/${ground.organizations[service] ?? ''}`
    const newPartner = !known.has(tie)
    known.add(tie)
    return { schoolId, students: count, newPartner, tier: (tiers.get(schoolId) ?? null) as EquityTier | null }
  })
  const count = placed.reduce((sum, one) => sum + one.students, 0)
  const { ratio } =
    plan.length === 0 ? supplyEquity(ground.schools) : equityEffect(ground.schools, placed).after
  return {
    students: students + count,
    placed: count,
    weightedShare: all > 0 ? met / all : 0,
    ratio,
    toFirstTiers: shareToFirstTiers(placed),
  }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
