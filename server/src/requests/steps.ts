import { fieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { isUnderWay, mayHelpBecome } from '@common-table/shared/requests/lifecycle'
import type { AnswerForPartner, HelpProgress } from '@common-table/shared/requests/answer-schemas'
import type { Db } from '../db/db.ts'
import { takeBackFromSchool } from '../placement/index.ts'
import { settle } from './ask.ts'
import { keepAnswer, keepProgress, type Line } from './partner-queries.ts'
import { type HeldRequest } from './request-queries.ts'
import { writeDown } from './write-queries.ts'
import type { News } from './tell.ts'

/** Places that were promised at the school and will not come are no supply. */
export const takeBack = async (
  db: Db,
  { siteId, students }: Pick<Line, 'siteId' | 'students'>,
): Promise<void> => {
  if (siteId !== null && students !== null) await takeBackFromSchool(db, siteId, students)
}

/** A partner's word, by its link or written down for it. It may change until the school takes the help. */
export const answerLine = async (
  db: Db,
  request: HeldRequest,
  line: Line,
  { answer, students, startsOn, reason, note = '' }: AnswerForPartner,
  by: string,
): Promise<News> => {
  if (request.closed) throw refusal('request-closed')
  if (line.status !== 'open' && line.status !== 'offered') throw refusal('help-step')
  if (answer === 'no' && !reason)
    throw fieldProblem('reason', 'Say why: choose one of the reasons.', 'required')
  if (answer === 'partly' && students === undefined)
    throw fieldProblem('students', 'Say for how many students you can help.', 'required')
  if (students !== undefined && students > request.students)
    throw fieldProblem(
      'students',
      `Help is asked for ${request.students} students. Enter no more than that.`,
      'range',
    )
  if (startsOn !== undefined && startsOn < request.today)
    throw fieldProblem('startsOn', 'Choose a day that is not over.', 'range')
  const promised = answer === 'no' ? null : (students ?? request.students)
  const said = answer === 'no' ? 'no' : promised! < request.students ? 'partly' : 'yes' // a number unless it is a no
  await keepAnswer(db, line.id, {
    status: said === 'no' ? 'declined' : 'offered',
    answer: said,
    by,
    today: request.today,
    students: promised,
    startsOn: said === 'no' ? null : (startsOn ?? null),
    reason: said === 'no' ? reason! : null, // checked above
    note,
  })
  const kind = `answered_${said}` as const
  await writeDown(db, request.id, {
    kind,
    by,
    organizationId: line.organizationId,
    students: promised,
    day: startsOn ?? null,
    reason: said === 'no' ? reason! : null, // checked above
    note,
  })
  await settle(db, request.id)
  return kind
}

/** How far accepted help is: a first day, begun, delivered, or that it will not come after all. */
export const progressLine = async (
  db: Db,
  request: HeldRequest,
  line: Line,
  { step, startsOn, students, reason, note = '' }: HelpProgress,
  by: string,
): Promise<News> => {
  if (request.closed) throw refusal('request-closed')
  const status = step === 'scheduled' ? 'scheduled' : step === 'backed_out' ? 'declined' : 'started'
  if (step !== 'backed_out' && !isUnderWay(line.status))
    throw refusal(line.status === 'open' || line.status === 'offered' ? 'help-not-accepted' : 'help-step')
  if (!mayHelpBecome(line.status, status)) throw refusal('help-step')
  if (step === 'scheduled' && !startsOn) throw fieldProblem('startsOn', 'Name the first day.', 'required')
  if (step === 'delivered' && students === undefined)
    throw fieldProblem('students', 'Say how many students were reached.', 'required')
  if (step === 'backed_out' && !reason)
    throw fieldProblem('reason', 'Say why: choose one of the reasons.', 'required')
  if (step === 'backed_out') await takeBack(db, line)
  await keepProgress(db, line.id, {
    status,
    ...(step === 'scheduled' && { startsOn: startsOn! }), // checked above
    ...(step === 'started' && { startsOn: startsOn ?? request.today }),
    ...(step === 'delivered' && { deliveredOn: request.today, students: students!, deliveredNote: note }), // checked above
    ...(step === 'backed_out' && { reason: reason! }), // checked above
  })
  await writeDown(db, request.id, {
    kind: step,
    by,
    organizationId: line.organizationId,
    students: students ?? null,
    day: step === 'delivered' ? request.today : (startsOn ?? null),
    reason: reason ?? null,
    note,
  })
  await settle(db, request.id)
  return step
}
