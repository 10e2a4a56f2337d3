import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/dates.ts'
import { daysInStage, isStuck, medianOf, stuckAfter, usualDays } from './clock.ts'
import { dataSharingGaps, type DataSharing } from './data-sharing.ts'
import type { AgreementFacts } from './facts.ts'
import { certificateIsLate } from './late-certificate.ts'
import { approvalRoute, gateAfter } from './route.ts'
import { requiredCodes, sectionsFor, sectionTemplates } from './sections.ts'
import { isSignature } from './signing.ts'
import { adviseType } from './suggest-type.ts'
import {
  endAfterNotice,
  isInForce,
  monthsOf,
  nextSpan,
  noticeBy,
  standingOn,
  termEnd,
  type Term,
} from './term.ts'
import { agreementTypes } from './vocabulary.ts'

const plain: AgreementFacts = {
  intensity: 'low',
  money: 'none',
  usesSpace: false,
  data: 'none',
  contact: 'none',
  worksite: false,
  grassroots: false,
}
const anyFacts: fc.Arbitrary<AgreementFacts> = fc.record({
  intensity: fc.constantFrom('low', 'medium', 'high'),
  money: fc.constantFrom('none', 'partner_pays', 'district_pays'),
  usesSpace: fc.boolean(),
  data: fc.constantFrom('none', 'aggregate', 'student_level'),
  contact: fc.constantFrom('none', 'supervised', 'unsupervised'),
  worksite: fc.boolean(),
  grassroots: fc.boolean(),
})
const anyType = fc.constantFrom(...agreementTypes.map(({ code }) => code))

describe('which kind of agreement', () => {
  it.each<[string, Partial<AgreementFacts & { familyRun: boolean }>, string, string[], string[]]>([
    ['the district pays', { money: 'district_pays' }, 'paid_services', ['district_pays'], []],
    ['students at a workplace', { worksite: true }, 'internship_training', ['worksite'], []],
    [
      'a family organization runs it',
      { familyRun: true, usesSpace: true },
      'pta_run',
      ['family_run'],
      ['facility_use'],
    ],
    ['rooms only', { usesSpace: true }, 'facility_use', ['uses_space'], []],
    ['data only', { data: 'student_level' }, 'data_sharing', ['student_data'], []],
    [
      'data beside a service',
      { contact: 'supervised', data: 'student_level', intensity: 'medium' },
      'no_cost_mou',
      ['medium_intensity'],
      ['data_sharing'],
    ],
    [
      'alone with students',
      { contact: 'unsupervised', intensity: 'high' },
      'moa',
      ['unsupervised', 'high_intensity'],
      [],
    ],
    ['a reading hour', { contact: 'supervised' }, 'express', ['low_risk'], []],
    [
      'a trusted small group',
      { contact: 'supervised', intensity: 'medium', grassroots: true },
      'express',
      ['lighter_lane'],
      [],
    ],
    [
      'a trusted small group alone with students',
      { contact: 'unsupervised', intensity: 'medium', grassroots: true },
      'moa',
      ['unsupervised'],
      [],
    ],
  ])('%s', (_, more, type, because, beside) => {
    const advice = adviseType({ ...plain, familyRun: false, ...more })
    expect(advice.main).toEqual({ type, because })
    expect(advice.beside.map((one) => one.type)).toEqual(beside)
  })

  it('may stay informal only when nothing is at stake', () => {
    expect(adviseType({ ...plain, familyRun: false }).informalPossible).toBe(true)
    for (const more of [
      { usesSpace: true },
      { data: 'student_level' },
      { contact: 'supervised' },
      { money: 'partner_pays' },
      { intensity: 'medium' },
    ] as const)
      expect(adviseType({ ...plain, familyRun: false, ...more }).informalPossible).toBe(false)
  })

  it('always gives one with a reason, and a paper of its own for records of students and for rooms', () =>
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (facts, familyRun) => {
        const { main, beside } = adviseType({ ...facts, familyRun })
        const types = [main, ...beside].map(({ type }) => type)
        expect(main.because.length).toBeGreaterThan(0)
        expect(types.includes('data_sharing')).toBe(facts.data === 'student_level')
        expect(types.includes('facility_use')).toBe(facts.usesSpace)
        expect(new Set(types).size).toBe(types.length)
      }),
    ))
})

