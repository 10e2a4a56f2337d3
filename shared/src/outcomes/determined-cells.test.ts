import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { determinedCells } from './determined-cells.ts'
import type { Sum } from './disclosure.ts'

/** By elimination in fractions of whole numbers, every row from every other: slow and plain. */
const plainly = (sums: readonly Sum[], hidden: ReadonlySet<number>): Set<number> => {
  const columns = [...hidden]
  const rows = sums.map(({ plus, minus }) =>
    columns.map((at) => plus.filter((one) => one === at).length - minus.filter((one) => one === at).length),
  )
  const led = new Map<number, number[]>()
  for (let column = 0; column < columns.length; column++) {
    const free = rows.filter((row) => ![...led.values()].includes(row))
    const pivot = free.find((row) => Math.abs(row[column]!) > 1e-9)
    if (!pivot) continue
    for (const row of rows) {
      if (row === pivot) continue
      const times = row[column]! / pivot[column]!
      pivot.forEach((value, at) => (row[at] = row[at]! - times * value))
    }
    led.set(column, pivot)
  }
  return new Set(
    [...led].flatMap(([column, row]) =>
      row.every((value, at) => at === column || Math.abs(value) < 1e-9) ? [columns[column]!] : [],
    ),
  )
}

const places = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 6 })

test('a cell follows exactly when plain elimination says so', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ plus: places, minus: places, constant: fc.constant(0) }), { maxLength: 9 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1 }),
      (sums, hidden) => {
        const all = new Set(hidden)
        const [found, expected] = [determinedCells(sums, all), plainly(sums, all)]
        expect([...found].sort((a, b) => a - b)).toEqual([...expected].sort((a, b) => a - b))
      },
    ),
    { numRuns: 2000, seed: 5 },
  )
})

test('a table of 1,800 schools whose groups and columns all are in print is settled in a moment', () => {
  const [schools, groups] = [1800, 12]
  const at = (school: number, group: number) => school * groups + group
  const every = <One>(length: number, one: (at: number) => One) =>
    Array.from({ length }, (_none, n) => one(n))
  const sums: Sum[] = [
    ...every(schools, (school) => ({
      plus: every(groups, (group) => at(school, group)),
      minus: [],
      constant: 9,
    })),
    ...every(groups, (group) => ({
      plus: every(schools, (school) => at(school, group)),
      minus: [],
      constant: 9,
    })),
  ]
  // Two of a school's groups, a different two in each: every cell is on a way back to itself but the lone one.
  const hidden = new Set(
    every(schools, (school) => [at(school, school % groups), at(school, (school * 5 + 1) % groups)]).flat(),
  )
  const alone = at(7, 3)
  for (const other of every(groups, (group) => at(7, group))) hidden.delete(other)
  hidden.add(alone)
  const began = performance.now()
  expect(determinedCells(sums, hidden).has(alone)).toBe(true)
  expect(performance.now() - began).toBeLessThan(5000)
})
