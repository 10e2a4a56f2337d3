import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar/dates.ts'
import { documentType } from '../files/document-type.ts'
import { factsOf, requiredSteps } from '../partnerships/required-steps.ts'
import { intensityRubric, type RubricAnswers } from '../partnerships/rubric-questions.ts'
import type { Step } from '../partnerships/step-terms.ts'
import { clearanceOf, standingOf, type HandedIn } from './clearance.ts'
import { reminderDue } from './reminders.ts'
import { inLighterLane, requiredDocuments, type PassportFacts } from './required-documents.ts'
import { mergeRequirements, standardRequirements } from './requirements.ts'
import type { DocumentKind } from './vocabulary.ts'

const today = '2026-02-01'
const facts: PassportFacts = {
  contact: 'none',
  studentData: false,
  districtPays: false,
  space: false,
  type: 'nonprofit',
  trustedInCommunity: false,
}
const intensities = ['low', 'medium', 'high'] as const
const kinds = (more: Partial<PassportFacts>, intensity: (typeof intensities)[number] = 'medium') =>
  requiredDocuments(standardRequirements, { ...facts, ...more }, intensity).map(({ kind }) => kind)
const doc = (
  status: HandedIn['status'],
  expiresOn: string | null = null,
  kind: DocumentKind = 'training',
  id = `${kind} ${status} ${expiresOn}`,
): HandedIn => ({ id, kind, status, expiresOn })

describe('which documents a partner owes', () => {
  it.each<[string, Partial<PassportFacts>, (typeof intensities)[number], DocumentKind[]]>([
    ['nobody who never meets students', {}, 'high', []],
    ['a speaker beside the teacher', { contact: 'supervised' }, 'low', []],
    [
      'a weekly club beside staff',
      { contact: 'supervised' },
      'medium',
      ['liability_insurance', 'clearance_letter'],
    ],
    [
      'a mentor alone with a student',
      { contact: 'unsupervised' },
      'low',
      ['liability_insurance', 'clearance_letter', 'state_clearance', 'training'],
    ],
    ['a study of records', { studentData: true }, 'low', ['data_agreement']],
    ['a paid vendor', { districtPays: true }, 'low', ['tax_form']],
    ['a league in the gym', { space: true }, 'low', ['liability_insurance', 'additional_insured']],
  ])('%s', (_, more, intensity, expected) => expect(kinds(more, intensity)).toEqual(expected))

  it('are the same steps that a partnership is shown', () => {
    const stepOf: Partial<Record<DocumentKind, Step>> = {
      liability_insurance: 'liability_insurance',
      clearance_letter: 'background_check',
      workers_comp: 'workers_comp',
      training: 'training',
      data_agreement: 'data_sharing_agreement',
      tax_form: 'w9',
    }
    const anyAnswers = fc.record(
      Object.fromEntries(
        intensityRubric.map(({ code, answers }) => [
          code,
          fc.constantFrom(...answers.map((one) => one.code)),
        ]),
      ),
    ) as fc.Arbitrary<RubricAnswers>
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom(...intensities),
        fc.boolean(),
        (answers, intensity, grassroots) => {
          const steps = requiredSteps(intensity, factsOf(answers, grassroots)).map(({ step }) => step)
          const owed = requiredDocuments(
            standardRequirements,
            {
              contact: answers.contact,
              studentData: answers.data === 'student_level',
              districtPays: answers.money === 'district_pays',
              space: answers.place === 'after_hours',
              type: grassroots ? 'grassroots' : 'business',
              trustedInCommunity: grassroots,
            },
            intensity,
          )
          for (const [kind, step] of Object.entries(stepOf)) {
            const here = owed.find((one) => one.kind === kind)
            // Workers' compensation is no step at all in the lighter lane; here it stands as waived, so that it is said.
            const stands = here !== undefined && !(step === 'workers_comp' && here.lane === 'waived')
            expect(stands, `${kind} at ${intensity}`).toBe(steps.includes(step))
          }
        },
      ),
    )
  })

  it('say why', () =>
    expect(
      requiredDocuments(standardRequirements, { ...facts, contact: 'unsupervised' }, 'medium')[0],
    ).toEqual({
      kind: 'liability_insurance',
      lane: 'standard',
      because: ['unsupervised', 'contact_from_medium'],
      blocks: true,
    }))

  it('are lighter for a small group that families trust, as long as school staff are there', () => {
    const group = { type: 'grassroots', trustedInCommunity: true, contact: 'supervised' } as const
    const lanes = requiredDocuments(standardRequirements, { ...facts, ...group }, 'high').map(
      ({ kind, lane }) => [kind, lane],
    )
    expect(lanes).toEqual([
      ['liability_insurance', 'waived'],
      ['workers_comp', 'waived'],
      ['clearance_letter', 'simpler'],
      ['training', 'standard'],
    ])
    expect(inLighterLane({ ...facts, ...group, contact: 'unsupervised' })).toBe(false)
    expect(inLighterLane({ ...facts, ...group, studentData: true })).toBe(false)
    expect(inLighterLane({ ...facts, ...group, trustedInCommunity: false })).toBe(false)
  })

  it('follow the district where it changed its list, and stay standard elsewhere', () => {
    const own = { ...standardRequirements[8]!, conditions: ['always'] as const }
    const merged = mergeRequirements([own])
    expect(merged).toHaveLength(standardRequirements.length)
    expect(requiredDocuments(merged, facts, 'low').map(({ kind }) => kind)).toEqual(['nonprofit_letter'])
  })
})

