import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, isDate, isWithin, overlap, weekday } from './dates.ts'
import { parsePeriod, periodKey, periodSpan } from './periods.ts'
import {
  parseSchoolYear,
  quarterOf,
  quartersOf,
  schoolYearLabel,
  schoolYearOf,
  schoolYearSpan,
} from './school-years.ts'

describe('dates', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-13-01', false],
    ['2024-1-1', false],
    ['', false],
  ])('%s exists: %s', (text, expected) => expect(isDate(text)).toBe(expected))
  it('counts days and months', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2)
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2024-11-15', 3)).toBe('2025-02-15')
    expect(addMonths('2024-01-15', -1)).toBe('2023-12-15')
    expect([weekday('2024-09-02'), weekday('2024-09-08')]).toEqual([1, 7])
  })
  it('knows when spans hold a day or share one', () => {
    expect(isWithin('2024-09-01', null, '2024-09-01')).toBe(true)
    expect(isWithin('2024-09-02', null, '2024-09-01')).toBe(false)
    expect(overlap({ from: '2024-01-01', to: '2024-06-30' }, { from: '2024-06-30', to: null })).toBe(true)
    expect(overlap({ from: '2024-01-01', to: '2024-06-29' }, { from: '2024-06-30', to: null })).toBe(false)
  })
})

describe('school years', () => {
  it.each([
    ['2024-25', 2024],
    ['2024-2025', 2024],
    ['SY24-25', 2024],
    ['SY 2024-25', 2024],
    ['School Year 2024-2025', 2024],
    ["'24-'25", 2024],
    ['2024–25', 2024],
    ['2024/25', 2024],
    ['2024 - 2025', 2024],
    ['20242025', 2024],
    ['Ciclo escolar 2024-2025', 2024],
    ['FY2025', 2024],
    ['2025', 2024],
    ['1999-00', 1999],
    ['1999-2000', 1999],
    ['2024-26', null],
    ['2024-24', null],
    ['20242026', null],
    ['2024-09', null],
    ['next year', null],
    ['', null],
  ])('%j is %s', (text, year) => expect(parseSchoolYear(text)).toBe(year))

  it('reads back every label, and every day lies in the year and quarter it is given', () => {
    const date = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1990-01-01', days))
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 12 }), (day, startMonth) => {
        const year = schoolYearOf(day, startMonth)
        const { from, to } = schoolYearSpan(year, startMonth)
        expect(isWithin(day, from, to)).toBe(true)
        expect(parseSchoolYear(schoolYearLabel(year))).toBe(year)
        const quarter = quarterOf(day, startMonth)
        expect(isWithin(day, quarter.from, quarter.to)).toBe(true)
        const quarters = quartersOf(year, startMonth)
        expect([quarters[0]!.from, quarters[3]!.to]).toEqual([from, to])
        for (const at of [1, 2, 3]) expect(quarters[at]!.from).toBe(addDays(quarters[at - 1]!.to, 1))
      }),
    )
  })
})

describe('periods', () => {
  it.each([
    ['2024-25', '2024-25', '2024-07-01', '2025-06-30'],
    ['2024-25/Q1', '2024-25/Q1', '2024-07-01', '2024-09-30'],
    ['SY24-25 q3', '2024-25/Q3', '2025-01-01', '2025-03-31'],
    ['2024-25/T2', '2024-25/T2', '2025-01-01', '2025-06-30'],
    ['2024-25/2025-02', '2024-25/2025-02', '2025-02-01', '2025-02-28'],
  ])('%s is %s, %s to %s', (text, key, from, to) => {
    const period = parsePeriod(text)!
    expect(periodKey(period)).toBe(key)
    expect(periodSpan(period)).toEqual({ from, to })
  })
  it.each(['2024-25/T3', '2024-25/Q5', '2024-25/2026-02', '2024-25/2025-13', 'Q1'])('%s is none', (text) =>
    expect(parsePeriod(text)).toBeNull(),
  )
})
