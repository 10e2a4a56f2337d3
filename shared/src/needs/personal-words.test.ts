import { describe, expect, it } from 'vitest'
import { groupOf } from './group.ts'
import { covers, type Cover } from './in-force.ts'
import { tracesIn } from './personal-words.ts'

describe('a text about a need', () => {
  it.each([
    ['About 40 students in grade 3 come to school hungry on Mondays.', []],
    ['Call the office at 718-555-0142, room 204.', []],
    ['English learners at Dolores Huerta Elementary need a tutor.', []],
    ['Student Maria Lopez misses two days a week.', ['name']],
    ['El estudiante llamado José Pérez falta mucho.', ['name']],
    ['OSIS 204518833 was absent 30 days.', ['number']],
    ['SSN 123-45-6789', ['number']],
    ['A boy, born 4/12/2013, needs a mentor.', ['birth_date']],
  ] as const)('"%s" holds %o', (text, traces) => expect(tracesIn(text)).toEqual(traces))
})

describe('whom a need is for', () => {
  it.each([
    [[], null, null],
    [['3', '4'], null, '3,4/'],
    [[], 'newcomers', '/newcomers'],
  ] as const)('%o and %s is %s', (grades, population, key) => expect(groupOf(grades, population)).toBe(key))
})

describe('a partnership behind a service', () => {
  const partnership: Cover = {
    organization: 'o',
    stage: 'active',
    scope: 'one_school',
    formality: 'informal',
    startsOn: null,
    endsOn: '2025-06-30',
    schools: ['a'],
    services: [],
    agreements: [],
  }
  const signed: Cover['agreements'][number] = {
    type: 'moa',
    stage: 'signed',
    startsOn: '2025-01-01',
    endsOn: '2025-05-31',
    renews: false,
    termMonths: 12,
    noticeDays: 30,
    lastDay: null,
    endReason: null,
  }
  const offer = { organization: 'o', service: 's', school: 'a' }
  it.each<[string, Partial<Cover>, string, boolean]>([
    ['in force at the school', {}, '2025-06-30', true],
    ['that ended yesterday', {}, '2025-07-01', false],
    ['that begins tomorrow', { startsOn: '2025-02-02' }, '2025-02-01', false],
    ['still forming', { stage: 'forming' }, '2025-02-01', false],
    ['at another school', { schools: ['b'] }, '2025-02-01', false],
    ['of the whole district', { schools: [], scope: 'district' }, '2025-02-01', true],
    ['for another service', { services: ['t'] }, '2025-02-01', false],
    ['for this service', { services: ['t', 's'] }, '2025-02-01', true],
    ['that is formal and has signed nothing', { formality: 'formal' }, '2025-02-01', false],
    ['with an agreement in force', { formality: 'formal', agreements: [signed] }, '2025-05-31', true],
    ['whose agreement expired', { formality: 'formal', agreements: [signed] }, '2025-06-01', false],
    [
      'whose agreement renews itself',
      { formality: 'formal', agreements: [{ ...signed, renews: true }] },
      '2025-06-01',
      true,
    ],
    [
      'whose agreement is not signed yet',
      { formality: 'formal', agreements: [{ ...signed, stage: 'signatures' }] },
      '2025-02-01',
      false,
    ],
    [
      'that only shares data',
      { formality: 'formal', agreements: [{ ...signed, type: 'data_sharing' }] },
      '2025-02-01',
      false,
    ],
    ['of another organization', { organization: 'p' }, '2025-02-01', false],
  ])('%s: %o on %s is %s', (_, change, asOf, expected) =>
    expect(covers({ ...partnership, ...change }, offer, asOf)).toBe(expected),
  )
})
