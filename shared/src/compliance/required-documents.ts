import { isGrassroots, takesLighterLane, unknownFacts } from '../partnerships/required-steps.ts'
import type { Intensity } from '../partnerships/schemas.ts'
import type { Requirement } from './requirements.ts'
import type { DocumentKind, RequirementCondition } from './vocabulary.ts'

/** What is known of an organisation's work with the district; asked once, for all schools. */
export interface PassportFacts {
  /** Null: nobody has said yet, and the front office is told so. */
  readonly contact: 'none' | 'supervised' | 'unsupervised' | null
  readonly studentData: boolean
  readonly districtPays: boolean
  readonly space: boolean
  readonly type: string
  readonly trustedInCommunity: boolean
}

export interface RequiredDocument {
  readonly kind: DocumentKind
  readonly lane: 'standard' | 'simpler' | 'waived'
  readonly because: readonly RequirementCondition[]
  readonly blocks: boolean
}

/** Whether the lighter lane is open to it: a trusted small group, staff always present, no records of students (B15). */
export const inLighterLane = ({ contact, studentData, type, trustedInCommunity }: PassportFacts): boolean =>
  takesLighterLane({
    ...unknownFacts,
    contact: contact ?? 'none',
    data: studentData ? 'student_level' : 'none',
    grassroots: isGrassroots(type, trustedInCommunity),
  })

const conditionsThatHold = (facts: PassportFacts, intensity: Intensity): Set<RequirementCondition> => {
  const contact = facts.contact === 'supervised' || facts.contact === 'unsupervised'
  const fromMedium = intensity !== 'low'
  const high = intensity === 'high'
  const holding: Record<RequirementCondition, boolean> = {
    always: true,
    from_medium: fromMedium,
    high,
    contact,
    contact_from_medium: contact && fromMedium,
    contact_high: contact && high,
    unsupervised: facts.contact === 'unsupervised',
    student_data: facts.studentData,
    district_pays: facts.districtPays,
    space: facts.space,
  }
  return new Set((Object.keys(holding) as RequirementCondition[]).filter((code) => holding[code]))
}

/** Which documents a partner of this intensity owes, in which lane, and why. One that is waived stands there too: it is said. */
export const requiredDocuments = (
  requirements: readonly Requirement[],
  facts: PassportFacts,
  intensity: Intensity,
): RequiredDocument[] => {
  const lighter = inLighterLane(facts)
  const holding = conditionsThatHold(facts, intensity)
  return requirements.flatMap(({ kind, conditions, lighter: inLight, blocks }) => {
    const because = conditions.filter((condition) => holding.has(condition))
    const lane = lighter && inLight !== 'same' ? inLight : ('standard' as const)
    return because.length > 0 ? [{ kind, lane, because, blocks }] : []
  })
}
