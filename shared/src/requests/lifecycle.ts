import { helpClosings, type HelpClosing, type HelpStatus, type HelpWait } from './vocabulary.ts'

const next: Readonly<Record<HelpStatus, readonly HelpStatus[]>> = {
  open: ['offered', 'declined', 'withdrawn', 'expired'],
  offered: ['offered', 'accepted', 'scheduled', 'declined', 'withdrawn', 'expired'],
  accepted: ['scheduled', 'started', 'met', 'partly_met', 'declined', 'withdrawn', 'expired'],
  scheduled: ['scheduled', 'started', 'met', 'partly_met', 'declined', 'withdrawn', 'expired'],
  started: ['started', 'met', 'partly_met', 'declined', 'withdrawn', 'expired'],
  met: [],
  partly_met: [],
  declined: [],
  withdrawn: [],
  expired: [],
}

/** Whether one partner’s help may go from one status to another (domain 6.3); an end is an end. */
export const mayHelpBecome = (from: HelpStatus, to: HelpStatus): boolean => next[from].includes(to)
/** Whether something can still come of it. */
export const isLive = (status: HelpStatus): boolean => next[status].length > 0

/** The school has said yes and the help is on its way or there. */
export const isUnderWay = (status: HelpStatus): boolean =>
  status === 'accepted' || status === 'scheduled' || status === 'started'

export type PartnerLine = { readonly status: HelpStatus; readonly delivered: boolean }

/** The furthest first. */
const furthest: readonly HelpStatus[] = ['started', 'scheduled', 'accepted', 'offered', 'open']
/** Of those that came to nothing, the one that says most about why. */
const ended: readonly HelpStatus[] = ['declined', 'expired']

/**
 * Where a request stands that the school has not closed: as far as the furthest of its partners. Where nobody is left it
 * is declined or expired; a school that turned every offer down still asks. Never met before the school says so.
 */
export const requestStatus = (lines: readonly PartnerLine[]): HelpStatus =>
  [...furthest, ...ended].find((status) => lines.some((line) => line.status === status)) ?? 'open'

/** What has to happen next: what the school can do comes before what a partner has to. */
export const requestWaits = (lines: readonly PartnerLine[]): HelpWait | null => {
  const live = lines.filter(({ status }) => isLive(status))
  if (live.length === 0) return 'declined'
  const underWay = live.filter(({ status }) => isUnderWay(status))
  if (underWay.length > 0 && underWay.every(({ delivered }) => delivered)) return 'delivered'
  if (live.some(({ status }) => status === 'offered')) return 'offered'
  return underWay.length > 0 ? null : 'answer'
}

/** The status a request ends with when the school says what came of it. */
export const endOf = (reason: HelpClosing): HelpStatus =>
  helpClosings.find(({ code }) => code === reason)!.ends // of the list

/** Whether help came. Only a request somebody was on the way for can end so. */
export const gotHelp = (reason: HelpClosing): boolean => reason === 'got_it' || reason === 'got_part'

/** What becomes of a partner’s line when the school closes the request. */
export const lineAfterClosing = (status: HelpStatus, reason: HelpClosing): HelpStatus => {
  if (!isLive(status)) return status
  if (!isUnderWay(status)) return 'withdrawn'
  return reason === 'got_it'
    ? 'met'
    : reason === 'got_part'
      ? 'partly_met'
      : endOf(reason) === 'expired'
        ? 'expired'
        : 'withdrawn'
}

export const timings = ['waiting', 'on_time', 'late', 'overdue'] as const
export type Timing = (typeof timings)[number]
/** How a first answer stands to its standard: it is due at the end of its day. */
export const timingOf = (dueOn: string, answeredOn: string | null, today: string): Timing =>
  answeredOn !== null ? (answeredOn <= dueOn ? 'on_time' : 'late') : today > dueOn ? 'overdue' : 'waiting'

/**
 * How many reminders a partner should have had by a day: one on the working day before the answer is due, one once it is
 * late.
 */
export const remindersDue = (dueOn: string, today: string, dayBefore: string): number =>
  today > dueOn ? 2 : today >= dayBefore ? 1 : 0
