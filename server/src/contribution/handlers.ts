import { notFound } from '@common-table/shared/contract/problem'
import type { contributionContract } from '@common-table/shared/contribution/contract'
import type { Handlers } from '../http/mount.ts'
import { contributionOf } from './contribution-of.ts'
import { dropStudy, keepStudy } from './queries.ts'

export const contributionHandlers: Handlers<typeof contributionContract> = {
  getContribution: ({ services, actor, params, query }) =>
    contributionOf(services, actor, params.partnershipId, query.metricId),
  citeStudy: async ({ db, actor, params: { partnershipId }, body }) => {
    if ((await keepStudy(db, partnershipId, actor.schoolIds, body)) === 0) notFound('partnership')
    return body
  },
  removeStudy: async ({ db, actor, params: { partnershipId } }) => {
    if ((await dropStudy(db, partnershipId, actor.schoolIds)) === 0) notFound('study')
  },
}
