import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedTable, type StoredFigure } from '@common-table/shared/outcomes/published-table'
import { attackBlocks } from '@common-table/shared/disclosure/attack-blocks'
import { attackModel } from '@common-table/shared/disclosure/attack-model'
import { guardedTable, isTight, viewOf } from '@common-table/shared/disclosure/guarded-table'
import { attack } from './attack.ts'

type Pair = readonly [number, number]
type School = { readonly race: readonly Pair[]; readonly disabled: number }

/** Every total is in print: races add up to a school, schools to the district; of the other dimension only one group is. */
const figuresOf = (schools: readonly School[], unit: 'count' | 'percent'): StoredFigure[] => {
  const sum = (list: readonly Pair[]) => list.reduce<Pair>(([a, b], [c, d]) => [a + c, b + d], [0, 0])
  return schools.flatMap(({ race, disabled }, at) => {
    const of = (group: string, dimension: string, [met, n]: Pair): StoredFigure => ({
      school: `s${at}`,
      group,
      dimension,
      status: 'reported',
      value: unit === 'count' ? n : n === 0 ? null : (100 * met) / n,
      numerator: unit === 'count' ? null : met,
      denominator: unit === 'count' ? null : n,
    })
    const all = sum(race)
    const some = all.map((count) => Math.floor(count * disabled)) as unknown as Pair // as many as before
    return [
      of('all', 'all', all),
      ...race.map((pair, c) => of(`g${c}`, 'race', pair)),
      of('disabled', 'disability', some),
    ]
  })
}

const pair = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 300 }), fc.constant(0)),
    fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.03, 0.97, 1)),
  )
  .map(([n, share]): Pair => [Math.round(n * share), n])
const tables = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) => {
    const race = fc.array(pair, { minLength: columns, maxLength: columns })
    const disabled = fc.constantFrom(0, 0.02, 0.3, 0.99)
    return fc.array(fc.record({ race, disabled }), { minLength: rows, maxLength: rows })
  })

/** Every number of people a hidden cell can have, by trying every table there is: shares nothing with the programme. */
const byTrying = (
  cells: readonly { key: string; low: number; high: number }[],
  fits: (guess: Map<string, number>) => boolean,
) => {
  const possible = new Map(cells.map(({ key }) => [key, new Set<number>()]))
  const guess = new Map<string, number>()
  const from = (at: number): void => {
    const cell = cells[at]
    if (!cell) {
      if (fits(guess)) for (const [key, value] of guess) possible.get(key)!.add(value)
      return
    }
    for (let value = cell.low; value <= cell.high; value++) {
      guess.set(cell.key, value)
      from(at + 1)
    }
  }
  from(0)
  return possible
}

