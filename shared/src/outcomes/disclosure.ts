/**
 * One sum the public can check: the members of a partition add up to its total. `plus` and `minus` hold places in the
 * list of cells; a total printed in the table stands in `minus`, one known from elsewhere is the constant.
 */
export type Sum = {
  readonly plus: readonly number[]
  readonly minus: readonly number[]
  readonly constant: number
}

/** The smallest and the largest number a hidden cell can still be, seen from outside. */
export type Range = { readonly low: number; readonly high: number }

const terms = ({ plus, minus }: Sum) => [
  ...plus.map((at) => ({ at, sign: 1 })),
  ...minus.map((at) => ({ at, sign: -1 })),
]

const visiblePart = (sum: Sum, values: readonly (number | null)[], hidden: ReadonlySet<number>): number =>
  terms(sum).reduce(
    (left, { at, sign }) => (hidden.has(at) ? left : left - sign * (values[at] ?? 0)),
    sum.constant,
  )

/** What one published sum tells about each of its hidden cells, given what is already known of the others. */
export const rangesFromSum = (
  sum: Sum,
  values: readonly (number | null)[],
  hidden: ReadonlySet<number>,
  known: ReadonlyMap<number, Range>,
): Map<number, Range> => {
  const left = visiblePart(sum, values, hidden)
  const unknown = terms(sum).filter(({ at }) => hidden.has(at))
  const anything: Range = { low: 0, high: Infinity }
  return new Map(
    unknown.map(({ at, sign }) => {
      let [low, high] = [left, left]
      for (const other of unknown) {
        if (other.at === at) continue
        const range = known.get(other.at) ?? anything
        low -= other.sign > 0 ? range.high : -range.low
        high -= other.sign > 0 ? range.low : -range.high
      }
      const own = known.get(at) ?? anything
      const [from, to] = sign > 0 ? [low, high] : [-high, -low]
      return [at, { low: Math.max(own.low, from), high: Math.min(own.high, to) }]
    }),
  )
}

/** Everything an attacker learns by carrying what one sum tells into the next, until nothing narrows any more. */
export const inferredRanges = (
  sums: readonly Sum[],
  values: readonly (number | null)[],
  hidden: ReadonlySet<number>,
  base: ReadonlyMap<number, Range>,
): Map<number, Range> => {
  const known = new Map(base)
  for (let round = 0, narrowed = true; narrowed && round < 50; round++) {
    narrowed = false
    for (const sum of sums)
      for (const [at, range] of rangesFromSum(sum, values, hidden, known)) {
        const before = known.get(at) ?? { low: 0, high: Infinity }
        // Totals that disagree with their parts give an empty range: it proves nothing, so it is not carried on.
        if (range.low > range.high || (range.low <= before.low && range.high >= before.high)) continue
        known.set(at, range)
        narrowed = true
      }
  }
  return known
}

/**
 * The hidden cells that follow exactly from the published sums, by elimination over all sums together: subtracting one
 * sum at a time misses the cells that only a combination of rows and columns gives away.
 */
export const determinedCells = (sums: readonly Sum[], hidden: ReadonlySet<number>): Set<number> => {
  const rows = new Map<number, Map<number, number>>()
  const subtract = (from: Map<number, number>, row: ReadonlyMap<number, number>, times: number) => {
    for (const [at, factor] of row) {
      const left = (from.get(at) ?? 0) - times * factor
      if (Math.abs(left) < 1e-9) from.delete(at)
      else from.set(at, left)
    }
  }
  const unknowns = sums
    .map(
      (sum) => new Map(terms(sum).flatMap(({ at, sign }) => (hidden.has(at) ? [[at, sign] as const] : []))),
    )
    .sort((a, b) => a.size - b.size)
  for (const row of unknowns) {
    for (const at of row.keys()) {
      const solved = rows.get(at)
      if (solved) subtract(row, solved, row.get(at) ?? 0)
    }
    const pivot = row.entries().next().value
    if (!pivot) continue
    const [column, factor] = pivot
    for (const [at, value] of row) row.set(at, value / factor)
    for (const other of rows.values()) {
      const times = other.get(column)
      if (times !== undefined) subtract(other, row, times)
    }
    rows.set(column, row)
  }
  return new Set([...rows].flatMap(([column, row]) => (row.size === 1 ? [column] : [])))
}
