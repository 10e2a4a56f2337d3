import { addDays, isWithin, weekday } from './dates.ts'

/** Days from one to another, both counted. */
export interface Stretch {
  readonly startsOn: string
  readonly endsOn: string
}

export const isIn = (day: string, stretches: readonly Stretch[]): boolean =>
  stretches.some(({ startsOn, endsOn }) => isWithin(day, startsOn, endsOn))

/** Monday to Friday, unless the district is closed. */
export const isWorkingDay = (day: string, closed: readonly Stretch[]): boolean =>
  weekday(day) <= 5 && !isIn(day, closed)

/**
 * So many working days on, or back where the number is negative: from a Friday one on is Monday, unless that Monday is a
 * holiday. A day that is none counts as the working day before it when going on, as the one after it when going back.
 */
export const addWorkingDays = (from: string, days: number, closed: readonly Stretch[]): string => {
  const step = days < 0 ? -1 : 1
  let day = from
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step)
    if (isWorkingDay(day, closed)) left -= 1
  }
  return day
}
