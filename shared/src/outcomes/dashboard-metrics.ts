import type { MetricCode } from './metric-dictionary.ts'

/** What a superintendent asks about first; a new district finds these on its dashboard and changes them as it likes. */
export const startingDashboard: readonly MetricCode[] = [
  'attendance_rate',
  'chronic_absence_rate',
  'ela_proficiency_rate',
  'math_proficiency_rate',
  'graduation_rate',
  'suspension_rate',
  'student_favorable_rate',
  'family_favorable_rate',
]
