import type { TargetStatus } from '../outcomes/targets.ts'

/** How many parts of a branch stand where. */
export type Counts = Readonly<Record<TargetStatus, number>>
export const noCounts: Counts = { met: 0, on_track: 0, at_risk: 0, off_track: 0, no_data: 0 }

export const countStatuses = (statuses: readonly TargetStatus[]): Counts =>
  statuses.reduce((counts, status) => ({ ...counts, [status]: counts[status] + 1 }), noCounts)

const worstFirst = ['off_track', 'at_risk', 'on_track', 'met'] as const

/**
 * Where a branch stands: as its weakest part that has data. Parts without data neither help nor hurt, and are told beside
 * it; where no part has any, the branch has none.
 */
export const rollUp = (parts: readonly TargetStatus[]): TargetStatus =>
  worstFirst.find((status) => parts.includes(status)) ?? 'no_data'

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
