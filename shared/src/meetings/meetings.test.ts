import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, weekday } from '../calendar/dates.ts'
import { pulseItems, pulseMeans } from './pulse.ts'
import {
  checkInDay,
  noticeDays,
  quarterAfter,
  quarterFor,
  quartersToPlan,
  spreadOf,
  type Quarter,
} from './schedule.ts'
import { checkInStanding, signaturesMissing } from './standing.ts'

const quarter = (ordinal: number, startsOn: string, endsOn: string): Quarter => ({
  schoolYearId: 'y',
  ordinal,
  startsOn,
  endsOn,
})
const year = [
  quarter(1, '2025-07-01', '2025-09-30'),
  quarter(2, '2025-10-01', '2025-12-31'),
  quarter(3, '2026-01-01', '2026-03-31'),
  quarter(4, '2026-04-01', '2026-06-30'),
]

describe('the day of a check-in', () => {
  it('is a workday of its quarter, with notice enough for the brief, wherever it falls', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -120, max: 120 }),
        fc.integer({ min: 25, max: 130 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (offset, length, spread) => {
          const startsOn = '2025-10-01'
          const endsOn = addDays(startsOn, length)
          const today = addDays(startsOn, offset)
          const day = checkInDay({ startsOn, endsOn }, today, spread)
          if (day === null) {
            expect(addDays(today, noticeDays) > addDays(endsOn, -3)).toBe(true)
            return
          }
          expect(weekday(day)).toBeLessThanOrEqual(5)
          expect(day >= startsOn && day <= endsOn).toBe(true)
          expect(daysBetween(today, day)).toBeGreaterThanOrEqual(noticeDays)
        },
      ),
    )
  })
  it('is spread over the second half of the quarter', () => {
    expect(checkInDay(year[1]!, '2025-10-01', 0)).toBe('2025-11-17')
    expect(checkInDay(year[1]!, '2025-10-01', 1)).toBe('2025-12-17')
    expect(spreadOf('00000000-0000-4000-8000-000000ffffff')).toBe(1)
    expect(spreadOf('00000000-0000-4000-8000-000000000000')).toBe(0)
  })
})

describe('quarters', () => {
  it('are planned when they begin, and the next one shortly before', () => {
    expect(quartersToPlan(year, '2025-11-10').map(({ ordinal }) => ordinal)).toEqual([2])
    expect(quartersToPlan(year, '2025-12-20').map(({ ordinal }) => ordinal)).toEqual([2, 3])
  })
  it('follow each other, and hold every day', () => {
    expect(quarterAfter(year, '2025-10-01')?.ordinal).toBe(3)
    expect(quarterAfter(year, '2026-04-01')).toBeUndefined()
    expect(quarterFor(year, '2025-10-01')?.ordinal).toBe(2)
    expect(quarterFor(year, '2026-07-15')?.ordinal).toBe(4)
    expect(quarterFor(year, '2020-01-01')?.ordinal).toBe(1)
  })
})

describe('how a check-in stands', () => {
  it.each([
    ['planned', '2025-11-30', 'coming'],
    ['planned', '2025-11-17', 'soon'],
    ['planned', '2025-11-10', 'soon'],
    ['planned', '2025-11-09', 'overdue'],
    ['held', '2025-11-09', 'waiting'],
    ['signed', '2025-11-09', 'signed'],
    ['cancelled', '2025-11-09', 'cancelled'],
  ] as const)('%s for %s is %s', (status, day, standing) => {
    expect(checkInStanding({ status, day }, '2025-11-10')).toBe(standing)
  })
  it('waits for whoever has not signed this wording', () => {
    const signed = (side: 'district' | 'partner', textVersion: number) =>
      ({ side, textVersion, answer: 'signed' }) as const
    expect(signaturesMissing([signed('district', 2), signed('partner', 1)], 2)).toEqual(['partner'])
    expect(signaturesMissing([signed('district', 2), signed('partner', 2)], 2)).toEqual([])
    expect(signaturesMissing([{ side: 'partner', textVersion: 1, answer: 'change_asked' }], 1)).toEqual([
      'district',
      'partner',
    ])
  })
})

it('a pulse is three statements on trust and three on value, each a mean', () => {
  expect(pulseItems.map(({ about }) => about)).toEqual(['trust', 'trust', 'trust', 'value', 'value', 'value'])
  expect(
    pulseMeans({ reliable: 4, samePurpose: 3, openTalk: 3, opensDoors: 1, involved: 2, bringsMuch: 2 }),
  ).toEqual({ trust: 3.3, value: 1.7 })
})
