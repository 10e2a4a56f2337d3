import type { PublicCell } from '@common-table/shared/outcomes/suppression'

/** How far two groups are apart in each period; nothing where one of them is not shown. */
export const gapsOf = (one: readonly PublicCell[], other: readonly PublicCell[]): (number | null)[] =>
  one.map((cell, at) => {
    const beside = other[at]?.value ?? null
    return cell.value === null || beside === null ? null : Math.abs(cell.value - beside)
  })
