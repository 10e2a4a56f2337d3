import { addDays, addMonths } from '../calendar/dates.ts'
import {
  quarterOf,
  schoolYearLabel,
  schoolYearOf,
  schoolYearSpan,
  type Span,
} from '../calendar/school-years.ts'
import type { Term } from '../vocabulary/terms.ts'

/** What a report is for, and how long a time it is about. Source: domain B20 and the daily work of section 5. */
export const reportKinds = [
  { code: 'board_quarter', en: 'Board packet', es: 'Informe para la junta' },
  { code: 'coordinator_month', en: 'Coordinator’s month', es: 'Mes de coordinación' },
  { code: 'funder_year', en: 'Report to a funder', es: 'Informe para quien financia' },
] as const satisfies readonly Term[]
export type ReportKind = (typeof reportKinds)[number]['code']

export const reportStatuses = ['waiting', 'working', 'ready', 'failed'] as const
export type ReportStatus = (typeof reportStatuses)[number]
export const isUnderWay = (status: ReportStatus): boolean => status === 'waiting' || status === 'working'

/** Agreements that end within so many days after the time of a report are a risk it names. */
export const riskDays = 90
/** As many of a kind as two pages hold; the number of all of them stands beside. */
export const itemsShown = 5
/** A board reads two pages: stories enough to remember. Source: domain B20. */
export const storiesShown = 3

/** The time a report of this kind is about that holds a day: its quarter or its school year as the district counts them, or its month. */
export const reportSpan = (kind: ReportKind, day: string, startMonth: number): Span => {
  if (kind === 'board_quarter') {
    const { from, to } = quarterOf(day, startMonth)
    return { from, to }
  }
  if (kind === 'funder_year') return schoolYearSpan(schoolYearOf(day, startMonth), startMonth)
  const from = `${day.slice(0, 7)}-01`
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** The school year a report belongs to, `2026-27`. */
export const reportYear = (from: string, startMonth: number): string =>
  schoolYearLabel(schoolYearOf(from, startMonth))
/** Which quarter of the school year begins on a day. */
export const reportQuarter = (from: string, startMonth: number): number => quarterOf(from, startMonth).number
