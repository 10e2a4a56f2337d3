import { describe, expect, it } from 'vitest'
import { monthsDue } from './months-due.ts'

const calendar = {
  years: [
    { startsOn: '2025-09-02', endsOn: '2026-06-26' },
    { startsOn: '2026-09-01', endsOn: '2027-06-25' },
  ],
  closed: [{ startsOn: '2025-12-22', endsOn: '2026-01-02' }],
}

describe('the months whose reports are due', () => {
  it('a month is due on the first school day after it, not on the weekend or in the break before', () => {
    expect(monthsDue('2025-11-02', calendar)).not.toContain('2025-10-01')
    expect(monthsDue('2025-11-03', calendar)).toContain('2025-10-01')
    expect(monthsDue('2026-01-04', calendar)).not.toContain('2025-12-01')
    expect(monthsDue('2026-01-05', calendar)).toContain('2025-12-01')
  })

  it('June is told when school begins again, and a month without school never', () => {
    expect(monthsDue('2026-08-31', calendar)).toEqual([])
    expect(monthsDue('2026-09-01', calendar)).toEqual(['2026-06-01'])
  })

  it('a server that was off catches up with a month that was due lately, not with older ones', () => {
    expect(monthsDue('2025-11-20', calendar)).toEqual(['2025-10-01'])
    expect(monthsDue('2025-12-10', calendar)).toEqual(['2025-11-01'])
  })
})
