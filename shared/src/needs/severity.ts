import type { InTwoLanguages } from '../vocabulary/terms.ts'

export type Severity = 1 | 2 | 3 | 4 | 5

export type SeverityAnchor = {
  readonly severity: Severity
  readonly name: InTwoLanguages
  readonly anchor: InTwoLanguages
}

/** What each step means, so that two principals who choose the same number mean the same. Our own wording. */
export const severities: readonly SeverityAnchor[] = [
  {
    severity: 1,
    name: { en: 'Welcome', es: 'Conveniente' },
    anchor: {
      en: 'It would be good to have; students manage without it.',
      es: 'Sería bueno tenerlo; los estudiantes se las arreglan sin ello.',
    },
  },
  {
    severity: 2,
    name: { en: 'Useful', es: 'Útil' },
    anchor: {
      en: 'Some students would do noticeably better with it.',
      es: 'Algunos estudiantes mejorarían notablemente con ello.',
    },
  },
  {
    severity: 3,
    name: { en: 'Needed', es: 'Necesario' },
    anchor: {
      en: 'A group of students falls behind without it.',
      es: 'Un grupo de estudiantes se queda atrás sin ello.',
    },
  },
  {
    severity: 4,
    name: { en: 'Serious', es: 'Grave' },
    anchor: {
      en: 'Many students miss school or fail courses for lack of it.',
      es: 'Por su falta, muchos estudiantes faltan a clases o reprueban materias.',
    },
  },
  {
    severity: 5,
    name: { en: 'Critical', es: 'Crítico' },
    anchor: {
      en: 'Students are unsafe, hungry, or shut out of school today.',
      es: 'Hoy hay estudiantes en riesgo, con hambre o excluidos de la escuela.',
    },
  },
]

export const severityOf = (severity: Severity): SeverityAnchor => severities[severity - 1]!

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
