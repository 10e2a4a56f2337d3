import type { Unit } from './measured-value.ts'
import { measureOf } from './metric-dictionary.ts'
import { noFigure } from './published-table.ts'
import { suppressCells, type PublicCell } from './suppression.ts'

/** What the shown figures of some schools add up to, as a database sums them. */
export type ShownSums = {
  /** How many schools show a figure. */
  readonly shown: number
  /** People behind those that state their size, and their figures weighted by it. */
  readonly n: number
  readonly weighted: number
  readonly total: number
  /** The plain mean of those that state no size. */
  readonly plain: number | null
}

/**
 * The figure of some of the district's schools out of their sums: the same as `figureOfShown` gives for the figures
 * themselves. It is made of shown figures only, so that no choice of schools tells what a hidden one says.
 */
export const figureOfSums = (unit: Unit, { shown, n, weighted, total, plain }: ShownSums): PublicCell => {
  if (shown === 0) return noFigure
  const measure = measureOf(unit)
  const [value, people] = measure === 'count' ? [total, total] : n > 0 ? [weighted / n, n] : [plain, null]
  if (value === null) return noFigure
  const cell = { key: '', measure: people === null ? ('score' as const) : measure, value, n: people }
  return suppressCells([cell], [], 0).cells.get('') ?? noFigure
}
