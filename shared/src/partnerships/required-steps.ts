import type { RubricAnswers } from './rubric-questions.ts'
import type { Intensity } from './schemas.ts'
import type { Step, StepReason } from './step-terms.ts'

/** What is known of a partnership when asking what it needs. */
export interface StepFacts {
  readonly contact: RubricAnswers['contact']
  readonly data: RubricAnswers['data']
  readonly money: RubricAnswers['money']
  /** Works at schools, or uses rooms of the district outside school hours. */
  readonly place: RubricAnswers['place']
  /** A small group that families trust: `isGrassroots` of the organisation. */
  readonly grassroots: boolean
}

export interface RequiredStep {
  readonly step: Step
  /** `lighter`: the district covers it or a simpler form does, so that trusted small groups are not screened out. */
  readonly lane: 'standard' | 'lighter'
  readonly because: readonly StepReason[]
}

/** Facts where nobody has answered the rubric yet: nothing risky is known, which is said beside the list. */
export const unknownFacts: StepFacts = {
  contact: 'none',
  data: 'none',
  money: 'none',
  place: 'elsewhere',
  grassroots: false,
}

/** The facts that answers to the rubric give. */
export const factsOf = (answers: RubricAnswers, grassroots: boolean): StepFacts => ({
  contact: answers.contact,
  data: answers.data,
  money: answers.money,
  place: answers.place,
  grassroots,
})

const smallGroups: readonly string[] = [
  'grassroots',
  'faith',
  'family_org',
  'student_org',
  'individual_expert',
  'civic',
]

/** Whether an organisation may take the lighter lane: a small group, trusted by families (B15). */
export const isGrassroots = (type: string, trustedInCommunity: boolean): boolean =>
  trustedInCommunity && smallGroups.includes(type)

/** Whether it does: never when its people are with students without school staff, or learn about single students. */
export const takesLighterLane = ({ grassroots, contact, data }: StepFacts): boolean =>
  grassroots && contact !== 'unsupervised' && data !== 'student_level'

const given = (holds: boolean, reason: StepReason): StepReason | false => holds && reason

/** The steps a partnership of this intensity needs, in the order people take them, each with its reasons. */
export const requiredSteps = (intensity: Intensity, facts: StepFacts): RequiredStep[] => {
  const lighter = takesLighterLane(facts)
  const medium = given(intensity === 'medium', 'medium_intensity')
  const high = given(intensity === 'high', 'high_intensity')
  const contact = given(facts.contact !== 'none', 'student_contact')
  const unsupervised = given(facts.contact === 'unsupervised', 'unsupervised')
  const data = given(facts.data === 'student_level', 'student_data')
  const pays = given(facts.money === 'district_pays', 'district_pays')
  const space = given(facts.place === 'after_hours', 'space')
  const atSchools = given(facts.place !== 'elsewhere', 'works_at_schools')
  const written = [medium, high, unsupervised, data, pays, space]
  const beyondLow = intensity !== 'low'
  const asked: [Step, (StepReason | false)[]][] = [
    ['leads', ['always']],
    ['school_liaison', [atSchools]],
    ['shared_vision', written],
    ['agreement', written],
    ['signatures', written],
    ['data_sharing_agreement', [data]],
    ['background_check', [unsupervised, beyondLow && contact]],
    ['liability_insurance', [unsupervised, beyondLow && contact, space]],
    ['workers_comp', lighter ? [] : [intensity === 'high' && contact]],
    ['w9', [pays]],
    ['training', [unsupervised, intensity === 'high' && contact]],
    ['legal_review', [high, data, pays]],
    ['risk_review', lighter ? [] : [high, unsupervised, space]],
    ['board_approval', [high, beyondLow && pays]],
    ['check_ins', [medium, high]],
  ]
  const lightened: readonly Step[] = ['agreement', 'background_check', 'liability_insurance']
  return asked.flatMap(([step, reasons]) => {
    const because = reasons.filter((reason): reason is StepReason => reason !== false)
    const lane = lighter && lightened.includes(step) ? 'lighter' : 'standard'
    return because.length > 0 ? [{ step, lane, because } as const] : []
  })
}

/** Whether a step is among those required. */
export const requires = (steps: readonly RequiredStep[], step: Step): boolean =>
  steps.some((required) => required.step === step)
