import * as fc from 'fast-check'
import type * as Type from 'typebox'
import * as Value from 'typebox/value'
import { describe, expect, it } from 'vitest'
import type { Partition, RawCell } from './raw-cell.ts'
import { PublicCellSchema, suppressCells, thresholdFrom, type PublicCell } from './suppression.ts'

const count = (key: string, value: number): RawCell => ({ key, measure: 'count', value, n: value })
const rate = (key: string, numerator: number, n: number): RawCell => ({
  key,
  measure: 'rate',
  value: n === 0 ? null : (100 * numerator) / n,
  n,
  numerator,
})
const shown = (cell: PublicCell | undefined) => (cell?.suppressed ? cell.reason : (cell?.value ?? null))
const read = (cells: RawCell[], partitions: Partition[], threshold = 10) => {
  const result = suppressCells(cells, partitions, threshold)
  return Object.fromEntries([...result.cells].map(([key, cell]) => [key, shown(cell)]))
}

describe('the threshold', () => {
  it.each([
    [null, 10],
    [undefined, 10],
    [20, 20],
    [3, 5],
    [0, 5],
    [7.2, 8],
  ])('a setting of %s becomes %s', (setting, threshold) => expect(thresholdFrom(setting)).toBe(threshold))
})

describe('one cell', () => {
  it.each<[string, RawCell, unknown]>([
    ['nobody counted is no small group', count('a', 0), 0],
    ['one is', count('a', 1), 'small_n'],
    ['nine is', count('a', 9), 'small_n'],
    ['ten is not', count('a', 10), 10],
    ['a rate of a small group', rate('a', 5, 9), 'small_n'],
    ['a rate of nobody has no value', rate('a', 0, 0), null],
    ['a rate with few who meet it', rate('a', 9, 100), 'extreme'],
    ['a rate with few who do not', rate('a', 95, 100), 'extreme'],
    ['a rate of none', rate('a', 0, 400), 'extreme'],
    ['a rate of all', rate('a', 400, 400), 'extreme'],
    ['a rate with both sides small', rate('a', 9, 18), 'small_n'],
    ['an ordinary rate', rate('a', 30, 100), 30],
    ['a score of few', { key: 'a', measure: 'score', value: 612.5, n: 4 }, 'small_n'],
    ['a score of many', { key: 'a', measure: 'score', value: 612.5, n: 40 }, 612.5],
    ['a rate without its group size', { key: 'a', measure: 'rate', value: 64, n: null }, 64],
    ['all of a group of unknown size', { key: 'a', measure: 'rate', value: 100, n: null }, 'extreme'],
    [
      'withheld by the source',
      { key: 'a', measure: 'rate', value: null, n: null, printed: 'suppressed' },
      'source',
    ],
    ['missing at the source', { key: 'a', measure: 'rate', value: null, n: null, printed: 'missing' }, null],
  ])('%s', (_, cell, expected) => expect(read([cell], []).a).toBe(expected))

  it('a withheld figure says why in words, and carries no number at all', () => {
    const { cells } = suppressCells([count('few', 3), rate('none', 0, 100), rate('nearly', 397, 400)], [], 10)
    expect(cells.get('few')).toEqual({
      value: null,
      n: null,
      suppressed: true,
      reason: 'small_n',
      label: 'fewer than 10',
      bound: { kind: 'below', value: 10, unit: 'people' },
    })
    expect(cells.get('none')).toMatchObject({ value: null, n: null, label: '<10%' })
    expect(cells.get('nearly')).toMatchObject({ value: null, n: null, label: '>95%' })
  })

  it('a bound the source prints stays a bound', () => {
    const capped: RawCell = {
      key: 'a',
      measure: 'rate',
      value: null,
      n: null,
      printed: { kind: 'above', value: 95, unit: 'percent' },
    }
    expect(suppressCells([capped], [], 10).cells.get('a')).toMatchObject({ reason: 'source', label: '>95%' })
  })
})

