import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeMonths } from '../calendar/months.ts'
import { addDays, addMonths } from '../calendar/dates.ts'
import { fundedUntil, type OutlookFacts } from './facts.ts'
import { recommend } from './recommendation.ts'
import { sustainabilityOf } from './sustainability.ts'
import type { GroundCode, Verdict } from './vocabulary.ts'

const today = '2026-03-10'
const all = (kept: number, missed = 0, late = 0) => ({ kept, late, missed, waived: 0 })
/** A partnership in which nothing is wrong. */
const sound: OutlookFacts = {
  today,
  formality: 'formal',
  since: '2023-08-01',
  promises: { district: all(8), partner: all(12) },
  champions: { district: 2, partner: 2 },
  fundings: [{ needed: true, endsOn: '2028-06-30' }],
  agreement: { endsOn: '2026-07-31', renews: true, termMonths: 12 },
  vision: 'agreed',
  checkIns: { due: 4, held: 4 },
  balance: 'balanced',
  needs: { open: 2, closed: 1 },
  quality: { sum: 20, on: '2025-11-01' },
}
const nothing: OutlookFacts = {
  ...sound,
  since: null,
  promises: { district: all(0), partner: all(0) },
  champions: { district: 0, partner: 0 },
  fundings: [],
  agreement: null,
  vision: 'empty',
  formality: 'informal',
  checkIns: null,
  balance: null,
  needs: { open: 0, closed: 0 },
  quality: null,
}

describe('what to do at the end of the term', () => {
  it.each<[string, Partial<OutlookFacts>, Verdict | null]>([
    ['all is well', {}, 'renew'],
    ['one person carries it', { champions: { district: 1, partner: 2 } }, 'renew'],
    [
      'one person carries it and check-ins were left out',
      { champions: { district: 1, partner: 2 }, checkIns: { due: 4, held: 2 } },
      'revise',
    ],
    ['the partner was often late', { promises: { district: all(8), partner: all(7, 0, 5) } }, 'revise'],
    [
      'the district broke its own promises',
      { promises: { district: all(1, 7), partner: all(12) } },
      'revise',
    ],
    [
      'one missed promise of two condemns nobody',
      { promises: { district: all(8), partner: all(0, 2) } },
      'revise',
    ],
    ['the partner kept few promises', { promises: { district: all(8), partner: all(2, 8) } }, 'revise'],
    [
      'it kept few and quality is low',
      { promises: { district: all(8), partner: all(2, 8) }, quality: { sum: 9, on: today } },
      'exit',
    ],
    [
      'nobody needs it and quality is low',
      { needs: { open: 0, closed: 3 }, quality: { sum: 11, on: today } },
      'exit',
    ],
    ['nobody needs it any more', { needs: { open: 0, closed: 3 } }, 'revise'],
    [
      'the district failed and nobody needs it',
      { promises: { district: all(0, 9), partner: all(12) }, needs: { open: 0, closed: 1 } },
      'revise',
    ],
    ['the vision has lapsed', { vision: 'lapsed' }, 'revise'],
    ['the vision is due to be confirmed', { vision: 'reconfirm' }, 'renew'],
    ['an old review says nothing', { quality: { sum: 6, on: '2024-01-01' } }, 'renew'],
    [
      'funding ends soon and one side carries it',
      { fundings: [{ needed: true, endsOn: '2026-06-30' }], balance: 'carried_by_district' },
      'revise',
    ],
  ])('%s', (_, more, verdict) => expect(recommend({ ...sound, ...more }).verdict).toBe(verdict))

  it('is not advised while nothing is known, and each ground says so', () => {
    const { verdict, grounds } = recommend(nothing)
    expect(verdict).toBeNull()
    expect(grounds.filter(({ judgement }) => judgement !== 'unknown').map(({ code }) => code)).toEqual([
      'champions',
    ])
  })

  it('shows the figures each reason rests on', () => {
    const { grounds } = recommend({ ...sound, promises: { district: all(8), partner: all(6, 2, 1) } })
    expect(grounds.find(({ code }) => code === 'partner_promises')).toMatchObject({
      judgement: 'weak',
      key: true,
      have: 6,
      of: 9,
    })
  })

  const facts = fc.record({
    today: fc.constant(today),
    formality: fc.constantFrom('formal' as const, 'informal' as const),
    since: fc.option(fc.integer({ min: 0, max: 2000 }).map((days) => addDays(today, -days))),
    promises: fc.record({ district: counts(), partner: counts() }),
    champions: fc.record({ district: fc.nat({ max: 3 }), partner: fc.nat({ max: 3 }) }),
    fundings: fc.array(
      fc.record({
        needed: fc.boolean(),
        endsOn: fc.option(fc.integer({ min: -900, max: 2000 }).map((days) => addDays(today, days))),
      }),
      { maxLength: 4 },
    ),
    agreement: fc.option(
      fc.record({
        endsOn: fc.option(fc.nat({ max: 900 }).map((days) => addDays(today, days))),
        renews: fc.boolean(),
        termMonths: fc.integer({ min: 1, max: 60 }),
      }),
    ),
    vision: fc.constantFrom(...(['empty', 'draft', 'proposed', 'agreed', 'reconfirm', 'lapsed'] as const)),
    checkIns: fc.option(
      fc.nat({ max: 6 }).chain((due) => fc.nat({ max: due }).map((held) => ({ due, held }))),
    ),
    balance: fc.constantFrom(
      null,
      ...(['nothing_yet', 'carried_by_district', 'balanced', 'carried_by_partner'] as const),
    ),
    needs: fc.record({ open: fc.nat({ max: 3 }), closed: fc.nat({ max: 3 }) }),
    quality: fc.option(fc.record({ sum: fc.integer({ min: 6, max: 24 }), on: fc.constant('2025-11-01') })),
  })
  function counts() {
    return fc.record({
      kept: fc.nat({ max: 9 }),
      late: fc.nat({ max: 9 }),
      missed: fc.nat({ max: 9 }),
      waived: fc.nat({ max: 9 }),
    })
  }
  const rank = { exit: 0, revise: 1, renew: 2 } as const

  it('never advises to renew what is bad, nor an exit for what the district itself left undone', () =>
    fc.assert(
      fc.property(facts, (some) => {
        const { verdict, grounds } = recommend(some)
        const bad = grounds.filter(({ judgement }) => judgement === 'bad').map(({ code }) => code)
        if (verdict === 'renew') expect(bad).toEqual([])
        if (verdict === 'exit')
          expect(bad.filter((code: GroundCode) => code !== 'district_promises').length).toBeGreaterThan(1)
      }),
    ))

  it('never gets worse when the partner keeps a promise it had missed', () =>
    fc.assert(
      fc.property(facts, (some) => {
        fc.pre(some.promises.partner.missed > 0)
        const { kept, missed } = some.promises.partner
        const better = {
          ...some,
          promises: {
            ...some.promises,
            partner: { ...some.promises.partner, kept: kept + 1, missed: missed - 1 },
          },
        }
        const [before, after] = [recommend(some).verdict, recommend(better).verdict]
        if (before && after) expect(rank[after]).toBeGreaterThanOrEqual(rank[before])
      }),
    ))

  it('scores between 0 and 100, and one champion more never less', () =>
    fc.assert(
      fc.property(facts, (some) => {
        const { score, parts } = sustainabilityOf(some)
        const more = sustainabilityOf({
          ...some,
          champions: { ...some.champions, partner: some.champions.partner + 1 },
        })
        if (score === null) {
          expect(parts.filter(({ points }) => points !== null).length).toBeLessThan(3)
          return
        }
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(more.score).toBeGreaterThanOrEqual(score)
      }),
    ))
})

