import type { Formality, Intensity, Stage } from '../partnerships/schemas.ts'
import type { RubricAnswers } from '../partnerships/rubric-questions.ts'
import { stagesInForce } from '../partnerships/stages.ts'
import type { Term } from '../vocabulary/terms.ts'

/** Why an informal partnership should be put on paper. */
export const formaliseTerms = [
  {
    code: 'recurring_on_campus',
    en: 'Its people are at school again and again.',
    es: 'Sus personas están en la escuela una y otra vez.',
  },
  {
    code: 'unsupervised',
    en: 'They are with students without school staff at times.',
    es: 'A veces están con estudiantes sin personal escolar.',
  },
  {
    code: 'student_data',
    en: 'It receives records of single students.',
    es: 'Recibe datos de cada estudiante.',
  },
  { code: 'district_pays', en: 'The district pays.', es: 'Paga el distrito.' },
  { code: 'intensity', en: 'Its intensity is medium or high.', es: 'Su intensidad es media o alta.' },
] as const satisfies readonly Term[]
export type FormaliseReason = (typeof formaliseTerms)[number]['code']

export interface FormaliseFacts {
  readonly formality: Formality
  readonly stage: Stage
  readonly intensity: Intensity
  /** What the rubric says, where somebody answered it. */
  readonly answers: RubricAnswers | null
  /** Else what services at schools and site plans say. */
  readonly seenOnCampus: boolean
  readonly seenRecurring: boolean
}

/**
 * Whether an informal partnership should be formalised, and why (domain B11: on campus and recurring). Informal ones count
 * as help either way; this only says which of them deserve paper.
 */
export const formaliseReasons = (facts: FormaliseFacts): FormaliseReason[] => {
  const { answers } = facts
  if (facts.formality !== 'informal' || !stagesInForce.includes(facts.stage)) return []
  const onCampus = answers ? answers.place !== 'elsewhere' : facts.seenOnCampus
  const recurring = answers ? answers.frequency !== 'once' : facts.seenRecurring
  return [
    ...(onCampus && recurring ? (['recurring_on_campus'] as const) : []),
    ...(answers?.contact === 'unsupervised' ? (['unsupervised'] as const) : []),
    ...(answers?.data === 'student_level' ? (['student_data'] as const) : []),
    ...(answers?.money === 'district_pays' ? (['district_pays'] as const) : []),
    ...(facts.intensity !== 'low' ? (['intensity'] as const) : []),
  ]
}
