import type { councilsContract } from '@common-table/shared/meetings/councils-contract'
import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import {
  addCouncil,
  addMeeting,
  changeCouncil,
  councilList,
  councilOf,
  keepMembers,
  meetingList,
  meetingOf,
} from './council-queries.ts'
import { writeMeeting } from './queries.ts'

const council = async (db: Db, id: string) => {
  const row = (await councilOf(db, id)) ?? notFound('council')
  return json(row.council, row.version)
}
const meeting = async (db: Db, id: string) => {
  const row = (await meetingOf(db, id)) ?? notFound('meeting')
  return json(row.meeting, row.version)
}

export const councilsHandlers: Handlers<typeof councilsContract> = {
  listCouncils: async ({ db, query: { cursor: _cursor, limit = 50, ...filters }, page }) =>
    listAnswer(await councilList(db, { filters, sort: 'name', after: page.after, limit }), page),

  addCouncil: async ({ db, body }) => {
    const id = await addCouncil(db, body)
    await keepMembers(db, id, body.members ?? [])
    return council(db, id)
  },

  getCouncil: ({ db, params }) => council(db, params.councilId),

  changeCouncil: async ({ db, params: { councilId }, body, ifMatch }) => {
    const row = (await councilOf(db, councilId)) ?? notFound('council')
    if (!(await changeCouncil(db, councilId, ifMatch, body))) return stale(row.council)
    if (body.members) await keepMembers(db, councilId, body.members)
    return council(db, councilId)
  },

  listMeetings: async ({ db, query: { cursor: _cursor, limit = 50, ...filters }, page }) =>
    listAnswer(
      await meetingList(db, { filters, sort: 'day', descending: true, after: page.after, limit }),
      page,
    ),

  planMeeting: async ({ db, body }) => {
    if (body.councilId && !(await councilOf(db, body.councilId))) notFound('council')
    return meeting(db, await addMeeting(db, body))
  },

  getMeeting: ({ db, params }) => meeting(db, params.meetingId),

  changeMeeting: async ({ db, params: { meetingId }, body, ifMatch }) => {
    const row = (await meetingOf(db, meetingId)) ?? notFound('meeting')
    if (row.status === 'cancelled') throw refusal('check-in-cancelled')
    if (!(await writeMeeting(db, meetingId, ifMatch, body))) return stale(row.meeting)
    return meeting(db, meetingId)
  },
}
