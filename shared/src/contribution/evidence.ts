import type { Term } from '../vocabulary/terms.ts'

/** How much a claim rests on. Source: domain 3.12, after Results-Based Accountability. */
export const evidenceLabels = [
  { code: 'participation_only', en: 'Participation only', es: 'Solo participación' },
  { code: 'pre_post', en: 'Before and after', es: 'Antes y después' },
  {
    code: 'comparison_group',
    en: 'Comparison with similar schools',
    es: 'Comparación con escuelas similares',
  },
  { code: 'external_study', en: 'External study', es: 'Estudio externo' },
] as const satisfies readonly Term[]
export type EvidenceLabel = (typeof evidenceLabels)[number]['code']

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
