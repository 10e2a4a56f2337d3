import type { Bound } from './bands.ts'
import type { Layer } from './complementary.ts'
import type { Range, Sum } from './disclosure.ts'
import { metBy, type Partition, type RawCell } from './raw-cell.ts'

/** Why a cell may not be shown by its own figures: its group is small, or its rate would tell. */
export type OwnReason = { readonly reason: 'small_n' } | { readonly reason: 'extreme'; readonly bound: Bound }

const additive = (cell: RawCell | undefined) => cell?.n != null && cell.printed === undefined
const concealedBySource = (cell: RawCell | undefined) =>
  cell?.printed !== undefined && cell.printed !== 'missing'

/**
 * Every partition as the sums it publishes. Where the source itself conceals members there are two readings, a total with
 * them (the source's own) and one without (a roll-up of what was received): both must hold.
 */
const sumsOf = (
  cells: readonly RawCell[],
  partitions: readonly Partition[],
  values: readonly (number | null)[],
  countsPeople: boolean,
): Sum[] => {
  const place = new Map(cells.map(({ key }, at) => [key, at]))
  return partitions.flatMap(({ members, total }): Sum[] => {
    const places = members.flatMap((key) => place.get(key) ?? [])
    const plus = places.filter((at) => additive(cells[at]))
    const all = places.filter((at) => additive(cells[at]) || concealedBySource(cells[at]))
    const computed = plus.reduce((sum, at) => sum + (values[at] ?? 0), 0)
    if (total === undefined) return [{ plus, minus: [], constant: computed }]
    if (typeof total === 'number') {
      // A total known from elsewhere counts people; of those who meet the measure only what is printed here is known.
      const constant = countsPeople ? total : computed
      return [{ plus: all.length > plus.length && countsPeople ? all : plus, minus: [], constant }]
    }
    const at = place.get(total)
    if (at === undefined || !(additive(cells[at]) || concealedBySource(cells[at]))) return []
    const sums = [{ plus, minus: [at], constant: 0 }]
    return all.length > plus.length ? [...sums, { plus: all, minus: [at], constant: 0 }] : sums
  })
}

/** A cell hidden to protect another is known to be no small one; one concealed by its source may be anything. */
const atLeast = (value: number | null | undefined, threshold: number): Range => ({
  low: value != null && value >= threshold ? threshold : 0,
  high: Infinity,
})

/**
 * What a withheld rate's label says of the people on one side of it, for a reader who knows the size of the group and the
 * rules: a band is drawn where fewer than the threshold are on its side, however wide its limit sounds.
 */
const bandRange = ({ kind }: Bound, people: number, side: 'met' | 'unmet', threshold: number): Range => {
  const few: Range = { low: 0, high: threshold - 1 }
  const onSide = (kind === 'below') === (side === 'met')
  return onSide ? few : { low: people - few.high, high: people }
}

/** The additive readings of a table: people, those who meet the measure, those who do not. */
export const layersOf = (
  cells: readonly RawCell[],
  partitions: readonly Partition[],
  own: ReadonlyMap<number, OwnReason>,
  threshold: number,
): Layer[] => {
  const people = cells.map(({ n }) => n)
  const source = cells.flatMap((cell, at) => (concealedBySource(cell) ? [at] : []))
  const headcount: Layer = {
    values: people,
    sums: sumsOf(cells, partitions, people, true),
    sensitive: new Set([
      ...source,
      ...[...own].flatMap(([at, { reason }]) => (reason === 'small_n' ? [at] : [])),
    ]),
    known: (at) =>
      own.get(at)?.reason === 'small_n' && (people[at] ?? 0) < threshold
        ? { low: 1, high: threshold - 1 }
        : atLeast(people[at], threshold),
  }
  const met = cells.map(metBy)
  if (met.every((count) => count === null)) return [headcount]
  const unmet = cells.map(({ n }, at) => (n === null || met[at] == null ? null : n - met[at]))
  const side = (name: 'met' | 'unmet', values: readonly (number | null)[]): Layer => ({
    values,
    sums: sumsOf(cells, partitions, values, false),
    sensitive: new Set([...source, ...own.keys()]),
    known: (at) => {
      const mine = own.get(at)
      if (mine?.reason === 'extreme') return bandRange(mine.bound, people[at] ?? 0, name, threshold)
      // A group of under twice the threshold may be withheld whole although it is not small itself.
      if (mine) return { low: 0, high: Math.max(threshold - 1, people[at] ?? 0) }
      return atLeast(values[at], threshold)
    },
  })
  return [headcount, side('met', met), side('unmet', unmet)]
}
