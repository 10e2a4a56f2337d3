import type { Sum } from './disclosure.ts'

/** Arithmetic modulo a prime below 2^26: products stay exact, and a difference that is zero is zero. */
const prime = 67_108_859
const mod = (value: number): number => ((value % prime) + prime) % prime
const times = (a: number, b: number): number => (a * b) % prime

/** The factor that undoes another (Fermat). */
const inverse = (value: number): number => {
  let [base, power, result] = [value, prime - 2, 1]
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = times(result, base)
    base = times(base, base)
  }
  return result
}

type Row = Map<number, number>
type Pivot = { readonly column: number; readonly row: Row }

const rowOf = ({ plus, minus }: Sum, hidden: ReadonlySet<number>): Row => {
  const row: Row = new Map()
  const add = (at: number, factor: number) => {
    if (!hidden.has(at)) return
    const left = mod((row.get(at) ?? 0) + factor)
    if (left === 0) row.delete(at)
    else row.set(at, left)
  }
  for (const at of plus) add(at, 1)
  for (const at of minus) add(at, -1)
  return row
}

/**
 * Eliminates the unknowns, those in the fewest sums first (Markowitz 1957): a cell of a table stands in few sums, and
 * taking it out joins two of them, so that the rows hold hardly more than they did.
 */
const eliminate = (rows: readonly Row[]): Pivot[] => {
  const rowsOf = new Map<number, Set<Row>>()
  for (const row of rows) for (const at of row.keys()) rowsOf.set(at, (rowsOf.get(at) ?? new Set()).add(row))
  const waiting: Set<number>[] = []
  const place = (at: number) => (waiting[rowsOf.get(at)!.size] ??= new Set()).add(at)
  for (const at of rowsOf.keys()) place(at)
  const moved = (at: number, change: (of: Set<Row>) => void) => {
    const of = rowsOf.get(at)!
    waiting[of.size]?.delete(at)
    change(of)
    place(at)
  }
  const pivots: Pivot[] = []
  for (let size = 1; size < waiting.length;) {
    const column = waiting[size]?.values().next().value
    if (column === undefined) {
      size++
      continue
    }
    const [row, ...others] = [...rowsOf.get(column)!].sort((a, b) => a.size - b.size)
    const undo = inverse(row!.get(column)!)
    for (const at of row!.keys()) moved(at, (of) => of.delete(row!))
    for (const other of others) {
      const factor = times(other.get(column)!, undo)
      for (const [at, value] of row!) {
        const before = other.get(at) ?? 0
        const left = mod(before - times(factor, value))
        if (left === 0) other.delete(at)
        else other.set(at, left)
        if (before !== 0 && left === 0) moved(at, (of) => of.delete(other))
        if (before === 0 && left !== 0) moved(at, (of) => of.add(other))
      }
    }
    pivots.push({ column, row: row! })
    size = 1
  }
  return pivots
}

/**
 * Numbers that look thrown and are the same each time (Mulberry32): what follows from a table must not depend on the day.
 * It multiplies a number by itself, so that no sum of a few of them is nothing, as it is with numbers in a row.
 */
const thrown = (at: number): number => {
  const from = Math.imul(at + 1, 0x6d2b79f5)
  const once = Math.imul(from ^ (from >>> 15), from | 1)
  const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61))
  return 1 + (((twice ^ (twice >>> 14)) >>> 0) % (prime - 1))
}

/**
 * The hidden cells that follow exactly from the published sums, all of them together: subtracting one sum at a time misses
 * the cells that only a combination of rows and columns gives away. A cell follows when no two tables that fit differ in
 * it. So one difference between two tables that fit is thrown: the cells that are free take what they like, the others
 * follow, and what is zero in it follows from the sums. That a free one comes out as zero by chance is one in 67 million,
 * and then a cell more is withheld, never one less.
 */
export const determinedCells = (sums: readonly Sum[], hidden: ReadonlySet<number>): Set<number> => {
  const rows = sums.map((sum) => rowOf(sum, hidden)).filter(({ size }) => size > 0)
  const pivots = eliminate(rows)
  const led = new Set(pivots.map(({ column }) => column))
  const difference = new Map<number, number>()
  const valueOf = (at: number): number => {
    const known = difference.get(at)
    if (known !== undefined) return known
    const free = led.has(at) ? 0 : thrown(at)
    difference.set(at, free)
    return free
  }
  for (const { column, row } of pivots.toReversed()) {
    let sum = 0
    for (const [at, factor] of row) if (at !== column) sum = mod(sum + times(factor, valueOf(at)))
    difference.set(column, times(mod(-sum), inverse(row.get(column)!)))
  }
  return new Set([...difference].flatMap(([at, value]) => (value === 0 ? [at] : [])))
}
