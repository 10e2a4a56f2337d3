import type {
  CharterLine,
  Decision,
  NewCharterLine,
  NextTerm,
  Taken,
} from '@common-table/shared/decisions/schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'

const lineJson = `json_build_object('id', l.id, 'title', l.title, 'seats', l.seats, 'method', l.method, 'finalSay', l.final_say,
  'daysToDecide', l.days_to_decide, 'rotation', l.rotation, 'active', l.active, 'version', l.version,
  'council', (select json_build_object('id', c.id, 'name', c.name) from councils c where c.district_id = l.district_id and c.id = l.council_id),
  'open', (select count(*) from decisions d where d.district_id = l.district_id and d.charter_line_id = l.id and d.status = 'open'),
  'decided', (select count(*) from decisions d where d.district_id = l.district_id and d.charter_line_id = l.id and d.status = 'decided'),
  'inTime', (select count(*) from decisions d where d.district_id = l.district_id and d.charter_line_id = l.id and d.decided_on <= d.decide_by))`

const lines = statement<{
  items: string
}>(`select coalesce(json_agg(${lineJson} order by l.active desc, l.title, l.id), '[]')::text as items
  from charter_lines l where l.district_id = app_district()`)
export const charterLines = async (db: Db) => (await db.one(lines))?.items ?? '[]'

const oneLine = statement<{ line: CharterLine }>(
  `select ${lineJson} as line from charter_lines l where l.district_id = app_district() and l.id = $1`,
)
export const charterLineOf = async (db: Db, id: string) => (await db.one(oneLine, [id]))?.line

const addLine = statement<{
  id: string
}>(`insert into charter_lines (district_id, title, council_id, seats, method, final_say, days_to_decide, rotation)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7) returning id`)
export const insertLine = async (db: Db, body: NewCharterLine) =>
  (await db.one(addLine, [
    body.title,
    body.councilId ?? null,
    body.seats,
    body.method,
    body.finalSay ?? '',
    body.daysToDecide,
    body.rotation ?? '',
  ]))!.id // an insert returns its row

const writeLine =
  statement(`update charter_lines set title = $3, council_id = $4, seats = $5, method = $6, final_say = $7,
    days_to_decide = $8, rotation = $9, active = $10
  where district_id = app_district() and id = $1 and version = $2`)
/** Answers whether `version` was still current. */
export const updateLine = async (db: Db, version: number, line: CharterLine, councilId: string | null) =>
  (await db.run(writeLine, [
    line.id,
    version,
    line.title,
    councilId,
    line.seats,
    line.method,
    line.finalSay,
    line.daysToDecide,
    line.rotation,
    line.active,
  ])) > 0

const today = `(select (now() at time zone time_zone)::date from districts where id = app_district())`
const decisionJson = `json_build_object('id', d.id, 'line', json_build_object('id', l.id, 'name', l.title),
  'council', (select json_build_object('id', c.id, 'name', c.name) from councils c where c.district_id = l.district_id and c.id = l.council_id),
  'seats', l.seats, 'method', coalesce(d.method, l.method), 'question', d.question, 'askedOn', d.asked_on, 'decideBy', d.decide_by,
  'status', d.status, 'late', d.status <> 'withdrawn' and coalesce(d.decided_on, ${today}) > d.decide_by, 'outcome', d.outcome, 'decidedOn', d.decided_on,
  'seatsPresent', d.seats_present, 'votesFor', d.votes_for, 'votesAgainst', d.votes_against, 'votesAbstained', d.votes_abstained,
  'meeting', (select json_build_object('id', m.id, 'name', m.title) from meetings m where m.district_id = d.district_id and m.id = d.meeting_id),
  'partnership', (select json_build_object('id', p.id, 'name', p.name) from partnerships p where p.district_id = d.district_id and p.id = d.partnership_id),
  'verdict', d.verdict, 'advised', d.advised, 'recordedByName', d.recorded_by_name, 'version', d.version)`
