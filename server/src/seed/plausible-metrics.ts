import type { SchoolLevel } from '@common-table/shared/schools/schemas'

export interface PlausibleMetric {
  readonly code: string
  /** The district's share in the latest year, and how far schools lie from it. */
  readonly rate: number
  readonly spread: number
  /** Change from year to year. */
  readonly drift: number
  /** How much groups differ. */
  readonly gap: number
  /** The share of the enrolled the metric is about. */
  readonly tested: number
  readonly target: number
  readonly levels?: readonly SchoolLevel[]
}

const tested: readonly SchoolLevel[] = ['elementary', 'k8', 'middle', 'secondary', 'k12']
const graduating: readonly SchoolLevel[] = ['high', 'secondary', 'k12']

/** Orders of magnitude of a mid-sized district after the pandemic: absence falling, test results slowly rising. */
export const plausibleMetrics: readonly PlausibleMetric[] = [
  { code: 'attendance_rate', rate: 0.917, spread: 0.05, drift: 0.006, gap: 0.25, tested: 1, target: 94 },
  {
    code: 'chronic_absence_rate',
    rate: 0.264,
    spread: -0.2,
    drift: -0.021,
    gap: -0.9,
    tested: 0.97,
    target: 20,
  },
  {
    code: 'ela_proficiency_rate',
    rate: 0.446,
    spread: 0.32,
    drift: 0.012,
    gap: 1,
    tested: 0.5,
    target: 52,
    levels: tested,
  },
  {
    code: 'math_proficiency_rate',
    rate: 0.395,
    spread: 0.36,
    drift: 0.019,
    gap: 1.1,
    tested: 0.5,
    target: 45,
    levels: tested,
  },
  {
    code: 'graduation_rate',
    rate: 0.861,
    spread: 0.12,
    drift: 0.007,
    gap: 0.5,
    tested: 0.23,
    target: 90,
    levels: graduating,
  },
  { code: 'suspension_rate', rate: 0.052, spread: -0.05, drift: -0.004, gap: -0.25, tested: 1, target: 4 },
  {
    code: 'student_favorable_rate',
    rate: 0.684,
    spread: 0.16,
    drift: -0.008,
    gap: 0.2,
    tested: 0.72,
    target: 75,
  },
  {
    code: 'family_favorable_rate',
    rate: 0.917,
    spread: 0.08,
    drift: 0.006,
    gap: 0.2,
    tested: 0.34,
    target: 95,
  },
  {
    code: 'survey_response_rate',
    rate: 0.41,
    spread: 0.24,
    drift: 0.015,
    gap: 0.2,
    tested: 0.83,
    target: 60,
  },
]

/** Code, share of the enrolled, and which way the group's figures lie from everyone's. */
export const measuredGroups = {
  race: [
    ['native_american', 0.012, -0.06],
    ['asian', 0.07, 0.09],
    ['black', 0.22, -0.05],
    ['hispanic', 0.27, -0.03],
    ['pacific_islander', 0.006, -0.04],
    ['white', 0.37, 0.05],
    ['multiracial', 0.05, 0.01],
  ],
  others: [
    ['students_with_disabilities', 0.14, -0.14],
    ['english_learners', 0.11, -0.12],
    ['economically_disadvantaged', 0.48, -0.08],
  ],
} as const
