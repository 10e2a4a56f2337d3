import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lossOf, soleProvidersOf, type CountedSite, type DemandCell, type Gone } from './loss.ts'

const cell = (demand: number, school = 's1', category = 'food'): DemandCell => ({
  school,
  category,
  tier: 2,
  demand,
})
const site = (
  organization: string,
  students: number | null,
  behind: string[] = [`p-${organization}`],
): CountedSite => ({
  school: 's1',
  category: 'food',
  tier: 2,
  organization,
  students,
  own: false,
  behind,
})
const gone = (organizations: string[] = [], partnerships: string[] = []): Gone => ({
  organizations: new Set(organizations),
  partnerships: new Set(partnerships),
})

describe('what falls into gap', () => {
  it.each([
    ['all of it, where nobody else is there', [site('a', 30)], gone(['a']), 30, 0],
    [
      'what a surplus of another partner does not take over',
      [site('a', 30), site('b', 25)],
      gone(['a']),
      15,
      1,
    ],
    ['nothing, where others have room enough', [site('a', 30), site('b', 60)], gone(['a']), undefined, 1],
    [
      'nothing, while a second partnership stands behind it',
      [site('a', 30, ['p1', 'p2'])],
      gone([], ['p1']),
      undefined,
      1,
    ],
    ['what its last partnership carried', [site('a', 30, ['p1'])], gone([], ['p1']), 30, 0],
    ['nothing of paper supply', [site('a', 30, [])], gone(['a']), undefined, 0],
    ['nothing that is not sized', [site('a', null)], gone(['a']), undefined, 0],
  ])('%s', (_, sites, without, lost, left) => {
    const [loss] = lossOf([cell(40)], sites, without)
    expect(loss?.lost).toBe(lost)
    if (loss) expect(loss.providersLeft).toBe(left)
  })

  it('keeps a program of the district when partnerships end', () => {
    const own = { ...site('wellness', 30, []), own: true }
    expect(lossOf([cell(40)], [own], gone([], ['p1']))).toEqual([])
    expect(lossOf([cell(40)], [own], gone(['wellness']))[0]!.lost).toBe(30)
  })

  const sites = fc.array(
    fc.record({
      school: fc.constantFrom('s1', 's2'),
      category: fc.constantFrom('food', 'tutor'),
      tier: fc.constantFrom(1 as const, 2 as const),
      organization: fc.constantFrom('a', 'b', 'c'),
      students: fc.option(fc.nat(50)),
      own: fc.boolean(),
      behind: fc.subarray(['p1', 'p2', 'p3']),
    }),
  )
  const cells = fc.uniqueArray(
    fc.record({
      school: fc.constantFrom('s1', 's2'),
      category: fc.constantFrom('food', 'tutor'),
      tier: fc.constantFrom(1 as const, 2 as const),
      demand: fc.nat(100),
    }),
    { selector: ({ school, category, tier }) => `${school}${category}${tier}` },
  )
  const parts = fc.record({
    organizations: fc.subarray(['a', 'b', 'c']).map((ids) => new Set(ids)),
    partnerships: fc.subarray(['p1', 'p2', 'p3']).map((ids) => new Set(ids)),
  })
  const total = (...of: Parameters<typeof lossOf>) => lossOf(...of).reduce((sum, { lost }) => sum + lost, 0)

  it('is nothing when nothing goes, and never shrinks when more goes', () => {
    fc.assert(
      fc.property(cells, sites, parts, parts, (needed, offered, some, more) => {
        expect(lossOf(needed, offered, gone())).toEqual([])
        const both = {
          organizations: new Set([...some.organizations, ...more.organizations]),
          partnerships: new Set([...some.partnerships, ...more.partnerships]),
        }
        expect(total(needed, offered, both)).toBeGreaterThanOrEqual(total(needed, offered, some))
        for (const { demand, lost, servedBefore, servedAfter } of lossOf(needed, offered, both)) {
          expect(lost).toBeLessThanOrEqual(demand)
          expect(servedBefore - servedAfter).toBe(lost)
        }
      }),
    )
  })

  it('names as sole providers exactly those whose leaving empties a cell', () => {
    fc.assert(
      fc.property(cells, sites, (needed, offered) => {
        const sole = new Map(soleProvidersOf(needed, offered).map((one) => [one.organization, one]))
        for (const organization of ['a', 'b', 'c']) {
          const emptied = lossOf(needed, offered, gone([organization])).filter(
            (loss) => loss.servedAfter === 0,
          )
          expect(sole.get(organization)?.cells ?? 0).toBe(emptied.length)
          expect(sole.get(organization)?.places ?? 0).toBe(emptied.reduce((sum, { lost }) => sum + lost, 0))
        }
      }),
    )
  })
})
