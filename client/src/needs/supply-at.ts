import type { EquityOfSupply } from '@common-table/shared/equity/schemas'

/** The share of places that this share of the students has, the neediest first; null where there is no curve. */
export const supplyAt = (curve: EquityOfSupply['curve'], share: number): number | null => {
  const after = curve.findIndex(({ students }) => students >= share - 1e-9)
  const to = curve[after]
  if (!to) return null
  const from = curve[after - 1]
  if (!from || to.students === from.students) return to.supply
  return from.supply + ((to.supply - from.supply) * (share - from.students)) / (to.students - from.students)
}