describe('groups of a total', () => {
  const groups: Partition[] = [{ members: ['a', 'b', 'c'], total: 'all' }]

  it('a single hidden group takes the smallest other with it', () => {
    const cells = [count('a', 4), count('b', 60), count('c', 36), count('all', 100)]
    expect(read(cells, groups)).toEqual({ a: 'small_n', b: 60, c: 'complementary', all: 100 })
  })
  it('the total counts as known where it is not printed', () => {
    const cells = [count('a', 4), count('b', 60), count('c', 36)]
    expect(read(cells, [{ members: ['a', 'b', 'c'] }])).toMatchObject({ c: 'complementary' })
  })
  it('ties are broken by key', () => {
    const cells = [count('a', 4), count('c', 36), count('b', 36), count('all', 76)]
    expect(read(cells, groups)).toMatchObject({ b: 'complementary', c: 36 })
  })
  it('two hidden groups that together stay under the threshold take a third', () => {
    const cells = [count('a', 4), count('b', 5), count('c', 36), count('all', 45)]
    expect(read(cells, groups)).toMatchObject({ a: 'small_n', b: 'small_n', c: 'complementary', all: 45 })
  })
  it('two groups of nine are pinned by their sum of eighteen, so they take a third', () => {
    const cells = [count('a', 9), count('b', 9), count('c', 36), count('all', 54)]
    expect(read(cells, groups)).toMatchObject({ c: 'complementary' })
  })
  it('a group of one beside a complementary group of ten is pinned by eleven, so they take a third', () => {
    const cells = [count('a', 1), count('b', 10), count('c', 36), count('all', 47)]
    expect(read(cells, groups)).toMatchObject({ b: 'complementary', c: 'complementary' })
  })
  it('when nobody else is left, the total itself is withheld', () => {
    const cells = [count('a', 9), count('b', 9), count('c', 0), count('all', 18)]
    expect(read(cells, groups)).toEqual({ a: 'small_n', b: 'small_n', c: 0, all: 'complementary' })
  })
  it('a total known from elsewhere that gives a group away is reported, not hidden', () => {
    const partition = { members: ['a'], total: 9 }
    expect(suppressCells([count('a', 9)], [partition], 10).unprotected).toEqual(['a'])
  })
  it('a banded rate takes another with it, for its numerator follows by subtraction too', () => {
    const cells = [rate('a', 2, 100), rate('b', 40, 100), rate('c', 50, 120), rate('all', 92, 320)]
    expect(read(cells, groups)).toMatchObject({ a: 'extreme', b: 'complementary', all: 28.75 })
  })
  it('one cell the source withholds is not given away by a roll-up either', () => {
    const hidden: RawCell = { key: 'a', measure: 'count', value: null, n: null, printed: 'suppressed' }
    const cells = [hidden, count('b', 60), count('c', 36), count('all', 100)]
    expect(read(cells, groups)).toMatchObject({ a: 'source', c: 'complementary' })
  })
})

/** A table with its row, column and grand totals, all published. */
const tableOf = (numbers: number[][]) => {
  const key = (row: number | 'all', column: number | 'all') => `${row}/${column}`
  const width = numbers[0]?.length ?? 0
  const sum = (list: number[]) => list.reduce((a, b) => a + b, 0)
  const rows = numbers.map((row) => [...row, sum(row)])
  const all = [...rows, Array.from({ length: width + 1 }, (_, at) => sum(rows.map((row) => row[at]!)))]
  const name = (at: number, length: number) => (at === length ? 'all' : at)
  const cells = all.flatMap((row, r) =>
    row.map((value, c) => count(key(name(r, numbers.length), name(c, width)), value)),
  )
  const ids = (length: number) => [...Array.from({ length }, (_, at) => at), 'all' as const]
  const partitions: Partition[] = [
    ...ids(numbers.length).map((r) => ({
      members: Array.from({ length: width }, (_, c) => key(r, c)),
      total: key(r, 'all'),
    })),
    ...ids(width).map((c) => ({
      members: numbers.map((_, r) => key(r, c)),
      total: key('all', c),
    })),
  ]
  return { cells, partitions }
}

/** An attacker who shares no code with the rule: solves every sum with a single unknown, over and over. */
const solveByElimination = (partitions: Partition[], known: Map<string, number>) => {
  for (let found = true; found;) {
    found = false
    for (const { members, total } of partitions) {
      const unknown = [...members, total as string].filter((key) => !known.has(key))
      if (unknown.length !== 1) continue
      const visible = members.reduce((sum, key) => sum + (known.get(key) ?? 0), 0)
      const [only] = unknown as [string]
      known.set(only, only === total ? visible : known.get(total as string)! - visible)
      found = true
    }
  }
  return known
}

/** The same attacker with labels: a withheld small cell is 1 to T-1, any other withheld cell is at least T, or any number. */
const narrow = (partitions: Partition[], ranges: Map<string, [number, number]>) => {
  for (let pass = 0; pass < 40; pass++)
    for (const { members, total } of partitions)
      for (const key of [...members, total as string]) {
        const others = members.filter((other) => other !== key)
        const [low, high] = ranges.get(key)!
        const add = (end: 0 | 1) => others.reduce((sum, other) => sum + ranges.get(other)![end], 0)
        const [totalLow, totalHigh] = ranges.get(total as string)!
        const [from, to] = key === total ? [add(0), add(1)] : [totalLow - add(1), totalHigh - add(0)]
        ranges.set(key, [Math.max(low, from), Math.min(high, to)])
      }
  return ranges
}

