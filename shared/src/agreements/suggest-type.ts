import { takesLighterLane } from '../partnerships/required-steps.ts'
import type { Term } from '../vocabulary/terms.ts'
import { stepFactsOf, type AgreementFacts } from './facts.ts'
import type { AgreementType } from './vocabulary.ts'

/** Why a kind of agreement fits. */
export const typeReasons = [
  { code: 'district_pays', en: 'The district pays for services.', es: 'El distrito paga servicios.' },
  {
    code: 'worksite',
    en: 'Students learn at the partner’s workplace.',
    es: 'Los estudiantes aprenden en el lugar de trabajo de la organización.',
  },
  {
    code: 'family_run',
    en: 'A family organization runs it itself.',
    es: 'Lo lleva una organización de familias.',
  },
  {
    code: 'uses_space',
    en: 'It uses rooms of the district outside school hours.',
    es: 'Usa espacios del distrito fuera del horario escolar.',
  },
  {
    code: 'student_data',
    en: 'It receives records of single students.',
    es: 'Recibe datos de cada estudiante.',
  },
  {
    code: 'unsupervised',
    en: 'Its people are with students without school staff.',
    es: 'Sus personas están con estudiantes sin personal escolar.',
  },
  { code: 'high_intensity', en: 'Its intensity is high.', es: 'Su intensidad es alta.' },
  {
    code: 'partner_pays',
    en: 'The partner or a funder brings money.',
    es: 'La organización o un financiador aporta dinero.',
  },
  {
    code: 'medium_intensity',
    en: 'Its intensity is medium and no money goes to it.',
    es: 'Su intensidad es media y no recibe dinero.',
  },
  {
    code: 'low_risk',
    en: 'Low intensity, school staff present, nothing of risk: standard terms are enough.',
    es: 'Intensidad baja, con personal escolar y sin riesgos: bastan las condiciones estándar.',
  },
  {
    code: 'lighter_lane',
    en: 'A small group that families trust takes the lighter way.',
    es: 'Un grupo pequeño en que las familias confían sigue la vía ligera.',
  },
  {
    code: 'nothing_at_stake',
    en: 'No money, rooms, data or contact with students: it can stay informal.',
    es: 'Sin dinero, espacios, datos ni contacto con estudiantes: puede quedar informal.',
  },
] as const satisfies readonly Term[]
export type TypeReason = (typeof typeReasons)[number]['code']

export interface SuggestedType {
  readonly type: AgreementType
  readonly because: readonly TypeReason[]
}
export interface TypeAdvice {
  readonly main: SuggestedType
  /** Papers needed beside the main one. */
  readonly beside: readonly SuggestedType[]
  /** Nothing is at stake: recording it without a document is enough. */
  readonly informalPossible: boolean
}

const held = (...reasons: [boolean, TypeReason][]): TypeReason[] =>
  reasons.flatMap(([holds, reason]) => (holds ? [reason] : []))

/**
 * The paper that fits (Seattle ties it to money and space, Madison to intensity: domain 2, 3.8). The first answer that
 * holds decides; data and rooms ask for a paper of their own beside it.
 */
export const adviseType = (facts: AgreementFacts & { readonly familyRun: boolean }): TypeAdvice => {
  const lighter = takesLighterLane(stepFactsOf(facts))
  const nothing = facts.money === 'none' && facts.contact === 'none' && !facts.worksite
  const only = nothing && !facts.familyRun && facts.intensity === 'low'
  const weighty = held(
    [facts.contact === 'unsupervised', 'unsupervised'],
    [facts.intensity === 'high', 'high_intensity'],
    [facts.money === 'partner_pays', 'partner_pays'],
  )
  const choose = (): SuggestedType => {
    if (facts.familyRun) return { type: 'pta_run', because: ['family_run'] }
    if (facts.money === 'district_pays') return { type: 'paid_services', because: ['district_pays'] }
    if (facts.worksite) return { type: 'internship_training', because: ['worksite'] }
    if (only && facts.data === 'student_level') return { type: 'data_sharing', because: ['student_data'] }
    if (only && facts.usesSpace) return { type: 'facility_use', because: ['uses_space'] }
    if (lighter) return { type: 'express', because: ['lighter_lane'] }
    if (weighty.length > 0) return { type: 'moa', because: weighty }
    if (facts.intensity === 'medium') return { type: 'no_cost_mou', because: ['medium_intensity'] }
    return { type: 'express', because: ['low_risk'] }
  }
  const main = choose()
  const beside: SuggestedType[] = [
    ...(facts.data === 'student_level' ? [{ type: 'data_sharing', because: ['student_data'] } as const] : []),
    ...(facts.usesSpace ? [{ type: 'facility_use', because: ['uses_space'] } as const] : []),
  ]
  return {
    main,
    beside: beside.filter(({ type }) => type !== main.type),
    informalPossible: only && !facts.usesSpace && facts.data !== 'student_level',
  }
}
