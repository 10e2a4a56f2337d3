import { isWithin } from '../calendar/dates.ts'
import type { Scope, Stage } from '../partnerships/schemas.ts'
import { stagesInForce } from '../partnerships/stages.ts'

export type Cover = {
  readonly organization: string
  readonly stage: Stage
  readonly scope: Scope
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly schools: readonly string[]
  readonly services: readonly string[]
}

/**
 * Whether a partnership stands behind a service at a school on a day (domain 5.2): it is in force, works there, and either
 * names the service or names none and so means all of its organization. An informal partnership counts as a formal one
 * does; a district-wide one works at every school.
 */
export const covers = (
  partnership: Cover,
  offer: { readonly organization: string; readonly service: string; readonly school: string },
  asOf: string,
): boolean =>
  partnership.organization === offer.organization &&
  stagesInForce.includes(partnership.stage) &&
  isWithin(asOf, partnership.startsOn, partnership.endsOn) &&
  (partnership.scope === 'district' || partnership.schools.includes(offer.school)) &&
  (partnership.services.length === 0 || partnership.services.includes(offer.service))