const numbers = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) => {
    const cell = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 200 }), fc.constant(0))
    const row = fc.array(cell, { minLength: columns, maxLength: columns })
    return fc.array(row, { minLength: rows, maxLength: rows })
  })

describe('under attack', { timeout: 120_000 }, () => {
  it('no table with all its totals gives a small cell away, exactly or nearly', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(5, 10, 11), (table, threshold) => {
        const { cells, partitions } = tableOf(table)
        const result = suppressCells(cells, partitions, threshold)
        const truth = new Map(cells.map(({ key, value }) => [key, value!]))
        const small = [...truth].filter(([, value]) => value > 0 && value < threshold).map(([key]) => key)
        const visible = new Map(
          [...result.cells].flatMap(([key, cell]) =>
            cell.value === null ? [] : [[key, cell.value] as const],
          ),
        )
        for (const key of small) expect(visible.has(key)).toBe(false)
        for (const [key, value] of visible) expect(value).toBe(truth.get(key))
        expect(result.unprotected).toEqual([])
        const solved = solveByElimination(partitions, new Map(visible))
        for (const key of small) expect(solved.has(key)).toBe(false)
        const start = [...result.cells].map(([key, cell]): [string, [number, number]] => {
          if (cell.value !== null) return [key, [cell.value, cell.value]]
          const isSmall = cell.suppressed && cell.reason === 'small_n'
          return [key, isSmall ? [1, threshold - 1] : [truth.get(key)! < threshold ? 0 : threshold, Infinity]]
        })
        const ranges = narrow(partitions, new Map(start))
        for (const key of small) {
          const [low, high] = ranges.get(key)!
          expect(high - low + 1).toBeGreaterThanOrEqual(Math.ceil(threshold / 2))
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('no table of rates gives a banded or small group away by subtracting groups, or those who meet the measure', () => {
    const sized = fc
      .tuple(fc.integer({ min: 0, max: 90 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([n, share]) => [Math.round(n * share), n] as const)
    fc.assert(
      fc.property(fc.array(sized, { minLength: 2, maxLength: 8 }), (groups) => {
        const total = groups.reduce<readonly [number, number]>(([a, b], [c, d]) => [a + c, b + d], [0, 0])
        const pairs = new Map<string, readonly [number, number]>(groups.map((pair, at) => [`g${at}`, pair]))
        const partition: Partition = { members: [...pairs.keys()], total: 'all' }
        pairs.set('all', total)
        const cells = [...pairs].map(([key, [met, n]]) => rate(key, met, n))
        const result = suppressCells(cells, [partition], 10)
        expect(result.unprotected).toEqual([])
        // Groups of nobody are known to be empty.
        const visible = [...pairs].filter(([key, [, n]]) => n === 0 || result.cells.get(key)!.value !== null)
        const own = [...pairs].filter(([key]) => {
          const cell = result.cells.get(key)!
          return cell.suppressed && cell.reason !== 'complementary'
        })
        for (const side of [0, 1] as const) {
          const known = new Map(visible.map(([key, pair]) => [key, pair[side]] as const))
          const solved = solveByElimination([partition], known)
          for (const [key] of own) expect(solved.has(key)).toBe(false)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('gives the same answer whatever the order of the cells', () => {
    fc.assert(
      fc.property(numbers, (table) => {
        const { cells, partitions } = tableOf(table)
        expect(read(cells.toReversed(), partitions)).toEqual(read(cells, partitions))
      }),
      { numRuns: 300 },
    )
  })

  it('a district of 1,800 schools by ten groups is settled within seconds', () => {
    const table = Array.from({ length: 1800 }, (_, r) =>
      Array.from({ length: 10 }, (_, c) => (r * 7919 + c * 104_729) % 60),
    )
    const { cells, partitions } = tableOf(table)
    expect(suppressCells(cells, partitions, 10).unprotected).toEqual([])
  })
})

describe('the type', () => {
  it('a number that has not been through the rule does not compile', () => {
    const answer = (cell: PublicCell) => cell
    // @ts-expect-error a bare number is not a public figure
    answer(7)
    // @ts-expect-error nor is one dressed as such by hand
    answer({ value: 7, n: 7, suppressed: false })
    // @ts-expect-error nor is a raw cell
    answer(count('a', 7))
    // @ts-expect-error and a response typed by the schema takes none of them
    const response: Type.Static<typeof PublicCellSchema> = { value: 7, n: 7, suppressed: false }
    expect(Value.Check(PublicCellSchema, response)).toBe(true)
  })
  it('what the rule answers fits the response schema', () => {
    const { cells } = suppressCells([count('a', 7), count('b', 70), rate('c', 1, 90)], [], 10)
    for (const cell of cells.values()) expect(Value.Check(PublicCellSchema, cell)).toBe(true)
  })
})
