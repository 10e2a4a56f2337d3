import type { MetricDefinition } from './metric.ts'

/** What a partnership delivers to its own students. */
export const delivery = [
  {
    code: 'participation_count',
    name: { en: 'Students served', es: 'Estudiantes atendidos' },
    family: 'participation',
    unit: 'count',
    direction: 'higher_is_better',
    level: 'performance',
    rba: 'how_much',
    period: 'quarter',
    numerator: {
      en: 'Students who took part at least once',
      es: 'Estudiantes que participaron al menos una vez',
    },
    denominator: null,
  },
  {
    code: 'participation_rate',
    name: { en: 'Participation rate', es: 'Tasa de participación' },
    family: 'participation',
    unit: 'percent',
    direction: 'higher_is_better',
    level: 'performance',
    rba: 'how_much',
    period: 'quarter',
    numerator: {
      en: 'Students who took part at least once',
      es: 'Estudiantes que participaron al menos una vez',
    },
    denominator: {
      en: 'Students the service is meant for',
      es: 'Estudiantes a quienes se dirige el servicio',
    },
  },
  {
    code: 'dosage_hours',
    name: { en: 'Hours of service per student', es: 'Horas de servicio por estudiante' },
    family: 'participation',
    unit: 'hours',
    direction: 'higher_is_better',
    level: 'performance',
    rba: 'how_well',
    period: 'quarter',
    numerator: {
      en: 'Hours of service delivered to students',
      es: 'Horas de servicio recibidas por los estudiantes',
    },
    denominator: { en: 'Students served', es: 'Estudiantes atendidos' },
  },
  {
    code: 'fidelity_rate',
    name: { en: 'Sessions delivered of those planned', es: 'Sesiones realizadas de las planificadas' },
    family: 'participation',
    unit: 'percent',
    direction: 'higher_is_better',
    level: 'performance',
    rba: 'how_well',
    period: 'quarter',
    numerator: { en: 'Sessions delivered', es: 'Sesiones realizadas' },
    denominator: { en: 'Sessions planned', es: 'Sesiones planificadas' },
    counts: 'sessions',
  },
] as const satisfies readonly MetricDefinition[]
