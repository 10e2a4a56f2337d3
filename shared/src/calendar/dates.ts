const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY = 86_400_000

const utc = (date: string): number => {
  const [, year, month, day] = DATE.exec(date) ?? []
  return Date.UTC(Number(year), Number(month) - 1, Number(day))
}
const written = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** A day that exists, written 2025-02-28. Dates are plain days of the calendar here: no clock, no time zone. */
export const isDate = (text: string): boolean =>
  DATE.test(text) && !Number.isNaN(utc(text)) && written(utc(text)) === text

/** Whole days from one date to another; negative when the second comes first. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / DAY)

export const addDays = (date: string, days: number): string => written(utc(date) + days * DAY)

/** The same day so many months on, or the last day of that month where it has no such day. */
export const addMonths = (date: string, months: number): string => {
  const [, year, month, day] = DATE.exec(date) ?? []
  const first = Date.UTC(Number(year), Number(month) - 1 + months, 1)
  const lastDay = new Date(Date.UTC(Number(year), Number(month) + months, 0)).getUTCDate()
  return written(first + (Math.min(Number(day), lastDay) - 1) * DAY)
}

/** 1 is Monday, 7 is Sunday, as ISO 8601 counts. */
export const weekday = (date: string): number => new Date(utc(date)).getUTCDay() || 7

/** Whether a day lies in a span; an open end lies beyond every date. */
export const isWithin = (date: string, from: string | null, to: string | null): boolean =>
  (from === null || date >= from) && (to === null || date <= to)

/** Whether two spans share a day. */
export const overlap = (
  one: { from: string | null; to: string | null },
  other: { from: string | null; to: string | null },
): boolean =>
  (one.from === null || other.to === null || one.from <= other.to) &&
  (other.from === null || one.to === null || other.from <= one.to)
