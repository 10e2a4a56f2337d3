import { expect, test } from 'vitest'
import { defaultMetrics } from '../../outcomes/metric-dictionary.ts'
import { planFigures } from './figure-plan.ts'
import { guessMapping } from './guess-mapping.ts'
import type { KnownMetric } from './kind.ts'
import { measurementsKind } from './measurements.ts'
import { schoolsKind } from './schools.ts'

const metrics = defaultMetrics.map(({ code, name, unit, family }): KnownMetric => ({
  id: code,
  code,
  name,
  unit,
  family,
  period: 'year',
}))

test('a rate of which many cells cannot be read is still the rate, not a note beside it', () => {
  const header = ['DBN', 'school_year', 'chronic_absent_rate']
  const rows = ['abc', '*', '20', '120', 's'].map((rate) => ['01M015', '2023-24', rate])
  expect(guessMapping(measurementsKind, metrics, header, rows).map(({ field }) => field)).toEqual([
    'schoolCode',
    'schoolYear',
    'value:chronic_absence_rate',
  ])
})

test('a directory counts students by race and gender in columns of their own; shares of the same are left out', () => {
  const header = ['DBN', 'Name', '# Asian', 'pct_black', 'n_black', 'n_multi_racial', 'n_female', '% Male']
  const rows = [
    ['01M015', 'P.S. 015', '26', '0.27', '53', '1', '101', '0.47'],
    ['01M020', 'P.S. 020', '102', '0.25', '104', '6', '201', '0.51'],
  ]
  const mapping = guessMapping(schoolsKind, metrics, header, rows).map(({ field }) => field ?? null)
  expect(mapping).toEqual([
    'schoolCode',
    'name',
    'value:enrolment@asian',
    null,
    'value:enrolment@black',
    'value:enrolment@multiracial',
    'value:enrolment@female',
    null,
  ])
  expect(
    planFigures(mapping, metrics).map(({ metric, group, value }) => [metric.code, group, value]),
  ).toEqual([
    ['enrolment', 'asian', 2],
    ['enrolment', 'black', 4],
    ['enrolment', 'multiracial', 5],
    ['enrolment', 'female', 6],
  ])
})

test('the federal list of schools is read by its own headers', () => {
  const header = [
    'ncessch',
    'lat',
    'lon',
    'school_year',
    'sch_name',
    'lea_name',
    'sch_type_text',
    'tot_enrollment',
  ]
  const rows = [
    [
      '410000301061',
      '44.86',
      '-123.43',
      '2014-2015',
      'Falls City',
      'Falls City SD 57',
      'Regular School',
      '97',
    ],
    ['410002300209', '45.51', '-122.89', '2016-2017', 'Tobias', 'Hillsboro SD 1J', 'Regular School', '2180'],
  ]
  expect(guessMapping(schoolsKind, metrics, header, rows).map(({ field }) => field ?? null)).toEqual([
    'schoolCode',
    'latitude',
    'longitude',
    'schoolYear',
    'name',
    null,
    'type',
    'value:enrolment',
  ])
})
