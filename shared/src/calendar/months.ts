import { addMonths, daysBetween } from './dates.ts'

/** Whole months from one day to another; negative when the second comes first and none has gone by in full. */
export const wholeMonths = (from: string, to: string): number => {
  const days = daysBetween(from, to)
  // Never too many to begin with: no month has more than 31 days, and none fewer than 28.
  for (let months = Math.floor(days / (days < 0 ? 28 : 31)) - 1; ; months++)
    if (addMonths(from, months + 1) > to) return months
}
