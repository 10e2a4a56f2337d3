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

/** A sum of numbers some of which may be endless, from which one can be taken out again. */
const tally = (parts: readonly number[]) => {
  const endless = parts.filter((part) => !Number.isFinite(part)).length
  const sum = parts.reduce((all, part) => (Number.isFinite(part) ? all + part : all), 0)
  return {
    without: (part: number, whenEndless: number): number =>
      Number.isFinite(part) ? (endless > 0 ? whenEndless : sum - part) : endless > 1 ? whenEndless : sum,
  }
}

const anything: Range = { low: 0, high: Infinity }

/** What one published sum tells about each of its hidden cells, given what is already known of the others. */
export const rangesFromSum = (
  sum: Sum,
  values: readonly (number | null)[],
  hidden: ReadonlySet<number>,
  known: Pick<ReadonlyMap<number, Range>, 'get'>,
): Map<number, Range> => {
  const left = visiblePart(sum, values, hidden)
  // The least and the most each hidden cell can add to the sum.
  const unknown = terms(sum)
    .filter(({ at }) => hidden.has(at))
    .map(({ at, sign }) => {
      const own = known.get(at) ?? anything
      return sign > 0
        ? { at, sign, own, least: own.low, most: own.high }
        : { at, sign, own, least: -own.high, most: -own.low }
    })
  const [least, most] = [tally(unknown.map((one) => one.least)), tally(unknown.map((one) => one.most))]
  return new Map(
    unknown.map(({ at, sign, own, ...part }) => {
      const low = left - most.without(part.most, Infinity)
      const high = left - least.without(part.least, -Infinity)
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
  const sumsOf = new Map<number, Sum[]>()
  for (const sum of sums)
    for (const { at } of terms(sum)) if (hidden.has(at)) sumsOf.set(at, [...(sumsOf.get(at) ?? []), sum])
  let waiting = new Set(sums)
  for (let round = 0; waiting.size > 0 && round < 50; round++) {
    const next = new Set<Sum>()
    for (const sum of waiting)
      for (const [at, range] of rangesFromSum(sum, values, hidden, known)) {
        const before = known.get(at) ?? anything
        // Totals that disagree with their parts give an empty range: it proves nothing, so it is not carried on.
        if (range.low > range.high || (range.low <= before.low && range.high >= before.high)) continue
        known.set(at, range)
        for (const touched of sumsOf.get(at) ?? []) next.add(touched)
      }
    waiting = next
  }
  return known
}
