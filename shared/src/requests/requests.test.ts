import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { weekday } from '../calendar/dates.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import {
  endOf,
  gotHelp,
  isLive,
  isUnderWay,
  lineAfterClosing,
  mayHelpBecome,
  remindersDue,
  requestStatus,
  requestWaits,
  timingOf,
} from './lifecycle.ts'
import { helpClosings, helpStatuses } from './vocabulary.ts'

const codes = helpStatuses.map(({ code }) => code)
const reasons = helpClosings.map(({ code }) => code)
const line = fc.record({ status: fc.constantFrom(...codes), delivered: fc.boolean() })

describe('working days', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-20', 3, '2026-11-25'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2026-11-24', 0, '2026-11-24'],
  ])('%s and %i on is %s', (from, days, to) => expect(addWorkingDays(from, days, [])).toBe(to))

  it('leave out days the district is closed, both ways', () => {
    const thanksgiving = [{ startsOn: '2026-11-25', endsOn: '2026-11-27' }]
    expect(addWorkingDays('2026-11-23', 3, thanksgiving)).toBe('2026-12-01')
    expect(addWorkingDays('2026-11-30', -1, thanksgiving)).toBe('2026-11-24')
  })

  it('never end on a weekend, and going back undoes going on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const monday = addWorkingDays('2026-01-02', offset + 1, [])
        const on = addWorkingDays(monday, days, [])
        expect(weekday(on)).toBeLessThanOrEqual(5)
        expect(addWorkingDays(on, -days, [])).toBe(monday)
      }),
    )
  })
})

describe('a request for help', () => {
  it.each([
    [[], 'open', 'declined'],
    [['open', 'declined'], 'open', 'answer'],
    [['open', 'offered'], 'offered', 'offered'],
    [['offered', 'scheduled'], 'scheduled', 'offered'],
    [['accepted', 'open'], 'accepted', null],
    [['declined', 'expired'], 'declined', 'declined'],
    [['expired', 'withdrawn'], 'expired', 'declined'],
    [['withdrawn'], 'open', 'declined'],
  ] as const)('with partners %j is %s and waits for %s', (statuses, status, waits) => {
    const lines = statuses.map((one) => ({ status: one, delivered: false }))
    expect([requestStatus(lines), requestWaits(lines)]).toEqual([status, waits])
  })

  it('waits for the school to confirm once all that was to come is said to be delivered, and is never met by itself', () => {
    expect(requestWaits([{ status: 'started', delivered: true }])).toBe('delivered')
    expect(
      requestWaits([
        { status: 'started', delivered: true },
        { status: 'scheduled', delivered: false },
      ]),
    ).toBeNull()
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        expect(['met', 'partly_met']).not.toContain(requestStatus(lines))
        // No partner takes back how far another one is.
        const more = [...lines, { status: 'open' as const, delivered: false }]
        if (lines.some(({ status }) => isLive(status))) expect(requestStatus(more)).toBe(requestStatus(lines))
      }),
    )
  })

  it('reaches an end from everywhere, and an end is an end', () => {
    for (const from of codes)
      expect(codes.some((to) => mayHelpBecome(from, to))).toBe(
        !['met', 'partly_met', 'declined', 'withdrawn', 'expired'].includes(from),
      )
    for (const from of codes.filter(isLive))
      expect(['declined', 'withdrawn', 'expired'].every((to) => mayHelpBecome(from, to as 'declined'))).toBe(
        true,
      )
  })

  it('closed for any reason leaves no partner half way, and only help that was on its way is met', () => {
    for (const reason of reasons)
      for (const status of codes) {
        const after = lineAfterClosing(status, reason)
        expect(isLive(after)).toBe(false)
        if (isLive(status)) expect(mayHelpBecome(status, after)).toBe(true)
        expect(after === 'met' || after === 'partly_met').toBe(
          isLive(status)
            ? gotHelp(reason) && isUnderWay(status)
            : status === 'met' || status === 'partly_met',
        )
      }
    expect([endOf('got_it'), endOf('nobody_could'), endOf('did_not_come'), endOf('not_needed')]).toEqual([
      'met',
      'declined',
      'expired',
      'withdrawn',
    ])
  })

  it('is answered on time until its day is over, and reminded before and after it', () => {
    expect(timingOf('2026-11-25', null, '2026-11-25')).toBe('waiting')
    expect(timingOf('2026-11-25', null, '2026-11-26')).toBe('overdue')
    expect(timingOf('2026-11-25', '2026-11-25', '2026-12-01')).toBe('on_time')
    expect(timingOf('2026-11-25', '2026-11-26', '2026-12-01')).toBe('late')
    expect(
      ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((day) =>
        remindersDue('2026-11-25', day, '2026-11-24'),
      ),
    ).toEqual([0, 1, 1, 2])
  })
})
