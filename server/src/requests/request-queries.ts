import type { HelpRequestQuery } from '@common-table/shared/requests/schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'

/** Schools of the reader; null: all. */
export type Scope = readonly string[] | null

const today = '(select (now() at time zone time_zone)::date from districts where id = app_district())'
const reference = (alias: string): string =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`
/** As `timingOf` in shared/src/requests/lifecycle.ts. */
const timing = (
  due: string,
  answered: string,
  by: string,
): string => `case when ${answered} <= ${due} then 'on_time'
    when ${answered} is not null then 'late' when ${by} > ${due} then 'overdue' else 'waiting' end`
const requestTiming = timing('r.answer_due_on', 'r.first_answered_on', `least(${today}, r.closed_at::date)`)

const facts = `'id', r.id, 'school', json_build_object('id', s.id, 'name', s.name),
  'need', case when n.id is not null then json_build_object('id', n.id, 'title', n.title) end,
  'category', json_build_object('id', k.id, 'name', k.name, 'nameEs', k.name_es), 'tier', r.tier, 'students', r.students,
  'title', r.title, 'wantedBy', r.wanted_by, 'status', r.status, 'waits', r.waits, 'answerDueOn', r.answer_due_on,
  'firstAnsweredOn', r.first_answered_on, 'timing', ${requestTiming}, 'askedByName', r.asked_by_name,
  'createdAt', r.created_at, 'closedAt', r.closed_at, 'version', r.version`
const joins = `join schools s on s.district_id = r.district_id and s.id = r.school_id
  join categories k on k.district_id = r.district_id and k.id = r.category_id
  left join needs n on n.district_id = r.district_id and n.id = r.need_id`

const ofPartners = (condition: string): string => `(select count(*) from help_request_partners x
  where x.district_id = r.district_id and x.help_request_id = r.id and ${condition})`
const list = listBy({
  alias: 'r',
  from: 'help_requests r',
  joins,
  filters: {
    scope: 'r.school_id = any (?::uuid[])',
    schoolId: 'r.school_id = any (?::uuid[])',
    needId: 'r.need_id = ?::uuid',
    categoryId: 'r.category_id = any (?::uuid[])',
    status: 'r.status = any (?::text[])',
    waits: 'r.closed_at is null and r.waits = any (?::text[])',
    late: `(${requestTiming} in ('late', 'overdue')) = ?::boolean`,
    closed: '(r.closed_at is not null) = ?::boolean',
  },
  sorts: {
    newest: [['r.id', 'uuid']],
    due: [
      ['r.answer_due_on', 'date'],
      ['r.id', 'uuid'],
    ],
  },
  item: `json_build_object(${facts}, 'asked', ${ofPartners('true')}, 'willing', ${ofPartners("x.answer in ('yes', 'partly')")})`,
  counted: true,
})
export const requestList = (
  db: Db,
  scope: Scope,
  { sort = 'newest', cursor: _, limit = 50, ...filters }: HelpRequestQuery,
  after: readonly unknown[] | undefined,
) =>
  list(db, {
    filters: { ...filters, ...(scope !== null && { scope }) },
    sort,
    descending: sort === 'newest',
    after,
    limit,
  })

const partner = `json_build_object('id', x.id, 'organization', json_build_object('id', o.id, 'name', o.name), 'toName', x.to_name,
    'toEmail', x.to_email, 'status', x.status, 'askedAt', x.asked_at, 'dueOn', x.due_on, 'answeredOn', x.answered_on,
    'timing', ${timing('x.due_on', 'x.answered_on', `least(${today}, r.closed_at::date)`)}, 'answer', x.answer,
    'answeredByName', x.answered_by_name, 'students', x.students, 'startsOn', x.starts_on, 'declinedReason', x.declined_reason,
    'note', x.note, 'once', x.once, 'service', ${reference('v')}, 'partnership', ${reference('p')}, 'deliveredOn', x.delivered_on,
    'deliveredStudents', x.delivered_students, 'deliveredNote', x.delivered_note, 'remindedAt', x.reminded_at, 'version', x.version)`
const one = statement<{
  request: string
  version: number
}>(`select json_build_object(${facts}, 'details', r.details, 'grades', r.grades,
    'languages', r.languages, 'closedReason', r.closed_reason, 'closedByName', r.closed_by_name, 'outcomeNote', r.outcome_note,
    'studentsHelped', r.students_helped, 'needClosed', r.need_closed,
    'partners', (select coalesce(json_agg(${partner} order by x.id), '[]') from help_request_partners x
      join organizations o on o.district_id = x.district_id and o.id = x.organization_id
      left join services v on v.district_id = x.district_id and v.id = x.service_id
      left join partnerships p on p.district_id = x.district_id and p.id = x.partnership_id
      where x.district_id = r.district_id and x.help_request_id = r.id),
    'events', (select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'organization', ${reference('o')}, 'byName', e.by_name,
        'students', e.students, 'day', e.day, 'reason', e.reason, 'note', e.note, 'at', e.at) order by e.id desc), '[]')
      from help_request_events e left join organizations o on o.district_id = e.district_id and o.id = e.organization_id
      where e.district_id = r.district_id and e.help_request_id = r.id))::text as request, r.version
  from help_requests r ${joins}
  where r.district_id = app_district() and r.id = $1 and ($2::uuid[] is null or r.school_id = any ($2))`)
/** A request with all that came of it, as JSON; nothing where it is not the reader's. */
export const requestOf = (db: Db, scope: Scope, id: string) => db.one(one, [id, scope])

export interface HeldRequest {
  id: string
  schoolId: string
  schoolName: string
  needId: string | null
  categoryId: string
  categoryName: string
  categoryNameEs: string
  tier: 1 | 2 | 3
  students: number
  title: string
  details: string
  grades: string[]
  languages: string[]
  wantedBy: string | null
  closed: boolean
  askedBy: string | null
  askedByName: string
  /** Of the person who asked, while that person works here. */
  askerEmail: string | null
  askerLocale: 'en' | 'es'
  version: number
  district: string
  today: string
}
const held =
  statement<HeldRequest>(`select r.id, r.school_id as "schoolId", s.name as "schoolName", r.need_id as "needId",
    r.category_id as "categoryId", k.name as "categoryName", coalesce(nullif(k.name_es, ''), k.name) as "categoryNameEs", r.tier,
    r.students, r.title, r.details, r.grades, r.languages, r.wanted_by::text as "wantedBy", r.closed_at is not null as closed,
    r.asked_by as "askedBy", r.asked_by_name as "askedByName", u.email as "askerEmail", coalesce(u.locale, 'en') as "askerLocale",
    r.version, d.name as district, (now() at time zone d.time_zone)::date::text as today
  from help_requests r join schools s on s.district_id = r.district_id and s.id = r.school_id
    join categories k on k.district_id = r.district_id and k.id = r.category_id
    join districts d on d.id = r.district_id
    left join users u on u.district_id = r.district_id and u.id = r.asked_by and u.status = 'active'
  where r.district_id = app_district() and r.id = $1 and ($2::uuid[] is null or r.school_id = any ($2)) for no key update of r`)
/** The request, held until the transaction ends: two steps at once see each other. */
export const holdRequest = (db: Db, scope: Scope, id: string) => db.one(held, [id, scope])
