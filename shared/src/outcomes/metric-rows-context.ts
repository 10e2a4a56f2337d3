import type { MetricDefinition } from './metric.ts'

const context = {
  family: 'context',
  direction: 'neutral',
  level: 'population',
  rba: 'how_much',
  period: 'year',
} as const
const enrolled = { en: 'Students enrolled', es: 'Estudiantes matriculados' } as const

/** Who a school serves: counted every year, neither good nor bad. */
export const whoIsServed = [
  {
    ...context,
    code: 'enrolment',
    name: { en: 'Enrollment', es: 'Matrícula' },
    unit: 'count',
    numerator: enrolled,
    denominator: null,
  },
  {
    ...context,
    code: 'poverty_rate',
    name: { en: 'Students in poverty', es: 'Estudiantes en situación de pobreza' },
    unit: 'percent',
    numerator: {
      en: 'Students eligible for free or reduced-price meals or public benefits',
      es: 'Estudiantes con derecho a comidas gratuitas o a precio reducido o a beneficios públicos',
    },
    denominator: enrolled,
  },
  {
    ...context,
    code: 'economic_need_index',
    name: { en: 'Economic need index', es: 'Índice de necesidad económica' },
    unit: 'percent',
    numerator: {
      en: 'Estimated share of students facing economic hardship',
      es: 'Proporción estimada de estudiantes con dificultades económicas',
    },
    denominator: enrolled,
  },
  {
    ...context,
    code: 'disability_rate',
    name: { en: 'Students with disabilities', es: 'Estudiantes con discapacidades' },
    unit: 'percent',
    numerator: {
      en: 'Students with an individualized education program',
      es: 'Estudiantes con un programa educativo individualizado',
    },
    denominator: enrolled,
  },
  {
    ...context,
    code: 'english_learner_rate',
    name: { en: 'English learners', es: 'Estudiantes que aprenden inglés' },
    unit: 'percent',
    numerator: { en: 'Students learning English', es: 'Estudiantes que aprenden inglés' },
    denominator: enrolled,
  },
] as const satisfies readonly MetricDefinition[]