describe('who must say yes', () => {
  it.each<[string, Parameters<typeof approvalRoute>[0], Partial<AgreementFacts>, string[]]>([
    ['low', 'express', { contact: 'supervised' }, ['signatures']],
    ['medium', 'no_cost_mou', { intensity: 'medium', contact: 'supervised' }, ['signatures']],
    [
      'medium and alone with students',
      'moa',
      { intensity: 'medium', contact: 'unsupervised' },
      ['risk', 'signatures'],
    ],
    ['high', 'moa', { intensity: 'high', contact: 'supervised' }, ['legal', 'risk', 'board', 'signatures']],
    ['data', 'data_sharing', {}, ['legal', 'signatures']],
    ['rooms', 'facility_use', {}, ['risk', 'signatures']],
    [
      'paid, medium',
      'paid_services',
      { intensity: 'medium', money: 'district_pays' },
      ['legal', 'board', 'signatures'],
    ],
  ])('%s', (_, type, more, gates) =>
    expect(approvalRoute(type, { ...plain, ...more }).map(({ gate }) => gate)).toEqual(gates),
  )

  it('ends with the signatures, names a reason for every gate, and never grows shorter with intensity', () =>
    fc.assert(
      fc.property(anyType, anyFacts, (type, facts) => {
        const at = (intensity: AgreementFacts['intensity']) =>
          approvalRoute(type, { ...facts, intensity, grassroots: false })
        const [low, medium, high] = [at('low'), at('medium'), at('high')]
        for (const route of [low, medium, high]) {
          expect(route.at(-1)?.gate).toBe('signatures')
          expect(route.every(({ because }) => because.length > 0)).toBe(true)
        }
        const gates = (route: typeof low) => route.map(({ gate }) => gate)
        expect(gates(medium)).toEqual(expect.arrayContaining(gates(low)))
        expect(gates(high)).toEqual(expect.arrayContaining(gates(medium)))
      }),
    ))

  it('goes gate by gate', () => {
    expect(gateAfter(['legal', 'signatures'], 'legal')).toBe('signatures')
    expect(gateAfter(['legal', 'signatures'], 'signatures')).toBeUndefined()
  })
})

describe('the sections of an agreement', () => {
  const names = { district: 'Riverbend', partner: 'Harvest Table' }
  it('are few for an express agreement, and come with its terms', () => {
    const express = sectionsFor('express', { ...plain, contact: 'supervised' }, 'en', names)
    expect(express.every(({ required }) => required)).toBe(true)
    expect(express.find(({ code }) => code === 'parties')!.body).toContain('Harvest Table (“the partner”)')
    expect(sectionsFor('express', plain, 'es', names)[0]!.title).toBe('Propósito')
  })

  it('hold what a policy asks of medium and high agreements: purpose, outcomes, division of work, money, communication, monitoring', () => {
    expect(requiredCodes('moa', { ...plain, intensity: 'medium' })).toEqual(
      expect.arrayContaining([
        'purpose',
        'objectives',
        'activities',
        'resources',
        'communication',
        'measures',
      ]),
    )
  })

  it('ask for the destruction of data wherever records of students are shared', () => {
    expect(requiredCodes('data_sharing', plain)).toContain('data_destruction')
    expect(requiredCodes('moa', { ...plain, data: 'student_level' })).toContain('data_destruction')
  })

  it('require only sections that the checklist brings', () =>
    fc.assert(
      fc.property(anyType, anyFacts, (type, facts) => {
        const planned = sectionsFor(type, facts, 'en', names)
        expect(planned.filter(({ required }) => required).map(({ code }) => code)).toEqual(
          requiredCodes(type, facts),
        )
      }),
    ))

  it('have codes of their own and words in both languages', () => {
    expect(new Set(sectionTemplates.map(({ code }) => code)).size).toBe(sectionTemplates.length)
    expect(sectionTemplates.filter(({ en, es, guide }) => !(en && es && guide.en && guide.es))).toEqual([])
  })
})

const signed: Term = {
  stage: 'signed',
  startsOn: '2025-07-01',
  endsOn: '2026-06-30',
  renews: false,
  termMonths: 12,
  noticeDays: 30,
  lastDay: null,
  endReason: null,
}
const renewing: Term = { ...signed, renews: true }

describe('whether an agreement holds', () => {
  it.each<[string, Term, string, string]>([
    ['before it begins', signed, '2025-06-30', 'upcoming'],
    ['on its first day', signed, '2025-07-01', 'in_force'],
    ['on its last day', signed, '2026-06-30', 'in_force'],
    ['the day after', signed, '2026-07-01', 'expired'],
    ['years after, when it renews itself', renewing, '2029-01-01', 'in_force'],
    ['while it is not signed', { ...signed, stage: 'signatures' }, '2025-09-01', 'unsigned'],
    ['after an early end', { ...signed, lastDay: '2025-12-31', endReason: 'early' }, '2026-01-01', 'ended'],
    ['after notice', { ...renewing, lastDay: '2026-06-30', endReason: 'notice' }, '2026-07-01', 'expired'],
    [
      'after another took its place',
      { ...signed, lastDay: '2025-12-31', endReason: 'replaced' },
      '2026-01-01',
      'replaced',
    ],
  ])('%s', (_, term, day, standing) => expect(standingOn(term, day)).toBe(standing))

  it('knows its present term and the last day for notice', () => {
    expect(termEnd(renewing, '2026-03-01')).toBe('2026-06-30')
    expect(termEnd(renewing, '2026-07-01')).toBe('2027-06-30')
    expect(noticeBy(renewing, '2026-03-01')).toBe('2026-05-31')
    expect(noticeBy(signed, '2026-03-01')).toBeNull()
  })

  it('ends with this term when notice comes in time, and with the next when it does not', () => {
    expect(endAfterNotice(renewing, '2026-05-31')).toBe('2026-06-30')
    expect(endAfterNotice(renewing, '2026-06-01')).toBe('2027-06-30')
    expect(endAfterNotice(signed, '2026-05-31')).toBeNull()
  })

  it('is renewed for as long as it lasted', () => {
    expect(monthsOf({ startsOn: '2025-07-01', endsOn: '2026-06-30' })).toBe(12)
    expect(monthsOf({ startsOn: '2025-08-15', endsOn: '2025-12-20' })).toBe(4)
    expect(nextSpan({ startsOn: '2025-07-01', endsOn: '2026-06-30' }, 12)).toEqual({
      startsOn: '2026-07-01',
      endsOn: '2027-06-30',
    })
  })

  it('holds on every day of its present term and on none after its last', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.boolean(), (days, renews) => {
        const term = { ...signed, renews }
        const day = addDays('2025-07-01', days)
        const end = termEnd(term, day)!
        expect(isInForce(term, day)).toBe(day <= end)
        expect(isInForce({ ...term, lastDay: end, endReason: 'notice' }, addDays(end, 1))).toBe(false)
      }),
    ))
})

