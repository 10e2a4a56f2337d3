import type { StepFacts } from '../partnerships/required-steps.ts'
import type { Intensity } from '../partnerships/schemas.ts'

/** What decides which paper is needed and who must approve it: money, space, data and student contact (issue item 4). */
export interface AgreementFacts {
  readonly intensity: Intensity
  readonly money: StepFacts['money']
  /** It uses rooms of the district outside school hours, or as a tenant. */
  readonly usesSpace: boolean
  readonly data: StepFacts['data']
  readonly contact: StepFacts['contact']
  /** Students learn at the partner's own workplace. */
  readonly worksite: boolean
  /** A small group that families trust (B15). */
  readonly grassroots: boolean
}

/** The facts as the rule of required steps asks for them. */
export const stepFactsOf = (facts: AgreementFacts): StepFacts => ({
  contact: facts.contact,
  data: facts.data,
  money: facts.money,
  place: facts.usesSpace ? 'after_hours' : facts.contact === 'none' ? 'elsewhere' : 'on_campus',
  grassroots: facts.grassroots,
})
