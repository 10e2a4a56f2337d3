import { refusal } from '@common-table/shared/contract/refusals'
import type { SignOff } from '@common-table/shared/meetings/schemas'
import { signaturesMissing } from '@common-table/shared/meetings/standing'
import { notFound } from '@common-table/shared/contract/problem'
import type { Side } from '@common-table/shared/vocabulary/sides'
import type { Db } from '../db/db.ts'
import { briefOf } from './brief.ts'
import { planNext } from './plan.ts'
import {
  checkInRow,
  closeMeeting,
  holdMeeting,
  insertAnswer,
  tellTimeline,
  type CheckInRow,
} from './queries.ts'

/** Refuses what is closed: a record both have signed stays as they signed it. */
export const stillOpen = (row: Pick<CheckInRow, 'status'>): void => {
  if (row.status === 'signed') throw refusal('check-in-signed')
  if (row.status === 'cancelled') throw refusal('check-in-cancelled')
}

/** Refuses an answer to a wording that is no longer the current one: nobody signs what they have not read. */
export const asRead = (row: CheckInRow, textVersion: number): void => {
  if (row.textVersion !== textVersion)
    throw refusal('check-in-changed', {
      fields: [{ field: 'textVersion', rule: 'changed', message: 'Read the record as it is now first.' }],
    })
}

const written = (row: CheckInRow): boolean =>
  [row.goals, row.progress, row.challenges, row.adjustments].every((text) => /\S/.test(text))

/** One side signs; with the second signature the record is closed, keeps its brief, and the next check-in is planned. */
export const sign = async (
  db: Db,
  id: string,
  side: Side,
  { textVersion, name, title }: SignOff,
): Promise<void> => {
  await holdMeeting(db, id)
  const row = (await checkInRow(db, null, id)) ?? notFound('check-in')
  stillOpen(row)
  asRead(row, textVersion)
  if (row.day > row.today) throw refusal('check-in-not-yet')
  if (!written(row)) throw refusal('check-in-unwritten')
  const missing = signaturesMissing(row.answers, textVersion)
  if (!missing.includes(side)) throw refusal('check-in-signed-by-side')
  await insertAnswer(db, id, { side, answer: 'signed', textVersion, name, title: title ?? '', comment: '' })
  const last = missing.length === 1
  await closeMeeting(db, id, last ? 'signed' : 'held', last ? await briefOf(db, null, id) : null)
  if (!last) return
  await tellTimeline(db, id, name)
  await planNext(db, {
    partnershipId: row.partnership.id,
    schoolYearId: row.schoolYearId,
    quarter: row.quarter,
  })
}
