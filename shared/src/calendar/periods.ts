import { addDays, addMonths } from './dates.ts'
import {
  DEFAULT_START_MONTH,
  parseSchoolYear,
  quartersOf,
  schoolYearLabel,
  schoolYearSpan,
  type SchoolYear,
  type Span,
} from './school-years.ts'

export type Period =
  | { readonly type: 'year'; readonly year: SchoolYear }
  | { readonly type: 'term'; readonly year: SchoolYear; readonly part: 1 | 2 }
  | { readonly type: 'quarter'; readonly year: SchoolYear; readonly part: 1 | 2 | 3 | 4 }
  | { readonly type: 'month'; readonly year: SchoolYear; readonly month: string }

/** The one spelling of a period: 2024-25, 2024-25/T1, 2024-25/Q3, 2024-25/2024-11. Sorts by time within its type. */
export const periodKey = (period: Period): string => {
  const year = schoolYearLabel(period.year)
  if (period.type === 'year') return year
  if (period.type === 'month') return `${year}/${period.month}`
  return `${year}/${period.type === 'term' ? 'T' : 'Q'}${period.part}`
}

/** Reads a key back, and the spellings people use for a school year alone; null when it is neither. */
export const parsePeriod = (text: string, startMonth = DEFAULT_START_MONTH): Period | null => {
  const [, label, part] = /^(.+?)[/ ]([TQtq][1-4]|\d{4}-\d{2})$/.exec(text.trim()) ?? []
  if (label === undefined || part === undefined) {
    const year = parseSchoolYear(text)
    return year === null ? null : { type: 'year', year }
  }
  const year = parseSchoolYear(label)
  if (year === null) return null
  const number = Number(part.slice(1))
  if (/^q/i.test(part)) return { type: 'quarter', year, part: number as 1 | 2 | 3 | 4 }
  if (/^t/i.test(part)) return number <= 2 ? { type: 'term', year, part: number as 1 | 2 } : null
  const { from, to } = schoolYearSpan(year, startMonth)
  return /-(0[1-9]|1[0-2])$/.test(part) && part >= from.slice(0, 7) && part <= to.slice(0, 7)
    ? { type: 'month', year, month: part }
    : null
}

/** First and last day of a period. A term is half a school year. */
export const periodSpan = (period: Period, startMonth = DEFAULT_START_MONTH): Span => {
  const year = schoolYearSpan(period.year, startMonth)
  if (period.type === 'year') return year
  if (period.type === 'month') {
    const from = `${period.month}-01`
    return { from, to: addDays(addMonths(from, 1), -1) }
  }
  const quarters = quartersOf(period.year, startMonth)
  const [first, last] =
    period.type === 'quarter' ? [period.part, period.part] : [period.part * 2 - 1, period.part * 2]
  return { from: quarters[first - 1]!.from, to: quarters[last - 1]!.to }
}
