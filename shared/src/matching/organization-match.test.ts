import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDuplicateOrganizations } from './organization-duplicates.ts'
import { matchOrganizations } from './organization-match.ts'

test.each([
  ['an equal name', { name: 'Harbor House, Inc.' }, { name: 'The Harbor House' }, 'same', ['same_name']],
  [
    'an equal EIN under another name',
    { name: 'Harbor House', ein: '12-3456789' },
    { name: 'HH Services', ein: '123456789' },
    'same',
    ['same_ein'],
  ],
  [
    'a misspelling',
    { name: 'Harbor House Settlement' },
    { name: 'Harbour House Settlement' },
    'likely',
    ['similar_name'],
  ],
  [
    'a branch',
    { name: 'Bay Athletic League' },
    { name: 'Bay Athletic League, Inc. - North' },
    'likely',
    ['name_within_name'],
  ],
  [
    'an equal name with another EIN',
    { name: 'Harbor House', ein: '123456789' },
    { name: 'Harbor House', ein: '987654321' },
    'likely',
    ['same_name', 'different_ein'],
  ],
  [
    'numbered sisters',
    { name: 'Friends of School 15' },
    { name: 'Friends of School 16' },
    'different',
    ['similar_name', 'different_number'],
  ],
  ['strangers', { name: 'Harbor House' }, { name: 'Lakeside Clinic' }, 'different', []],
  [
    'one phone for two names',
    { name: 'Lakeside Youth Clinic', phone: '(503) 555-0123' },
    { name: 'Lakeside Clinic', phone: '+15035550123' },
    'likely',
    ['similar_name', 'same_phone'],
  ],
  [
    'a shared mail provider says nothing',
    { name: 'Harbor House', webDomain: 'gmail.com' },
    { name: 'Lakeside Clinic', webDomain: 'gmail.com' },
    'different',
    [],
  ],
] as const)('%s', (_case, a, b, verdict, reasons) => {
  expect(matchOrganizations(a, b)).toMatchObject({ verdict, reasons })
})

test('likeness alone never answers "same", and order does not matter', () => {
  const identity = fc.record({ name: fc.string(), phone: fc.constantFrom('', '5035550123') })
  fc.assert(
    fc.property(identity, identity, (a, b) => {
      const there = matchOrganizations(a, b)
      expect(matchOrganizations(b, a)).toEqual(there)
      if (there.verdict === 'same') expect(there.reasons).toContain('same_name')
    }),
  )
})

test('duplicates of a list are found without comparing all with all', () => {
  const names = ['Harbor House', 'Lakeside Clinic', 'Harbour House', 'Harbor House Inc', 'Lakeside  clinic']
  const pairs = findDuplicateOrganizations(names.map((name) => ({ name })))
  expect(pairs.map(({ a, b, match }) => [a, b, match.verdict])).toEqual([
    [0, 3, 'same'],
    [1, 4, 'same'],
    [0, 2, 'likely'],
    [2, 3, 'likely'],
  ])
})
