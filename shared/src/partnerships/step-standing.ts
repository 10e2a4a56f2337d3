import type { AgreementStage, AgreementType } from '../agreements/vocabulary.ts'
import type { DocumentKind, DocumentState } from '../compliance/vocabulary.ts'
import { carriesAgreement, type VisionStanding } from '../vision/standing.ts'
import type { Step } from './step-terms.ts'

export const stepStates = ['done', 'under_way', 'missing'] as const
export type StepState = (typeof stepStates)[number]

/** What stands of a partnership, to tick its required steps off. */
export interface StandingFacts {
  /** People named on each side, lead and backup. */
  readonly people: { readonly district: number; readonly partner: number }
  readonly schools: number
  /** Schools with a liaison. */
  readonly liaisons: number
  readonly vision: VisionStanding
  /** Agreements that were not given up; `passed` are the reviews that approved them. */
  readonly agreements: readonly {
    readonly stage: AgreementStage
    readonly type: AgreementType
    readonly inForce: boolean
    readonly sharesData: boolean
    readonly passed: readonly string[]
  }[]
  /** The partner's documents that are asked for; one that the lighter lane does without is `waived`. */
  readonly documents: readonly { readonly kind: DocumentKind; readonly state: DocumentState }[]
  /** Check-ins of this school year, planned or held. */
  readonly checkIns: number
}

const papersOf: Partial<Record<Step, readonly DocumentKind[]>> = {
  background_check: ['clearance_letter', 'state_clearance'],
  liability_insurance: ['liability_insurance', 'additional_insured'],
  workers_comp: ['workers_comp'],
  w9: ['tax_form'],
  training: ['training'],
}
const good: readonly DocumentState[] = ['approved', 'expiring', 'waived']

const either = (done: boolean, underWay: boolean): StepState =>
  done ? 'done' : underWay ? 'under_way' : 'missing'

const papers = (asked: readonly DocumentKind[], documents: StandingFacts['documents']): StepState => {
  const owed = documents.filter(({ kind }) => asked.includes(kind))
  return either(
    owed.length > 0 && owed.every(({ state }) => good.includes(state)),
    owed.some(({ state }) => state === 'submitted' || good.includes(state)),
  )
}

/** Whether a required step is taken, by the agreements and documents that stand: nobody ticks it by hand. */
export const stepState = (step: Step, facts: StandingFacts): StepState => {
  const { people, schools, liaisons, vision, agreements, documents, checkIns } = facts
  const some = (holds: (one: (typeof agreements)[number]) => boolean) => agreements.some(holds)
  const review = (gate: AgreementStage) =>
    either(
      some(({ passed }) => passed.includes(gate)),
      some(({ stage }) => stage === gate),
    )
  const asked = papersOf[step]
  if (asked) return papers(asked, documents)
  switch (step) {
    case 'leads':
      return either(people.district >= 2 && people.partner >= 2, people.district + people.partner > 0)
    case 'school_liaison':
      return either(schools > 0 && liaisons >= schools, liaisons > 0)
    case 'shared_vision':
      return either(carriesAgreement({ standing: vision }), vision !== 'empty')
    case 'agreement':
      return either(
        some(({ stage, inForce }) => inForce || (stage !== 'draft' && stage !== 'signed')),
        some(({ stage }) => stage === 'draft'),
      )
    case 'signatures':
      return either(
        some(({ inForce }) => inForce),
        some(({ stage }) => stage === 'signatures'),
      )
    case 'data_sharing_agreement':
      return either(
        some(({ inForce, sharesData }) => inForce && sharesData) ||
          papers(['data_agreement'], documents) === 'done',
        some(({ inForce, sharesData, stage }) => sharesData && !inForce && stage !== 'signed'),
      )
    case 'legal_review':
      return review('legal')
    case 'risk_review':
      return review('risk')
    case 'board_approval':
      return review('board')
    default:
      return either(checkIns > 0, false)
  }
}