const ofLine = 'join charter_lines l on l.district_id = d.district_id and l.id = d.charter_line_id'

export const decisionList = listBy({
  alias: 'd',
  from: 'decisions d',
  joins: ofLine,
  filters: {
    status: 'd.status = ?',
    late: `? = (d.status <> 'withdrawn' and coalesce(d.decided_on, ${today}) > d.decide_by)`,
    charterLineId: 'd.charter_line_id = ?::uuid',
    partnershipId: 'd.partnership_id = ?::uuid',
    nextTerm: '? = (d.verdict is not null)',
  },
  sorts: {
    asked: [
      ['d.asked_on', 'date'],
      ['d.id', 'uuid'],
    ],
  },
  item: decisionJson,
})

const one = statement<{ decision: Decision }>(`select ${decisionJson} as decision from decisions d ${ofLine}
  where d.district_id = app_district() and d.id = $1`)
export const decisionOf = async (db: Db, id: string) => (await db.one(one, [id]))?.decision

const ask = statement<{
  id: string
}>(`insert into decisions (district_id, charter_line_id, question, asked_on, decide_by, meeting_id, partnership_id, recorded_by_name)
  select l.district_id, l.id, $2, x.day, x.day + l.days_to_decide, $4::uuid, $5::uuid, $6
  from charter_lines l, lateral (select coalesce($3::date, ${today}) as day) x
  where l.district_id = app_district() and l.id = $1 and l.active returning id`)
export const insertDecision = async (db: Db, values: readonly unknown[]) =>
  (await db.one(ask, [...values]))?.id

const take =
  statement(`update decisions set status = 'decided', outcome = $3, decided_on = $4::date, method = $5, seats_present = $6,
    votes_for = $7, votes_against = $8, votes_abstained = $9, meeting_id = coalesce($10::uuid, meeting_id), recorded_by_name = $11
  where district_id = app_district() and id = $1 and version = $2 and status = 'open'`)
export const updateTaken = async (
  db: Db,
  id: string,
  version: number,
  method: string,
  body: Taken,
  by: string,
) =>
  (await db.run(take, [
    id,
    version,
    body.outcome,
    body.decidedOn,
    method,
    body.seatsPresent,
    body.votesFor ?? null,
    body.votesAgainst ?? null,
    body.votesAbstained ?? null,
    body.meetingId ?? null,
    by,
  ])) > 0

const decide = statement<{
  id: string
}>(`insert into decisions (district_id, charter_line_id, question, asked_on, decide_by, partnership_id, status, outcome, decided_on,
    method, seats_present, votes_for, votes_against, votes_abstained, meeting_id, recorded_by_name, verdict, advised)
  select l.district_id, l.id, $2, $5::date, $5::date + l.days_to_decide, $3, 'decided', $4, $5::date, l.method, $6, $7, $8, $9,
    $10::uuid, $11, $12, $13
  from charter_lines l where l.district_id = app_district() and l.id = $1 returning id`)
/** Writes down a decision that is asked and taken in one. */
export const insertNextTerm = async (
  db: Db,
  partnershipId: string,
  body: NextTerm,
  advised: string | null,
  by: string,
) =>
  (await db.one(decide, [
    body.charterLineId,
    body.question,
    partnershipId,
    body.outcome,
    body.decidedOn,
    body.seatsPresent,
    body.votesFor ?? null,
    body.votesAgainst ?? null,
    body.votesAbstained ?? null,
    body.meetingId ?? null,
    by,
    body.verdict,
    advised,
  ]))!.id // the line was just read

const withdraw = statement(`update decisions set status = 'withdrawn', outcome = $3, recorded_by_name = $4
  where district_id = app_district() and id = $1 and version = $2 and status = 'open'`)
export const updateWithdrawn = async (db: Db, id: string, version: number, outcome: string, by: string) =>
  (await db.run(withdraw, [id, version, outcome, by])) > 0
