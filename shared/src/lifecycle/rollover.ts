import type { Stage } from '../partnerships/schemas.ts'
import { stagesInForce } from '../partnerships/stages.ts'
import type { Term } from '../vocabulary/terms.ts'

export const decisionTerms = [
  { code: 'renew', en: 'Renew', es: 'Renovar' },
  { code: 'revise', en: 'Revise', es: 'Revisar' },
  { code: 'end', en: 'End', es: 'Terminar' },
] as const satisfies readonly Term[]
export type Decision = (typeof decisionTerms)[number]['code']

/** What speaks for a decision. */
export const rolloverReasonTerms = [
  { code: 'runs_well', en: 'In touch, led and aligned', es: 'Hay contacto, responsable y prioridad' },
  { code: 'going_cold', en: 'Nobody was in touch for long', es: 'Hace tiempo que no hay contacto' },
  { code: 'no_lead', en: 'Nobody leads it', es: 'Nadie la dirige' },
  { code: 'unaligned', en: 'Serves no priority', es: 'No sirve a ninguna prioridad' },
  { code: 'paused', en: 'Paused', es: 'En pausa' },
  { code: 'long_paused', en: 'Paused and silent for half a year', es: 'En pausa y sin contacto medio año' },
] as const satisfies readonly Term[]
export type RolloverReason = (typeof rolloverReasonTerms)[number]['code']

export interface RolloverFacts {
  readonly stage: Stage
  readonly silentDays: number
  readonly cold: boolean
  readonly hasLead: boolean
  readonly aligned: boolean
}

/** Half a year without a word while paused. */
const LONG_SILENCE = 180

/** A first opinion on what should become of a partnership next year, with its reasons (domain B6, 5.5). A person decides. */
export const suggestedDecision = (
  facts: RolloverFacts,
): { decision: Decision; reasons: RolloverReason[] } => {
  if (facts.stage === 'paused' && facts.silentDays > LONG_SILENCE)
    return { decision: 'end', reasons: ['long_paused'] }
  const reasons: RolloverReason[] = [
    ...(facts.stage === 'paused' ? (['paused'] as const) : []),
    ...(facts.cold ? (['going_cold'] as const) : []),
    ...(facts.hasLead ? [] : (['no_lead'] as const)),
    ...(facts.aligned ? [] : (['unaligned'] as const)),
  ]
  return reasons.length > 0 ? { decision: 'revise', reasons } : { decision: 'renew', reasons: ['runs_well'] }
}

export interface YearSpan {
  readonly startsOn: string
  readonly endsOn: string
}
export interface Carried {
  readonly stage: Stage
  readonly startsOn: string | null
  readonly endsOn: string | null
}
export interface RolledOver {
  readonly stage: Stage
  readonly endsOn: string | null
  /** Has a record in the next year, planned or running already. */
  readonly nextYear: 'planned' | 'running' | null
}

const earlier = (a: string | null, b: string): string => (a !== null && a < b ? a : b)

/**
 * What a decision makes of a partnership. Renewed: it goes on to the end of the next year, and one that was renewing is
 * active again. Revised: it goes on while its terms are looked at anew. Ended: it runs out with its year, at once when
 * that year is over.
 */
export const rollOver = (
  partnership: Carried,
  decision: Decision,
  from: YearSpan,
  to: YearSpan,
  today: string,
): RolledOver => {
  const nextYear = today >= to.startsOn ? 'running' : 'planned'
  const { stage, endsOn, startsOn } = partnership
  if (decision === 'end') {
    const last = earlier(endsOn, today > from.endsOn ? today : from.endsOn)
    return {
      stage: today > from.endsOn ? 'ended' : stage,
      endsOn: startsOn !== null && last < startsOn ? startsOn : last,
      nextYear: null,
    }
  }
  const goesOn = endsOn !== null && endsOn < to.endsOn ? to.endsOn : endsOn
  if (decision === 'renew')
    return { stage: stage === 'renewing' ? 'active' : stage, endsOn: goesOn, nextYear }
  return { stage: stagesInForce.includes(stage) ? 'renewing' : stage, endsOn: goesOn, nextYear }
}

export interface Choice {
  readonly decision: Decision
  readonly students: number
  readonly schools: number
  readonly before: Carried
  readonly after: RolledOver
}
export interface RolloverSums {
  readonly renew: number
  readonly revise: number
  readonly end: number
  /** Students of partnerships that go on, and of those that end. */
  readonly studentsGoingOn: number
  readonly studentsLosing: number
  /** School places (partnership × school) that go on. */
  readonly placesGoingOn: number
  readonly datesMoved: number
  readonly stagesChanged: number
}

/** What a roll-over amounts to. */
export const sumsOf = (choices: readonly Choice[]): RolloverSums => {
  const count = (test: (choice: Choice) => boolean) => choices.filter(test).length
  const total = (pick: (choice: Choice) => number) => choices.reduce((sum, choice) => sum + pick(choice), 0)
  const goesOn = ({ decision }: Choice) => decision !== 'end'
  return {
    renew: count(({ decision }) => decision === 'renew'),
    revise: count(({ decision }) => decision === 'revise'),
    end: count(({ decision }) => decision === 'end'),
    studentsGoingOn: total((choice) => (goesOn(choice) ? choice.students : 0)),
    studentsLosing: total((choice) => (goesOn(choice) ? 0 : choice.students)),
    placesGoingOn: total((choice) => (goesOn(choice) ? choice.schools : 0)),
    datesMoved: count(({ before, after }) => before.endsOn !== after.endsOn),
    stagesChanged: count(({ before, after }) => before.stage !== after.stage),
  }
}
