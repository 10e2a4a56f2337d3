import { addDays, isWithin, weekday } from '../calendar/dates.ts'
import { isIn, type Stretch } from '../calendar/working-days.ts'

/** Sessions planned together: every so many weeks on these days of the week (1 Monday to 7 Sunday), from a day until a day. */
export interface Repeat {
  readonly startsOn: string
  readonly endsOn: string
  readonly weekdays: readonly number[]
  readonly everyWeeks: number
}
/** Days on which the district is closed. */
export interface Closure extends Stretch {
  readonly name: string
}
export interface PlannedDays {
  readonly days: string[]
  /** Days that would have been; `name` null lies outside every school year. */
  readonly skipped: { readonly day: string; readonly name: string | null }[]
}

/** The days of a repeat, without those the district's calendar closes. Weeks begin on Monday. */
export const plannedDays = (
  { startsOn, endsOn, weekdays, everyWeeks }: Repeat,
  closed: readonly Closure[],
  schoolYears: readonly Stretch[],
): PlannedDays => {
  const days: string[] = []
  const skipped: PlannedDays['skipped'] = []
  const monday = addDays(startsOn, 1 - weekday(startsOn))
  for (let week = monday; week <= endsOn; week = addDays(week, 7 * everyWeeks))
    for (const on of [...weekdays].sort((a, b) => a - b)) {
      const day = addDays(week, on - 1)
      if (day < startsOn || day > endsOn) continue
      const closure = closed.find((one) => isWithin(day, one.startsOn, one.endsOn))
      if (closure) skipped.push({ day, name: closure.name })
      else if (isIn(day, schoolYears)) days.push(day)
      else skipped.push({ day, name: null })
    }
  return { days, skipped }
}
