import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shapeShares, type ValueShape } from './column-shapes.ts'
import {
  guessColumns,
  headerSignature,
  normaliseHeader,
  rememberMapping,
  type TargetField,
} from './columns.ts'

const fields: TargetField[] = [
  { key: 'name', synonyms: ['agency', 'organization', 'organisation name'] },
  { key: 'code', synonyms: ['dbn', 'school code', 'school id'], shape: 'id' },
  { key: 'phone', synonyms: ['contact number', 'telephone'], shape: 'phone' },
  { key: 'email', synonyms: ['e-mail'], shape: 'email' },
  { key: 'schoolYear', synonyms: ['year'], shape: 'school_year' },
  { key: 'grades', synonyms: ['grade level', 'grade level / age group', 'grade served'], shape: 'grades' },
  { key: 'latitude', synonyms: ['lat'], shape: 'latitude' },
  { key: 'longitude', synonyms: ['lon', 'long', 'lng'], shape: 'longitude' },
  { key: 'rate', synonyms: ['chronic absent rate'], shape: 'percent' },
]

const guessed = (headers: string[], ...rows: string[][]): (string | undefined)[] =>
  guessColumns(headers, rows, fields).map((guess) => guess.field)

test('columns are known by header and values', () => {
  expect(
    guessed(
      [
        'DBN',
        'school_year',
        'AGENCY',
        'Contact Number',
        'Grade Level / Age Group ',
        'Lat',
        'chronic_absent_rate',
      ],
      ['01M015', '2023-24', 'Harbor House', '(718) 555-0123', 'K-5', '40.72', '24.5'],
      ['01M019', '2023-24', 'Lakeside', '718.555.0124 x 3', '6 and up', '40.71', '31'],
    ),
  ).toEqual(['code', 'schoolYear', 'name', 'phone', 'grades', 'latitude', 'rate'])
})

test('values give a column away under an unforeseen header', () => {
  expect(guessed(['Reach us', 'Write us'], ['(718) 555-0123', 'a@harbor.example'])).toEqual([
    'phone',
    'email',
  ])
})

test('values that do not fit make a header count for less', () => {
  const [right] = guessColumns(['year'], [['2023-24']], fields)
  const [wrong] = guessColumns(['year'], [['Harbor House']], fields)
  expect(right?.confidence).toBeGreaterThan(0.9)
  expect(wrong?.confidence).toBeLessThan(0.6)
})

test('two columns never fill one field', () => {
  expect(guessed(['Phone', 'Telephone', 'Organization', 'Agency'])).toEqual([
    'phone',
    undefined,
    'name',
    undefined,
  ])
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('phone', 'telephone', 'dbn', 'lat', 'x', '', 'e-mail')),
      (headers) => {
        const used = guessed(headers).filter((field) => field !== undefined)
        expect(new Set(used).size).toBe(used.length)
      },
    ),
  )
})

test('a confirmed mapping is remembered, a column left out on purpose too', () => {
  const confirmed = rememberMapping([
    { header: 'Organisation', field: 'name' },
    { header: 'Telephone', field: undefined },
  ])
  const guesses = guessColumns(['TELEPHONE', 'organisation ', 'Phone'], [], fields, confirmed)
  expect(guesses.map((guess) => [guess.field, guess.reasons[0]])).toEqual([
    [undefined, 'remembered'],
    ['name', 'remembered'],
    ['phone', 'same_header'],
  ])
})

test('headers are told apart by their words, not their dress or order', () => {
  expect(normaliseHeader(' Grade Level / Age Group ')).toBe('grade level age group')
  expect(normaliseHeader('schoolYear')).toBe('school year')
  expect(normaliseHeader('# Students')).toBe('number students')
  expect(headerSignature(['DBN', 'School Year'])).toBe(headerSignature(['school_year', 'dbn ']))
  expect(headerSignature(['DBN'])).not.toBe(headerSignature(['DBN', 'Grade']))
})

test.each<[ValueShape, string[]]>([
  ['date', ['2024-01-31', '1/31/2024', '31-Jan-2024', 'January 31, 2024', '2025-09-12 0:00:00']],
  ['school_year', ['2023-24', '2023-2024', 'SY 2023-24', '1999-00']],
  ['integer', ['47', '47.0', '1,204', '-3']],
  ['number', ['4.5', '.5', '9.17e-4', '1,204.5']],
  ['percent', ['24.5%', '24.5', '0.2', '100']],
  ['money', ['$1,200.00', '$ 40']],
  ['boolean', ['Yes', 'no', 'TRUE', '1']],
  ['email', ['a.b@harbor.example']],
  ['phone', ['(718) 555-0123', '718.555.0123 ext. 264']],
  ['url', ['https://harbor.example/a', 'www.harbor.example']],
  ['postcode', ['11203', '11203-1234']],
  ['latitude', ['40.721807']],
  ['longitude', ['-73.979022']],
  ['grades', ['K-5', 'PK,0K,01', 'High School', '2025-09-12 0:00:00']],
  ['id', ['01M015', 'OR-00000000002239']],
])('values that look like %s', (shape, values) => {
  expect(shapeShares([...values, '']).valueOf()).toMatchObject({ [shape]: 1 })
})
