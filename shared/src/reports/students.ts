import { suppressCells, type PublicCell } from '../outcomes/suppression.ts'

/**
 * Students of several partnerships, as those outside may read them: a small group is withheld. A report shows either each
 * partnership or all of them together, so that one cannot be taken from the other.
 */
export const studentCells = (
  counts: readonly (number | null)[],
  threshold: number,
): readonly PublicCell[] => {
  const { cells } = suppressCells(
    counts.map((value, at) => ({ key: String(at), measure: 'count', value, n: value })),
    [],
    threshold,
  )
  return counts.map((_, at) => cells.get(String(at))!) // one for each key
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
