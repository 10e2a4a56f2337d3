import { daysBetween } from '../calendar/dates.ts'

/** How long nobody has been in touch: since the last contact, or since it was begun when there was none. */
export const silentDays = (lastContactOn: string | null, begunOn: string, today: string): number =>
  Math.max(0, daysBetween(lastContactOn ?? begunOn, today))

/** Whether it goes cold (domain D11): no contact for more than the district's number of days. */
export const isCold = (lastContactOn: string | null, begunOn: string, today: string, days: number): boolean =>
  silentDays(lastContactOn, begunOn, today) > days

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
