import { determinedCells } from './determined-cells.ts'
import { inferredRanges, rangesFromSum, type Range, type Sum } from './disclosure.ts'

/**
 * One additive reading of the same cells: the people counted, those who meet the measure, or those who do not. `known`
 * is what the public knows of a cell once it is hidden; `sensitive` are the cells that may not be worked out. The sums
 * of all layers of a table stand in the same order and run over the same cells.
 */
export type Layer = {
  readonly values: readonly (number | null)[]
  readonly sums: readonly Sum[]
  readonly known: (at: number) => Range
  readonly sensitive: ReadonlySet<number>
}

/** A hidden cell keeps at least this many possible values: half of what its label admits. Our own rule; no source fixes one. */
export const protectedWidth = (threshold: number): number => Math.ceil(threshold / 2)

const tooNarrow = ({ low, high }: Range, threshold: number) =>
  low <= high && high - low + 1 < protectedWidth(threshold)

/**
 * Whether one sum alone gives a hidden cell away: it is the only one hidden, or the hidden ones together are a group
 * under the threshold, or what is left pins it. Source: complementary suppression as in the California convention.
 */
const givesAway = (sum: Sum, layer: Layer, hidden: ReadonlySet<number>, threshold: number) => {
  const { values, known, sensitive } = layer
  const concealed = [...sum.plus, ...sum.minus].filter((at) => hidden.has(at))
  // A cell hidden only to protect another is worth nothing once it can be found again, so it counts here too.
  if (concealed.length === 1) return true
  if (!concealed.some((at) => sensitive.has(at))) return false
  const parts = concealed.map((at) => values[at] ?? null)
  if (!sum.minus.some((at) => hidden.has(at)) && !parts.includes(null)) {
    if (parts.reduce<number>((all, part) => all + (part ?? 0), 0) < threshold) return true
  }
  const ranges = rangesFromSum(sum, values, hidden, new Map(concealed.map((at) => [at, known(at)])))
  return concealed.some((at) => sensitive.has(at) && tooNarrow(ranges.get(at) ?? known(at), threshold))
}

/** A sensitive cell that all sums of a layer together give away, with those of its sums that pin it. */
type Exposed = { readonly at: number; readonly pins: readonly number[] }

const exposedIn = (
  layer: Layer,
  hidden: ReadonlySet<number>,
  threshold: number,
  sumsOf: ReadonlyMap<number, readonly number[]>,
): Exposed[] => {
  const { sums, values, known, sensitive } = layer
  const determined = determinedCells(sums, hidden)
  const ranges = inferredRanges(sums, values, hidden, new Map([...hidden].map((at) => [at, known(at)])))
  const pinsOf = (at: number): number[] => {
    const others = { get: (other: number) => (other === at ? known(at) : ranges.get(other)) }
    return (sumsOf.get(at) ?? []).filter((index) => {
      const sum = sums[index]
      const range = sum && rangesFromSum(sum, values, hidden, others).get(at)
      return range !== undefined && tooNarrow(range, threshold)
    })
  }
  return [...sensitive]
    .filter((at) => determined.has(at) || tooNarrow(ranges.get(at) ?? known(at), threshold))
    .map((at) => ({ at, pins: pinsOf(at) }))
}

/**
 * In a sum of a few cells, one more withheld helps every other. In a district's column of hundreds of schools it saves
 * nobody: there the cell is looked for in the school's own few, which also keeps the work in line with the schools.
 */
const longSum = 60

const unnamed: Range = { low: 0, high: Infinity }

export type Protected = {
  readonly hidden: Set<number>
  /** Hidden cells whose label is dropped too: "fewer than 10" on a total would pin the few parts it is made of. */
  readonly unlabelled: Set<number>
  readonly unprotected: Set<number>
}

/**
 * Hides more cells, the earliest in `order` first, until no sensitive one can be worked out from all that stays visible.
 * Says which ones nothing inside this table can save. `bare` are hidden cells without a label from the start.
 */
