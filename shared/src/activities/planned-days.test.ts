import { describe, expect, it } from 'vitest'
import { plannedDays } from './planned-days.ts'

const year = { startsOn: '2025-09-01', endsOn: '2026-06-26' }
const winter = { name: 'Winter break', startsOn: '2025-12-22', endsOn: '2026-01-02' }

describe('sessions in a row', () => {
  it('are held on the days chosen, without those the district is closed', () => {
    const { days, skipped } = plannedDays(
      { startsOn: '2025-12-09', endsOn: '2026-01-13', weekdays: [2], everyWeeks: 1 },
      [winter],
      [year],
    )
    expect(days).toEqual(['2025-12-09', '2025-12-16', '2026-01-06', '2026-01-13'])
    expect(skipped).toEqual([
      { day: '2025-12-23', name: 'Winter break' },
      { day: '2025-12-30', name: 'Winter break' },
    ])
  })

  it('every other week counts weeks from Monday, whatever day the first is', () => {
    const { days } = plannedDays(
      { startsOn: '2025-10-01', endsOn: '2025-10-31', weekdays: [5, 1], everyWeeks: 2 },
      [],
      [year],
    )
    expect(days).toEqual(['2025-10-03', '2025-10-13', '2025-10-17', '2025-10-27', '2025-10-31'])
  })

  it('a day of no school year is skipped and says so', () => {
    expect(
      plannedDays({ startsOn: '2026-06-25', endsOn: '2026-07-03', weekdays: [5], everyWeeks: 1 }, [], [year]),
    ).toEqual({ days: ['2026-06-26'], skipped: [{ day: '2026-07-03', name: null }] })
  })
})
