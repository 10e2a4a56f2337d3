export const roundStates = ['planned', 'open', 'over'] as const
export type RoundState = (typeof roundStates)[number]

/** Whether answers are taken on a day: from the first to the last day of the window, both included, unless it was closed. */
export const roundState = (
  { opensOn, dueOn, closedAt }: { opensOn: string; dueOn: string; closedAt: string | null },
  today: string,
): RoundState => (closedAt !== null || today > dueOn ? 'over' : today < opensOn ? 'planned' : 'open')

/** Who has not answered is reminded when so many days are left, once each. */
export const reminderDays = [7, 1] as const

/** How many reminders are due by a day: none before the first of `reminderDays`. */
export const remindersDue = (
  dueOn: string,
  today: string,
  daysBetween: (from: string, to: string) => number,
): number => {
  const left = daysBetween(today, dueOn)
  return left < 0 ? 0 : reminderDays.filter((days) => left <= days).length
}
