import { expectedStudents, type Tier } from '../catalog/tiers.ts'
import { isDemand, type NeedStatus } from './lifecycle.ts'

export type NeedEntry = {
  readonly status: NeedStatus
  /** A count of students, never names; null when the person who recorded it could not say. */
  readonly studentsAffected: number | null
  /** Whom it is for (grades, population) as one key; null for the school as a whole. */
  readonly group: string | null
}

export type Demand = { readonly students: number; readonly estimated: boolean; readonly entries: number }

/**
 * How many students of a school need one kind of help at one tier. A principal, a survey and a figure that speak of the
 * same group speak of the same students, so the largest of them counts; different groups add up; the whole-school number
 * covers its groups where it is larger; nobody counts beyond the school's enrollment. Where nobody could say a number,
 * the tier's expected share of the school stands in and is marked as an estimate.
 */
export const demandOf = (entries: readonly NeedEntry[], tier: Tier, enrollment: number | null): Demand => {
  const counted = entries.filter(({ status }) => isDemand(status))
  const groups = new Map<string | null, number>()
  for (const { group, studentsAffected } of counted)
    if (studentsAffected !== null) groups.set(group, Math.max(groups.get(group) ?? 0, studentsAffected))
  const ceiling = enrollment ?? Infinity
  if (groups.size === 0) {
    const students = counted.length > 0 && enrollment !== null ? expectedStudents(tier, enrollment) : 0
    return { students, estimated: counted.length > 0, entries: counted.length }
  }
  const whole = groups.get(null) ?? 0
  groups.delete(null)
  const together = [...groups.values()].reduce((sum, students) => sum + students, 0)
  return { students: Math.min(ceiling, Math.max(whole, together)), estimated: false, entries: counted.length }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
