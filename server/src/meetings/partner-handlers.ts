import type { partnerCheckInContract } from '@common-table/shared/meetings/partner-contract'
import { notFound } from '@common-table/shared/contract/problem'
import type { CheckInForPartner } from '@common-table/shared/meetings/schemas'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { notify } from '../notifications/index.ts'
import { briefOf } from './brief.ts'
import { checkInRow, insertAnswer, writePulse, type CheckInRow } from './queries.ts'
import { asRead, sign, stillOpen } from './sign.ts'
import { viewOf } from './view.ts'

const rowOf = async (db: Db, id: string): Promise<CheckInRow> =>
  (await checkInRow(db, null, id)) ?? notFound('check-in')

const forPartner = async (db: Db, id: string): Promise<CheckInForPartner> => {
  const row = await rowOf(db, id)
  return { checkIn: viewOf(row, 'partner'), brief: row.brief ?? (await briefOf(db, null, id)) }
}

/** Tells who leads the partnership, or the directors where nobody does. */
const tellLead = (db: Db, row: CheckInRow, word: 'pulse' | 'wish' | 'signed', name: string) =>
  notify(
    db,
    row.leadUserId ? { userIds: [row.leadUserId] } : { roles: ['director'] },
    `meetings.${word}`,
    { name, partnership: row.partnership.name },
    `/check-ins/${row.id}`,
  )

export const partnerCheckInHandlers: Handlers<typeof partnerCheckInContract> = {
  readCheckInByLink: ({ db, actor }) => forPartner(db, actor.link.subjectId),

  answerPulseByLink: async ({ db, actor, body }) => {
    const row = await rowOf(db, actor.link.subjectId)
    stillOpen(row)
    await writePulse(db, row.id, 'partner', body)
    await tellLead(db, row, 'pulse', body.name)
    return forPartner(db, row.id)
  },

  wishForCheckIn: async ({ db, actor, body: { textVersion, name, comment } }) => {
    const row = await rowOf(db, actor.link.subjectId)
    stillOpen(row)
    asRead(row, textVersion)
    await insertAnswer(db, row.id, {
      side: 'partner',
      answer: 'change_asked',
      textVersion,
      name,
      title: '',
      comment,
    })
    await tellLead(db, row, 'wish', name)
    return forPartner(db, row.id)
  },

  signCheckInByLink: async ({ db, actor, body }) => {
    await sign(db, actor.link.subjectId, 'partner', body)
    const row = await rowOf(db, actor.link.subjectId)
    await tellLead(db, row, 'signed', body.name)
    return forPartner(db, row.id)
  },
}
