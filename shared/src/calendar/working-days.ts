import { addDays, weekday } from './dates.ts'

const isWorkingDay = (day: string): boolean => weekday(day) <= 5

/**
 * So many working days on, Monday to Friday, or back where the number is negative: from a Friday one on is Monday. A
 * weekend counts as the working day before it when going on, as the one after it when going back.
 */
export const addWorkingDays = (from: string, days: number): string => {
  const step = days < 0 ? -1 : 1
  let day = from
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}
