import { describe, expect, it } from 'vitest'
import { associationOf } from './association.ts'

describe('what a correlation says', () => {
  it.each([
    // Fisher's interval for r = 0.5 of 30 pairs: 0.170 to 0.729 (Altman and others, Statistics with Confidence).
    [0.5, 30, 'moderate', 'together', 0.17, 0.729],
    [-0.72, 400, 'strong', 'opposite', -0.764, -0.669],
    [0.2, 1600, 'weak', 'together', 0.153, 0.246],
    [0.2, 20, 'none', 'together', -0.267, 0.591],
  ] as const)('r = %d of %d pairs is %s, %s', (r, pairs, strength, direction, low, high) => {
    const found = associationOf(r, pairs)
    expect(found).toMatchObject({ strength, direction, pairs })
    expect(found?.low).toBeCloseTo(low, 2)
    expect(found?.high).toBeCloseTo(high, 2)
  })

  it('is nothing where there are few pairs or one side never varies', () => {
    expect(associationOf(0.9, 9)).toBeNull()
    expect(associationOf(null, 500)).toBeNull()
    expect(associationOf(Number.NaN, 500)).toBeNull()
  })
})
