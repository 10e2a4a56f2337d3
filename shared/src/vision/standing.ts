import { addDays, addMonths } from '../calendar/dates.ts'
import { sides, type Side } from '../vocabulary/sides.ts'

export type VisionStanding = 'empty' | 'draft' | 'proposed' | 'agreed' | 'reconfirm' | 'lapsed'

/** A side said yes to a version on a day. */
export interface Yes {
  readonly number: number
  readonly side: Side
  readonly on: string
}

export interface VisionState {
  readonly standing: VisionStanding
  /** Who has not yet said yes, or must say it again. */
  readonly waitingFor: readonly Side[]
  /** The newest version both sides said yes to. */
  readonly agreedNumber: number | null
  /** The day the second side said yes. */
  readonly agreedOn: string | null
  /** A vision is confirmed anew every year (domain E7): a year after the older of the two newest confirmations. */
  readonly reconfirmBy: string | null
}

/** From so many days before the year is over, both sides are asked again. */
export const reconfirmNoticeDays = 45

/** A side that confirmed within so many months is not asked again because the other one is. */
const freshMonths = 9

const last = (days: readonly string[]): string | undefined => days.toSorted().at(-1)

/**
 * How far a vision is: written, proposed, agreed by both sides, due to be confirmed again, or lapsed because the year
 * went by. A newer proposal waits for both sides, while the version they agreed on stays the agreed one. `askedAnew` are the
 * sides that have not said yes since people changed (domain E17).
 */
export const visionState = (
  proposed: readonly number[],
  yeses: readonly Yes[],
  written: boolean,
  today: string,
  askedAnew: readonly Side[] = [],
): VisionState => {
  const newest = Math.max(0, ...proposed)
  const saidOn = (number: number, side: Side) =>
    last(yeses.filter((yes) => yes.number === number && yes.side === side).map(({ on }) => on))
  const agreed = proposed
    .filter((number) => sides.every((side) => saidOn(number, side) !== undefined))
    .reduce((most, number) => Math.max(most, number), 0)
  const days = sides.flatMap((side) => saidOn(agreed, side) ?? [])
  const [older, later] = days.toSorted()
  const reconfirmBy = older ? addMonths(older, 12) : null
  const known = { agreedNumber: agreed || null, agreedOn: later ?? null, reconfirmBy }
  if (newest === 0) return { standing: written ? 'draft' : 'empty', waitingFor: [], ...known }
  if (agreed < newest)
    return {
      standing: 'proposed',
      waitingFor: sides.filter((side) => saidOn(newest, side) === undefined),
      ...known,
    }
  if (reconfirmBy === null || today < addDays(reconfirmBy, -reconfirmNoticeDays))
    return { standing: askedAnew.length > 0 ? 'reconfirm' : 'agreed', waitingFor: askedAnew, ...known }
  return {
    standing: today <= reconfirmBy ? 'reconfirm' : 'lapsed',
    waitingFor: sides.filter(
      (side) => askedAnew.includes(side) || addMonths(saidOn(newest, side) ?? today, freshMonths) <= today,
    ),
    ...known,
  }
}

/** Whether an agreement may leave draft on this vision: both sides agreed, to the newest version, within the year. */
export const carriesAgreement = ({ standing }: Pick<VisionState, 'standing'>): boolean =>
  standing === 'agreed' || standing === 'reconfirm'
