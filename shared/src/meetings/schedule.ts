import { addDays, daysBetween, weekday } from '../calendar/dates.ts'

export interface Quarter {
  readonly schoolYearId: string
  readonly ordinal: number
  readonly startsOn: string
  readonly endsOn: string
}

/** The brief goes out so many days before. */
export const briefDays = 7
/** A check-in needs so many days' notice, so that its brief can still go out. */
export const noticeDays = briefDays + 1
/** The next quarter is planned from so many days before this one ends. */
const aheadDays = 21

/** A place between 0 and 1 that is always the same for a record: spreads meetings over the days there are. */
export const spreadOf = (id: string): number =>
  Number.parseInt(id.replaceAll('-', '').slice(-6), 16) / 0xffffff

const toWorkday = (day: string): string => (weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day)

/**
 * The day proposed for a quarter's check-in: a workday between the middle of the quarter and two weeks before its end, so
 * that there is something to look back on and time to change it; never with less notice than the brief needs. Null when
 * the quarter is too far gone.
 */
export const checkInDay = (
  { startsOn, endsOn }: Pick<Quarter, 'startsOn' | 'endsOn'>,
  today: string,
  spread: number,
): string | null => {
  const length = daysBetween(startsOn, endsOn)
  const first = addDays(startsOn, Math.floor(length / 2))
  const last = addDays(startsOn, Math.max(Math.floor(length / 2), length - 14))
  const earliest = addDays(today, noticeDays)
  const from = earliest > first ? earliest : first
  if (from > endsOn) return null
  const until = from > last ? from : last
  const day = toWorkday(addDays(from, Math.floor(daysBetween(from, until) * spread)))
  return day > endsOn ? null : day
}

/** The quarters that need a check-in now: the one we are in, and the next one near its end. */
export const quartersToPlan = (quarters: readonly Quarter[], today: string): Quarter[] =>
  quarters.filter(({ startsOn, endsOn }) => startsOn <= addDays(today, aheadDays) && today <= endsOn)

/** The quarter after a given one, over the end of a school year as well. */
export const quarterAfter = (quarters: readonly Quarter[], startsOn: string): Quarter | undefined =>
  quarters
    .filter((one) => one.startsOn > startsOn)
    .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))[0]

/** The quarter a day counts for: the one it lies in, else the last that began before it (a holiday), else the first. */
export const quarterFor = (quarters: readonly Quarter[], day: string): Quarter | undefined => {
  const inOrder = quarters.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
  return inOrder.findLast(({ startsOn }) => startsOn <= day) ?? inOrder[0]
}
