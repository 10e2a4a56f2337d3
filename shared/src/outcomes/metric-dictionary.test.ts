import { describe, expect, it } from 'vitest'
import { defaultMetrics, measureOf, metricOf } from './metric-dictionary.ts'
import { metricFamilies } from './metric.ts'

describe('the dictionary a district starts with', () => {
  it('has every metric the field asks for, once', () => {
    const codes = defaultMetrics.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).toEqual(
      expect.arrayContaining(
        'attendance_rate chronic_absence_rate on_track_rate df_rate gpa_mean ela_proficiency_rate math_proficiency_rate graduation_rate suspension_rate suspension_count family_favorable_rate student_favorable_rate teacher_favorable_rate safety_favorable_rate survey_response_rate belonging_rate participation_rate dosage_hours temporary_housing_rate arts_disciplines ela_mean_scale_score'.split(
          ' ',
        ),
      ),
    )
  })
  it.each(defaultMetrics.map((metric) => [metric.code, metric] as const))(
    '%s is defined in words',
    (_, metric) => {
      expect(metricFamilies).toContain(metric.family)
      for (const words of [
        metric.name,
        metric.numerator,
        ...(metric.denominator ? [metric.denominator] : []),
      ]) {
        expect(words.en.trim()).not.toBe('')
        expect(words.es.trim()).not.toBe('')
        expect(words.es).not.toBe(words.en)
      }
      // A rate that does not say what it is a rate of cannot be compared.
      if (metric.unit === 'percent' || metric.unit === 'hours') expect(metric.denominator).not.toBeNull()
      if (metric.unit === 'count') expect(metric.denominator).toBeNull()
    },
  )
  it('finds a metric by its code and says how its figures are screened', () => {
    expect(metricOf('chronic_absence_rate')?.direction).toBe('lower_is_better')
    expect(metricOf('no_such_metric')).toBeUndefined()
    expect([measureOf('count'), measureOf('percent'), measureOf('hours')]).toEqual(['count', 'rate', 'score'])
  })
})
