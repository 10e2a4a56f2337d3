import { capacityFor, studentsServed, type CapacityUnit } from '../catalog/capacity-units.ts'

/** So much capacity of a site, in its service's unit. */
export type Take = { readonly siteId: string; readonly amount: number }

/**
 * From which sites places for so many students come, in the order given, each no more than it can let go. Fewer than asked
 * when there are not enough: the caller checks first.
 */
export const takePlaces = (
  movable: ReadonlyMap<string, number>,
  students: number,
  unit: CapacityUnit,
): Take[] => {
  let left = students
  return [...movable].flatMap(([siteId, free]): Take[] => {
    const amount = capacityFor(Math.min(left, free), unit) ?? 0
    if (amount <= 0) return []
    left -= Math.min(left, studentsServed(amount, unit) ?? 0)
    return [{ siteId, amount }]
  })
}
