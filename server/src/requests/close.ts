import { refusal } from '@common-table/shared/contract/refusals'
import { endOf, gotHelp, isLive, isUnderWay, lineAfterClosing } from '@common-table/shared/requests/lifecycle'
import type { HelpClosingSaid } from '@common-table/shared/requests/answer-schemas'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { meetNeed } from '../needs/index.ts'
import { keepProgress, linesOf } from './partner-queries.ts'
import { type HeldRequest } from './request-queries.ts'
import { closeRequest, writeDown } from './write-queries.ts'
import { takeBack } from './steps.ts'
import { outcomeIn, writePartner } from './tell.ts'

/** The school says what came of its request: the loop is closed, for every partner and, where it is so, for the need. */
export const closeWith = async (
  db: Db,
  services: Services,
  request: HeldRequest,
  { reason, note = '', studentsHelped, needMet = false }: HelpClosingSaid,
  author: Author,
): Promise<void> => {
  if (request.closed) throw refusal('request-closed')
  const lines = await linesOf(db, request.id)
  const coming = lines.filter(({ status }) => isUnderWay(status))
  if (gotHelp(reason) && coming.length === 0) throw refusal('no-help-came')
  const reported = coming.reduce(
    (sum, { deliveredStudents, students }) => sum + (deliveredStudents ?? students ?? 0),
    0,
  )
  const needClosed =
    gotHelp(reason) &&
    needMet &&
    request.needId !== null &&
    (await meetNeed(db, request.needId, outcomeIn(reason, note, 'en').slice(0, 500)))
  for (const line of lines.filter(({ status }) => isLive(status))) {
    await keepProgress(db, line.id, { status: lineAfterClosing(line.status, reason) })
    if (reason === 'did_not_come') await takeBack(db, line)
    await writePartner(
      db,
      services,
      request,
      line,
      'helpOutcome',
      author,
      outcomeIn(reason, note, line.locale),
    )
  }
  const helped = gotHelp(reason) ? (studentsHelped ?? reported) : null
  await closeRequest(db, request.id, {
    status: endOf(reason),
    by: author.name,
    reason,
    note,
    studentsHelped: helped,
    needClosed,
  })
  await writeDown(db, request.id, { kind: 'closed', by: author.name, students: helped, reason, note })
  if (needClosed) await writeDown(db, request.id, { kind: 'need_closed', by: author.name })
}
