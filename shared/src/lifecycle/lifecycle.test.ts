import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { stages } from '../partnerships/stages.ts'
import { exitItems, exitProblem } from './exit-checklist.ts'
import { formaliseReasons, type FormaliseFacts } from './formalise.ts'
import { rollOver, suggestedDecision, sumsOf, type Choice, type Decision } from './rollover.ts'

const facts: FormaliseFacts = {
  formality: 'informal',
  stage: 'active',
  intensity: 'low',
  answers: null,
  seenOnCampus: true,
  seenRecurring: true,
}
const answers = {
  contact: 'supervised',
  frequency: 'weekly',
  reach: 'few',
  place: 'on_campus',
  data: 'none',
  money: 'none',
  term: 'short',
  care: 'no',
} as const

test.each<[string, Partial<FormaliseFacts>, string[]]>([
  ['on campus again and again', {}, ['recurring_on_campus']],
  ['on campus once', { seenRecurring: false }, []],
  ['elsewhere', { seenOnCampus: false }, []],
  ['formal', { formality: 'formal' }, []],
  ['not begun', { stage: 'forming' }, []],
  ['paused', { stage: 'paused' }, []],
  ['medium', { seenOnCampus: false, intensity: 'medium' }, ['intensity']],
  ['the rubric says elsewhere', { answers: { ...answers, place: 'elsewhere' } }, []],
  [
    'the rubric knows of risks',
    {
      seenOnCampus: false,
      answers: { ...answers, contact: 'unsupervised', data: 'student_level', money: 'district_pays' },
    },
    ['recurring_on_campus', 'unsupervised', 'student_data', 'district_pays'],
  ],
])('should be formalised: %s', (_, more, reasons) =>
  expect(formaliseReasons({ ...facts, ...more })).toEqual(reasons),
)

describe('the exit checklist', () => {
  it('has the five lines of the field, and wants to know where the certificate is', () => {
    expect(exitItems).toHaveLength(5)
    expect(exitProblem('data_destroyed', 'done', ' ')).toBeDefined()
    expect(exitProblem('data_destroyed', 'done', 'Folder 12')).toBeUndefined()
    expect(exitProblem('data_destroyed', 'not_needed', '')).toBeUndefined()
    expect(exitProblem('thank_you', 'done', '')).toBeUndefined()
  })
})

const from = { startsOn: '2024-07-01', endsOn: '2025-06-30' }
const to = { startsOn: '2025-07-01', endsOn: '2026-06-30' }

describe('rolling over', () => {
  it.each<[string, Decision, Parameters<typeof rollOver>[0], string, ReturnType<typeof rollOver>]>([
    [
      'renewed in June',
      'renew',
      { stage: 'renewing', startsOn: null, endsOn: '2025-06-30' },
      '2025-06-01',
      { stage: 'active', endsOn: '2026-06-30', nextYear: 'planned' },
    ],
    [
      'renewed without an end',
      'renew',
      { stage: 'active', startsOn: null, endsOn: null },
      '2025-07-05',
      { stage: 'active', endsOn: null, nextYear: 'running' },
    ],
    [
      'renewed although it lasts longer',
      'renew',
      { stage: 'active', startsOn: null, endsOn: '2027-06-30' },
      '2025-06-01',
      { stage: 'active', endsOn: '2027-06-30', nextYear: 'planned' },
    ],
    [
      'revised',
      'revise',
      { stage: 'expanding', startsOn: null, endsOn: '2025-06-30' },
      '2025-06-01',
      { stage: 'renewing', endsOn: '2026-06-30', nextYear: 'planned' },
    ],
    [
      'a paused one revised stays paused',
      'revise',
      { stage: 'paused', startsOn: null, endsOn: null },
      '2025-06-01',
      { stage: 'paused', endsOn: null, nextYear: 'planned' },
    ],
    [
      'ended with its year',
      'end',
      { stage: 'active', startsOn: null, endsOn: null },
      '2025-06-01',
      { stage: 'active', endsOn: '2025-06-30', nextYear: null },
    ],
    [
      'ended after its year is over',
      'end',
      { stage: 'active', startsOn: null, endsOn: null },
      '2025-07-10',
      { stage: 'ended', endsOn: '2025-07-10', nextYear: null },
    ],
    [
      'ended although it would end before',
      'end',
      { stage: 'active', startsOn: null, endsOn: '2025-05-01' },
      '2025-06-01',
      { stage: 'active', endsOn: '2025-05-01', nextYear: null },
    ],
  ])('%s', (_, decision, before, today, after) =>
    expect(rollOver(before, decision, from, to, today)).toEqual(after),
  )

  it.each([
    [{ stage: 'active', silentDays: 5, cold: false, hasLead: true, aligned: true }, 'renew', ['runs_well']],
    [
      { stage: 'active', silentDays: 90, cold: true, hasLead: false, aligned: true },
      'revise',
      ['going_cold', 'no_lead'],
    ],
    [{ stage: 'paused', silentDays: 20, cold: false, hasLead: true, aligned: true }, 'revise', ['paused']],
    [{ stage: 'paused', silentDays: 200, cold: true, hasLead: true, aligned: true }, 'end', ['long_paused']],
  ] as const)('suggests by what is known: %o', (known, decision, reasons) =>
    expect(suggestedDecision(known)).toEqual({ decision, reasons }),
  )

  it('adds up: every partnership is decided once, students go on or lose it, and nothing ends before it began', () => {
    const day = fc.constantFrom('2023-09-01', '2025-01-10', '2025-06-30', '2026-06-30')
    const carried = fc.record({
      stage: fc.constantFrom(...stages),
      startsOn: fc.option(fc.constantFrom('2022-01-01', '2024-08-01')),
      endsOn: fc.option(day),
    })
    const choice = fc
      .tuple(
        carried,
        fc.constantFrom<Decision>('renew', 'revise', 'end'),
        fc.nat(500),
        fc.nat(20),
        fc.constantFrom('2025-05-01', '2025-07-02'),
      )
      .map(([before, decision, students, schools, today]): Choice => ({
        decision,
        students,
        schools,
        before,
        after: rollOver(before, decision, from, to, today),
      }))
    fc.assert(
      fc.property(fc.array(choice), (choices) => {
        const sums = sumsOf(choices)
        expect(sums.renew + sums.revise + sums.end).toBe(choices.length)
        expect(sums.studentsGoingOn + sums.studentsLosing).toBe(
          choices.reduce((sum, { students }) => sum + students, 0),
        )
        for (const { before, after, decision } of choices) {
          if (before.startsOn && after.endsOn) expect(after.endsOn >= before.startsOn).toBe(true)
          expect(after.nextYear === null).toBe(decision === 'end')
        }
      }),
    )
  })
})
