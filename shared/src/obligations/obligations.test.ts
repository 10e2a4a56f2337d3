import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/dates.ts'
import { dueDates, type Cadence } from './due-dates.ts'
import { dueStanding, keptAs, promisesKept } from './standing.ts'

const year = { startsOn: '2025-08-01', endsOn: '2026-06-30' }

describe('when a promise is due', () => {
  it.each<[Cadence, string | null, string[]]>([
    ['once', '2025-12-01', ['2025-12-01']],
    ['once', null, ['2026-06-30']],
    ['once', '2025-07-01', []],
    ['quarterly', null, ['2025-11-01', '2026-02-01', '2026-05-01']],
    ['half_yearly', '2025-08-01', ['2025-08-01', '2026-02-01']],
    ['yearly', null, []],
    [
      'monthly',
      '2025-12-31',
      ['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
    ],
  ])('%s from %s', (cadence, firstDueOn, days) =>
    expect(dueDates({ cadence, firstDueOn }, year, '2030-01-01')).toEqual(days),
  )

  it('goes no further than it is asked to, also without an end', () => {
    const open = { startsOn: '2025-08-01', endsOn: null }
    expect(dueDates({ cadence: 'weekly', firstDueOn: null }, open, '2025-08-20')).toEqual([
      '2025-08-08',
      '2025-08-15',
    ])
    expect(dueDates({ cadence: 'once', firstDueOn: null }, open, '2026-08-20')).toEqual([])
  })

  it('finds the same days in one step or in two', () =>
    fc.assert(
      fc.property(
        fc.constantFrom<Cadence>('once', 'weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly'),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (cadence, first, until) => {
          const rhythm = { cadence, firstDueOn: addDays('2025-08-01', first) }
          const all = dueDates(rhythm, year, '2026-12-31')
          const early = dueDates(rhythm, year, addDays('2025-08-01', until))
          expect(all.slice(0, early.length)).toEqual(early)
          expect(all.every((day) => day >= year.startsOn && day <= year.endsOn)).toBe(true)
        },
      ),
    ))
})

describe('what became of a promise', () => {
  it.each([
    ['open', '2025-12-01', 'open'],
    ['open', '2025-11-20', 'soon'],
    ['open', '2025-11-09', 'overdue'],
    ['kept', '2025-11-09', 'kept'],
    ['waived', '2025-11-09', 'waived'],
  ] as const)('%s, due %s, is %s', (status, dueOn, standing) =>
    expect(dueStanding({ status, dueOn }, '2025-11-10', addDays('2025-11-10', 14))).toBe(standing),
  )

  it('is late from the day after', () => {
    expect(keptAs('2025-11-10', '2025-11-10')).toBe('kept')
    expect(keptAs('2025-11-10', '2025-11-11')).toBe('late')
  })

  it('counts what was due, and leaves out what was waived or is yet to come', () => {
    const due = (status: Parameters<typeof dueStanding>[0]['status'], dueOn: string) => ({ status, dueOn })
    expect(
      promisesKept(
        [
          due('kept', '2025-09-01'),
          due('late', '2025-10-01'),
          due('open', '2025-11-01'),
          due('missed', '2025-10-20'),
          due('open', '2025-12-01'),
          due('waived', '2025-10-01'),
          due('void', '2025-10-01'),
        ],
        '2025-11-10',
      ),
    ).toEqual({ kept: 1, late: 1, missed: 2, waived: 1, share: 1 / 4 })
    expect(promisesKept([], '2025-11-10').share).toBeNull()
  })
})
