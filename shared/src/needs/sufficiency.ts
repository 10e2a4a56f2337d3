import { expectedStudents, tiers, type Tier } from '../catalog/tiers.ts'

export type Sufficiency = {
  readonly tier: Tier
  readonly expected: number
  readonly slots: number
  /** Slots against the students the tier is planned for; 1 is enough, null where the school has nobody to plan for. */
  readonly share: number | null
}

/** Whether a school has enough help at each tier: verified slots / (enrollment × expected share) (MTSS; domain 3.2). */
export const sufficiencyOf = (
  slots: Readonly<Partial<Record<Tier, number>>>,
  enrollment: number,
): Sufficiency[] =>
  tiers.map(({ tier }) => {
    const expected = expectedStudents(tier, enrollment)
    const held = slots[tier] ?? 0
    return { tier, expected, slots: held, share: expected > 0 ? held / expected : null }
  })

/** The deeper tiers nothing is supplied at although something is at a lower one: "no Tier 2/3". */
export const missingDeeperTiers = (slots: Readonly<Partial<Record<Tier, number>>>): Tier[] => {
  const held = tiers.map(({ tier }) => tier).filter((tier) => (slots[tier] ?? 0) > 0)
  const lowest = held[0]
  return lowest === undefined
    ? []
    : tiers.map(({ tier }) => tier).filter((tier) => tier > lowest && !held.includes(tier))
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
