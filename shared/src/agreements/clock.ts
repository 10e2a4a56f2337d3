export const clockedStages = ['draft', 'legal', 'risk', 'board', 'signatures'] as const
export type ClockedStage = (typeof clockedStages)[number]

/**
 * Days a stage should take at most, unless the district says otherwise: Renton publishes one to two weeks for each of
 * its steps (domain 2); boards of education meet about once a month.
 */
export const usualDays: Readonly<Record<ClockedStage, number>> = {
  draft: 30,
  legal: 10,
  risk: 7,
  board: 35,
  signatures: 14,
}

/** A median of fewer finished stages than this says little, and is not held against anybody. */
export const enoughForMedian = 5

export interface StageRecord {
  /** The median of the district's finished stages, in days, and of how many. */
  readonly medianDays: number | null
  readonly finished: number
  readonly standardDays: number
}

/** From how many days on an agreement is stuck: longer than the standard, and longer than it usually takes here. */
export const stuckAfter = ({ medianDays, finished, standardDays }: StageRecord): number =>
  medianDays !== null && finished >= enoughForMedian
    ? Math.max(standardDays, Math.ceil(medianDays))
    : standardDays

/** Whole days from one moment to another. */
export const daysInStage = (since: string, now: string): number =>
  Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 86_400_000))

export const isStuck = (days: number, record: StageRecord): boolean => days > stuckAfter(record)

/** The middle value; of an even number of values the mean of the two in the middle, as PostgreSQL's percentile_cont. */
export const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
