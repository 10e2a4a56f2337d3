import fc from 'fast-check'
import { expect, it } from 'vitest'
import { objectiveFigures, type ObjectivePart } from './objectives.ts'

const part = fc.record({
  at: fc.record({ school: fc.constantFrom('a', 'b', 'c'), kind: fc.constantFrom('x', 'y') }),
  of: fc.nat(25),
  met: fc.nat(25),
}) as fc.Arbitrary<ObjectivePart>
const within = fc
  .array(part, { maxLength: 8 })
  .map((parts) => parts.map(({ at, of, met }) => ({ at, of, met: Math.min(of, met) })))
const ways = ['school', 'kind']

it('an objective is the share of all that is counted; nothing counted is no figure', () => {
  const parts = [
    { at: { school: 'a', kind: 'x' }, of: 30, met: 30 },
    { at: { school: 'b', kind: 'x' }, of: 10, met: 0 },
  ]
  const { whole, groups } = objectiveFigures(parts, ways, 10)
  expect(whole).toMatchObject({ value: 75, n: 40 })
  expect(groups['school']!.map(({ cell }) => cell.value)).toEqual([100, 0])
  expect(objectiveFigures([], ways, 10).whole).toMatchObject({ value: null, suppressed: false })
})

it('shows no group under the threshold, nor one that subtraction gives away', () => {
  fc.assert(
    fc.property(within, (parts) => {
      const figures = objectiveFigures(parts, ways, 10)
      figures.parts.forEach(({ cell }, at) => {
        const { of } = parts[at]!
        if (of > 0 && of < 10) expect(cell.value).toBeNull()
      })
      for (const way of ways)
        for (const group of figures.groups[way]!) {
          if (group.cell.n === null) continue
          const hidden = parts
            .map(({ at, of }, line) => ({ at, of, cell: figures.parts[line]!.cell }))
            .filter(({ at, of, cell }) => of > 0 && at[way] === group.at[way] && cell.n === null)
          if (hidden.length > 0) expect(hidden.length).toBeGreaterThan(1)
        }
    }),
  )
})
