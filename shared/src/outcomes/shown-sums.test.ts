import { expect, it } from 'vitest'
import { figureOfShown, noFigure, publishedTable } from './published-table.ts'
import { figureOfSums } from './shown-sums.ts'
import type { PublicCell } from './suppression.ts'

const random = (seed: number) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648

const sumsOf = (cells: readonly PublicCell[]) => {
  const shown = cells.filter(({ value }) => value !== null)
  const sized = shown.filter(({ n }) => n !== null && n > 0)
  const plain = shown.filter(({ n }) => n === null)
  const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0)
  return {
    shown: shown.length,
    n: sum(sized.map(({ n }) => n!)), // those with a size were kept
    weighted: sum(sized.map(({ n, value }) => n! * value!)), // shown and sized
    total: sum(shown.map(({ value }) => value!)), // shown
    plain: plain.length === 0 ? null : sum(plain.map(({ value }) => value!)) / plain.length, // shown
  }
}

it('sums of a database give the figure that the shown figures themselves give, whatever is hidden', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const next = random(seed)
    const unit = (['percent', 'count', 'score'] as const)[seed % 3]!
    const sized = seed % 5 > 0
    const table = publishedTable(
      Array.from({ length: 1 + Math.floor(next() * 12) }, (_, at) => {
        const denominator = sized && next() < 0.9 ? Math.floor(next() * 90) + 1 : null
        const value =
          unit === 'count' ? Math.floor(next() * 60) : unit === 'percent' ? next() * 100 : next() * 4
        return {
          school: `s${at}`,
          group: 'all',
          dimension: 'all',
          status: next() < 0.1 ? ('suppressed' as const) : ('reported' as const),
          value,
          numerator: null,
          denominator,
        }
      }),
      { unit, threshold: 10 },
    )
    const cells = table.flatMap(({ school, cells }) => (school !== null && cells.all ? [cells.all] : []))
    const one = figureOfSums(unit, sumsOf(cells))
    const other = figureOfShown(unit, cells) ?? noFigure
    expect(one.value === null).toBe(other.value === null)
    if (one.value !== null) expect(one.value).toBeCloseTo(other.value!, 9) // both are known by the line above
    expect(one.n).toBe(other.n)
  }
})
