import type { Brief } from '@common-table/shared/meetings/brief-schemas'
import type { PulseScores } from '@common-table/shared/meetings/pulse'
import type { Action, Answer, CheckInFilter, CheckInItem, Pulse } from '@common-table/shared/meetings/schemas'
import type { MeetingStatus } from '@common-table/shared/meetings/standing'
import type { Db } from '../db/db.ts'
import { listBy, type ListPage } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { actionJson, actionsSql, inScope, itemFields, itemJoins, lastDaySql, utc } from './sql-parts.ts'

export type Scope = readonly string[] | null

const list = listBy({
  alias: 'm',
  from: 'meetings m',
  where: "m.kind = 'check_in'",
  filters: {
    schools: `exists (select from partnership_schools s where s.district_id = m.district_id
      and s.partnership_id = m.partnership_id and s.school_id = any (?::uuid[]))`,
    schoolId: `exists (select from partnership_schools s where s.district_id = m.district_id
      and s.partnership_id = m.partnership_id and s.school_id = ?::uuid)`,
    partnershipId: 'm.partnership_id = ?::uuid',
    leadUserId: `exists (select from partnerships l where l.district_id = m.district_id and l.id = m.partnership_id
      and l.lead_user_id = ?::uuid)`,
    open: `? and m.status in ('planned', 'held')`,
    coming: `? and m.status = 'planned' and m.day >= district_today()`,
    overdue: `? and m.status = 'planned' and m.day < district_today()`,
    waiting: `? and m.status = 'held'`,
    signed: `? and m.status = 'signed'`,
    cancelled: `? and m.status = 'cancelled'`,
  },
  sorts: {
    day: [
      ['m.day', 'date'],
      ['m.id', 'uuid'],
    ],
  },
  item: `json_build_object(${itemFields})`,
  joins: itemJoins,
})
export const checkInList = (
  db: Db,
  scope: Scope,
  { cursor: _cursor, limit = 50, standing, descending = false, ...filter }: CheckInFilter,
  after: unknown[] | undefined,
): Promise<ListPage> =>
  list(db, {
    filters: { ...filter, schools: scope ?? undefined, ...(standing && { [standing]: true }) },
    sort: 'day',
    descending,
    after,
    limit,
  })

/** A check-in as the database tells it; the pulse of both sides is in it, so it never leaves as it is. */
export interface CheckInRow extends CheckInItem {
  goals: string
  progress: string
  challenges: string
  adjustments: string
  cancelReason: string
  partnerLead: string | null
  partnerLeadId: string | null
  leadUserId: string | null
  status: MeetingStatus
  schoolYearId: string
  today: string
  timeZone: string
  actions: Action[]
  earlierActions: Action[]
  pulses: (PulseScores & Pick<Pulse, 'side' | 'name' | 'comment' | 'at'>)[]
  answers: Answer[]
  textVersion: number
  brief: Brief | null
  next: { id: string; day: string } | null
  version: number
}
const one = statement<{ checkIn: CheckInRow }>(`select json_build_object(${itemFields},
    'goals', m.goals, 'progress', m.progress, 'challenges', m.challenges, 'adjustments', m.adjustments,
    'cancelReason', m.cancel_reason, 'partnerLead', c.name, 'partnerLeadId', p.partner_lead_id,
    'leadUserId', p.lead_user_id, 'status', m.status, 'schoolYearId', m.school_year_id, 'today', district_today(),
    'timeZone', d.time_zone, 'actions', ${actionsSql},
    'earlierActions', (select coalesce(json_agg(${actionJson} order by x.due_on, x.id), '[]')
      from meetings e join meeting_actions x on x.district_id = e.district_id and x.meeting_id = e.id
      where e.district_id = m.district_id and e.partnership_id = m.partnership_id and e.day < m.day and e.status <> 'cancelled'
        and (x.done_on is null or e.day = ${lastDaySql})),
    'pulses', (select coalesce(json_agg(json_build_object('side', a.side, 'name', a.name, 'reliable', a.reliable,
        'samePurpose', a.same_purpose, 'openTalk', a.open_talk, 'opensDoors', a.opens_doors, 'involved', a.involved,
        'bringsMuch', a.brings_much, 'comment', a.comment, 'at', ${utc('a.answered_at')}) order by a.side), '[]')
      from meeting_pulses a where a.district_id = m.district_id and a.meeting_id = m.id),
    'answers', (select coalesce(json_agg(json_build_object('side', a.side, 'answer', a.answer, 'textVersion', a.text_version,
        'name', a.name, 'title', a.title, 'comment', a.comment, 'at', ${utc('a.answered_at')}) order by a.id desc), '[]')
      from meeting_answers a where a.district_id = m.district_id and a.meeting_id = m.id),
    'textVersion', m.text_version, 'brief', m.brief, 'version', m.version,
    'next', (select json_build_object('id', n.id, 'day', n.day) from meetings n where n.district_id = m.district_id
      and n.partnership_id = m.partnership_id and n.day > m.day and n.status <> 'cancelled' order by n.day, n.id limit 1)) as "checkIn"
  from meetings m ${itemJoins} join districts d on d.id = m.district_id
    left join contacts c on c.district_id = p.district_id and c.id = p.partner_lead_id
  where m.district_id = app_district() and m.id = $1 and m.kind = 'check_in' and ${inScope('$2')}`)
