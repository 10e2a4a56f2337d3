import { isWithin } from '../calendar/dates.ts'
import { isInForce, type Term } from '../agreements/term.ts'
import type { AgreementType } from '../agreements/vocabulary.ts'
import type { Formality, Scope, Stage } from '../partnerships/schemas.ts'
import { stagesInForce } from '../partnerships/stages.ts'

export type Cover = {
  readonly organization: string
  readonly stage: Stage
  readonly scope: Scope
  readonly formality: Formality
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly schools: readonly string[]
  readonly services: readonly string[]
  readonly agreements: readonly (Term & { readonly type: AgreementType })[]
}

/**
 * Whether the paper is there: an informal partnership needs none, a formal one counts while a signed agreement is in force.
 * Sharing data is no help at a school, so an agreement about that alone does not carry one.
 */
export const hasAgreement = (
  { formality, agreements }: Pick<Cover, 'formality' | 'agreements'>,
  asOf: string,
): boolean =>
  formality === 'informal' ||
  agreements.some((agreement) => agreement.type !== 'data_sharing' && isInForce(agreement, asOf))

/**
 * Whether a partnership stands behind a service at a school on a day (domain 5.2): it is in force, works there, and either
 * names the service or names none and so means all of its organization. A formal one needs an agreement in force, an informal
 * one none; a district-wide one works at every school.
 */
export const covers = (
  partnership: Cover,
  offer: { readonly organization: string; readonly service: string; readonly school: string },
  asOf: string,
): boolean =>
  partnership.organization === offer.organization &&
  stagesInForce.includes(partnership.stage) &&
  isWithin(asOf, partnership.startsOn, partnership.endsOn) &&
  hasAgreement(partnership, asOf) &&
  (partnership.scope === 'district' || partnership.schools.includes(offer.school)) &&
  (partnership.services.length === 0 || partnership.services.includes(offer.service))
