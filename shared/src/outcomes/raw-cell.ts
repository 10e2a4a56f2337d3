import type { Bound } from './bands.ts'

/** A figure as it is stored. `n` is the people behind it: the count itself, a rate's denominator, the number scored. */
export type RawCell = {
  readonly key: string
  readonly measure: 'count' | 'rate' | 'score'
  /** A count, a percentage from 0 to 100, or a score; null where the source prints no number. */
  readonly value: number | null
  readonly n: number | null
  /** For a rate, those who meet it; worked out from value and n where the source prints only these. */
  readonly numerator?: number | null
  /** What the source printed in place of a number; it stays as the source put it. */
  readonly printed?: 'suppressed' | 'missing' | Bound
}

/** Cells that add up to a total: a cell of the same table, a count known from elsewhere, or (absent) simply their sum. */
export type Partition = { readonly members: readonly string[]; readonly total?: string | number }

/** The people of a cell who meet its measure. */
export const metBy = ({ measure, value, n, numerator }: RawCell): number | null => {
  if (measure !== 'rate') return null
  return numerator ?? (n === null || value === null ? null : Math.round((value * n) / 100))
}
