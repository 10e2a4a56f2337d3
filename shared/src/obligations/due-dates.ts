import { addDays, addMonths } from '../calendar/dates.ts'

export type Cadence = 'once' | 'weekly' | 'monthly' | 'quarterly' | 'half_yearly' | 'yearly'

export interface Rhythm {
  readonly cadence: Cadence
  /** The only day of `once`, the first day of the others; null begins with the agreement. */
  readonly firstDueOn: string | null
}

const months: Readonly<Record<Cadence, number>> = {
  once: 0,
  weekly: 0,
  monthly: 1,
  quarterly: 3,
  half_yearly: 6,
  yearly: 12,
}

/** The nth day of a rhythm; months are counted from the first, so that the 31st stays the last day of each month. */
const nth = (first: string, cadence: Cadence, n: number): string =>
  cadence === 'weekly' ? addDays(first, 7 * n) : addMonths(first, months[cadence] * n)

/**
 * When a promise falls due between two days, both included. Without a day of its own a repeated promise is first due one
 * step after the agreement begins, and one that is kept once is due on the agreement's last day.
 */
export const dueDates = (
  { cadence, firstDueOn }: Rhythm,
  span: { readonly startsOn: string; readonly endsOn: string | null },
  until: string,
): string[] => {
  const to = span.endsOn !== null && span.endsOn < until ? span.endsOn : until
  const within = (day: string) => day >= span.startsOn && day <= to
  if (cadence === 'once') {
    const day = firstDueOn ?? span.endsOn
    return day !== null && within(day) ? [day] : []
  }
  const first = firstDueOn ?? nth(span.startsOn, cadence, 1)
  const found: string[] = []
  for (let n = 0, day = first; day <= to; day = nth(first, cadence, ++n)) if (within(day)) found.push(day)
  return found
}

/** How far ahead the days of promises are written down: a school year and a month, moved on every night. */
export const dueHorizon = (today: string): string => addMonths(today, 13)
