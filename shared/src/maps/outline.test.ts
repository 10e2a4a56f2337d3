import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostPlaces, outlineOf, type Ring } from './outline.ts'

const square: Ring = [
  [-91, 41],
  [-90, 41],
  [-90, 42],
  [-91, 42],
  [-91, 41],
]
const polygon = (...rings: Ring[]) => ({ type: 'Polygon', coordinates: rings })

describe('outlineOf', () => {
  it.each([
    ['a polygon', polygon(square)],
    ['a feature', { type: 'Feature', properties: {}, geometry: polygon(square) }],
    [
      'a collection',
      {
        type: 'FeatureCollection',
        features: [{ type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: [[square]] } }],
      },
    ],
  ])('finds the rings of %s', (_, shape) => {
    expect(outlineOf(shape)).toEqual({ rings: [square] })
  })

  it.each([
    ['text', 'not-geojson'],
    [{ type: 'Point', coordinates: [1, 2] }, 'no-shape'],
    [{ type: 'Feature', geometry: null }, 'no-shape'],
    [
      polygon([
        [990_000, 200_000],
        [990_100, 200_000],
        [990_100, 200_100],
        [990_000, 200_000],
      ]),
      'not-degrees',
    ],
    [
      polygon([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]),
      'open-ring',
    ],
    [{ type: 'Polygon', coordinates: ['x'] }, 'open-ring'],
  ])('says what is wrong with %j', (shape, problem) => {
    expect(outlineOf(shape)).toEqual({ problem })
  })

  it('never keeps more places than a screen needs, nor leaves the outline it was given', () => {
    const wavy = fc
      .record({
        n: fc.integer({ min: 8, max: 20_000 }),
        waves: fc.integer({ min: 1, max: 900 }),
        deep: fc.double({ min: 0, max: 0.5, noNaN: true }),
      })
      .map(({ n, waves, deep }): Ring => {
        const at = (k: number): [number, number] => {
          const turn = (2 * Math.PI * (k % n)) / n
          const far = 1 + deep * Math.sin(waves * turn)
          return [-90 + far * Math.cos(turn), 40 + far * Math.sin(turn)]
        }
        return Array.from({ length: n + 1 }, (_, k) => at(k))
      })
    fc.assert(
      fc.property(wavy, (ring) => {
        const found = outlineOf(polygon(ring))
        if ('problem' in found) throw new Error(found.problem)
        const kept = found.rings.flat()
        expect(kept.length).toBeLessThanOrEqual(mostPlaces)
        expect(kept[0]).toEqual(kept.at(-1))
        for (const [x, y] of kept) expect(Math.hypot(x + 90, y - 40)).toBeLessThanOrEqual(1.5001)
      }),
      { numRuns: 25 },
    )
  })
})