export const checkInRow = async (db: Db, scope: Scope, id: string) =>
  (await db.one(one, [id, scope]))?.checkIn

const columns = {
  day: 'day',
  startTime: 'start_time',
  minutes: 'minutes',
  place: 'place',
  goals: 'goals',
  progress: 'progress',
  challenges: 'challenges',
  adjustments: 'adjustments',
  title: 'title',
  agenda: 'agenda',
  attendance: 'attendance',
  decisions: 'decisions',
  notes: 'notes',
  status: 'status',
} as const
export type Change = Partial<Record<keyof typeof columns, unknown>>
/** Writes what is given if `version` is still current and the record is not closed; answers whether it was. */
export const writeMeeting = async (db: Db, id: string, version: number, change: Change): Promise<boolean> => {
  const given = (Object.keys(columns) as (keyof typeof columns)[]).filter(
    (name) => change[name] !== undefined,
  )
  const sets = given.map((name, at) => `${columns[name]} = $${at + 3}`)
  return (
    (await db.run(
      statement(`update meetings set ${['updated_at = now()', ...sets].join(', ')}
        where district_id = app_district() and id = $1 and version = $2 and status not in ('signed', 'cancelled')`),
      [
        id,
        version,
        ...given.map((name) => (Array.isArray(change[name]) ? JSON.stringify(change[name]) : change[name])),
      ],
    )) > 0
  )
}

const cancel = statement(`update meetings set status = 'cancelled', cancel_reason = $2
  where district_id = app_district() and id = $1 and status in ('planned', 'held')`)
export const cancelMeeting = (db: Db, id: string, reason: string) => db.run(cancel, [id, reason])

const pulse =
  statement(`insert into meeting_pulses as q (district_id, meeting_id, side, name, reliable, same_purpose, open_talk,
    opens_doors, involved, brings_much, comment) values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (district_id, meeting_id, side) do update set name = excluded.name, reliable = excluded.reliable,
    same_purpose = excluded.same_purpose, open_talk = excluded.open_talk, opens_doors = excluded.opens_doors,
    involved = excluded.involved, brings_much = excluded.brings_much, comment = excluded.comment, answered_at = now()`)
export const writePulse = (
  db: Db,
  id: string,
  side: string,
  { name, comment, ...scores }: PulseScores & { name: string; comment?: string },
) =>
  db.run(pulse, [
    id,
    side,
    name,
    scores.reliable,
    scores.samePurpose,
    scores.openTalk,
    scores.opensDoors,
    scores.involved,
    scores.bringsMuch,
    comment ?? '',
  ])

const answer =
  statement(`insert into meeting_answers (district_id, meeting_id, side, answer, text_version, name, title, comment)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7)`)
export const insertAnswer = (
  db: Db,
  id: string,
  said: Pick<Answer, 'side' | 'answer' | 'textVersion' | 'name' | 'title' | 'comment'>,
) => db.run(answer, [id, said.side, said.answer, said.textVersion, said.name, said.title, said.comment])

const lock = statement<{ id: string }>(
  `select id from meetings where district_id = app_district() and id = $1 for update`,
)
/** Two signatures at once wait for each other, so that one of them is the second. */
export const holdMeeting = (db: Db, id: string) => db.one(lock, [id])

const tell =
  statement(`insert into partnership_events (district_id, partnership_id, kind, happened_on, body, author_name)
  select m.district_id, m.partnership_id, 'meeting', m.day, left(m.progress, 2000), $2 from meetings m
  where m.district_id = app_district() and m.id = $1`)
/** Puts a signed check-in on the partnership's timeline, in the words of those who met. */
export const tellTimeline = (db: Db, id: string, by: string) => db.run(tell, [id, by])

const close = statement(`update meetings set status = $2, brief = coalesce($3, brief)
  where district_id = app_district() and id = $1`)
export const closeMeeting = (db: Db, id: string, status: 'held' | 'signed', brief: Brief | null) =>
  db.run(close, [id, status, brief === null ? null : JSON.stringify(brief)])
