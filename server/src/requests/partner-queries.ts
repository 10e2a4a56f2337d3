import type { HelpStatus } from '@common-table/shared/requests/vocabulary'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

/** One partner of a request, as far as its steps need it. */
export interface Line {
  id: string
  requestId: string
  organizationId: string
  organizationName: string
  contactId: string | null
  toName: string
  toEmail: string
  locale: 'en' | 'es'
  /** The service it was suggested for, where it gives just this kind of help at this tier. */
  joins: string | null
  status: HelpStatus
  students: number | null
  startsOn: string | null
  dueOn: string
  deliveredOn: string | null
  deliveredStudents: number | null
  siteId: string | null
  reminders: number
  version: number
}
const columns = `x.id, x.help_request_id as "requestId", x.organization_id as "organizationId", o.name as "organizationName",
    x.contact_id as "contactId", x.to_name as "toName", x.to_email as "toEmail",
    case when c.language like 'es%' then 'es' else 'en' end as locale,
    (select v.id from services v join help_requests r on r.district_id = v.district_id and r.id = x.help_request_id
      where v.district_id = x.district_id and v.id = x.suited_service_id and v.category_id = r.category_id and v.tier = r.tier
        and v.status = 'active') as joins,
    x.status, x.students, x.starts_on::text as "startsOn", x.due_on::text as "dueOn", x.delivered_on::text as "deliveredOn",
    x.delivered_students as "deliveredStudents", x.site_id as "siteId", x.reminders, x.version
  from help_request_partners x join organizations o on o.district_id = x.district_id and o.id = x.organization_id
    left join contacts c on c.district_id = x.district_id and c.id = x.contact_id
  where x.district_id = app_district()`

const one = statement<Line>(`select ${columns} and x.id = $1`)
export const lineOf = (db: Db, id: string) => db.one(one, [id])
const all = statement<Line>(`select ${columns} and x.help_request_id = $1 order by x.id`)
export const linesOf = (db: Db, requestId: string) => db.many(all, [requestId])
const waiting = statement<Line>(`select ${columns} and x.status = 'open'
    and (x.due_on <= $1::date + 4 or exists (select from help_requests r where r.district_id = x.district_id and r.id = x.help_request_id
      and r.wanted_by < $1::date)) order by x.due_on, x.id`)
/** Partners that have not answered and whose day is near or over, or whose answer comes too late by now. */
export const silentLines = (db: Db, today: string) => db.many(waiting, [today])

const insert = statement<{
  id: string
}>(`insert into help_request_partners (district_id, help_request_id, organization_id, suited_service_id,
    contact_id, to_name, to_email, due_on) values (app_district(), $1, $2, $3, $4, $5, $6, $7)
  on conflict do nothing returning id`)
export interface NewLine {
  organizationId: string
  serviceId: string | null
  contactId: string
  name: string
  email: string
  dueOn: string
}
/** Nothing where the partner is being asked already. */
export const insertLine = async (db: Db, requestId: string, line: NewLine): Promise<string | undefined> =>
  (
    await db.one(insert, [
      requestId,
      line.organizationId,
      line.serviceId,
      line.contactId,
      line.name,
      line.email,
      line.dueOn,
    ])
  )?.id

const answer = statement(`update help_request_partners set status = $2, answer = $3, answered_by_name = $4,
    answered_on = coalesce(answered_on, $5::date), students = $6, starts_on = $7, declined_reason = $8, note = $9
  where district_id = app_district() and id = $1`)
export interface SaidByPartner {
  status: HelpStatus
  answer: 'yes' | 'partly' | 'no'
  by: string
  today: string
  students: number | null
  startsOn: string | null
  reason: string | null
  note: string
}
export const keepAnswer = (db: Db, id: string, said: SaidByPartner) =>
  db.run(answer, [
    id,
    said.status,
    said.answer,
    said.by,
    said.today,
    said.students,
    said.startsOn,
    said.reason,
    said.note,
  ])

const accept =
  statement(`update help_request_partners set status = $2, students = $3, once = $4, service_id = $5, site_id = $6,
    partnership_id = $7 where district_id = app_district() and id = $1`)
export const keepAcceptance = (
  db: Db,
  id: string,
  {
    status,
    students,
    brought,
  }: {
    status: HelpStatus
    students: number
    brought: { serviceId: string; siteId: string; partnershipId: string } | null
  },
) =>
  db.run(accept, [
    id,
    status,
    students,
    brought === null,
    brought?.serviceId ?? null,
    brought?.siteId ?? null,
    brought?.partnershipId ?? null,
  ])

const progress = statement(`update help_request_partners set status = $2, starts_on = coalesce($3, starts_on),
    delivered_on = coalesce($4, delivered_on), delivered_students = coalesce($5, delivered_students),
    delivered_note = coalesce($6, delivered_note), declined_reason = coalesce($7, declined_reason)
  where district_id = app_district() and id = $1`)
export const keepProgress = (
  db: Db,
  id: string,
  to: {
    status: HelpStatus
    startsOn?: string
    deliveredOn?: string
    students?: number
    deliveredNote?: string
    reason?: string
  },
) =>
  db.run(progress, [
    id,
    to.status,
    to.startsOn ?? null,
    to.deliveredOn ?? null,
    to.students ?? null,
    to.deliveredNote ?? null,
    to.reason ?? null,
  ])

const reminded =
  statement(`update help_request_partners set reminders = greatest(reminders, $2), reminded_at = now()
  where district_id = app_district() and id = $1`)
export const markReminded = (db: Db, id: string, reminders: number) => db.run(reminded, [id, reminders])

const forPartner = statement<{
  request: string
}>(`select json_build_object('schoolName', s.name, 'schoolArea', s.area,
    'organizationName', o.name, 'categoryName', k.name, 'categoryNameEs', coalesce(nullif(k.name_es, ''), k.name), 'tier', r.tier,
    'studentsWanted', r.students, 'title', r.title, 'details', r.details, 'grades', r.grades, 'languages', r.languages,
    'wantedBy', r.wanted_by, 'askedByName', r.asked_by_name, 'dueOn', x.due_on, 'status', x.status, 'answer', x.answer,
    'students', x.students, 'startsOn', x.starts_on, 'note', x.note, 'declinedReason', x.declined_reason,
    'deliveredOn', x.delivered_on, 'deliveredStudents', x.delivered_students, 'deliveredNote', x.delivered_note,
    'closedReason', r.closed_reason)::text as request
  from help_request_partners x join help_requests r on r.district_id = x.district_id and r.id = x.help_request_id
    join schools s on s.district_id = r.district_id and s.id = r.school_id
    join organizations o on o.district_id = x.district_id and o.id = x.organization_id
    join categories k on k.district_id = r.district_id and k.id = r.category_id
  where x.district_id = app_district() and x.id = $1`)
/** What the partner of a line may see: the request and its own answer. */
export const requestForPartner = async (db: Db, lineId: string) =>
  (await db.one(forPartner, [lineId]))?.request
