import type { Severity } from '../needs/severity.ts'
import { equityFactor, type EquityTier } from './equity-tiers.ts'

/** However few students a need is about, it keeps this much of its weight: a small group's critical need is not nothing. */
export const REACH_FLOOR = 0.05

export type PriorityFacts = {
  readonly severity: Severity
  readonly studentsAffected: number
  /** Null where the school's enrollment is not known; the reach is then taken as whole. */
  readonly enrollment: number | null
  /** Of the students affected, those nobody serves: 0 to 1. */
  readonly unmetShare: number
  readonly tier: EquityTier | null
}

export type NeedPriority = {
  readonly severity: Severity
  readonly unmetShare: number
  readonly equityFactor: number
  /** Students affected of those enrolled, floored and at most 1. */
  readonly reach: number
  readonly floored: boolean
  /** Severity × unmet share × equity factor × reach: 0 to 7.5. */
  readonly score: number
}

/** Which need comes first, with every factor to be seen (domain 3.11). */
export const needPriority = (facts: PriorityFacts): NeedPriority => {
  const { severity, studentsAffected, enrollment, tier } = facts
  const unmetShare = Math.min(1, Math.max(0, facts.unmetShare))
  const share = enrollment === null ? 1 : enrollment > 0 ? Math.min(1, studentsAffected / enrollment) : 0
  const reach = Math.max(REACH_FLOOR, share)
  const factor = equityFactor(tier)
  return {
    severity,
    unmetShare,
    equityFactor: factor,
    reach,
    floored: share < REACH_FLOOR,
    score: severity * unmetShare * factor * reach,
  }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