describe('under the attack of a linear programme', { timeout: 120_000 }, () => {
  it.each(['count', 'percent'] as const)(
    'no random table of a thousand (%s) gives a hidden number away closer than the protection interval',
    async (unit) => {
      const seen = { hidden: 0, gaveUpMore: 0 }
      await fc.assert(
        fc.asyncProperty(tables, fc.constantFrom(5, 10, 11), async (schools, threshold) => {
          const figures = figuresOf(schools, unit)
          const { rows, open, added } = await guardedTable(
            figures,
            { unit, threshold },
            { attack, seconds: 60 },
          )
          expect(open).toEqual([])
          if (added.size === 0) return // the one attack there was found nothing
          seen.gaveUpMore++
          // All of it once more, with every question: what was given up for one must not have opened another.
          const model = attackModel([viewOf(figures, { unit, threshold }, rows)], threshold)
          const limits = { width: Math.ceil(threshold / 2), everything: false, exactBelow: 0, seconds: 60 }
          for (const inferred of await attack(model, limits)) expect(isTight(inferred, threshold)).toBe(false)
        }),
        { numRuns: 1000, seed: 7 },
      )
      // The rules alone leave holes that only all sums together show: without the attack this test would fail.
      expect(seen.gaveUpMore).toBeGreaterThan(10)
    },
  )

  const district = (schools: number, seed: number): StoredFigure[] => {
    const pairs = fc.array(fc.tuple(pair, pair, pair), { minLength: schools, maxLength: schools })
    const [race] = fc.sample(pairs, { numRuns: 1, seed })
    return figuresOf(
      race!.map((three) => ({ race: three, disabled: 0.3 })),
      'percent',
    )
  }
  const rules = { unit: 'percent', threshold: 10 } as const

  it('says of a block nothing that the whole table denies, and asks every question once', async () => {
    const limits = { width: 5, everything: true, exactBelow: 10_000, seconds: 60 }
    const figures = district(40, 11)
    const model = attackModel([viewOf(figures, rules, publishedTable(figures, rules))], 10)
    const named = ({ key, side }: { key: string; side: string }) => `${key} ${side}`
    const whole = new Map((await attack(model, limits)).map((one) => [named(one), one.range]))
    const blocks = attackBlocks(model, 12)
    expect(blocks.length).toBeGreaterThan(2)
    const inBlocks = (await Promise.all(blocks.map((block) => attack(block, limits)))).flat()
    expect(inBlocks.map(named).sort()).toEqual([...whole.keys()].sort())
    for (const one of inBlocks) {
      const { low, high } = whole.get(named(one))!
      expect([named(one), one.range.low >= low, one.range.high <= high]).toEqual([named(one), true, true])
    }
    expect(inBlocks.some((one) => one.range.high - one.range.low + 1 >= limits.width)).toBe(true)
  })

  it('a district of two hundred schools is made safe in a few rounds, for a few cells more', async () => {
    const figures = district(200, 5)
    const guarded = await guardedTable(figures, rules, { attack, seconds: 60 })
    expect([guarded.open, guarded.unproved]).toEqual([[], 0])
    const model = attackModel([viewOf(figures, rules, guarded.rows)], 10)
    // The programme as one: what was proved in blocks holds in it.
    const limits = { width: 5, everything: false, exactBelow: 10_000, seconds: 60 }
    expect(model.columns.length).toBeGreaterThan(450)
    const late = (await attack(model, limits)).filter((one) => isTight(one, 10))
    expect(late).toEqual([])
    expect(guarded.added.size).toBeLessThan(30)
  })

  it('a lone student found by rows and columns together is hidden by giving up more', async () => {
    const counts = [
      [0, 1, 12],
      [4, 98, 102],
      [0, 0, 2],
    ]
    const figures = figuresOf(
      counts.map((row) => ({ race: row.map((n): Pair => [0, n]), disabled: 0 })),
      'count',
    ).filter(({ group }) => group !== 'disabled')
    const rules = { unit: 'count', threshold: 5 } as const
    const limits = { width: 3, everything: false, exactBelow: 1000, seconds: 10 }
    const alone = await attack(
      attackModel([viewOf(figures, rules, publishedTable(figures, rules))], 5),
      limits,
    )
    expect(alone.find(({ key }) => key === '["s0","race=g1"]')).toMatchObject({ range: { low: 1, high: 1 } })
    const guarded = await guardedTable(figures, rules, { attack, seconds: 10 })
    expect([guarded.added.size > 0, guarded.open]).toEqual([true, []])
  })

  it('infers exactly what trying every table infers', async () => {
    const small = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 2 }), {
      minLength: 2,
      maxLength: 2,
    })
    await fc.assert(
      fc.asyncProperty(small, async (counts) => {
        const figures = figuresOf(
          counts.map((row) => ({ race: row.map((n): Pair => [0, n]), disabled: 0 })),
          'count',
        ).filter(({ group }) => group !== 'disabled')
        const rules = { unit: 'count', threshold: 5 } as const
        const view = viewOf(figures, rules, publishedTable(figures, rules))
        const model = attackModel([view], 5)
        const inferred = await attack(model, { width: 3, everything: true, exactBelow: 1000, seconds: 10 })
        const free = view.cells.filter(({ seen }) => seen?.suppressed)
        // More unknowns than this take too long to try.
        fc.pre(free.length > 0 && free.length <= 5)
        const top = 26
        const cells = free.map(({ raw, seen }) => ({
          key: raw.key,
          ...(seen?.suppressed && seen.bound
            ? { low: 1, high: 4 }
            : { low: (raw.n ?? 0) >= 5 ? 5 : 0, high: top }),
        }))
        const known = new Map(view.cells.map(({ raw }) => [raw.key, raw.n ?? 0]))
        const possible = byTrying(cells, (guess) => {
          const of = (key: string) => guess.get(key) ?? known.get(key) ?? 0
          return view.partitions.every(
            ({ members, total }) => members.reduce((sum, key) => sum + of(key), 0) === of(total as string), // every total is a cell here
          )
        })
        for (const { key, range } of inferred) {
          const values = [...possible.get(key)!]
          expect([key, range.low]).toEqual([key, Math.min(...values)])
          if (Math.max(...values) < top) expect([key, range.high]).toEqual([key, Math.max(...values)])
        }
      }),
      { numRuns: 25, seed: 3 },
    )
  })
})
