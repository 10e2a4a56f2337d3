import type { Placement } from '@common-table/shared/placement/problem'

export interface SolveLimits {
  readonly seconds: number
  /** Stops once the plan is proved to be within this share of the best there can be. */
  readonly gap: number
}

export interface SolveProgress {
  readonly seconds: number
  /** What the best plan so far is worth, and what no plan can exceed. */
  readonly value: number
  readonly bound: number
}

export interface SolvedPlan {
  readonly plan: Placement[]
  readonly value: number
  /** What no plan can exceed, as the solver proved. */
  readonly bound: number
  /** How far the plan may be from the best: (bound − value) / bound. */
  readonly gap: number
  /** Whether the wanted gap was proved before the time was up. */
  readonly proved: boolean
  readonly seconds: number
}

/** The share of the bound a plan may be short of it. */
export const gapBetween = (value: number, bound: number): number =>
  bound <= 0 ? 0 : Math.max(0, (bound - value) / bound)
