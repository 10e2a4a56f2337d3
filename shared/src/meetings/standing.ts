import { addDays } from '../calendar/dates.ts'
import { sides, type Side } from '../vocabulary/sides.ts'
import { briefDays } from './schedule.ts'

export type MeetingStatus = 'planned' | 'held' | 'signed' | 'cancelled'
export type CheckInStanding = 'coming' | 'soon' | 'overdue' | 'waiting' | 'signed' | 'cancelled'

/** What a check-in is on a day. `soon`: its brief is out. `overdue`: its day went by. `waiting`: for a signature. */
export const checkInStanding = (
  { status, day }: { readonly status: MeetingStatus; readonly day: string },
  today: string,
): CheckInStanding => {
  if (status === 'signed' || status === 'cancelled') return status
  if (status === 'held') return 'waiting'
  if (day < today) return 'overdue'
  return day <= addDays(today, briefDays) ? 'soon' : 'coming'
}

export interface SaidOf {
  readonly side: Side
  readonly answer: 'signed' | 'change_asked'
  readonly textVersion: number
}

/** Who still has to sign the record as it reads now: a signature under an older wording no longer counts. */
export const signaturesMissing = (answers: readonly SaidOf[], textVersion: number): Side[] =>
  sides.filter(
    (side) =>
      !answers.some(
        (said) => said.side === side && said.answer === 'signed' && said.textVersion === textVersion,
      ),
  )
