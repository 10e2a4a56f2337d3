import type { ReplyQuery } from '@common-table/shared/rounds/schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'
import { principalSql } from '../schools/index.ts'
import { wasOpened } from './round-queries.ts'

/** Whom a reply `r` is asked of: the principal, by the school's record or an account; the partner's first contact. */
const addressee = `case when r.school_id is not null then ${principalSql}
    else (select json_build_object('name', c.name, 'email', c.email, 'contactId', c.id,
        'locale', case when c.language like 'es%' then 'es' else 'en' end) from contacts c
      where c.district_id = r.district_id and c.organization_id = r.organization_id and c.email <> ''
      order by c.is_primary desc, c.name, c.id limit 1) end`
const joins = `left join schools s on s.district_id = r.district_id and s.id = r.school_id
  left join organizations o on o.district_id = r.district_id and o.id = r.organization_id`
const state = `case when r.submitted_at is not null then 'answered' when r.saved_at is not null or ${wasOpened} then 'opened'
  when r.asked_at is null then 'unreachable' else 'waiting' end`
const name = 'coalesce(s.name, o.name)'

const list = listBy({
  from: `replies r ${joins}`,
  alias: 'r',
  filters: {
    round: 'r.round_id = ?::uuid',
    state: `${state} = ?`,
    q: `position(plain_text(?) in plain_text(${name})) > 0`,
  },
  sorts: {
    name: [
      [name, 'text'],
      ['r.id', 'uuid'],
    ],
  },
  item: `json_build_object('id', r.id, 'who', json_build_object('id', coalesce(r.school_id, r.organization_id), 'name', ${name}),
    'state', ${state}, 'to', ${addressee}, 'askedAt', ${utc('r.asked_at')},
    'openedAt', (select ${utc('max(l.last_used_at)')} from links l where l.district_id = r.district_id and l.subject_id = r.id),
    'savedAt', ${utc('r.saved_at')}, 'submittedAt', ${utc('r.submitted_at')}, 'submittedBy', r.submitted_by,
    'remindedAt', ${utc('r.reminded_at')},
    'entries', case when r.answers is not null then jsonb_array_length(coalesce(r.answers -> 'needs', r.answers -> 'programs')) end,
    'roomToGrow', (select sum((p ->> 'roomToGrow')::integer) from jsonb_array_elements(r.answers -> 'programs') p),
    'mismatches', (select count(*) from mismatches m where m.district_id = r.district_id and m.status = 'open'
      and (m.school_id = r.school_id or m.organization_id = r.organization_id)))`,
  counted: true,
})
export const replyList = (
  db: Db,
  round: string,
  { state: wanted, q, limit = 50 }: ReplyQuery,
  after: readonly unknown[] | undefined,
) => list(db, { filters: { round, state: wanted, q }, sort: 'name', after, limit })

export interface Asked {
  id: string
  schoolId: string | null
  organizationId: string | null
  to: { name: string; email: string; contactId?: string; locale?: 'en' | 'es' } | null
}
const unanswered =
  statement<Asked>(`select r.id, r.school_id as "schoolId", r.organization_id as "organizationId", ${addressee} as to
  from replies r ${joins}
  where r.district_id = app_district() and r.round_id = $1 and r.submitted_at is null and ($2::uuid[] is null or r.id = any ($2))
    and (not $3 or r.asked_at is null) and ($4::integer is null or r.reminders < $4) order by r.id`)
/** Who has not answered; only those never written to, or reminded less often than that, where it is said. */
export const unansweredReplies = (
  db: Db,
  roundId: string,
  {
    ids,
    neverAsked = false,
    remindedLessThan,
  }: { ids?: readonly string[]; neverAsked?: boolean; remindedLessThan?: number } = {},
) => db.many(unanswered, [roundId, ids ?? null, neverAsked, remindedLessThan ?? null])

const written = statement(`update replies set asked_at = coalesce(asked_at, now()),
    reminded_at = case when asked_at is null then reminded_at else now() end,
    reminders = case when asked_at is null then reminders else greatest(reminders + 1, $2) end
  where district_id = app_district() and id = any ($1::uuid[])`)
/** Notes that these were written to; `reminders` is how many are due by now, so that none is sent twice. */
export const markWritten = (db: Db, ids: readonly string[], reminders = 0) =>
  db.run(written, [ids, reminders])

export interface HeldReply {
  id: string
  version: number
  kind: 'snapshot' | 'census'
  schoolId: string | null
  organizationId: string | null
  roundId: string
  schoolYear: string
  opensOn: string
  dueOn: string
  closedAt: string | null
  today: string
}
const held = (
  where: string,
): string => `select r.id, r.version, o.kind, r.school_id as "schoolId", r.organization_id as "organizationId",
    o.id as "roundId", y.label as "schoolYear", o.opens_on as "opensOn", o.due_on as "dueOn", ${utc('o.closed_at')} as "closedAt",
    (now() at time zone d.time_zone)::date as today
  from replies r join rounds o on o.district_id = r.district_id and o.id = r.round_id
    join school_years y on y.district_id = o.district_id and y.id = o.school_year_id join districts d on d.id = r.district_id
  where r.district_id = app_district() and ${where} order by y.starts_on desc limit 1`
const ofSchool = statement<HeldReply>(held('r.school_id = $1'))
const ofPartner = statement<HeldReply>(held('r.organization_id = $1'))
const byId = statement<HeldReply>(held('r.id = $1'))
export const latestReplyOfSchool = (db: Db, schoolId: string) => db.one(ofSchool, [schoolId])
export const latestReplyOfPartner = (db: Db, organizationId: string) => db.one(ofPartner, [organizationId])
export const replyById = (db: Db, id: string) => db.one(byId, [id])

const draft = statement<{
  savedAt: string
  version: number
}>(`update replies set draft = $3::jsonb, saved_at = now()
  where district_id = app_district() and id = $1 and version = $2
  returning ${utc('saved_at')} as "savedAt", version`)
/** Keeps what is typed so far, if `version` is the current one. */
export const keepDraft = (db: Db, id: string, version: number, answers: unknown) =>
  db.one(draft, [id, version, JSON.stringify(answers)])

const send =
  statement(`update replies set answers = $3::jsonb, draft = null, saved_at = now(), submitted_at = now(), submitted_by = $4
  where district_id = app_district() and id = $1 and version = $2`)
/** Keeps what was sent, if `version` is the current one; answers whether it was. */
export const keepAnswers = async (db: Db, id: string, version: number, answers: unknown, by: string) =>
  (await db.run(send, [id, version, JSON.stringify(answers), by])) > 0
