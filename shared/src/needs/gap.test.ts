import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demandOf, type NeedEntry } from './demand.ts'
import { gapOf, gapTotals } from './gap.ts'
import { isDemand, mayNeedBecome, needStatuses, needsReason, nextNeedStatuses } from './lifecycle.ts'
import { severities, severityOf } from './severity.ts'
import { missingDeeperTiers, sufficiencyOf } from './sufficiency.ts'
import { isVerified, supplyOf, type SupplyEntry } from './supply.ts'

const need = (studentsAffected: number | null, group: string | null = null): NeedEntry => ({
  status: 'open',
  studentsAffected,
  group,
})

describe('demand', () => {
  it.each<[string, NeedEntry[], number | null, number, boolean]>([
    ['nothing recorded', [], 400, 0, false],
    ['one need', [need(30)], 400, 30, false],
    ['two voices on the same students: the larger', [need(30), need(45)], 400, 45, false],
    ['different groups add up', [need(30, 'grade 3'), need(45, 'grade 5')], 400, 75, false],
    ['the whole school covers its groups where larger', [need(100), need(45, 'grade 5')], 400, 100, false],
    ['and gives way to them where smaller', [need(20), need(30, 'a'), need(45, 'b')], 400, 75, false],
    ['never beyond enrollment', [need(300, 'a'), need(300, 'b')], 400, 400, false],
    ['an unknown number: the share the tier is planned for', [need(null)], 400, 40, true],
    ['a known number beside an unknown one', [need(null), need(12)], 400, 12, false],
    ['an unknown number in a school of unknown size', [need(null)], null, 0, true],
    ['suggestions do not count', [{ ...need(30), status: 'suggested' }], 400, 0, false],
  ])('%s', (_, entries, enrollment, students, estimated) =>
    expect(demandOf(entries, 2, enrollment)).toMatchObject({ students, estimated }),
  )
})

const seats = (amount: number, over: Partial<SupplyEntry> = {}): SupplyEntry => ({
  amount,
  unit: 'seats',
  inForce: true,
  verifiedOn: '2024-10-01',
  ...over,
})

describe('supply', () => {
  it.each<[string, SupplyEntry, object]>([
    ['in force and verified', seats(20), { verified: 20, paper: 0 }],
    ['without an agreement', seats(20, { inForce: false }), { verified: 0, paper: 20 }],
    ['never verified', seats(20, { verifiedOn: null }), { verified: 0, paper: 20 }],
    ['verified 91 days ago', seats(20, { verifiedOn: '2024-08-02' }), { verified: 0, paper: 20 }],
    ['verified 90 days ago', seats(20, { verifiedOn: '2024-08-03' }), { verified: 20, paper: 0 }],
    ['verified tomorrow', seats(20, { verifiedOn: '2024-11-02' }), { verified: 0, paper: 20 }],
    [
      'visits say nothing of students',
      seats(20, { unit: 'visits_per_week' }),
      { verified: 0, paper: 0, unsized: 1 },
    ],
    ['unless stated', seats(20, { unit: 'visits_per_week', studentsStated: 35 }), { verified: 35 }],
  ])('%s', (_, entry, expected) => expect(supplyOf([entry], '2024-11-01')).toMatchObject(expected))
  it('the days are a setting', () => expect(isVerified(seats(1), '2024-11-01', 30)).toBe(false))
})

describe('a cell of the gap board', () => {
  it.each([
    [0, 0, 0, 0, 'no_need', 0, null],
    [40, 0, 0, 0, 'unmet', 4, 1],
    [40, 0, 30, 0, 'unverified', 4, 1],
    [40, 0, 0, 1, 'unverified', 4, 1],
    [40, 10, 0, 0, 'partly_met', 3, 0.75],
    [40, 20, 0, 0, 'partly_met', 2, 0.5],
    [40, 39, 99, 0, 'partly_met', 1, 0.025],
    [40, 40, 0, 0, 'met', 0, 0],
    [40, 50, 0, 0, 'met', 0, 0],
    [40, 51, 0, 0, 'over_supplied', 0, 0],
  ])(
    'demand %i, verified %i, paper %i, unsized %i: %s',
    (students, verified, paper, unsized, status, step, share) => {
      const demand = { students, estimated: false, entries: students > 0 ? 1 : 0 }
      expect(gapOf(demand, { verified, paper, unsized })).toMatchObject({ status, step, unmetShare: share })
    },
  )
  it('supply without a recorded need is no surplus to take away', () =>
    expect(gapOf(demandOf([], 1, 400), { verified: 60, paper: 0, unsized: 0 }).status).toBe('no_need'))
  it('a need of unknown size is unmet, not invisible', () =>
    expect(gapOf(demandOf([need(null)], 2, null), { verified: 0, paper: 0, unsized: 0 })).toMatchObject({
      status: 'unmet',
      step: 4,
    }))
  it('conserves students, cell by cell and in total', () => {
    const cell = fc.record({ students: fc.nat(500), verified: fc.nat(500), paper: fc.nat(500) })
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const gaps = cells.map(({ students, verified, paper }) =>
          gapOf({ students, estimated: false, entries: 1 }, { verified, paper, unsized: 0 }),
        )
        for (const gap of [...gaps, gapTotals(gaps)]) {
          expect(gap.served + gap.unmet).toBe(gap.demand)
          expect(gap.served + gap.surplus).toBe(gap.verified)
          expect(Math.min(gap.served, gap.unmet, gap.surplus)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})

describe('sufficiency by tier', () => {
  it('sets verified slots against the students each tier is planned for', () => {
    const [one, two, three] = sufficiencyOf({ 1: 225, 2: 50 }, 500)
    expect([one?.share, two?.share, three?.share]).toEqual([0.5, 1, 0])
    expect(sufficiencyOf({ 1: 10 }, 0)[0]?.share).toBeNull()
  })
  it.each([
    [{}, []],
    [{ 1: 40 }, [2, 3]],
    [{ 2: 40 }, [3]],
    [{ 1: 5, 3: 1 }, [2]],
    [{ 3: 1 }, []],
  ] as const)('of %o the deeper tiers %o are missing', (slots, missing) =>
    expect(missingDeeperTiers(slots)).toEqual(missing),
  )
})

describe('the life of a need', () => {
  it.each([
    ['suggested', 'open', true, false],
    ['suggested', 'dismissed', true, true],
    ['suggested', 'met', false, false],
    ['open', 'in_progress', true, false],
    ['in_progress', 'met', true, false],
    ['in_progress', 'open', true, false],
    ['open', 'withdrawn', true, true],
    ['met', 'open', true, true],
    ['dismissed', 'open', true, true],
    ['withdrawn', 'met', false, false],
    ['open', 'open', false, true],
  ] as const)('%s to %s: %s, reason asked: %s', (from, to, may, reason) => {
    expect(mayNeedBecome(from, to)).toBe(may)
    expect(needsReason(from, to)).toBe(reason)
  })
  it('is never stuck, and counts only once somebody took it on', () => {
    for (const { code } of needStatuses) expect(nextNeedStatuses(code).length).toBeGreaterThan(0)
    expect(needStatuses.filter(({ code }) => isDemand(code)).map(({ code }) => code)).toEqual([
      'open',
      'in_progress',
      'met',
    ])
  })
})

it('severity has five anchors, in order', () => {
  expect(severities.map(({ severity }) => severity)).toEqual([1, 2, 3, 4, 5])
  expect(severityOf(5).name.en).toBe('Critical')
})
