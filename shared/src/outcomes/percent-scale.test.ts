import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyProfile, observe, scaleOf, toPercent } from './percent-scale.ts'

const scale = (column: number[]) => scaleOf(column.reduce(observe, emptyProfile))

describe('the scale of a column of percentages', () => {
  it.each<[string, number[], string]>([
    ['fractions', [0.2279, 0.1088, 1, 0], 'fraction'],
    ['percentages', [24.48, 28.3, 100, 0], 'percent'],
    ['low rates that run on into one and more', [0.4, 0.9, 1.3, 2.7, 0], 'percent'],
    ['one low rate among many', [0.8, 3.1, 30, 24.48, 61, 44], 'percent'],
    ['two scales with a gap between them', [0.24, 0.31, 45, 38], 'mixed'],
    ['two crowds that touch', [0.24, 0.31, 0.99, 3, 45, 38, 51], 'mixed'],
    ['only zeros and ones', [0, 1, 1, 0], 'uncertain'],
    ['nothing', [], 'uncertain'],
  ])('%s', (_, column, expected) => expect(scale(column)).toBe(expected))

  it('brings every number to 0-100 and says what it did', () => {
    expect(toPercent(0.22797927263898496, 'fraction')).toEqual({ value: 22.7979272639, note: 'scaled' })
    expect(toPercent(1, 'fraction')).toEqual({ value: 100, note: 'scaled' })
    expect(toPercent(0.5, 'fraction', true)).toEqual({ value: 0.5, note: 'as_is' })
    expect(toPercent(0.24, 'mixed')).toEqual({ value: 0.24, note: 'may_be_fraction' })
    expect(toPercent(45, 'mixed')).toEqual({ value: 45, note: 'as_is' })
    expect(toPercent(1, 'uncertain')).toEqual({ value: 1, note: 'may_be_fraction' })
    expect(toPercent(0, 'fraction')).toEqual({ value: 0, note: 'as_is' })
  })

  it('a column of percentages divided by a hundred is told, and comes back', () => {
    const column = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(column, (percents) => {
        const fractions = percents.map((value) => value / 100)
        fc.pre(fractions.some((value) => value < 1))
        expect(scale(fractions)).toBe('fraction')
        fractions.forEach((value, at) =>
          expect(toPercent(value, 'fraction').value).toBeCloseTo(percents[at]!, 8),
        )
      }),
    )
  })
})
