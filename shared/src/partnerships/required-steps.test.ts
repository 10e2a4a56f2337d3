import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateIntensity, rubricMaximum, rubricThresholds } from './intensity-rubric.ts'
import {
  factsOf,
  isGrassroots,
  requiredSteps,
  requires,
  takesLighterLane,
  unknownFacts,
  type StepFacts,
} from './required-steps.ts'
import { intensityRubric, type RubricAnswers } from './rubric-questions.ts'

const easiest: RubricAnswers = {
  contact: 'none',
  frequency: 'once',
  reach: 'few',
  place: 'elsewhere',
  data: 'none',
  money: 'none',
  term: 'short',
  care: 'no',
}
const anyAnswers = fc.record(
  Object.fromEntries(
    intensityRubric.map(({ code, answers }) => [code, fc.constantFrom(...answers.map((one) => one.code))]),
  ),
) as fc.Arbitrary<RubricAnswers>
const rank = { low: 0, medium: 1, high: 2 }

describe('the rubric of intensity', () => {
  it.each<[string, Partial<RubricAnswers>, string, number, string[]]>([
    ['a career talk', { contact: 'supervised', place: 'on_campus' }, 'low', 2, []],
    [
      'a weekly reading hour with a teacher in the room',
      { contact: 'supervised', frequency: 'weekly', reach: 'some', place: 'on_campus', term: 'year' },
      'medium',
      6,
      [],
    ],
    ['one drive to the dentist', { care: 'yes' }, 'medium', 3, ['care']],
    [
      'a mentor alone with a student every week',
      { contact: 'unsupervised', frequency: 'weekly' },
      'high',
      5,
      ['unsupervised', 'often_unsupervised'],
    ],
    ['a study of records', { data: 'student_level' }, 'medium', 3, ['student_data']],
    [
      'a clinic in the school',
      { contact: 'unsupervised', frequency: 'daily', reach: 'many', place: 'on_campus', care: 'yes' },
      'high',
      12,
      [],
    ],
  ])('%s', (_, more, intensity, score, floors) =>
    expect(rateIntensity({ ...easiest, ...more })).toEqual({ intensity, score, floors }),
  )

  it('runs from none of the points to all of them', () => {
    expect(rateIntensity(easiest)).toEqual({ score: 0, intensity: 'low', floors: [] })
    const hardest = Object.fromEntries(
      intensityRubric.map(({ code, answers }) => [code, answers.at(-1)!.code]),
    ) as RubricAnswers
    expect(rateIntensity(hardest)).toMatchObject({ score: rubricMaximum, intensity: 'high' })
  })

  it('never falls when one answer asks for more', () =>
    fc.assert(
      fc.property(anyAnswers, fc.nat(), (answers, pick) => {
        const question = intensityRubric[pick % intensityRubric.length]!
        const at = question.answers.findIndex(({ code }) => code === answers[question.code])
        const next = question.answers[at + 1]
        if (!next) return
        const before = rateIntensity(answers)
        const after = rateIntensity({ ...answers, [question.code]: next.code })
        expect(rank[after.intensity]).toBeGreaterThanOrEqual(rank[before.intensity])
        if (after.score >= rubricThresholds.high) expect(after.intensity).toBe('high')
      }),
    ))
})

describe('the steps a partnership needs', () => {
  const steps = (intensity: 'low' | 'medium' | 'high', more: Partial<StepFacts> = {}) =>
    requiredSteps(intensity, { ...unknownFacts, ...more }).map(({ step }) => step)

  it('are only its people when it is small and nothing risky is known', () => {
    expect(steps('low')).toEqual(['leads'])
    expect(steps('low', { contact: 'supervised', place: 'on_campus' })).toEqual(['leads', 'school_liaison'])
  })

  it('are paper, vision and check-ins from medium on, and every review when it is high', () => {
    expect(steps('medium')).toEqual(['leads', 'shared_vision', 'agreement', 'signatures', 'check_ins'])
    expect(steps('high')).toEqual(
      expect.arrayContaining(['legal_review', 'risk_review', 'board_approval', 'check_ins']),
    )
  })

  it.each<[string, Partial<StepFacts>, string[]]>([
    ['money of the district', { money: 'district_pays' }, ['agreement', 'w9', 'legal_review']],
    [
      'records of students',
      { data: 'student_level' },
      ['agreement', 'data_sharing_agreement', 'legal_review'],
    ],
    [
      'being alone with students',
      { contact: 'unsupervised' },
      ['agreement', 'background_check', 'liability_insurance', 'training', 'risk_review'],
    ],
    ['rooms after hours', { place: 'after_hours' }, ['agreement', 'liability_insurance', 'risk_review']],
  ])('follow from %s at every intensity', (_, facts, expected) => {
    for (const intensity of ['low', 'medium', 'high'] as const)
      expect(steps(intensity, facts)).toEqual(expect.arrayContaining(expected))
  })

  it('say why', () => {
    const [check] = requiredSteps('medium', { ...unknownFacts, contact: 'unsupervised' }).filter(
      ({ step }) => step === 'background_check',
    )
    expect(check).toEqual({
      step: 'background_check',
      lane: 'standard',
      because: ['unsupervised', 'student_contact'],
    })
  })

  it('are lighter for a small group that families trust, as long as school staff are there', () => {
    const group = isGrassroots('grassroots', true)
    expect([group, isGrassroots('grassroots', false), isGrassroots('business', true)]).toEqual([
      true,
      false,
      false,
    ])
    const facts = { ...unknownFacts, grassroots: group, contact: 'supervised' as const }
    const light = requiredSteps('high', facts)
    expect(light.filter(({ lane }) => lane === 'lighter').map(({ step }) => step)).toEqual([
      'agreement',
      'background_check',
      'liability_insurance',
    ])
    expect(requires(light, 'workers_comp')).toBe(false)
    for (const risky of [{ contact: 'unsupervised' }, { data: 'student_level' }] as const) {
      expect(takesLighterLane({ ...facts, ...risky })).toBe(false)
      expect(requiredSteps('high', { ...facts, ...risky }).every(({ lane }) => lane === 'standard')).toBe(
        true,
      )
    }
  })

  it('never become fewer when the intensity rises, outside the lighter lane', () =>
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const facts = factsOf(answers, false)
        const [low, medium, high] = (['low', 'medium', 'high'] as const).map((intensity) =>
          requiredSteps(intensity, facts).map(({ step }) => step),
        )
        expect(medium).toEqual(expect.arrayContaining(low!))
        expect(high).toEqual(expect.arrayContaining(medium!))
        for (const list of [low!, medium!, high!])
          expect(list.includes('agreement')).toBe(list.includes('shared_vision'))
      }),
    ))
})
