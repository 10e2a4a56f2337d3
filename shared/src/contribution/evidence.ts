import type { EvidenceLabel } from '../stories/vocabulary.ts'

/** Fewer matched schools than this tell chance from a difference too badly to be worth a sentence. Our own rule. */
export const FEWEST_SETS = 6

/** Why no comparison is made. Each has its own sentence; none is an error. */
export const refusalReasons = [
  'no_metric',
  'no_start',
  'no_baseline',
  'no_figures_after',
  'few_served',
  'few_similar',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** The label a partnership's figures carry: an outside study counts most, participation is what is left without figures. */
export const evidenceOf = (has: {
  readonly study: boolean
  readonly comparison: boolean
  readonly beforeAndAfter: boolean
}): EvidenceLabel =>
  has.study
    ? 'external_study'
    : has.comparison
      ? 'comparison_group'
      : has.beforeAndAfter
        ? 'pre_post'
        : 'participation_only'
