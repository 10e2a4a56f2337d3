import type { CellStanding } from './shares.ts'

/**
 * What counts as a place: `assured`, confirmed lately with a partnership in force behind it, as the gap board counts;
 * `stated`, whatever an organisation has said; `assumed`, that and a number for services that have said nothing.
 * Needs are measured by the same: what is only promised serves nobody by the first, and does by the others.
 */
export const yardsticks = ['assured', 'stated', 'assumed'] as const
export type Yardstick = (typeof yardsticks)[number]

export const standingBy = (
  yardstick: Yardstick,
  { demand, verified, paper }: { demand: number; verified: number; paper: number },
): CellStanding => ({ demand, supply: yardstick === 'assured' ? verified : verified + paper })

/** The place of a need or a site on the gap board as one key. */
export const cellKey = (schoolId: string, categoryId: string, tier: number): string =>
  `${schoolId}/${categoryId}/${tier}`
