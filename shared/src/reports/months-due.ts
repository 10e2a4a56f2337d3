import { addDays, addMonths } from '../calendar/dates.ts'
import { isIn, isWorkingDay, type Stretch } from '../calendar/working-days.ts'

/** When school is kept: in a school year, Monday to Friday, unless the district is closed. */
export interface SchoolCalendar {
  readonly years: readonly Stretch[]
  readonly closed: readonly Stretch[]
}

export const isSchoolDay = (day: string, { years, closed }: SchoolCalendar): boolean =>
  isWorkingDay(day, closed) && isIn(day, years)

const dayFrom = (from: string, until: string, calendar: SchoolCalendar): string | undefined => {
  for (let day = from; day <= until; day = addDays(day, 1)) if (isSchoolDay(day, calendar)) return day
  return undefined
}

/** A server that was off for longer than this leaves older months to whoever asks for them. */
const caughtUp = 31

/**
 * The months whose reports are due on a day, by their first days: ended, with at least one school day in them, and with a
 * first school day after their end that has come, lately. Of the months before summer each has its turn when school begins.
 */
export const monthsDue = (today: string, calendar: SchoolCalendar): string[] => {
  const thisMonth = `${today.slice(0, 7)}-01`
  return [4, 3, 2, 1]
    .map((back) => addMonths(thisMonth, -back))
    .filter((month) => {
      const next = addMonths(month, 1)
      const told = dayFrom(next, today, calendar)
      return (
        told !== undefined &&
        told >= addDays(today, -caughtUp) &&
        dayFrom(month, addDays(next, -1), calendar) !== undefined
      )
    })
}