export const protect = (
  primary: ReadonlySet<number>,
  layers: readonly Layer[],
  threshold: number,
  order: readonly number[],
  bare: ReadonlySet<number> = new Set(),
): Protected => {
  const [hidden, unlabelled] = [new Set(primary), new Set(bare)]
  const seen = layers.map((layer): Layer => ({
    ...layer,
    known: (at) => (unlabelled.has(at) ? unnamed : layer.known(at)),
  }))
  const rank = new Map(order.map((at, place) => [at, place]))
  const cellsOf = (layers[0]?.sums ?? []).map(({ plus, minus }) => [...minus, ...plus])
  const sumsOf = new Map<number, number[]>()
  cellsOf.forEach((cells, index) => {
    for (const at of cells) sumsOf.set(at, [...(sumsOf.get(at) ?? []), index])
  })
  const cellsIn = (sums: readonly number[]) => sums.flatMap((index) => cellsOf[index] ?? [])
  const firstVisible = (sums: readonly number[]): number | undefined =>
    cellsIn(sums)
      .filter((at) => !hidden.has(at) && rank.has(at))
      .reduce<number | undefined>(
        (first, at) => (first === undefined || rank.get(at)! < rank.get(first)! ? at : first),
        undefined,
      )
  const firstLabelled = (sums: readonly number[]) =>
    cellsIn(sums).find((at) => primary.has(at) && rank.has(at) && !unlabelled.has(at))
  const beside = (sums: readonly number[]) => [
    ...new Set(cellsIn(sums).flatMap((at) => sumsOf.get(at) ?? [])),
  ]

  const settleEachSum = () => {
    const waiting = new Set(cellsOf.keys())
    for (const index of waiting) {
      waiting.delete(index)
      const tells = seen.some((layer) => {
        const sum = layer.sums[index]
        return sum !== undefined && givesAway(sum, layer, hidden, threshold)
      })
      const next = tells ? firstVisible([index]) : undefined
      if (next === undefined) continue
      hidden.add(next)
      for (const touched of sumsOf.get(next) ?? []) waiting.add(touched)
    }
  }

  const isLong = (index: number) => (cellsOf[index]?.length ?? 0) > longSum
  const give = (next: number | undefined): boolean => next !== undefined && Boolean(hidden.add(next))
  const dropLabel = (sums: readonly number[]): boolean => {
    const label = firstLabelled(sums)
    return label !== undefined && Boolean(unlabelled.add(label))
  }

  /** One more cell given up for an exposed one, the smallest first, else a label. Answers the sums it was given up in. */
  const giveUpFor = (at: number, pins: readonly number[]): readonly number[] | undefined => {
    const around = sumsOf.get(at) ?? []
    if (around.some(isLong)) {
      const shortest = pins.toSorted((a, b) => (cellsOf[a]?.length ?? 0) - (cellsOf[b]?.length ?? 0))
      for (const pin of shortest) if (give(firstVisible([pin]))) return [pin]
      for (const pin of shortest) if (dropLabel([pin])) return [pin]
      const near = beside(pins).filter((index) => !isLong(index))
      if (give(firstVisible(near)) || dropLabel(near)) return pins
    }
    return give(firstVisible(around)) || give(firstVisible(beside(around))) || dropLabel(around)
      ? around
      : undefined
  }

  for (;;) {
    settleEachSum()
    const exposed = seen.flatMap((layer) => exposedIn(layer, hidden, threshold, sumsOf))
    const touched = new Set<number>()
    let grew = false
    for (const { at, pins } of exposed.toSorted((a, b) => a.at - b.at)) {
      // One at a time where they lie close together: what is given up for one often saves the next.
      const around = sumsOf.get(at) ?? []
      const close = around.some(isLong) && pins.length > 0 ? pins : around
      if (close.some((index) => touched.has(index))) continue
      const given = giveUpFor(at, pins)
      if (!given) continue
      grew = true
      for (const index of given) touched.add(index)
    }
    if (!grew) return { hidden, unlabelled, unprotected: new Set(exposed.map(({ at }) => at)) }
  }
}
