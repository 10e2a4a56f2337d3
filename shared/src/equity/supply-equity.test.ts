import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equityTiers } from './equity-tiers.ts'
import { equityEffect, shareToFirstTiers, supplyEquity, type SuppliedSchool } from './supply-equity.ts'

const school = (
  at: number,
  students: number,
  supply: number,
  partners = supply > 0 ? 1 : 0,
): SuppliedSchool => ({
  schoolId: `s${at}`,
  tier: equityTiers[at]!.code,
  score: 100 - at * 25,
  students,
  supply,
  partners,
})

describe('the fairness of supply', () => {
  it('counts places per 100 students by tier, their ratio, and who has nobody', () => {
    const equity = supplyEquity([school(0, 200, 50), school(1, 200, 0), school(4, 100, 50)])
    expect(equity.tiers.map(({ per100, withoutPartner }) => [per100, withoutPartner])).toEqual([
      [25, 0],
      [0, 1],
      [null, 0],
      [null, 0],
      [50, 0],
    ])
    expect(equity.ratio).toBe(0.5)
  })

  it('has a curve that bends to where the help is', () => {
    const [to, even, away] = [
      supplyEquity([school(0, 100, 100), school(4, 100, 0)]),
      supplyEquity([school(0, 100, 50), school(4, 100, 50)]),
      supplyEquity([school(0, 100, 0), school(4, 100, 100)]),
    ].map(({ concentration }) => concentration)
    expect([to, even, away]).toEqual([0.5, 0, -0.5])
  })

  it('says nothing where there is nothing', () => {
    expect(supplyEquity([school(0, 100, 0)])).toMatchObject({ ratio: null, concentration: null, curve: [] })
    expect(shareToFirstTiers([])).toBeNull()
  })

  it('tells what a placement does before it is made', () => {
    const { before, after } = equityEffect(
      [school(0, 100, 0), school(4, 100, 20)],
      [{ schoolId: 's0', students: 30, newPartner: true }],
    )
    expect([before.ratio, after.ratio]).toEqual([0, 1.5])
    expect([before.tiers[0]!.withoutPartner, after.tiers[0]!.withoutPartner]).toEqual([1, 0])
    expect(
      shareToFirstTiers([
        { tier: 'high', students: 30 },
        { tier: 'low', students: 10 },
      ]),
    ).toBe(0.75)
  })

  const schools = fc.array(
    fc.record({
      schoolId: fc.uuid(),
      tier: fc.constantFrom(...equityTiers.map(({ code }) => code)),
      score: fc.integer({ min: 0, max: 20 }),
      students: fc.integer({ min: 1, max: 2000 }),
      supply: fc.integer({ min: 0, max: 500 }),
      partners: fc.integer({ min: 0, max: 5 }),
    }),
    { minLength: 1, maxLength: 40 },
  )

  it('lies between −1 and 1, and no order of the schools changes it', () => {
    fc.assert(
      fc.property(schools, (all) => {
        const { concentration, curve } = supplyEquity(all)
        if (concentration === null) return
        expect(Math.abs(concentration)).toBeLessThanOrEqual(1)
        expect(supplyEquity(all.toReversed()).concentration).toBeCloseTo(concentration, 9)
        expect(curve.at(-1)!.students).toBeCloseTo(1, 9)
        expect(curve.at(-1)!.supply).toBeCloseTo(1, 9)
      }),
    )
  })
})
