import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { equityTiers } from '../equity/equity-tiers.ts'
import { askingOrder, isFirstTier, nextToAsk, passedOver, seatsTaken, type InLine } from './first-refusal.ts'
import { FAR_METRES, gradeShare, rankSchools, type SchoolInNeed } from './rank-schools.ts'
import { placementStatuses, reasonTerms } from './vocabulary.ts'

const help = { grades: [], languages: ['en'], wantedSchoolIds: [], seats: 40 }
const school = (schoolId: string, facts: Partial<SchoolInNeed> = {}): SchoolInNeed => ({
  schoolId,
  name: schoolId,
  grades: ['6', '7', '8'],
  equityTier: 'moderate',
  demand: 100,
  unmet: 50,
  severity: 3,
  metres: 5000,
  worksThere: false,
  otherLanguages: false,
  ...facts,
})
const order = (...schools: SchoolInNeed[]) => rankSchools(help, schools).map(({ schoolId }) => schoolId)

describe('the ranking of schools for an offer', () => {
  it.each([
    ['more unmet need', { unmet: 50 }, { unmet: 90 }],
    ['a graver need', { severity: 2 }, { severity: 5 }],
    ['a needier tier', { equityTier: 'low' as const }, { equityTier: 'highest' as const }],
    ['the nearer one', { metres: 12_000 }, { metres: 500 }],
    ['where the organization works already', {}, { worksThere: true }],
    [
      'the neediest tier, although another is near and known',
      { worksThere: true, metres: 0 },
      { equityTier: 'highest' as const, metres: 9_000 },
    ],
  ])('puts first %s', (_, less, more) => {
    expect(order(school('a', less), school('b', more))).toEqual(['b', 'a'])
  })

  it('leaves out schools without an open gap or with none of the grades, and names the share of grades', () => {
    expect(order(school('full', { unmet: 0 }))).toEqual([])
    expect(rankSchools({ ...help, grades: ['1'] }, [school('a')])).toEqual([])
    expect([gradeShare(['6', '9'], ['6', '7']), gradeShare([], ['6']), gradeShare(['6'], [])]).toEqual([
      0.5, 1, 1,
    ])
  })

  it('says why in points that add up to the score, and how many places the school could use', () => {
    const offer = { grades: ['6', '9'], languages: ['en', 'es'], wantedSchoolIds: ['a'], seats: 40 }
    const [first] = rankSchools(offer, [
      school('a', {
        otherLanguages: true,
        worksThere: true,
        equityTier: 'highest',
        metres: 0,
        unmet: 100,
        severity: 5,
      }),
    ])
    expect(first).toMatchObject({ score: 95, students: 40 })
    expect(first!.reasons.find(({ code }) => code === 'grades')).toEqual({
      code: 'grades',
      points: 5,
      of: 10,
    })
    expect(reasonTerms.reduce((sum, { of }) => sum + of, 0)).toBe(100)
  })

  const tier = fc.constantFrom(...equityTiers.map(({ code }) => code), null)
  const facts = fc.record({
    grades: fc.subarray(['5', '6', '7', '8', '9']),
    equityTier: tier,
    demand: fc.integer({ min: 1, max: 500 }),
    unmet: fc.integer({ min: 0, max: 500 }),
    severity: fc.integer({ min: 0, max: 5 }),
    metres: fc.option(fc.integer({ min: 0, max: 3 * FAR_METRES })),
    worksThere: fc.boolean(),
    otherLanguages: fc.boolean(),
  })
  it('gives 0 to 100, never more places than are free or needed, and does not care who comes first', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 20 }), fc.option(fc.nat(60)), (all, seats) => {
        const schools = all.map((one, at) =>
          school(`s${at}`, { ...one, unmet: Math.min(one.unmet, one.demand) }),
        )
        const ranked = rankSchools({ ...help, seats }, schools)
        for (const { schoolId, score, students } of ranked) {
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(100)
          const { unmet } = schools.find((one) => one.schoolId === schoolId)!
          expect(students).toBeLessThanOrEqual(Math.min(unmet, seats ?? Infinity))
        }
        expect(rankSchools({ ...help, seats }, schools.toReversed())).toEqual(ranked)
      }),
    )
  })
})

describe('first refusal', () => {
  const line = fc.array(
    fc.record({
      students: fc.integer({ min: 1, max: 50 }),
      status: fc.constantFrom(...placementStatuses.map(({ code }) => code)),
    }),
    { maxLength: 15 },
  )
  const inLine = (all: { students: number; status: InLine['status'] }[]): InLine[] =>
    all.map((one, at) => ({ ...one, id: `p${at}`, position: at + 1 }))

  it('asks the two neediest tiers before all others, each in the order chosen', () => {
    const chosen = ['low', 'high', 'lowest', 'highest'].map((equityTier) => ({
      equityTier: equityTier as (typeof equityTiers)[number]['code'],
    }))
    expect(askingOrder(chosen).map(({ equityTier }) => equityTier)).toEqual([
      'high',
      'highest',
      'low',
      'lowest',
    ])
    expect(isFirstTier(null)).toBe(false)
  })

  it('asks as many as there are places for, the last perhaps for fewer, and the next when places come back', () => {
    const three = inLine([30, 20, 10].map((students) => ({ students, status: 'waiting' })))
    expect(nextToAsk(40, three)).toEqual([
      { id: 'p0', students: 30 },
      { id: 'p1', students: 10 },
    ])
    const declined = three.map((one) => (one.id === 'p0' ? { ...one, status: 'declined' as const } : one))
    expect(nextToAsk(40, declined)).toEqual([
      { id: 'p1', students: 20 },
      { id: 'p2', students: 10 },
    ])
    expect(nextToAsk(null, three)).toHaveLength(3)
  })

  it('never promises more places than were offered', () => {
    fc.assert(
      fc.property(line, fc.nat(200), (all, seats) => {
        const before = inLine(all)
        const asked = nextToAsk(seats, before)
        const after = before.map((one) => {
          const next = asked.find(({ id }) => id === one.id)
          return next ? { ...one, ...next, status: 'asked' as const } : one
        })
        if (seatsTaken(before) <= seats) expect(seatsTaken(after)).toBeLessThanOrEqual(seats)
        else expect(asked).toEqual([])
        expect(asked.every(({ students }) => students > 0)).toBe(true)
      }),
    )
  })

  it('names the needier schools a choice passes over', () => {
    const inNeed = [
      { schoolId: 'a', equityTier: 'highest' as const },
      { schoolId: 'b', equityTier: 'high' as const },
      { schoolId: 'c', equityTier: 'low' as const },
    ]
    expect(passedOver(inNeed, [inNeed[2]!], ['a'])).toEqual([inNeed[1]])
    expect(passedOver(inNeed, [inNeed[1]!], [])).toEqual([])
    expect(passedOver(inNeed, inNeed, [])).toEqual([])
  })
})
