import { addWorkingDays, type Stretch } from '@common-table/shared/calendar/working-days'
import type { HelpClosing, HelpStatus, HelpWait } from '@common-table/shared/requests/vocabulary'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export interface AskedFor {
  schoolId: string
  needId: string | null
  categoryId: string
  tier: number
  students: number
  title: string
  details: string
  grades: readonly string[]
  languages: readonly string[]
  wantedBy: string | null
}
const insert = statement<{
  id: string
}>(`insert into help_requests (district_id, school_id, need_id, category_id, tier, students, title,
    details, grades, languages, wanted_by, answer_due_on, waits, asked_by, asked_by_name)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'answer', $12, $13) returning id`)
export const insertRequest = async (
  db: Db,
  asked: AskedFor,
  dueOn: string,
  by: { id: string | null; name: string },
) =>
  (await db.one(insert, [
    asked.schoolId,
    asked.needId,
    asked.categoryId,
    asked.tier,
    asked.students,
    asked.title,
    asked.details,
    asked.grades,
    asked.languages,
    asked.wantedBy,
    dueOn,
    by.id,
    by.name,
  ]))!.id // an insert returns its row

const settle = statement(`update help_requests r set status = $2, waits = $3,
    first_answered_on = (select min(x.answered_on) from help_request_partners x where x.district_id = r.district_id and x.help_request_id = r.id)
  where r.district_id = app_district() and r.id = $1`)
export const keepStanding = (db: Db, id: string, status: HelpStatus, waits: HelpWait | null) =>
  db.run(settle, [id, status, waits])

const close =
  statement(`update help_requests set status = $2, waits = null, closed_at = now(), closed_by_name = $3, closed_reason = $4,
    outcome_note = $5, students_helped = $6, need_closed = $7 where district_id = app_district() and id = $1`)
export const closeRequest = (
  db: Db,
  id: string,
  said: {
    status: HelpStatus
    by: string
    reason: HelpClosing
    note: string
    studentsHelped: number | null
    needClosed: boolean
  },
) => db.run(close, [id, said.status, said.by, said.reason, said.note, said.studentsHelped, said.needClosed])

const event =
  statement(`insert into help_request_events (district_id, help_request_id, organization_id, kind, by_name, students, day, reason, note)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8)`)
export interface Happened {
  kind: string
  by: string
  organizationId?: string
  students?: number | null
  day?: string | null
  reason?: string | null
  note?: string
}
export const writeDown = (
  db: Db,
  requestId: string,
  { kind, by, organizationId, students, day, reason, note }: Happened,
) =>
  db.run(event, [
    requestId,
    organizationId ?? null,
    kind,
    by,
    students ?? null,
    day ?? null,
    reason ?? null,
    note ?? '',
  ])

const calendar = statement<{ calendar: string }>(
  `select json_build_object('today', district_today(), 'days', help_answer_days,
    'closed', (select coalesce(json_agg(json_build_object('startsOn', c.starts_on, 'endsOn', c.ends_on)), '[]')
      from closed_days c where c.district_id = app_district()))::text as calendar
   from districts where id = app_district()`,
)
interface AnswerCalendar {
  today: string
  /** Working days a partner has for its first answer. */
  days: number
  closed: Stretch[]
}
export const answerCalendar = async (db: Db) =>
  JSON.parse((await db.one(calendar))!.calendar) as AnswerCalendar // the district of the caller exists, in the shape of the statement

/** Until when whoever is asked now is to answer. */
export const answerDueOn = async (db: Db): Promise<string> => {
  const { today, days, closed } = await answerCalendar(db)
  return addWorkingDays(today, days, closed)
}
