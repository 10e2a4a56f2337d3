import type { MetricCode } from '../../outcomes/metric-dictionary.ts'

/** A number of another metric that stands in the same row: its figure, or the people behind it. */
export type Elsewhere = { readonly code: MetricCode; readonly part: 'value' | 'denominator' }

/** What publishers call the columns of a metric, and which number of another metric belongs to it as well. */
export interface MetricWords {
  readonly value: string
  readonly numerator?: string
  readonly denominator?: string
  readonly numeratorFrom?: Elsewhere
  readonly denominatorFrom?: Elsewhere
}

const enrolled: Elsewhere = { code: 'enrolment', part: 'value' }

/** Headers met in files of city and state school systems, comma between. Names and codes of metrics need no entry. */
export const metricWords: Partial<Record<MetricCode, MetricWords>> = {
  attendance_rate: {
    value: '% attendance, pct attendance, attendance, average daily attendance, ada rate',
    numerator: '# days present, days present',
    denominator: '# total days, total days, days enrolled',
  },
  chronic_absence_rate: {
    value:
      '% chronically absent, pct chronically absent, chronic absent rate, chronic absenteeism rate, chronic absenteeism, percent chronic absence',
    denominator: '# contributing 20+ total days, students counted for chronic absence',
    numeratorFrom: { code: 'chronic_absence_count', part: 'value' },
  },
  chronic_absence_count: {
    value: '# chronically absent, chronic absent count, chronically absent count, number chronically absent',
  },
  graduation_rate: {
    value: 'graduation rate, 4 year graduation rate, grad rate, % graduated, pct graduated',
    numerator: '# grads, number graduated',
    denominator: 'cohort size, # cohort, total cohort',
  },
  suspension_count: { value: 'suspension total, total suspensions, # suspensions, suspension count' },
  suspension_rate: { value: '% suspended, pct suspended, suspension rate, suspensions per 100 students' },
  temporary_housing_rate: {
    value:
      'temp housing rate, % temporary housing, pct temporary housing, pct in temporary housing, homeless rate',
    numeratorFrom: { code: 'temporary_housing_count', part: 'value' },
  },
  temporary_housing_count: { value: 'temp housing count, # temporary housing, number homeless' },
  ela_proficiency_rate: {
    value: 'ela pct proficient, ela % proficient, ela % level 3+4, ela proficiency, reading % proficient',
    denominator: 'ela number tested, ela # tested',
  },
  math_proficiency_rate: {
    value: 'math pct proficient, math % proficient, math % level 3+4, math proficiency',
    denominator: 'math number tested, math # tested',
  },
  ela_mean_scale_score: {
    value: 'ela mean scale score',
    denominatorFrom: { code: 'ela_proficiency_rate', part: 'denominator' },
  },
  math_mean_scale_score: {
    value: 'math mean scale score',
    denominatorFrom: { code: 'math_proficiency_rate', part: 'denominator' },
  },
  arts_disciplines: { value: 'arts ed score, arts education score, arts disciplines' },
  family_favorable_rate: { value: 'family pct satisfied, families satisfied, parent satisfaction' },
  student_mental_health_support_rate: { value: 'student mental health, students mental health support' },
  student_happiness_rate: { value: 'student felt happy, students happy at school' },
  staff_sel_practice_rate: { value: 'teacher disruptive sel, staff sel practice' },
  staff_support_access_rate: { value: 'teacher access supports, staff access to supports' },
  safety_favorable_rate: { value: 'safety pct positive, safety % positive, feel safe' },
  enrolment: { value: 'total enrollment, enrollment, enrolment, students enrolled, # students' },
  poverty_rate: {
    value: '% poverty, pct poverty, % frl, percent free or reduced lunch, economically disadvantaged %',
    numerator: '# poverty, n poverty, number in poverty',
    denominatorFrom: enrolled,
  },
  economic_need_index: { value: 'economic need index, eni', denominatorFrom: enrolled },
  disability_rate: {
    value: '% students with disabilities, pct students with disabilities, % swd, pct swd',
    numerator: '# students with disabilities, n students with disabilities, # swd',
    denominatorFrom: enrolled,
  },
  english_learner_rate: {
    value: '% english language learners, pct english language learners, % ell, pct ell',
    numerator: '# english language learners, n english language learners, # ell',
    denominatorFrom: enrolled,
  },
}
