import type { CategoryCode } from '../catalog/category-rows.ts'
import type { Tier } from '../catalog/tiers.ts'
import type { Severity } from './severity.ts'

export type Comparison = 'at_least' | 'above' | 'at_most' | 'below'

/** When a figure proposes a need. A district reads, changes and adds such rules; it never has to trust one it cannot read. */
export type SuggestionRule = {
  readonly code: string
  readonly metric: string
  readonly comparison: Comparison
  readonly threshold: number
  /** The direction the last three figures must take, if the rule asks for one. */
  readonly trend: 'rising' | 'falling' | null
  readonly category: CategoryCode | (string & {})
  readonly tier: Tier
  /** Severity by value, mildest first; the last step the figure reaches counts. */
  readonly severity: readonly { readonly from: number; readonly severity: Severity }[]
  /** How the students affected follow: the rate's share of its group, the count itself, or not at all. */
  readonly students: 'share' | 'count' | 'unknown'
}

/**
 * The rules a district starts with. A chronic absence rate of 30 % is what Attendance Works calls extreme; the answer named
 * is a mentor, an adult who notices. On New York City's figures of 2024-25 that line alone is passed by two schools in
 * three (41 % of schools reach 40 %, 19 % reach 50 %, 7 % reach 60 %), so severity follows the figure and the queue begins
 * with the worst. The other lines are ours: 23 % of those schools pass the one of temporary housing, 12 % and 11 % the two
 * of suspensions. Title I serves schools above 75 % of low income first (domain 3.11), which 77 % of those schools are; the
 * line here is 90 % (38 % of schools; 17 % reach 95 %), and the answer is a place after school, which their families can
 * least buy. Where at most 30 % read at grade level (9 %; 3 % have at most 25 %) it is high-dosage tutoring. A district moves
 * each line to where a suggestion is news.
 */
export const defaultRules: readonly SuggestionRule[] = [
  {
    code: 'chronic_absence_high',
    metric: 'chronic_absence_rate',
    comparison: 'at_least',
    threshold: 30,
    trend: null,
    category: 'me_one',
    tier: 2,
    severity: [
      { from: 30, severity: 2 },
      { from: 40, severity: 3 },
      { from: 50, severity: 4 },
      { from: 60, severity: 5 },
    ],
    students: 'share',
  },
  {
    code: 'chronic_absence_rising',
    metric: 'chronic_absence_rate',
    comparison: 'at_least',
    threshold: 30,
    trend: 'rising',
    category: 'me_one',
    tier: 2,
    severity: [
      { from: 30, severity: 3 },
      { from: 40, severity: 4 },
      { from: 50, severity: 5 },
    ],
    students: 'share',
  },
  {
    code: 'temporary_housing_high',
    metric: 'temporary_housing_rate',
    comparison: 'at_least',
    threshold: 25,
    trend: null,
    category: 'bn_housing',
    tier: 3,
    severity: [
      { from: 25, severity: 3 },
      { from: 30, severity: 4 },
      { from: 40, severity: 5 },
    ],
    students: 'share',
  },
  {
    code: 'suspension_rate_high',
    metric: 'suspension_rate',
    comparison: 'at_least',
    threshold: 10,
    trend: null,
    category: 'bh_sel',
    tier: 2,
    severity: [
      { from: 10, severity: 3 },
      { from: 20, severity: 4 },
    ],
    students: 'share',
  },
  {
    code: 'suspension_count_high',
    metric: 'suspension_count',
    comparison: 'at_least',
    threshold: 50,
    trend: null,
    category: 'bh_sel',
    tier: 2,
    severity: [
      { from: 50, severity: 3 },
      { from: 100, severity: 4 },
    ],
    // One student may be suspended more than once.
    students: 'unknown',
  },
  {
    code: 'low_income_high',
    metric: 'poverty_rate',
    comparison: 'at_least',
    threshold: 90,
    trend: null,
    category: 'os_after',
    tier: 1,
    severity: [
      { from: 90, severity: 2 },
      { from: 95, severity: 3 },
    ],
    students: 'share',
  },
  {
    code: 'reading_low',
    metric: 'ela_proficiency_rate',
    comparison: 'at_most',
    threshold: 30,
    trend: null,
    category: 'ac_tutor',
    tier: 2,
    severity: [
      { from: 30, severity: 3 },
      { from: 25, severity: 4 },
      { from: 20, severity: 5 },
    ],
    students: 'share',
  },
]
