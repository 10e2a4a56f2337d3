import { holds } from '@common-table/shared/contract/permission'
import { notFound } from '@common-table/shared/contract/problem'
import type { timelineContract } from '@common-table/shared/timeline/contract'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { organizationStoryOf, partnershipStoryOf, storyOf } from './queries.ts'

export const timelineHandlers: Handlers<typeof timelineContract> = {
  getPartnershipStory: async ({ db, actor, params, query, page }) => {
    const { organizationId } =
      (await partnershipStoryOf(db, actor.schoolIds, params.partnershipId)) ?? notFound('partnership')
    const story = await storyOf(db, {
      partnershipIds: [params.partnershipId],
      organizationId,
      whole: false,
      kinds: query.kind,
      guarded: holds(actor.permissions, 'partnerships:write'),
      after: page.after,
      limit: query.limit ?? 30,
    })
    return listAnswer(story, page)
  },

  getOrganizationStory: async ({ db, actor, params, query, page }) => {
    const { partnershipIds } =
      (await organizationStoryOf(db, actor.schoolIds, params.organizationId)) ?? notFound('organization')
    const story = await storyOf(db, {
      partnershipIds,
      organizationId: params.organizationId,
      whole: true,
      kinds: query.kind,
      guarded: holds(actor.permissions, 'partnerships:write'),
      after: page.after,
      limit: query.limit ?? 30,
    })
    return listAnswer(story, page)
  },
}