describe('how likely it is to last', () => {
  const points = (more: Partial<OutlookFacts>) =>
    Object.fromEntries(sustainabilityOf({ ...sound, ...more }).parts.map((part) => [part.code, part.points]))

  it('is five parts of twenty points', () => {
    expect(points({})).toEqual({ funding: 20, agreement: 20, champions: 20, years: 20, check_ins: 20 })
    expect(sustainabilityOf(sound)).toMatchObject({ score: 100, singleChampion: false })
  })
  it.each<[string, Partial<OutlookFacts>, Record<string, number | null>]>([
    ['half the horizon', { fundings: [{ needed: true, endsOn: '2027-03-31' }] }, { funding: 10 }],
    ['no end in sight', { fundings: [{ needed: true, endsOn: null }] }, { funding: 20 }],
    ['nobody said what pays for it', { fundings: [] }, { funding: null }],
    [
      'notice was given',
      { agreement: { endsOn: '2026-07-31', renews: false, termMonths: 12 } },
      { agreement: 7 },
    ],
    ['no paper', { agreement: null }, { agreement: 0 }],
    ['three of four people', { champions: { district: 1, partner: 5 } }, { champions: 15 }],
    [
      'its first year',
      { since: '2025-08-01', agreement: { endsOn: '2026-07-31', renews: false, termMonths: 12 } },
      { years: 6 },
    ],
    ['half of the check-ins', { checkIns: { due: 4, held: 2 } }, { check_ins: 10 }],
    ['none was due yet', { checkIns: { due: 0, held: 0 } }, { check_ins: null }],
  ])('%s', (_, more, expected) => expect(points(more)).toMatchObject(expected))

  it('counts over what is known, and says nothing on less than three parts', () => {
    expect(sustainabilityOf({ ...sound, fundings: [], checkIns: null }).score).toBe(100)
    expect(sustainabilityOf({ ...nothing }).score).toBeNull()
  })
})

describe('what pays for it', () => {
  it.each([
    [[], null],
    [
      [
        { needed: false, endsOn: '2027-01-01' },
        { needed: false, endsOn: '2026-01-01' },
      ],
      '2027-01-01',
    ],
    [
      [
        { needed: true, endsOn: '2027-01-01' },
        { needed: true, endsOn: '2026-01-01' },
      ],
      '2026-01-01',
    ],
    [
      [
        { needed: true, endsOn: '2027-01-01' },
        { needed: false, endsOn: '2026-01-01' },
      ],
      '2027-01-01',
    ],
    [
      [
        { needed: false, endsOn: null },
        { needed: false, endsOn: '2026-01-01' },
      ],
      'lasting',
    ],
    [[{ needed: true, endsOn: null }], 'lasting'],
  ])('%j until %s', (fundings, until) => expect(fundedUntil(fundings)).toBe(until))
})

describe('whole months', () => {
  it('are as many as fit', () =>
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (days) => {
        const months = wholeMonths(today, addDays(today, days))
        expect(addMonths(today, months) <= addDays(today, days)).toBe(true)
        expect(addMonths(today, months + 1) > addDays(today, days)).toBe(true)
      }),
    ))
})
