import { requiredSteps, type RequiredStep } from '../partnerships/required-steps.ts'
import { stepReasonTerms, type Step, type StepReason } from '../partnerships/step-terms.ts'
import { stepFactsOf, type AgreementFacts } from './facts.ts'
import type { AgreementStage, AgreementType } from './vocabulary.ts'

export type Gate = Extract<AgreementStage, 'legal' | 'risk' | 'board' | 'signatures'>
/** Why a gate is on the way: the intensity and facts of the partnership, or the kind of paper itself. */
export type GateReason = StepReason | 'contract'

/** The reasons of the kind of paper itself, beside those of stepReasonTerms. */
export const gateReasonTerms = [
  ...stepReasonTerms,
  { code: 'contract', en: 'it is a contract', es: 'es un contrato' },
] as const

export interface GateOnRoute {
  readonly gate: Gate
  readonly because: readonly GateReason[]
}

const stepOf: readonly (readonly [Gate, Step])[] = [
  ['legal', 'legal_review'],
  ['risk', 'risk_review'],
  ['board', 'board_approval'],
]

const byType: Partial<Record<AgreementType, readonly (readonly [Gate, GateReason])[]>> = {
  data_sharing: [['legal', 'student_data']],
  facility_use: [['risk', 'space']],
  paid_services: [['legal', 'contract']],
}

const reasonsOf = (steps: readonly RequiredStep[], wanted: Step): readonly GateReason[] =>
  steps.find(({ step }) => step === wanted)?.because ?? []

/**
 * Who must say yes before an agreement holds, in order: the reviews that its intensity and facts ask for (Madison's
 * policy 7544: the board's path depends on intensity), those its kind asks for, and always the signatures.
 */
export const approvalRoute = (type: AgreementType, facts: AgreementFacts): GateOnRoute[] => {
  const steps = requiredSteps(facts.intensity, stepFactsOf(facts))
  const reviews = stepOf.flatMap(([gate, step]): GateOnRoute[] => {
    const own = (byType[type] ?? []).flatMap(([asked, reason]) => (asked === gate ? [reason] : []))
    const because = [...new Set([...reasonsOf(steps, step), ...own])]
    return because.length > 0 ? [{ gate, because }] : []
  })
  return [...reviews, { gate: 'signatures', because: ['always'] }]
}

/** The gate after this one; undefined when it was the last. */
export const gateAfter = (route: readonly Gate[], gate: Gate): Gate | undefined =>
  route[route.indexOf(gate) + 1]

export const isGate = (stage: AgreementStage): stage is Gate =>
  stage === 'legal' || stage === 'risk' || stage === 'board' || stage === 'signatures'

/** Reviews are decided by the district; signatures are given, not decided. */
export const isReview = (stage: AgreementStage): boolean => isGate(stage) && stage !== 'signatures'
