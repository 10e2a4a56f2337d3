import type { HelpDone } from '@common-table/shared/boards/help-done-schemas'
import { notFound } from '@common-table/shared/contract/problem'
import type { Contribution } from '@common-table/shared/contribution/schemas'
import { thresholdFrom } from '@common-table/shared/outcomes/suppression'
import { studentCells } from '@common-table/shared/reports/students'
import { contributionOf } from '../contribution/index.ts'
import type { Services } from '../http/services.ts'
import { helpGround } from './help-done-queries.ts'

/** What may be said of outcomes: the comparison, else what served schools show by themselves, else why neither. */
const changeOf = ({
  chain: { metric },
  before,
  after,
  comparison,
  beforeAndAfter,
  refused,
}: Contribution): Pick<HelpDone, 'change' | 'byThemselves' | 'refused'> => {
  const nothing = { change: null, byThemselves: null, refused: refused?.reason ?? null }
  if (!metric || !before || !after || !beforeAndAfter) return nothing
  const span = { metric, before: before.label, after: after.label, schools: beforeAndAfter.schools }
  if (!comparison)
    return {
      ...nothing,
      byThemselves: { ...span, from: beforeAndAfter.before, to: beforeAndAfter.after },
    }
  const { estimate, low, high, servedChange, similarChange, finding, alone } = comparison
  const schools = beforeAndAfter.schools - alone.length
  return {
    ...nothing,
    change: { ...span, schools, estimate, low, high, servedChange, similarChange, finding },
  }
}

/**
 * What a partner reads of its own help. Staff who look at it get the same answer: the whole partnership, with few students
 * withheld, and of outcomes only what was released to everybody.
 */
export const helpDoneOf = async (
  services: Services,
  districtId: string,
  partnershipId: string,
  scope: readonly string[] | null,
): Promise<HelpDone> => {
  const found = (await helpGround(services.read(districtId), partnershipId, scope)) ?? notFound('partnership')
  const contribution = await contributionOf(
    services,
    { districtId, schoolIds: null },
    partnershipId,
    undefined,
    'released',
  )
  const { reached, organizationId: _, ...ground } = found
  const threshold = thresholdFrom(ground.threshold)
  return {
    ...ground,
    threshold,
    students: studentCells([reached], threshold)[0]!, // one for each
    evidence: contribution.evidence,
    study: contribution.study,
    ...changeOf(contribution),
  }
}
