import { determinedCells, inferredRanges, rangesFromSum, type Range, type Sum } from './disclosure.ts'

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

/** The sensitive cells that all sums of a layer together still give away. */
const exposedIn = (
  { sums, values, known, sensitive }: Layer,
  hidden: ReadonlySet<number>,
  threshold: number,
) => {
  const determined = determinedCells(sums, hidden)
  const base = new Map([...hidden].map((at) => [at, known(at)]))
  const ranges = inferredRanges(sums, values, hidden, base)
  return [...sensitive].filter(
    (at) => determined.has(at) || tooNarrow(ranges.get(at) ?? known(at), threshold),
  )
}

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
      .sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))[0]
  const firstLabelled = (sums: readonly number[]) =>
    cellsIn(sums).find((at) => primary.has(at) && rank.has(at) && !unlabelled.has(at))
  const beside = (sums: readonly number[]) => cellsIn(sums).flatMap((at) => sumsOf.get(at) ?? [])

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

  /** One more cell given up for an exposed one: of its own sums, else of the sums beside it, else a label. */
  const giveUpFor = (around: readonly number[]): boolean => {
    const next = firstVisible(around) ?? firstVisible(beside(around))
    if (next !== undefined) hidden.add(next)
    const label = next === undefined ? firstLabelled(around) : undefined
    if (label !== undefined) unlabelled.add(label)
    return next !== undefined || label !== undefined
  }

  for (;;) {
    settleEachSum()
    const unprotected = new Set(seen.flatMap((layer) => exposedIn(layer, hidden, threshold)))
    const touched = new Set<number>()
    let grew = false
    for (const at of [...unprotected].sort((a, b) => a - b)) {
      const around = sumsOf.get(at) ?? []
      if (around.some((index) => touched.has(index)) || !giveUpFor(around)) continue
      grew = true
      for (const index of around) touched.add(index)
    }
    if (!grew) return { hidden, unlabelled, unprotected }
  }
}
