import { addDays, addMonths } from '../calendar/dates.ts'
import type { AgreementStage, AgreementStanding } from './vocabulary.ts'

/** What decides how long an agreement holds. Days are days of the district's calendar; the last day still counts. */
export interface Term {
  readonly stage: AgreementStage
  readonly startsOn: string | null
  readonly endsOn: string | null
  /** Begins anew by itself at each end unless one side gives notice in time (Baltimore: one year, 30 days; domain 2). */
  readonly renews: boolean
  readonly termMonths: number
  readonly noticeDays: number
  /** The last day after notice, an early end, or another agreement in its place; it stands above everything else. */
  readonly lastDay: string | null
  readonly endReason: 'notice' | 'early' | 'replaced' | null
}

/** Whether the agreement holds on a day. supply_of in migrations/0018 asks the same of the database. */
export const isInForce = (term: Term, day: string): boolean =>
  term.stage === 'signed' &&
  term.startsOn !== null &&
  term.startsOn <= day &&
  (term.lastDay !== null ? day <= term.lastDay : term.renews || term.endsOn === null || day <= term.endsOn)

/** The last day of the term that a day falls in: the written end, moved on by whole terms while it renews. */
export const termEnd = (term: Term, day: string): string | null => {
  if (term.lastDay !== null) return term.lastDay
  if (!term.renews || term.endsOn === null) return term.endsOn
  const begun = addDays(term.endsOn, 1)
  for (let n = 0; ; n++) {
    const end = addDays(addMonths(begun, term.termMonths * n), -1)
    if (end >= day) return end
  }
}

/** The last day on which notice still ends the agreement with its present term. */
export const noticeBy = (term: Term, day: string): string | null => {
  const end = termEnd(term, day)
  return term.renews && term.lastDay === null && end !== null ? addDays(end, -term.noticeDays) : null
}

/** When an agreement ends if notice is given on a day: with this term, or with the next when the day has passed. */
export const endAfterNotice = (term: Term, givenOn: string): string | null => {
  const by = noticeBy(term, givenOn)
  const end = termEnd(term, givenOn)
  if (by === null || end === null) return null
  return givenOn <= by ? end : termEnd(term, addDays(end, 1))
}

export const standingOn = (term: Term, day: string): AgreementStanding => {
  if (term.stage !== 'signed' || term.startsOn === null) return 'unsigned'
  if (isInForce(term, day)) return 'in_force'
  if (day < term.startsOn && (term.lastDay === null || term.lastDay >= term.startsOn)) return 'upcoming'
  if (term.endReason === 'replaced') return 'replaced'
  return term.endReason === 'early' ? 'ended' : 'expired'
}

/** The same length after the last day: what a renewal is pre-filled with. */
export const nextSpan = (
  span: { readonly startsOn: string; readonly endsOn: string },
  months: number,
): { startsOn: string; endsOn: string } => {
  const startsOn = addDays(span.endsOn, 1)
  return { startsOn, endsOn: addDays(addMonths(startsOn, months), -1) }
}

/** Whole months from the first day to the last, at least one. */
export const monthsOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): number => {
  for (let months = 1; ; months++) if (addDays(addMonths(startsOn, months + 1), -1) > endsOn) return months
}