describe('the stage clock', () => {
  it('holds an agreement to the standard, and to the median when that is longer and there are enough', () => {
    expect(stuckAfter({ medianDays: 20, finished: 4, standardDays: 10 })).toBe(10)
    expect(stuckAfter({ medianDays: 19.5, finished: 5, standardDays: 10 })).toBe(20)
    expect(stuckAfter({ medianDays: 3, finished: 50, standardDays: 10 })).toBe(10)
    expect(isStuck(10, { medianDays: null, finished: 0, standardDays: usualDays.legal })).toBe(false)
    expect(isStuck(11, { medianDays: null, finished: 0, standardDays: usualDays.legal })).toBe(true)
    expect(daysInStage('2025-11-01T12:00:00Z', '2025-11-22T11:00:00Z')).toBe(20)
  })

  it('takes the middle', () => {
    expect(medianOf([])).toBeNull()
    expect(medianOf([9, 1, 5])).toBe(5)
    expect(medianOf([4, 1, 9, 6])).toBe(5)
  })
})

describe('data sharing', () => {
  const studies: DataSharing = {
    basis: 'studies',
    purpose: 'Evaluate tutoring',
    scope: 'Grades 3 to 5, 2025-26',
    elements: ['attendance by month'],
    roles: ['Evaluator'],
    redisclosure: 'None',
    destroyBy: '2026-12-31',
  }
  const facts = { data: 'student_level', startsOn: '2025-09-01' } as const

  it('states purpose, scope, data, who sees them and when they are destroyed', () => {
    expect(dataSharingGaps(studies, facts)).toEqual([])
    const empty = {
      ...studies,
      purpose: '',
      scope: ' ',
      elements: [],
      roles: [],
      redisclosure: '',
      destroyBy: null,
    }
    expect(dataSharingGaps(empty, facts).map(({ field }) => field)).toEqual([
      'dataSharing.purpose',
      'dataSharing.scope',
      'dataSharing.elements',
      'dataSharing.roles',
      'dataSharing.redisclosure',
      'dataSharing.destroyBy',
    ])
  })

  it('cannot share records of single students as aggregates, nor destroy data before they are there', () => {
    expect(dataSharingGaps({ ...studies, basis: 'aggregate_suppressed' }, facts)).toMatchObject([
      { field: 'dataSharing.basis', rule: 'basis' },
    ])
    expect(dataSharingGaps({ ...studies, destroyBy: '2025-09-01' }, facts)).toMatchObject([
      { field: 'dataSharing.destroyBy', rule: 'order' },
    ])
  })

  it('needs little for aggregates', () => {
    const aggregates = {
      ...studies,
      basis: 'aggregate_suppressed',
      roles: [],
      redisclosure: '',
      destroyBy: null,
    } as const
    expect(dataSharingGaps(aggregates, { ...facts, data: 'aggregate' })).toEqual([])
  })

  it('misses its certificate from the day after', () => {
    expect(certificateIsLate(studies, null, '2026-12-31')).toBe(false)
    expect(certificateIsLate(studies, null, '2027-01-01')).toBe(true)
    expect(certificateIsLate(studies, '2026-12-20', '2027-01-01')).toBe(false)
    expect(certificateIsLate(null, null, '2027-01-01')).toBe(false)
  })
})

describe('a typed name', () => {
  it.each(['Ana Peñafiel', 'Nguyễn Thị Hoa', 'Madonna', 'J. O’Neill-Łukasz', '李明'])('%s signs', (name) =>
    expect(isSignature(name)).toBe(true),
  )
  it.each(['', ' ', 'X', '...', '12 34', '—'])('“%s” does not', (name) =>
    expect(isSignature(name)).toBe(false),
  )
})
