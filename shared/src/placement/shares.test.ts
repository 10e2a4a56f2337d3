import fc from 'fast-check'
import { expect, it } from 'vitest'
import { studentsServed } from '../catalog/capacity-units.ts'
import { takePlaces } from './moves.ts'
import { movablePlaces, shareCells } from './shares.ts'
import { standingBy } from './yardstick.ts'

const standing = fc.record({ demand: fc.nat({ max: 60 }), supply: fc.nat({ max: 60 }) })
const asked = fc.array(
  fc.record({ severity: fc.integer({ min: 1, max: 5 }), students: fc.nat({ max: 40 }) }),
  { maxLength: 8 },
)

it('shares a cell among its needs without making students up', () => {
  fc.assert(
    fc.property(asked, standing, (needs, cell) => {
      const shares = shareCells(
        needs.map((need, at) => ({ ...need, id: `${at}`, cell: 'c' })),
        new Map([['c', cell]]),
      )
      let [all, unmet] = [0, 0]
      needs.forEach(({ students }, at) => {
        const share = shares.get(`${at}`)!
        expect(share.students).toBeLessThanOrEqual(students)
        expect(share.unmet).toBeLessThanOrEqual(share.students)
        all += share.students
        unmet += share.unmet
      })
      expect(all).toBe(
        Math.min(
          cell.demand,
          needs.reduce((sum, { students }) => sum + students, 0),
        ),
      )
      expect(unmet).toBeLessThanOrEqual(Math.max(0, cell.demand - cell.supply))
    }),
  )
})

it('gives the severest its students first, and spreads what is missing over all', () => {
  const needs = [
    { id: 'mild', cell: 'c', severity: 1, students: 30 },
    { id: 'severe', cell: 'c', severity: 5, students: 20 },
  ]
  const shares = shareCells(needs, new Map([['c', { demand: 30, supply: 15 }]]))
  expect(shares.get('severe')).toEqual({ students: 20, unmet: 10 })
  expect(shares.get('mild')).toEqual({ students: 10, unmet: 5 })
})

it('never takes from a school what it needs itself', () => {
  const site = { serviceId: 'p', free: 10 }
  const movable = movablePlaces(
    [
      { ...site, siteId: 'office', cell: null },
      { ...site, siteId: 'short', cell: 'short' },
      { ...site, siteId: 'first', cell: 'rich' },
      { ...site, siteId: 'second', cell: 'rich' },
    ],
    new Map([
      ['short', { demand: 50, supply: 20 }],
      ['rich', { demand: 5, supply: 20 }],
    ]),
  )
  expect([...movable.values()]).toEqual([10, 0, 10, 5])
})

it('takes places for as many students as asked, and from no site more than it can let go', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 30 }), { maxLength: 6 }),
      fc.nat({ max: 60 }),
      fc.constantFrom('students' as const, 'hours_per_week' as const),
      (free, wanted, unit) => {
        const movable = new Map(free.map((students, at) => [`${at}`, students]))
        const students = Math.min(
          wanted,
          free.reduce((sum, one) => sum + one, 0),
        )
        const taken = takePlaces(movable, students, unit)
        const served = taken.map(({ siteId, amount }) => {
          const places = studentsServed(amount, unit)!
          expect(places).toBeLessThanOrEqual(movable.get(siteId)!)
          return places
        })
        expect(served.reduce((sum, one) => sum + one, 0)).toBe(students)
      },
    ),
  )
})

it('measures needs by the yardstick of the places', () => {
  const cell = { demand: 30, verified: 10, paper: 15 }
  expect(standingBy('assured', cell)).toEqual({ demand: 30, supply: 10 })
  expect(standingBy('stated', cell)).toEqual({ demand: 30, supply: 25 })
})