describe('how a document stands', () => {
  it.each<[string, HandedIn[], string, string | null]>([
    ['nothing handed in', [], 'missing', null],
    ['one waits', [doc('submitted')], 'submitted', null],
    ['one was sent back', [doc('rejected')], 'rejected', null],
    ['sent back, then handed in again', [doc('submitted'), doc('rejected')], 'submitted', null],
    ['good for ever', [doc('approved')], 'approved', null],
    ['good for long', [doc('approved', '2026-12-31')], 'approved', '2026-12-01'],
    ['the last day before it warns', [doc('approved', '2026-03-04')], 'approved', '2026-02-02'],
    ['the first day it warns', [doc('approved', '2026-03-03')], 'expiring', '2026-03-04'],
    ['its last day', [doc('approved', '2026-02-01')], 'expiring', '2026-02-02'],
    ['the day after', [doc('approved', '2026-01-31')], 'expired', null],
    ['expired, and a renewal waits', [doc('submitted'), doc('approved', '2026-01-31')], 'submitted', null],
    [
      'holds, and a renewal was sent back',
      [doc('rejected'), doc('approved', '2026-12-31')],
      'approved',
      '2026-12-01',
    ],
    [
      'the renewal holds longer',
      [doc('approved', '2027-02-01'), doc('approved', '2026-02-10')],
      'approved',
      '2027-01-02',
    ],
  ])('%s', (_, documents, state, next) =>
    expect(standingOf(documents, 30, today)).toMatchObject({ state, next }),
  )

  it('names the one that waits while another still holds', () =>
    expect(standingOf([doc('submitted'), doc('approved', '2026-02-10')], 30, today)).toMatchObject({
      state: 'expiring',
      documentId: 'training approved 2026-02-10',
      waitingId: 'training submitted null',
    }))
})

