import { brandColours, hexOf } from '@common-table/shared/district/brand-colour'
import { describe, expect, it } from 'vitest'
import { contrast } from '../ui/colour.ts'

const hues = Array.from({ length: 360 }, (_, hue) => hue)
const least = (of: (hue: number) => number) => Math.min(...hues.map(of))

describe('the colours of a district', () => {
  it('are readable at every hue, in light and in dark', () => {
    for (const [theme, page, surface, sunken] of [
      ['light', '#f5f7fa', '#ffffff', '#eef2f6'],
      ['dark', '#0f1520', '#161e2b', '#1d2736'],
    ] as const) {
      const of = (hue: number) => brandColours(hue)[theme]
      for (const ground of [page, surface, sunken])
        expect(
          least((hue) => contrast(of(hue).primary, ground)),
          `${theme} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5)
      expect(least((hue) => contrast(of(hue).primary, of(hue).onPrimary))).toBeGreaterThanOrEqual(4.5)
      expect(least((hue) => contrast(of(hue).primaryHover, of(hue).onPrimary))).toBeGreaterThanOrEqual(4.5)
      expect(least((hue) => contrast(of(hue).primary, of(hue).tint))).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('agree with colours known in both notations', () => {
    expect(hexOf(1, 0, 0)).toBe('#ffffff')
    expect(hexOf(0.628, 0.2577, 29.23)).toMatch(/^#f[ef]0[0-9]0[0-9]$/)
    expect(hexOf(0.5999, 0, 0)).toBe('#808080')
    expect(hexOf(0, 0, 0)).toBe('#000000')
  })
})
