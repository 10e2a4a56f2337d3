import type { InTwoLanguages } from '../vocabulary/terms.ts'

export type Tier = 1 | 2 | 3

export type TierDefinition = {
  readonly tier: Tier
  readonly name: InTwoLanguages
  readonly meaning: InTwoLanguages
  /** The share of a school's students such help is expected to be for, lowest and highest. */
  readonly share: { readonly low: number; readonly high: number }
}

/** The three tiers of a multi-tiered system of supports, with the shares commonly planned for (MTSS; domain 3.2). */
export const tiers: readonly TierDefinition[] = [
  {
    tier: 1,
    name: { en: 'Universal', es: 'Universal' },
    meaning: { en: 'For all students, school-wide', es: 'Para todos los estudiantes de la escuela' },
    share: { low: 0.8, high: 1 },
  },
  {
    tier: 2,
    name: { en: 'Targeted', es: 'Focalizado' },
    meaning: { en: 'For a group with a need in common', es: 'Para un grupo con una necesidad en común' },
    share: { low: 0.05, high: 0.15 },
  },
  {
    tier: 3,
    name: { en: 'Intensive', es: 'Intensivo' },
    meaning: { en: 'For single students', es: 'Para estudiantes de manera individual' },
    share: { low: 0.01, high: 0.05 },
  },
]

export const tierOf = (tier: Tier): TierDefinition => tiers[tier - 1]!

/** How many students of a school a tier is planned for: the middle of its share, so 10 % for targeted help. */
export const expectedStudents = (tier: Tier, enrollment: number): number => {
  const { low, high } = tierOf(tier).share
  return Math.round((enrollment * (low + high)) / 2)
}
