import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rollUp } from './rollup.ts'
import { trendOf } from './trend.ts'

const part = (value: number | null, n: number | null, numerator?: number) => ({
  value,
  n,
  ...(numerator === undefined ? {} : { numerator }),
})

describe("the district's figure from its schools'", () => {
  it('counts add up, and what is missing is left out, not zero', () => {
    expect(rollUp([part(10, null), part(5, null), part(null, null)], 'count')).toMatchObject({
      value: 15,
      method: 'sum',
      parts: 2,
      leftOut: 1,
    })
  })
  it('rates are weighted by their denominators, never averaged', () => {
    expect(rollUp([part(10, 900), part(90, 100)], 'rate')).toMatchObject({
      value: 18,
      numerator: 180,
      n: 1000,
      method: 'weighted',
    })
  })
  it('a stated numerator wins over one worked out from a rounded rate', () => {
    expect(rollUp([part(33.3, 3, 1), part(66.7, 3, 2)], 'rate').value).toBe(50)
  })
  it('schools without a size are left out of a weighted rate', () => {
    expect(rollUp([part(10, 100), part(90, null)], 'rate')).toMatchObject({ value: 10, parts: 1, leftOut: 1 })
  })
  it('scores are weighted by those scored', () => {
    expect(rollUp([part(600, 30), part(500, 10)], 'score').value).toBe(575)
  })
  it('a mean of rates is given only when asked for by name', () => {
    const parts = [part(96, null), part(90, null), part(null, null)]
    expect(rollUp(parts, 'rate')).toMatchObject({ value: null, method: 'none', leftOut: 3 })
    expect(rollUp(parts, 'rate', { allowUnweighted: true })).toMatchObject({
      value: 93,
      method: 'unweighted',
      n: null,
      leftOut: 1,
    })
  })
  it('of nothing is nothing', () =>
    expect(rollUp([], 'count')).toMatchObject({ value: null, method: 'none' }))
  it('a weighted rate lies between its lowest and highest part', () => {
    const parts = fc.array(
      fc.record({
        value: fc.double({ min: 0, max: 100, noNaN: true }),
        n: fc.integer({ min: 1, max: 5000 }),
      }),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(parts, (schools) => {
        const { value } = rollUp(schools, 'rate')
        const rates = schools.map((school) => school.value)
        expect(value).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-9)
        expect(value).toBeLessThanOrEqual(Math.max(...rates) + 1e-9)
      }),
    )
  })
})

describe('where a series is heading', () => {
  const series = (...values: (number | null)[]) => values.map((value, at) => ({ at, value }))
  it.each([
    ['rising', series(20, 25, 31), 'rising', 5.5],
    ['falling', series(40, 35, 31), 'falling', -4.5],
    ['steady', series(30, 30.5, 30.2), 'steady', 0.1],
    ['only the last three count', series(90, 10, 20, 30), 'rising', 10],
    ['a gap stretches the line', series(20, null, null, 26), 'rising', 2],
    ['one point has no direction', series(null, 20), 'unknown', null],
    ['nor has none', series(), 'unknown', null],
  ])('%s', (_, points, direction, perPeriod) => {
    const trend = trendOf(points)
    expect(trend.direction).toBe(direction)
    if (perPeriod === null) expect(trend.perPeriod).toBeNull()
    else expect(trend.perPeriod).toBeCloseTo(perPeriod)
  })
})
