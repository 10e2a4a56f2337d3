import { describe, expect, it } from 'vitest'
import { stepState, type StandingFacts, type StepState } from './step-standing.ts'
import { stepTerms, type Step } from './step-terms.ts'

const nothing: StandingFacts = {
  people: { district: 0, partner: 0 },
  schools: 2,
  liaisons: 0,
  vision: 'empty',
  agreements: [],
  documents: [],
  checkIns: 0,
}
const paper = {
  stage: 'signed',
  type: 'moa',
  inForce: true,
  sharesData: false,
  passed: ['legal', 'board'],
} as const

describe('a required step', () => {
  it.each(stepTerms.map(({ code }) => code))('%s is missing where nothing stands', (step) =>
    expect(stepState(step, nothing)).toBe('missing'),
  )

  it.each<[Step, Partial<StandingFacts>, StepState]>([
    ['leads', { people: { district: 2, partner: 1 } }, 'under_way'],
    ['leads', { people: { district: 2, partner: 2 } }, 'done'],
    ['school_liaison', { liaisons: 1 }, 'under_way'],
    ['school_liaison', { liaisons: 2 }, 'done'],
    ['shared_vision', { vision: 'proposed' }, 'under_way'],
    ['shared_vision', { vision: 'reconfirm' }, 'done'],
    ['shared_vision', { vision: 'lapsed' }, 'under_way'],
    ['agreement', { agreements: [{ ...paper, stage: 'draft', inForce: false }] }, 'under_way'],
    ['agreement', { agreements: [{ ...paper, stage: 'legal', inForce: false }] }, 'done'],
    ['signatures', { agreements: [{ ...paper, stage: 'signatures', inForce: false }] }, 'under_way'],
    ['signatures', { agreements: [paper] }, 'done'],
    // Its term is over.
    ['signatures', { agreements: [{ ...paper, inForce: false }] }, 'missing'],
    ['data_sharing_agreement', { agreements: [paper] }, 'missing'],
    ['data_sharing_agreement', { agreements: [{ ...paper, sharesData: true }] }, 'done'],
    ['data_sharing_agreement', { documents: [{ kind: 'data_agreement', state: 'approved' }] }, 'done'],
    ['legal_review', { agreements: [paper] }, 'done'],
    ['risk_review', { agreements: [paper] }, 'missing'],
    ['risk_review', { agreements: [{ ...paper, stage: 'risk', inForce: false }] }, 'under_way'],
    ['board_approval', { agreements: [paper] }, 'done'],
    ['w9', { documents: [{ kind: 'tax_form', state: 'submitted' }] }, 'under_way'],
    ['w9', { documents: [{ kind: 'tax_form', state: 'rejected' }] }, 'missing'],
    ['liability_insurance', { documents: [{ kind: 'liability_insurance', state: 'expiring' }] }, 'done'],
    ['liability_insurance', { documents: [{ kind: 'liability_insurance', state: 'expired' }] }, 'missing'],
    ['liability_insurance', { documents: [{ kind: 'liability_insurance', state: 'waived' }] }, 'done'],
    [
      'background_check',
      {
        documents: [
          { kind: 'clearance_letter', state: 'approved' },
          { kind: 'state_clearance', state: 'missing' },
        ],
      },
      'under_way',
    ],
    ['check_ins', { checkIns: 1 }, 'done'],
  ])('%s with %o is %s', (step, stands, state) =>
    expect(stepState(step, { ...nothing, ...stands })).toBe(state),
  )
})
