import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equityIndex, indexChanges, type Indicator, type SchoolFigures } from './equity-index.ts'

const absence: Indicator = { code: 'chronic_absence', direction: 'more', weight: 2 }
const attendance: Indicator = { code: 'attendance', direction: 'less', weight: 1 }
const school = (schoolId: string, values: SchoolFigures['values']): SchoolFigures => ({ schoolId, values })

describe('the equity index', () => {
  const schools = [
    school('a', { chronic_absence: 40, attendance: 80 }),
    school('b', { chronic_absence: 30, attendance: 85 }),
    school('c', { chronic_absence: 20, attendance: 90 }),
    school('d', { chronic_absence: 10, attendance: 95 }),
    school('e', { chronic_absence: 0, attendance: 100 }),
  ]

  it('ranks by weighted places and names the fifths', () => {
    const index = equityIndex(schools, [absence, attendance])
    expect(index.map(({ score, rank, tier }) => [Math.round(score!), rank, tier])).toEqual([
      [100, 1, 'highest'],
      [75, 2, 'high'],
      [50, 3, 'moderate'],
      [25, 4, 'low'],
      [0, 5, 'lowest'],
    ])
    expect(index[1]!.contributions).toEqual([
      { code: 'chronic_absence', value: 30, scaled: 0.75, share: 2 / 3, points: 50 },
      { code: 'attendance', value: 85, scaled: 0.75, share: 1 / 3, points: 25 },
    ])
  })

  it('measures the distance between the ends when asked to', () => {
    const [, second] = equityIndex(
      [
        school('a', { chronic_absence: 100 }),
        school('b', { chronic_absence: 20 }),
        school('c', { chronic_absence: 0 }),
      ],
      [absence],
      'min_max',
    )
    expect(second!.score).toBeCloseTo(20)
  })

  it('gives the weight of a missing figure to the others and flags it', () => {
    const [first] = equityIndex(
      [school('x', { chronic_absence: 50, attendance: null }), ...schools],
      [absence, attendance],
    )
    expect(first).toMatchObject({ score: 100, missing: ['attendance'] })
    expect(first!.known).toBeCloseTo(2 / 3)
    expect(first!.contributions.map(({ share }) => share)).toEqual([1, 0])
  })

  it('has no score, rank or tier for a school of which nothing is known', () => {
    const index = equityIndex([...schools, school('x', {})], [absence])
    expect(index.at(-1)).toMatchObject({ score: null, rank: null, tier: null, known: 0 })
    expect(index[4]!.tier).toBe('lowest')
  })

  it('never parts schools of one score into two tiers', () => {
    const alike = Array.from({ length: 7 }, (_, at) => school(`s${at}`, { chronic_absence: 25 }))
    expect(new Set(equityIndex(alike, [absence]).map(({ tier, score }) => `${tier} ${score}`))).toEqual(
      new Set(['highest 50']),
    )
  })

  it.each([[[]], [[{ ...absence, weight: 0 }]], [[{ ...absence, weight: -1 }, attendance]]])(
    'refuses weights that say nothing: %j',
    (indicators) => {
      expect(() => equityIndex(schools, indicators)).toThrow(RangeError)
    },
  )

  it('says what moved since the last version, and why', () => {
    const before = equityIndex(schools, [absence, attendance])
    const after = equityIndex(
      [school('e', { chronic_absence: 60, attendance: 100 }), ...schools.slice(0, 4)],
      [absence, attendance],
    )
    const [first] = indexChanges(before, after)
    expect(first).toMatchObject({
      schoolId: 'e',
      before: { tier: 'lowest' },
      because: { code: 'chronic_absence' },
    })
    expect(indexChanges(before, before)).toEqual([])
  })

  const figure = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })
  const figures = fc
    .array(fc.record({ chronic_absence: figure, attendance: figure }), { minLength: 2, maxLength: 30 })
    .map((rows) => rows.map((values, at) => school(`s${at}`, values)))

  it('is monotone: a figure that shows more need never lowers the score', () => {
    fc.assert(
      fc.property(
        figures,
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom('percentile_rank' as const, 'min_max' as const),
        fc.boolean(),
        (rows, more, scaling, byAttendance) => {
          const code = byAttendance ? 'attendance' : 'chronic_absence'
          const value = rows[0]!.values[code]
          fc.pre(typeof value === 'number')
          const worse = value! + (byAttendance ? -more : more)
          const moved = [school('s0', { ...rows[0]!.values, [code]: worse }), ...rows.slice(1)]
          const [before, after] = [rows, moved].map(
            (all) => equityIndex(all, [absence, attendance], scaling)[0]!,
          )
          expect(after!.score!).toBeGreaterThanOrEqual(before!.score! - 1e-9)
        },
      ),
    )
  })

  it('has contributions that add up to a score between 0 and 100, whatever is missing', () => {
    fc.assert(
      fc.property(figures, (rows) => {
        for (const { score, contributions, known } of equityIndex(rows, [absence, attendance])) {
          if (score === null) expect(known).toBe(0)
          else {
            expect(score).toBeGreaterThanOrEqual(-1e-9)
            expect(score).toBeLessThanOrEqual(100 + 1e-9)
            expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9)
            expect(contributions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
          }
        }
      }),
    )
  })
})
