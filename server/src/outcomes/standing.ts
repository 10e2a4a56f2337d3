import type { Direction } from '@common-table/shared/outcomes/metric'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import type { StandingItem } from '@common-table/shared/outcomes/target-schemas'
import type { Goal } from '@common-table/shared/outcomes/schemas'
import { standingOf } from '@common-table/shared/outcomes/targets'

/** A target as queries answer it. */
export interface StoredTarget {
  id: string
  baselineValue: number | null
  baselineOn: string | null
  targetValue: number
  dueOn: string
}

export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))

/** Where a target stands by the latest figure that may be shown; a withheld one says nothing. */
export const standing = (
  target: StoredTarget,
  latest: { cell: PublicCell; on: string } | null,
  { direction, decimals }: { direction: Direction; decimals: number },
): StandingItem => {
  const value = latest?.cell.value ?? null
  const { status, expected, words } = standingOf(
    {
      baseline: target.baselineValue,
      baselineOn: target.baselineOn,
      target: target.targetValue,
      dueOn: target.dueOn,
    },
    latest === null || value === null ? null : { value: rounded(value, decimals), on: latest.on },
    direction === 'neutral' ? 'higher_is_better' : direction,
  )
  return { status, expected, words }
}

export const goalOf = (
  target: StoredTarget | null,
  latest: { cell: PublicCell; on: string } | null,
  metric: { direction: Direction; decimals: number },
): Goal | null =>
  target && {
    id: target.id,
    value: target.targetValue,
    dueOn: target.dueOn,
    standing: standing(target, latest, metric),
  }
