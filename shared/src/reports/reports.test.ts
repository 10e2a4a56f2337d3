import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/dates.ts'
import { studentCells } from './students.ts'
import { reportKinds, reportQuarter, reportSpan, reportYear } from './kinds.ts'

describe('the time a report is about', () => {
  it('is the quarter, the month or the school year the day lies in', () => {
    expect(reportSpan('board_quarter', '2026-11-22', 7)).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    expect(reportSpan('board_quarter', '2026-11-22', 9)).toEqual({ from: '2026-09-01', to: '2026-11-30' })
    expect(reportSpan('coordinator_month', '2028-02-10', 7)).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(reportSpan('funder_year', '2026-06-30', 7)).toEqual({ from: '2025-07-01', to: '2026-06-30' })
    expect([reportYear('2026-10-01', 7), reportQuarter('2026-10-01', 7)]).toEqual(['2026-27', 2])
  })

  it('holds its day, and every day of it has the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reportKinds.map(({ code }) => code)),
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 12 }),
        (kind, days, startMonth) => {
          const day = addDays('2020-01-01', days)
          const span = reportSpan(kind, day, startMonth)
          expect(span.from <= day && day <= span.to).toBe(true)
          expect(reportSpan(kind, span.from, startMonth)).toEqual(span)
          expect(reportSpan(kind, span.to, startMonth)).toEqual(span)
          expect(reportSpan(kind, addDays(span.to, 1), startMonth).from).toBe(addDays(span.to, 1))
        },
      ),
    )
  })
})

describe('students in a report', () => {
  it('are withheld where they are few, and nobody is no secret', () => {
    expect(studentCells([240, 4, null, 0], 10).map(({ suppressed, value }) => [suppressed, value])).toEqual([
      [false, 240],
      [true, null],
      [false, null],
      [false, 0],
    ])
  })
})
