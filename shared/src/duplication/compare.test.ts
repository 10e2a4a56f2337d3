import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences, mayDuplicate, type Delivery, type Times } from './compare.ts'

const tuesday: Times = { weekdays: ['TU'], opensAt: '15:00', closesAt: '16:30', startsOn: null, endsOn: null }
const help = (more: Partial<Delivery> = {}): Delivery => ({
  schoolId: 'lincoln',
  categoryId: 'tutoring',
  tier: 2,
  audience: 'students',
  grades: ['3', '4'],
  languages: ['en'],
  setting: 'after_school',
  times: [tuesday],
  ...more,
})

describe('whether help doubles help that is there', () => {
  it.each<[string, Partial<Delivery>, string[]]>([
    ['the same again', {}, []],
    ['some of the grades', { grades: ['4', '5'] }, []],
    ['one language in common', { languages: ['es', 'en'] }, []],
    [
      'what nobody has said',
      { tier: null, audience: null, grades: [], languages: [], setting: null, times: [] },
      [],
    ],
    ['another school', { schoolId: 'hill' }, ['school']],
    ['another kind of help', { categoryId: 'food' }, ['category']],
    ['another tier', { tier: 3 }, ['tier']],
    ['families instead of students', { audience: 'families' }, ['audience']],
    ['other grades', { grades: ['7', '8'] }, ['grades']],
    ['another language', { languages: ['es'] }, ['language']],
    ['another day', { times: [{ ...tuesday, weekdays: ['TH'] }] }, ['time']],
    ['the hour after', { times: [{ ...tuesday, opensAt: '16:30', closesAt: '18:00' }] }, ['time']],
    [
      'half an hour earlier, with some time in common',
      { times: [{ ...tuesday, opensAt: '14:30', closesAt: '15:30' }] },
      [],
    ],
    ['one of two times in common', { times: [{ ...tuesday, weekdays: ['TH'] }, tuesday] }, []],
    ['times open, in the summer', { times: [], setting: 'summer' }, ['time']],
    ['times open, at a community site', { times: [], setting: 'community_site' }, []],
    ['several things at once', { tier: 1, grades: ['1'] }, ['tier', 'grades']],
  ])('%s', (_, more, expected) => {
    expect(differences(help(), help(more))).toEqual(expected)
    expect(mayDuplicate(help(), help(more))).toBe(expected.length === 0)
  })

  it('knows stretches of the year that end before the other begins', () => {
    const fall = { ...tuesday, startsOn: '2026-09-01', endsOn: '2026-12-18' }
    expect(
      differences(help({ times: [fall] }), help({ times: [{ ...tuesday, startsOn: '2027-01-05' }] })),
    ).toEqual(['time'])
    expect(
      differences(help({ times: [fall] }), help({ times: [{ ...tuesday, startsOn: '2026-12-18' }] })),
    ).toEqual([])
  })

  const some = <T>(values: readonly T[]) => fc.constantFrom(...values)
  const time = fc.record({
    weekdays: fc.subarray(['MO', 'TU', 'WE']),
    opensAt: fc.option(some(['08:00', '12:00', '15:00'])),
    closesAt: fc.option(some(['10:00', '15:00', '17:00'])),
    startsOn: fc.option(some(['2026-09-01', '2027-01-05'])),
    endsOn: fc.option(some(['2026-12-18', '2027-06-20'])),
  })
  const delivery = fc.record({
    schoolId: some(['a', 'b']),
    categoryId: some(['x', 'y']),
    tier: fc.option(some([1, 2, 3])),
    audience: fc.option(some(['students', 'families'])),
    grades: fc.subarray(['1', '2', '3']),
    languages: fc.subarray(['en', 'es']),
    setting: fc.option(some(['in_school', 'after_school', 'virtual'])),
    times: fc.array(time, { maxLength: 3 }),
  })
  it('is symmetric, and saying less never tells two apart', () => {
    fc.assert(
      fc.property(delivery, delivery, (a, b) => {
        expect(differences(a, b)).toEqual(differences(b, a))
        const open = { ...a, tier: null, audience: null, grades: [], languages: [], setting: null, times: [] }
        expect(differences(open, b).filter((one) => !differences(a, b).includes(one))).toEqual([])
      }),
    )
  })
})
