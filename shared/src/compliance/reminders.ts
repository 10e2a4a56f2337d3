import { daysBetween } from '../calendar/dates.ts'

/** Reminders go out when a document starts to count as expiring, and again at these many days before its end. */
export const laterReminders = [14, 3, 0] as const

/**
 * The reminder that is due for a document, as the days before its end it stands for; undefined when none is, or when it
 * or a later one was sent. After a gap (the server was off) only the latest one is sent, never several at once.
 */
export const reminderDue = (
  expiresOn: string,
  today: string,
  warnDays: number,
  sent: readonly number[],
): number | undefined => {
  const left = daysBetween(today, expiresOn)
  if (left < 0) return undefined
  const due = [warnDays, ...laterReminders.filter((days) => days < warnDays)]
    .filter((days) => left <= days)
    .at(-1)
  return due !== undefined && !sent.some((days) => days <= due) ? due : undefined
}
