import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categoryOf } from '../catalog/taxonomy.ts'
import type { Bound } from '../outcomes/bands.ts'
import { metricOf } from '../outcomes/metric-dictionary.ts'
import type { RawCell } from '../outcomes/raw-cell.ts'
import { suppressCells, type PublicCell } from '../outcomes/suppression.ts'
import { groundInWords, needTitle } from './rule-words.ts'
import { defaultRules, type SuggestionRule } from './rules.ts'
import { suggestNeeds, type Ground, type SchoolFigures } from './suggestions.ts'

const screened = (cell: Omit<RawCell, 'key'>): PublicCell =>
  suppressCells([{ ...cell, key: 'x' }], [], 10).cells.get('x')!
const rate = (value: number | null, n: number | null = 400) => screened({ measure: 'rate', value, n })
const printed = (mark: 'suppressed' | 'missing' | Bound) =>
  screened({ measure: 'rate', value: null, n: null, printed: mark })
const above = (value: number): Bound => ({ kind: 'above', value, unit: 'percent' })

const school = (metric: string, ...cells: PublicCell[]): SchoolFigures => ({
  school: 'lincoln',
  enrollment: 420,
  metrics: { [metric]: cells.map((cell, at) => ({ at, period: `${2020 + at}-${21 + at}`, cell })) },
})
const absent = (...cells: PublicCell[]) =>
  suggestNeeds(defaultRules, school('chronic_absence_rate', ...cells))

/** A ground as it is answered: the metric under the names the district gives it. */
const called = (ground: Ground) => {
  const { name, unit } = metricOf(ground.metric)!
  return { ...ground, metric: { name: name.en, nameEs: name.es, unit } }
}
const inEnglish = (ground: Ground) => groundInWords(called(ground), 'en')

describe('needs proposed by figures', () => {
  it('names the need, its size and the figure that led to it', () => {
    expect(absent(rate(42.1), rate(41.9), rate(42.1))).toEqual([
      {
        school: 'lincoln',
        category: 'me_one',
        tier: 2,
        severity: 3,
        studentsAffected: 168,
        grounds: [
          {
            rule: 'chronic_absence_high',
            metric: 'chronic_absence_rate',
            comparison: 'at_least',
            trend: null,
            period: '2022-23',
            value: 42.1,
            bound: null,
            threshold: 30,
            since: null,
          },
        ],
      },
    ])
  })
  it('is called by its figure in the reader’s language, until a person calls it otherwise', () => {
    const grounds = absent(rate(42.1))[0]!.grounds.map(called)
    expect(needTitle({ title: null, grounds }, 'en')).toBe(
      'Chronic absence rate: 42.1% in 2020-21, at or above 30%.',
    )
    expect(needTitle({ title: null, grounds }, 'es')).toBe(
      'Tasa de ausentismo crónico: 42,1\u00a0% en 2020-21, igual o superior a 30\u00a0%.',
    )
    expect(needTitle({ title: 'Mentors for grade 9', grounds }, 'es')).toBe('Mentors for grade 9')
    const untranslated = { ...grounds[0]!, metric: { ...grounds[0]!.metric, nameEs: '' } }
    expect(groundInWords(untranslated, 'es')).toContain('Chronic absence rate: 42,1\u00a0% en')
  })
  it('a rising figure adds its ground to the same suggestion and makes it more severe', () => {
    const [only, ...others] = absent(rate(31), rate(35), rate(42.1))
    expect(others).toEqual([])
    expect(only).toMatchObject({ severity: 4 })
    expect(only!.grounds.map(({ rule }) => rule)).toEqual(['chronic_absence_high', 'chronic_absence_rising'])
    expect(inEnglish(only!.grounds[1]!)).toBe(
      'Chronic absence rate: 42.1% in 2022-23, at or above 30%, up from 31% in 2020-21.',
    )
  })
  it.each<[string, PublicCell[], number]>([
    ['just under the threshold', [rate(29.9)], 0],
    ['at the threshold', [rate(30)], 1],
    ['missing', [printed('missing')], 0],
    ['withheld by the source', [printed('suppressed')], 0],
    ['withheld as a small group', [rate(50, 8)], 0],
    ['missing now, high before', [rate(45), printed('missing')], 0],
    ['above 95 % satisfies thirty', [printed(above(95))], 1],
    ['above 20 % may be anything', [printed(above(20))], 0],
    ['below 50 % says nothing upward', [printed({ kind: 'below', value: 50, unit: 'percent' })], 0],
    ['no figure at all', [], 0],
  ])('%s', (_, cells, suggestions) => expect(absent(...cells)).toHaveLength(suggestions))

  it('a bound has no trend, and is shown as the bound it is', () => {
    const [only] = absent(rate(60), rate(80), printed(above(95)))
    expect(only!.grounds).toHaveLength(1)
    expect(only!.grounds[0]).toMatchObject({ value: null, bound: { kind: 'above', value: 95 } })
    expect(inEnglish(only!.grounds[0]!)).toContain('>95% in 2022-23')
  })
  it('estimates students from the enrollment where the rate has no size, and not at all from suspensions', () => {
    expect(absent(rate(50, null))[0]).toMatchObject({ studentsAffected: 210 })
    const count = screened({ measure: 'count', value: 120, n: 120 })
    expect(suggestNeeds(defaultRules, school('suspension_count', count))[0]).toMatchObject({
      category: 'bh_sel',
      severity: 4,
      studentsAffected: null,
    })
  })
  it.each([
    ['at_most', 30, 1],
    ['at_most', 30.1, 0],
    ['below', 30, 0],
    ['below', 29.9, 1],
    ['above', 30, 0],
    ['above', 30.1, 1],
  ] as const)('%s thirty, given %f: %i', (comparison, value, suggestions) => {
    const rule: SuggestionRule = { ...defaultRules[0]!, comparison }
    expect(suggestNeeds([rule], school('chronic_absence_rate', rate(value)))).toHaveLength(suggestions)
  })
  it('the starting rules speak of metrics and kinds of help that exist', () => {
    for (const { metric, category, severity, threshold } of defaultRules) {
      expect(metricOf(metric)).toBeDefined()
      expect(categoryOf(category)).toBeDefined()
      expect(severity[0]!.from).toBe(threshold)
    }
  })
  it('a worse figure never proposes less, and the same figures always propose the same', () => {
    const percent = fc.integer({ min: 15, max: 85 })
    fc.assert(
      fc.property(percent, percent, (one, other) => {
        const severity = (value: number) => absent(rate(value, 1000))[0]?.severity ?? 0
        expect(severity(Math.max(one, other))).toBeGreaterThanOrEqual(severity(Math.min(one, other)))
        expect(absent(rate(one), rate(other))).toEqual(absent(rate(one), rate(other)))
      }),
    )
  })
})
