import { intensityRubric, type RubricAnswers } from './rubric-questions.ts'
import type { Intensity } from './schemas.ts'

/** Answers that lift the intensity, whatever the points say. */
export const rubricFloors = [
  {
    code: 'unsupervised',
    en: 'Its people are with students without school staff: at least medium.',
    es: 'Sus personas están con estudiantes sin personal escolar: al menos media.',
  },
  {
    code: 'student_data',
    en: 'It receives records of single students: at least medium.',
    es: 'Recibe datos de cada estudiante: al menos media.',
  },
  {
    code: 'care',
    en: 'It gives care or drives students: at least medium.',
    es: 'Da atención o transporta estudiantes: al menos media.',
  },
  {
    code: 'often_unsupervised',
    en: 'Every week or more without school staff: high.',
    es: 'Cada semana o más sin personal escolar: alta.',
  },
] as const
export type RubricFloor = (typeof rubricFloors)[number]['code']

/** From how many points a partnership is medium, and from how many it is high. */
export const rubricThresholds = { medium: 6, high: 12 } as const
export const rubricMaximum: number = intensityRubric.reduce(
  (sum, { answers }) => sum + Math.max(...answers.map(({ points }) => points)),
  0,
)

export interface RubricResult {
  readonly score: number
  readonly intensity: Intensity
  /** What lifted it above what its points alone would say. */
  readonly floors: readonly RubricFloor[]
}

const rank: Record<Intensity, number> = { low: 0, medium: 1, high: 2 }

const byPoints = (score: number): Intensity =>
  score >= rubricThresholds.high ? 'high' : score >= rubricThresholds.medium ? 'medium' : 'low'

/** The intensity that the answers amount to, and why. */
export const rateIntensity = (answers: RubricAnswers): RubricResult => {
  const score = intensityRubric.reduce(
    (sum, { code, answers: choices }) =>
      sum + (choices.find((choice) => choice.code === answers[code])?.points ?? 0),
    0,
  )
  const often = answers.frequency === 'weekly' || answers.frequency === 'daily'
  const lifts: [RubricFloor, boolean, Intensity][] = [
    ['unsupervised', answers.contact === 'unsupervised', 'medium'],
    ['student_data', answers.data === 'student_level', 'medium'],
    ['care', answers.care === 'yes', 'medium'],
    ['often_unsupervised', answers.contact === 'unsupervised' && often, 'high'],
  ]
  const start = byPoints(score)
  const applied = lifts.filter(([, holds, least]) => holds && rank[least] > rank[start])
  const intensity = applied.reduce<Intensity>(
    (most, [, , least]) => (rank[least] > rank[most] ? least : most),
    start,
  )
  return { score, intensity, floors: applied.map(([code]) => code) }
}
