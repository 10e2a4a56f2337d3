import { describe, expect, it } from 'vitest'
import { dateProblems } from './date-rules.ts'
import { quartersOf, schoolYearSpan } from './school-years.ts'
import type { SchoolYearDates, YearPart } from './schemas.ts'

const { from, to } = schoolYearSpan(2024)
const quarters: YearPart[] = quartersOf(2024).map((quarter) => ({
  kind: 'quarter',
  ordinal: quarter.number,
  label: `Quarter ${quarter.number}`,
  startsOn: quarter.from,
  endsOn: quarter.to,
}))
const year = (change: Partial<SchoolYearDates> = {}): SchoolYearDates => ({
  startsOn: from,
  endsOn: to,
  parts: quarters,
  ...change,
})
const withQuarter = (at: number, change: Partial<YearPart>) =>
  year({ parts: quarters.map((part, index) => (index === at ? { ...part, ...change } : part)) })
const next = { label: '2025-26', startsOn: '2025-07-01', endsOn: '2026-06-30' }

describe('the dates of a school year', () => {
  it('are fine as they come, with gaps for holidays, and with semesters beside quarters', () => {
    expect(dateProblems(year(), [next])).toEqual([])
    expect(dateProblems(withQuarter(0, { endsOn: '2024-09-20' }), [next])).toEqual([])
    const semester: YearPart = {
      kind: 'semester',
      ordinal: 1,
      label: 'Fall',
      startsOn: from,
      endsOn: '2024-12-20',
    }
    expect(dateProblems(year({ parts: [semester, ...quarters] }), [])).toEqual([])
  })

  it.each<[string, SchoolYearDates, string, string]>([
    ['ends before it begins', year({ endsOn: '2024-06-30' }), 'endsOn', 'order'],
    ['has a day that does not exist', year({ endsOn: '2025-06-31' }), 'endsOn', 'date'],
    ['is too short', year({ endsOn: '2024-10-01', parts: [] }), 'endsOn', 'length'],
    ['is too long', year({ endsOn: '2026-06-30' }), 'endsOn', 'length'],
    ['runs into the next one', year({ endsOn: '2025-07-05' }), 'endsOn', 'overlap'],
    ['has a quarter outside it', withQuarter(0, { startsOn: '2024-06-20' }), 'parts.0.startsOn', 'inside'],
    ['has a quarter after its end', withQuarter(3, { endsOn: '2025-07-02' }), 'parts.3.endsOn', 'inside'],
    ['has quarters that overlap', withQuarter(1, { startsOn: '2024-09-15' }), 'parts.1.startsOn', 'overlap'],
    [
      'has a quarter that ends before it begins',
      withQuarter(2, { endsOn: '2024-12-01' }),
      'parts.2.endsOn',
      'order',
    ],
    ['has one number twice', withQuarter(1, { ordinal: 1 }), 'parts.1.ordinal', 'twice'],
    [
      'has quarters out of order',
      withQuarter(1, { startsOn: '2025-02-01', endsOn: '2025-02-20' }),
      'parts.2.startsOn',
      'overlap',
    ],
  ])('are refused when the year %s', (_, dates, field, rule) => {
    expect(dateProblems(dates, [next])).toContainEqual(expect.objectContaining({ field, rule }))
  })
})