describe('cleared on campus', () => {
  const mentor = { ...facts, contact: 'unsupervised' } as const
  const all = ['liability_insurance', 'clearance_letter', 'state_clearance', 'training'] as const
  const good = (expiresOn: string | null = '2027-01-01') =>
    all.map((kind) => doc('approved', expiresOn, kind))
  const answer = (about: PassportFacts, documents: HandedIn[]) =>
    clearanceOf(standardRequirements, about, documents, 'medium', today)

  it('is green when everything owed is there, and says when that changes by itself', () =>
    expect(answer(mentor, good())).toEqual({ status: 'green', reasons: [], next: '2026-11-17' }))

  it('is red for each document that blocks, whatever is wrong with it', () => {
    for (const kind of all)
      for (const bad of [
        [],
        [doc('submitted', null, kind)],
        [doc('rejected', null, kind)],
        [doc('approved', '2026-01-31', kind)],
      ]) {
        const documents = [...good().filter((one) => one.kind !== kind), ...bad]
        expect(answer(mentor, documents)).toMatchObject({ status: 'red', reasons: [{ kind, blocks: true }] })
      }
  })

  it('is amber when one expires soon, when one that does not block is missing, and when contact is unknown', () => {
    const soon = [...good().slice(1), doc('approved', '2026-02-20', 'liability_insurance')]
    expect(answer(mentor, soon)).toMatchObject({
      status: 'amber',
      reasons: [{ state: 'expiring', expiresOn: '2026-02-20' }],
      next: '2026-02-21',
    })
    expect(answer({ ...facts, districtPays: true }, [])).toMatchObject({
      status: 'amber',
      reasons: [{ kind: 'tax_form', state: 'missing' }],
    })
    expect(answer({ ...facts, contact: null }, [])).toMatchObject({
      status: 'amber',
      reasons: [{ code: 'contact_unknown' }],
    })
  })

  it('asks nothing that is waived', () =>
    expect(
      answer({ ...facts, type: 'faith', trustedInCommunity: true, contact: 'supervised' }, [
        doc('approved', null, 'clearance_letter'),
      ]).status,
    ).toBe('green'))

  it('never gets better as days pass, and changes by itself on no day before the one it names', () => {
    const rank = { green: 0, amber: 1, red: 2 }
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: fc.constantFrom(...all), days: fc.integer({ min: -40, max: 120 }) }), {
          maxLength: 8,
        }),
        fc.integer({ min: 1, max: 150 }),
        (given, later) => {
          const documents = given.map(({ kind, days }, at) =>
            doc('approved', addDays(today, days), kind, String(at)),
          )
          const now = clearanceOf(standardRequirements, mentor, documents, 'medium', today)
          const then = clearanceOf(standardRequirements, mentor, documents, 'medium', addDays(today, later))
          expect(rank[then.status]).toBeGreaterThanOrEqual(rank[now.status])
          if (now.next === null || addDays(today, later) < now.next)
            expect({ ...then, next: null }).toEqual({ ...now, next: null })
        },
      ),
    )
  })

  it('never asks less when the intensity rises', () =>
    fc.assert(
      fc.property(
        fc.record({
          contact: fc.constantFrom('none', 'supervised', 'unsupervised', null),
          studentData: fc.boolean(),
          districtPays: fc.boolean(),
          space: fc.boolean(),
          type: fc.constantFrom('grassroots', 'business'),
          trustedInCommunity: fc.boolean(),
        }),
        (about) => {
          const [low, medium, high] = intensities.map((one) =>
            requiredDocuments(standardRequirements, about, one).map(({ kind }) => kind),
          )
          expect(medium).toEqual(expect.arrayContaining(low!))
          expect(high).toEqual(expect.arrayContaining(medium!))
        },
      ),
    ))
})

describe('reminders', () => {
  it.each<[string, number[], number | undefined]>([
    ['2026-03-10', [], undefined],
    ['2026-03-03', [], 30],
    ['2026-03-03', [30], undefined],
    ['2026-02-16', [30], undefined],
    ['2026-02-15', [30], 14],
    ['2026-02-03', [30, 14], 3],
    ['2026-02-01', [30, 14, 3], 0],
    ['2026-02-01', [0], undefined],
    ['2026-01-31', [], undefined],
    ['2026-02-03', [], 3],
  ])('for one that ends on %s, after %j', (expiresOn, sent, expected) =>
    expect(reminderDue(expiresOn, today, 30, sent)).toBe(expected),
  )
  it('go out on the shorter days only where the warning is short', () =>
    expect(reminderDue('2026-02-09', today, 7, [])).toBe(undefined))
})

describe('the kind of a file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  it('is read from its content', () => {
    expect(documentType(bytes('%PDF-1.7\n'))).toBe('application/pdf')
    expect(documentType(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg')
    for (const text of ['<!doctype html>', '<svg xmlns="">', 'PK', 'MZ', '', ' %PDF-1.7'])
      expect(documentType(bytes(text))).toBeUndefined()
  })
})
