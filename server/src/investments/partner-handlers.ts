import { randomUUIDv7 } from 'node:crypto'
import type { partnerHoursContract } from '@common-table/shared/investments/partner-contract'
import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { notify } from '../notifications/index.ts'
import { checkPeople, unknownSchool } from './hours-handlers.ts'
import { hoursForPartner, insertHours, partnershipFacts, removeReported } from './hours-queries.ts'
import { yearOf } from './year.ts'

const answerOf = async (db: Db, partnershipId: string) =>
  json((await hoursForPartner(db, partnershipId)) ?? notFound('partnership'))

export const partnerHoursHandlers: Handlers<typeof partnerHoursContract> = {
  readHoursByLink: ({ db, actor }) => answerOf(db, actor.link.subjectId),

  reportHoursByLink: async ({ db, actor: { link }, body }) => {
    const partnership = (await partnershipFacts(db, link.subjectId)) ?? notFound('partnership')
    checkPeople(body)
    const year = await yearOf(db, body.workedOn)
    const by = { name: link.name, linkId: link.id }
    if (!(await insertHours(db, randomUUIDv7(), link.subjectId, year, body, by))) unknownSchool()
    await notify(
      db,
      partnership.leadUserId ? { userIds: [partnership.leadUserId] } : { roles: ['director'] },
      'investments.reported',
      { name: link.name, hours: body.hours, partnership: partnership.name },
      `/partnerships/${link.subjectId}?part=investment`,
    )
    return answerOf(db, link.subjectId)
  },

  removeHoursByLink: async ({ db, actor: { link }, params }) => {
    if (!(await removeReported(db, params.volunteerHoursId, link.subjectId))) throw refusal('hours-decided')
    return answerOf(db, link.subjectId)
  },
}
