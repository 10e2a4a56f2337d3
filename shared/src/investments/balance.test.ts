import { describe, expect, it } from 'vitest'
import { balanceOf, bandOf, centsPerStudent, type BalanceLine } from './balance.ts'

const line = (more: Partial<BalanceLine>): BalanceLine => ({
  side: 'partner',
  type: 'space',
  planned: 10,
  delivered: 10,
  plannedCents: null,
  deliveredCents: null,
  ...more,
})

describe('the band', () => {
  it.each([
    [0, 0, 'nothing_yet'],
    [100, 0, 'carried_by_district'],
    [81, 19, 'carried_by_district'],
    [80, 20, 'leans_on_district'],
    [61, 39, 'leans_on_district'],
    [60, 40, 'balanced'],
    [40, 60, 'balanced'],
    [39, 61, 'leans_on_partner'],
    [20, 80, 'leans_on_partner'],
    [19, 81, 'carried_by_partner'],
    [0, 1, 'carried_by_partner'],
  ])('of %d from the district and %d from the partner is %s', (district, partner, band) => {
    expect(bandOf(district, partner)).toBe(band)
  })

  const mirrored = {
    nothing_yet: 'nothing_yet',
    carried_by_district: 'carried_by_partner',
    leans_on_district: 'leans_on_partner',
    balanced: 'balanced',
    leans_on_partner: 'leans_on_district',
    carried_by_partner: 'carried_by_district',
  }
  it('treats both sides alike, and does not depend on how large the amounts are', () => {
    for (let district = 0; district <= 40; district++)
      for (let partner = 0; partner <= 40; partner++) {
        expect(bandOf(partner, district)).toBe(mirrored[bandOf(district, partner)])
        expect(bandOf(district * 1_000_003, partner * 1_000_003)).toBe(bandOf(district, partner))
      }
  })
})

describe('the balance', () => {
  it('does not change with the order of lines, and its sums are those of the lines', () => {
    const lines = Array.from({ length: 24 }, (_, at) =>
      line({
        side: at % 3 === 0 ? 'district' : 'partner',
        type: at % 2 ? 'space' : 'funding',
        planned: at,
        delivered: (at * 7) % 11,
        deliveredCents: at % 4 ? at * 100 : null,
      }),
    )
    const whole = balanceOf(lines)
    expect(balanceOf(lines.toReversed())).toEqual(whole)
    expect(whole.district.lines + whole.partner.lines).toBe(lines.length)
    expect(whole.district.deliveredCents + whole.partner.deliveredCents).toBe(
      lines.reduce((sum, { deliveredCents }) => sum + (deliveredCents ?? 0), 0),
    )
    for (const side of [whole.district, whole.partner]) {
      expect(side.followThrough).toBeGreaterThanOrEqual(0)
      expect(side.followThrough).toBeLessThanOrEqual(100)
    }
  })

  it('shows the side that gives rooms and time beside the one that gives money', () => {
    const balance = balanceOf([
      line({ side: 'partner', type: 'funding', deliveredCents: 900_000 }),
      line({ side: 'district', type: 'space', deliveredCents: 100_000 }),
      line({ side: 'district', type: 'coordination' }),
    ])
    expect(balance.byValue).toEqual({ partnerShare: 90, band: 'carried_by_partner' })
    expect(balance.withoutMoney).toEqual({ partnerShare: 33, band: 'leans_on_district' })
    expect(balance.district).toMatchObject({ kinds: 2, valued: 1, followThrough: 100 })
  })

  it('gives nobody credit above what was promised', () => {
    const { partner } = balanceOf([line({ delivered: 100 }), line({ delivered: 0 })])
    expect(partner).toMatchObject({ followThrough: 50, begun: 1, kinds: 1 })
    expect(balanceOf([line({ planned: 0 })]).partner.followThrough).toBeNull()
  })
})

it('the value per student is whole cents, and unknown without students', () => {
  expect(centsPerStudent(100_000, 30)).toBe(3333)
  expect(centsPerStudent(100_000, null)).toBeNull()
  expect(centsPerStudent(100_000, 0)).toBeNull()
})
