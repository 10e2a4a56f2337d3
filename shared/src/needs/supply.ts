import { daysBetween } from '../calendar/dates.ts'
import { studentsServed, type CapacityUnit } from '../catalog/capacity-units.ts'

export type SupplyEntry = {
  /** Null where nobody has said how much. */
  readonly amount: number | null
  readonly unit: CapacityUnit
  /** Students as the partner states them, where the unit cannot be turned into students. */
  readonly studentsStated?: number | null
  /** An agreement in force, an informal partnership, or the district's own program. */
  readonly inForce: boolean
  readonly verifiedOn: string | null
}

export type Supply = {
  readonly verified: number
  /** Promised but not assured: no agreement in force, or capacity nobody has confirmed lately. */
  readonly paper: number
  /** Entries whose capacity cannot be said in students, assured or not: something is there, nobody knows how much. */
  readonly unsized: number
}

/** Capacity is believed for this long after somebody confirmed it (domain 5.2); a district sets its own. */
export const VERIFIED_FOR_DAYS = 90

/** Whether a service's capacity counts today. */
export const isVerified = (
  { inForce, verifiedOn }: Pick<SupplyEntry, 'inForce' | 'verifiedOn'>,
  asOf: string,
  days = VERIFIED_FOR_DAYS,
): boolean => {
  if (!inForce || verifiedOn === null) return false
  const age = daysBetween(verifiedOn, asOf)
  return age >= 0 && age <= days
}

/** What a school can count on, and what stands only on paper, in students. */
export const supplyOf = (entries: readonly SupplyEntry[], asOf: string, days = VERIFIED_FOR_DAYS): Supply => {
  const supply = { verified: 0, paper: 0, unsized: 0 }
  for (const entry of entries) {
    const { amount, unit, studentsStated } = entry
    const students = studentsStated ?? (amount === null ? null : studentsServed(amount, unit))
    if (students === null) supply.unsized += 1
    else supply[isVerified(entry, asOf, days) ? 'verified' : 'paper'] += students
  }
  return supply
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
