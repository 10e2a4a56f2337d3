import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seatBoard } from './board.ts'
import { minimumsOf } from './kinds.ts'
import { meetDemand, type OpenSeats, type SeatDemand } from './meet.ts'

const schools = ['a', 'b', 'c'] as const
const paths = ['any', 'health', 'finance'] as const
const demand = fc.record<SeatDemand>({
  school: fc.constantFrom(...schools),
  pathway: fc.constantFrom(...paths),
  seekers: fc.nat(6),
  filled: fc.nat(3),
})
const seats = fc.record<OpenSeats>({
  school: fc.constantFrom(null, ...schools),
  pathway: fc.constantFrom(...paths),
  open: fc.nat(5),
})
const suits = (line: SeatDemand, pool: OpenSeats) =>
  (pool.school === null || pool.school === line.school) &&
  (pool.pathway === 'any' || line.pathway === 'any' || pool.pathway === line.pathway)

/** By the theorem of Hall in its form for deficits: the worst set of lines against all that could serve it. */
const leastUnmet = (lines: readonly SeatDemand[], pools: readonly OpenSeats[]): number => {
  let worst = 0
  for (let set = 0; set < 1 << lines.length; set++) {
    const chosen = lines.filter((_, at) => set & (1 << at))
    const lacking = chosen.reduce((sum, { seekers, filled }) => sum + Math.max(0, seekers - filled), 0)
    const open = pools
      .filter((pool) => chosen.some((line) => suits(line, pool)))
      .reduce((sum, pool) => sum + pool.open, 0)
    worst = Math.max(worst, lacking - open)
  }
  return worst
}

describe('seats against demand', () => {
  it.each([
    ['nobody seeks', { seekers: 0, filled: 0 }, [], { unmet: 0, status: 'none' }],
    ['all have a seat', { seekers: 4, filled: 4 }, [], { unmet: 0, status: 'met' }],
    ['open seats suffice', { seekers: 4, filled: 1 }, [3], { reach: 3, unmet: 0, status: 'met' }],
    ['some are left', { seekers: 4, filled: 1 }, [1], { reach: 1, unmet: 2, status: 'partly' }],
    ['none has one', { seekers: 4, filled: 0 }, [], { unmet: 4, status: 'unmet' }],
    ['more are placed than sought', { seekers: 2, filled: 3 }, [1], { over: 1, unmet: 0, status: 'over' }],
  ] as const)('%s', (_, said, open, expected) => {
    const { lines } = meetDemand(
      [{ school: 'a', pathway: 'health', ...said }],
      open.map((seats) => ({ school: null, pathway: 'any', open: seats })),
    )
    expect(lines[0]).toMatchObject(expected)
  })

  it('moves people over to other seats before it calls somebody unmet', () => {
    const { lines, spare } = meetDemand(
      [
        { school: 'a', pathway: 'health', seekers: 5, filled: 0 },
        { school: 'a', pathway: 'finance', seekers: 5, filled: 0 },
      ],
      [
        { school: 'a', pathway: 'any', open: 5 },
        { school: null, pathway: 'health', open: 5 },
      ],
    )
    expect(lines.map(({ unmet }) => unmet)).toEqual([0, 0])
    expect(spare).toEqual([])
  })

  it('leaves as few unmet as can be, counts no seat twice, and loses nobody', () => {
    fc.assert(
      fc.property(fc.array(demand, { maxLength: 7 }), fc.array(seats, { maxLength: 7 }), (lines, pools) => {
        const met = meetDemand(lines, pools)
        const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0)
        expect(sum(met.lines.map(({ unmet }) => unmet))).toBe(leastUnmet(lines, pools))
        expect(sum(met.lines.map(({ reach }) => reach)) + sum(met.spare.map(({ open }) => open))).toBe(
          sum(pools.map(({ open }) => open)),
        )
        met.lines.forEach(({ filled, reach, unmet, over }, at) =>
          expect(filled + reach + unmet - over).toBe(lines[at]!.seekers),
        )
      }),
    )
  })

  it('keeps kinds, audiences and terms apart, and knows seats nobody asked for', () => {
    const place = { kind: 'internship', audience: 'student', pathway: 'health', term: 'fall' } as const
    const { lines, spare } = seatBoard(
      [
        { school: 'a', ...place, seekers: 3 },
        { school: 'a', ...place, term: 'spring', seekers: 2 },
      ],
      [
        { school: null, ...place, seats: 4, filled: 2, open: true },
        { school: null, ...place, seats: 9, filled: 0, open: false },
        { school: null, ...place, kind: 'leadership', seats: 5, filled: 0, open: true },
      ],
      [
        { school: 'a', ...place, placed: 1 },
        { school: 'b', ...place, placed: 1 },
      ],
    )
    expect(
      lines.map(({ school, term, filled, reach, unmet, over }) => [school, term, filled, reach, unmet, over]),
    ).toEqual([
      ['a', 'fall', 1, 2, 0, 0],
      ['b', 'fall', 1, 0, 0, 1],
      ['a', 'spring', 0, 0, 2, 0],
    ])
    expect(spare).toEqual([{ kind: 'leadership', audience: 'student', school: null, seats: 5 }])
  })

  it('asks twenty hours of an internship unless the district asks otherwise', () => {
    expect(minimumsOf({})).toMatchObject({ internship: 20, job_shadow: 0 })
    expect(minimumsOf({ internship: 40 }).internship).toBe(40)
  })
})
