import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddress, readPostcode } from './normalise-address.ts'
import { readGrades } from './normalise-grades.ts'
import { readPhones, showPhone } from './normalise-phone.ts'
import { readEmail, readUrl } from './normalise-web.ts'

const one = (number: string, extension?: string) => [
  extension === undefined ? { number } : { number, extension },
]

test.each([
  ['(718) 555-0161', one('+17185550161')],
  ['718.555.0165', one('+17185550165')],
  ['718-555-0165 ', one('+17185550165')],
  ['7185550165', one('+17185550165')],
  ['+1 718 555 0165', one('+17185550165')],
  ['1-718-555-0165', one('+17185550165')],
  ['718- 555-0165', one('+17185550165')],
  ['(718) 555-0161 x 999', one('+17185550161', '999')],
  ['212.555.0109           ext. 264', one('+12125550109', '264')],
  ['212.555.0109 ext.264', one('+12125550109', '264')],
  ['212-555-0120x5211 ', one('+12125550120', '5211')],
  ['212-555-0120 X 52', one('+12125550120', '52')],
  ['(718) 555-0161ï¿½', one('+17185550161')],
  ['718.555.0165 or 718.555.0166', [...one('+17185550165'), ...one('+17185550166')]],
  ['+44 20 7946 0958', one('+442079460958')],
  ['(71) 555-0161', []],
  ['555-0161', []],
  ['718-555-01655', []],
  ['none', []],
  ['', []],
])('phone %j', (text, phones) => {
  expect(readPhones(text).phones).toEqual(phones)
})

test('phones warn and show', () => {
  expect(readPhones('call us').warnings).toEqual(['not_a_phone'])
  expect(readPhones('718.555.0165 / 718.555.0166').warnings).toEqual(['several_phones'])
  expect(showPhone({ number: '+17185550165', extension: '4' })).toBe('(718) 555-0165 ext. 4')
})

test.each([
  [
    '739 Harbor Avenue11203\n(40.655871401895, -73.947172803351)',
    {
      street: '739 Harbor Avenue',
      postcode: '11203',
      point: { latitude: 40.655871401895, longitude: -73.947172803351 },
    },
  ],
  [
    '1222 Avenue\nM 11230\n(40.6177, -73.9622)',
    { street: '1222 Avenue M', postcode: '11230', point: { latitude: 40.6177, longitude: -73.9622 } },
  ],
  [
    '12 Main St, Salem, OR 97301-1234',
    { street: '12 Main St', city: 'Salem', state: 'OR', postcode: '97301-1234' },
  ],
  ['10458 Broadway', { street: '10458 Broadway' }],
  ['12 Main St\n(0.0, 0.0)', { street: '12 Main St' }],
  ['(40.7, -73.9)', { street: '', point: { latitude: 40.7, longitude: -73.9 } }],
  ['', { street: '' }],
])('address %j', (text, reading) => {
  expect(readAddress(text)).toEqual(reading)
})

test.each([
  ['11203', '11203'],
  ['6511', '06511'],
  ['11203.0', '11203'],
  ['11203-0042', '11203-0042'],
  ['1120A', undefined],
])('postcode %j', (text, postcode) => {
  expect(readPostcode(text)).toBe(postcode)
})

const k5 = ['K', '1', '2', '3', '4', '5']
const high = ['9', '10', '11', '12']
test.each([
  ['K-5', k5],
  ['PK,0K,01,02', ['PK', 'K', '1', '2']],
  ['6 and up', ['6', '7', '8', ...high]],
  [' High School', high],
  ['Elementary', k5],
  ['Elem/MS', [...k5, '6', '7', '8']],
  ['MS/HS', ['6', '7', '8', ...high]],
  ['grades 6 to 8', ['6', '7', '8']],
  ['9th-12th', high],
  ['Pre-K - 2', ['PK', 'K', '1', '2']],
  ['06,07,08,SE', ['6', '7', '8', 'UG']],
  ['K, 3 and 5', ['K', '3', '5']],
])('grades %j', (text, list) => {
  expect(readGrades(text)).toEqual({ grades: list, warnings: [] })
})

test.each([
  ['2025-09-12 0:00:00', { grades: high, warnings: ['spreadsheet_date'] }],
  ['2025-06-08 0:00:00', { grades: ['6', '7', '8'], warnings: ['spreadsheet_date'] }],
  ['12-Sep', { grades: high, warnings: ['spreadsheet_date'] }],
  ['14-Nov', { grades: [], ages: { from: 11, to: 14 }, warnings: ['spreadsheet_date'] }],
  ['20-May', { grades: [], ages: { from: 5, to: 20 }, warnings: ['spreadsheet_date'] }],
  ['16 to 24', { grades: [], ages: { from: 16, to: 24 }, warnings: [] }],
  ["'6-13", { grades: [], ages: { from: 6, to: 13 }, warnings: [] }],
  ['18+', { grades: [], ages: { from: 18 }, warnings: [] }],
  ['A parent 16 Years Old or Older ', { grades: [], ages: { from: 16 }, warnings: [] }],
  ['All Ages', { grades: [], audience: 'all', warnings: [] }],
  ['Adults', { grades: [], audience: 'adults', warnings: [] }],
  ['Seniors', { grades: [], audience: 'seniors', warnings: [] }],
  ['OST', { grades: [], warnings: ['unclear_grades'] }],
  ['K-5, OST', { grades: k5, warnings: ['unclear_grades'] }],
  ['', { grades: [], warnings: [] }],
])('grade or age band %j', (text, reading) => {
  expect(readGrades(text)).toEqual(reading)
})

test.each([
  [' Ana.Reyes@Harbor.EXAMPLE ', 'Ana.Reyes@harbor.example'],
  ['mailto:a@harbor.example', 'a@harbor.example'],
  ['Ana Reyes <a@harbor.example>', 'a@harbor.example'],
  ['a@harbor', undefined],
  ['a@@harbor.example', undefined],
  ['a b@harbor.example', undefined],
])('e-mail %j', (text, email) => {
  expect(readEmail(text)).toBe(email)
})

test.each([
  ['www.Harbor.example', { url: 'https://www.harbor.example', domain: 'harbor.example' }],
  ['http://harbor.example/a?b=1', { url: 'http://harbor.example/a?b=1', domain: 'harbor.example' }],
  ['https://harbor.example/', { url: 'https://harbor.example', domain: 'harbor.example' }],
  ['javascript:alert(1)', undefined],
  ['http://user:pass@harbor.example', undefined],
  ['not a url', undefined],
  ['', undefined],
])('web address %j', (text, address) => {
  expect(readUrl(text)).toEqual(address)
})

test('a cell as long as a spreadsheet allows takes no longer than many short ones', () => {
  for (const unit of [' ', '1', '1 ', '(', 'a.', 'a,', '+1 ', '718-']) {
    const cell = unit.repeat(32_000 / unit.length)
    expect([readPhones(cell).phones, readEmail(cell), readUrl(cell)]).toEqual([[], undefined, undefined])
    expect([readGrades(cell).grades, readAddress(cell).street.length <= cell.length]).toEqual([[], true])
  }
})

test('no text, however odd, stops a reader', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(readPhones(text).phones.every((phone) => /^\+\d{7,15}$/.test(phone.number))).toBe(true)
      expect(readAddress(text).street).toBeTypeOf('string')
      expect(readGrades(text).grades).toBeInstanceOf(Array)
      readEmail(text)
      readUrl(text)
    }),
    { numRuns: 200 },
  )
})
