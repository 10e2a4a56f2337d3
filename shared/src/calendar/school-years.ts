import { addDays, addMonths, isWithin } from './dates.ts'

/** A school year is named by the calendar year it starts in: 2024 is 2024-25. */
export type SchoolYear = number

/** Most US districts start their fiscal and school year on July 1; a district sets its own month. */
export const DEFAULT_START_MONTH = 7

const twoDigits = (number: number) => String(number % 100).padStart(2, '0')
const firstOf = (year: number, month: number) => `${year}-${twoDigits(month)}-01`

/** 2024 → "2024-25". */
export const schoolYearLabel = (year: SchoolYear): string => `${year}-${twoDigits(year + 1)}`

/**
 * A school year as people and files write it: 2024-25, 2024-2025, SY24-25, 2024–25, 2024/25, 20242025, FY2025 and a bare
 * 2025 (both the year it ends in, as state files count). Null when it is none, or when the two years do not follow each other.
 */
export const parseSchoolYear = (text: string): SchoolYear | null => {
  const plain = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  const bare = plain.replace(/^(?:school ?year|año escolar|ciclo escolar|s\.?y\.?|a\.?y\.?) ?'?/, '')
  const [, from, to] = /^'?(\d{4}|\d{2}) ?(?:-|–|—|‑|−|\/|_|to|a|&) ?'?(\d{4}|\d{2})$/.exec(bare) ?? []
  const [, joinedFrom, joinedTo] = /^((?:19|20)\d{2})((?:19|20)\d{2})$/.exec(bare) ?? []
  const [, ending] = /^(?:fy ?'?)?((?:19|20)\d{2})$/.exec(bare) ?? []
  if (ending) return Number(ending) - 1
  const [start, end] = [from ?? joinedFrom, to ?? joinedTo]
  if (start === undefined || end === undefined) return null
  const year = start.length === 4 ? Number(start) : century(Number(start))
  return Number(end) % 10 ** end.length === (year + 1) % 10 ** end.length ? year : null
}
// Two digits name a year from 1970 to 2069, as POSIX reads them.
const century = (short: number) => (short >= 70 ? 1900 : 2000) + short

export type Span = { readonly from: string; readonly to: string }

/** First and last day of a school year. */
export const schoolYearSpan = (year: SchoolYear, startMonth = DEFAULT_START_MONTH): Span => ({
  from: firstOf(year, startMonth),
  to: addDays(firstOf(year + 1, startMonth), -1),
})

/** The school year a day belongs to. */
export const schoolYearOf = (date: string, startMonth = DEFAULT_START_MONTH): SchoolYear => {
  const [year, month] = date.split('-').map(Number) as [number, number]
  return month >= startMonth ? year : year - 1
}

export type Quarter = { readonly number: 1 | 2 | 3 | 4 } & Span

/** Four quarters of three months each; a district that counts marking periods sets its own dates instead. */
export const quartersOf = (year: SchoolYear, startMonth = DEFAULT_START_MONTH): Quarter[] =>
  ([1, 2, 3, 4] as const).map((number) => {
    const from = addMonths(firstOf(year, startMonth), (number - 1) * 3)
    return { number, from, to: addDays(addMonths(from, 3), -1) }
  })

export const quarterOf = (date: string, startMonth = DEFAULT_START_MONTH): Quarter => {
  const quarters = quartersOf(schoolYearOf(date, startMonth), startMonth)
  return quarters.find(({ from, to }) => isWithin(date, from, to))!
}
