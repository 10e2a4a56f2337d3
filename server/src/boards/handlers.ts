import type { boardsContract } from '@common-table/shared/boards/contract'
import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Handlers } from '../http/mount.ts'
import { mailLink, recipientOf } from '../links/index.ts'
import { deskOf } from './desk.ts'
import { helpGround } from './help-done-queries.ts'
import { helpDoneOf } from './help-done.ts'
import { overviewOf } from './overview.ts'
import { publicBoardOf } from './public-board.ts'
import { schoolBoardOf } from './school.ts'

export const boardsHandlers: Handlers<typeof boardsContract> = {
  getOverview: ({ services, actor, now, query: { as = 'own' } }) => overviewOf(services, actor, now, as),

  getSchoolBoard: ({ services, actor, params }) => schoolBoardOf(services, actor, params.schoolId),

  getDesk: ({ db }) => deskOf(db),

  getPublicBoard: ({ db }) => publicBoardOf(db),

  getHelpDone: ({ services, actor, params }) =>
    helpDoneOf(services, actor.districtId, params.partnershipId, actor.schoolIds),

  sendHelpDone: async ({ db, services, actor, params: { partnershipId }, body, author }) => {
    const found = (await helpGround(db, partnershipId, actor.schoolIds)) ?? notFound('partnership')
    const { organizationId } = found
    const to = await recipientOf(db, organizationId, body.contactId)
    if (!to) throw refusal('no-contact-address')
    await mailLink(db, services, {
      purpose: 'help-done',
      subject: { table: 'partnerships', id: partnershipId },
      organizationId,
      partnershipId,
      to,
      author,
    })
    return { email: to.email }
  },
}
