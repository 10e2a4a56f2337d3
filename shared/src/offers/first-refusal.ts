import { firstTiers, type EquityTier } from '../equity/equity-tiers.ts'
import type { PlacementStatus } from './vocabulary.ts'

export type InLine = {
  readonly id: string
  readonly position: number
  readonly students: number
  readonly status: PlacementStatus
}

export const isFirstTier = (tier: EquityTier | null): boolean => tier !== null && firstTiers.includes(tier)

/** Places that are given or promised: a school that is asked can count on them until its days end. */
export const seatsTaken = (line: readonly InLine[]): number =>
  line
    .filter(({ status }) => status === 'placed' || status === 'asked')
    .reduce((sum, { students }) => sum + students, 0)

/** Places nobody has been promised; null: no number was offered, so there is always one more. */
export const seatsFree = (seats: number | null, line: readonly InLine[]): number | null =>
  seats === null ? null : Math.max(0, seats - seatsTaken(line))

/** Schools in the order they are asked: those of the two neediest tiers first, else as they were chosen. */
export const askingOrder = <School extends { readonly equityTier: EquityTier | null }>(
  chosen: readonly School[],
): School[] => [
  ...chosen.filter(({ equityTier }) => isFirstTier(equityTier)),
  ...chosen.filter(({ equityTier }) => !isFirstTier(equityTier)),
]

/**
 * Who is asked now: those waiting, in their order, as long as places are free. The last one may be asked for fewer than it
 * was meant to have. Nobody is asked past one who waits.
 */
export const nextToAsk = (
  seats: number | null,
  line: readonly InLine[],
): { readonly id: string; readonly students: number }[] => {
  let free = seatsFree(seats, line)
  const asked: { id: string; students: number }[] = []
  for (const one of line
    .filter(({ status }) => status === 'waiting')
    .sort((a, b) => a.position - b.position)) {
    if (free === 0) break
    const students = free === null ? one.students : Math.min(one.students, free)
    asked.push({ id: one.id, students })
    if (free !== null) free -= students
  }
  return asked
}

/**
 * Schools of the two neediest tiers that an offer would pass over: they have an open gap, were not asked about it, and
 * are not among the chosen, while one of less need is. Empty when nobody is passed over.
 */
export const passedOver = <
  School extends { readonly schoolId: string; readonly equityTier: EquityTier | null },
>(
  inNeed: readonly School[],
  chosen: readonly { readonly schoolId: string; readonly equityTier: EquityTier | null }[],
  asked: readonly string[],
): School[] =>
  chosen.every(({ equityTier }) => isFirstTier(equityTier))
    ? []
    : inNeed.filter(
        ({ schoolId, equityTier }) =>
          isFirstTier(equityTier) &&
          !asked.includes(schoolId) &&
          !chosen.some((one) => one.schoolId === schoolId),
      )
