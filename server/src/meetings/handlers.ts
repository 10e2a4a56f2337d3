import type { checkInsContract } from '@common-table/shared/meetings/check-ins-contract'
import { quarterFor } from '@common-table/shared/meetings/schedule'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { stagesInForce } from '@common-table/shared/partnerships/stages'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { listAnswer } from '../http/list-answer.ts'
import { stale } from '../http/stale.ts'
import { actionRow, deleteAction, insertAction, meetingStatus, updateAction } from './actions-queries.ts'
import { mailPartner } from './ask-partner.ts'
import { briefOf } from './brief.ts'
import { partnershipFacts } from './facts-queries.ts'
import {
  cancelMeeting,
  checkInList,
  checkInRow,
  writeMeeting,
  writePulse,
  type CheckInRow,
  type Scope,
} from './queries.ts'
import { insertPlanned, quartersOf } from './schedule-queries.ts'
import { sign, stillOpen } from './sign.ts'
import { viewOf } from './view.ts'

const theCheckIn = async (db: Db, scope: Scope, id: string): Promise<CheckInRow> =>
  (await checkInRow(db, scope, id)) ?? notFound('check-in')
const answerOf = async (db: Db, id: string) => viewOf(await theCheckIn(db, null, id), 'district')

export const checkInsHandlers: Handlers<typeof checkInsContract> = {
  listCheckIns: async ({ db, actor, query, page }) =>
    listAnswer(await checkInList(db, actor.schoolIds, query, page.after), page),

  planCheckIn: async ({ db, actor, params: { partnershipId }, body: { day, ...rest } }) => {
    const facts = (await partnershipFacts(db, actor.schoolIds, partnershipId)) ?? notFound('partnership')
    if (!(stagesInForce as readonly string[]).includes(facts.stage)) throw refusal('check-in-ended')
    const { quarters } = await quartersOf(db)
    const quarter = quarterFor(quarters, day)
    if (!quarter) throw refusal('no-school-year')
    const [id] = await insertPlanned(db, [
      { partnershipId, schoolYearId: quarter.schoolYearId, quarter: quarter.ordinal, day },
    ])
    if (!id) throw refusal('check-in-exists')
    if (Object.keys(rest).length > 0) await writeMeeting(db, id, 1, rest)
    return answerOf(db, id)
  },

  getCheckIn: async ({ db, actor, params }) =>
    viewOf(await theCheckIn(db, actor.schoolIds, params.checkInId), 'district'),

  getBrief: ({ db, actor, params }) => briefOf(db, actor.schoolIds, params.checkInId),

  changeCheckIn: async ({ db, actor, params: { checkInId }, body, ifMatch }) => {
    const before = await theCheckIn(db, actor.schoolIds, checkInId)
    stillOpen(before)
    if (!(await writeMeeting(db, checkInId, ifMatch, body)))
      return stale(JSON.stringify(await answerOf(db, checkInId)))
    return answerOf(db, checkInId)
  },

  cancelCheckIn: async ({ db, actor, params: { checkInId }, body }) => {
    stillOpen(await theCheckIn(db, actor.schoolIds, checkInId))
    await cancelMeeting(db, checkInId, body.reason)
    return answerOf(db, checkInId)
  },

  answerPulse: async ({ db, actor, params: { checkInId }, body }) => {
    stillOpen(await theCheckIn(db, actor.schoolIds, checkInId))
    await writePulse(db, checkInId, 'district', body)
    return answerOf(db, checkInId)
  },

  signCheckIn: async ({ db, actor, params: { checkInId }, body }) => {
    await theCheckIn(db, actor.schoolIds, checkInId)
    await sign(db, checkInId, 'district', body)
    return answerOf(db, checkInId)
  },

  askPartner: async ({ db, actor, services, params: { checkInId }, body, author }) => {
    const row = await theCheckIn(db, actor.schoolIds, checkInId)
    stillOpen(row)
    if (!(await mailPartner(db, services, row, body.contactId, author)))
      throw body.contactId
        ? fieldProblem(
            'contactId',
            'This person has no e-mail address here. Add it, or choose someone else.',
            'no-address',
          )
        : refusal('no-contact-address')
    return answerOf(db, checkInId)
  },

  addAction: async ({ db, actor, params: { meetingId }, body }) => {
    stillOpen((await meetingStatus(db, actor.schoolIds, meetingId)) ?? notFound('meeting'))
    return insertAction(db, meetingId, body)
  },

  changeAction: async ({ db, actor, params: { actionId }, body, ifMatch }) => {
    const { status } = (await actionRow(db, actor.schoolIds, actionId)) ?? notFound('action')
    // Doing what was agreed is no change of the record: it goes on after both have signed.
    if (Object.keys(body).some((field) => field !== 'doneOn')) stillOpen({ status })
    const written = await updateAction(db, actionId, ifMatch, body)
    const { action } = (await actionRow(db, actor.schoolIds, actionId)) ?? notFound('action')
    return written ? action : stale(JSON.stringify(action))
  },

  removeAction: async ({ db, actor, params: { actionId } }) => {
    stillOpen((await actionRow(db, actor.schoolIds, actionId)) ?? notFound('action'))
    await deleteAction(db, actionId)
  },
}
