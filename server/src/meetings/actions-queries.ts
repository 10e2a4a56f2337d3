import type { Action, ActionChange, NewAction } from '@common-table/shared/meetings/schemas'
import type { MeetingStatus } from '@common-table/shared/meetings/standing'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Scope } from './queries.ts'
import { actionJson, inScope } from './sql-parts.ts'

/** A check-in within the reader's schools, or a meeting of a council or convening, which all staff may read. */
const reachable = `(m.kind <> 'check_in' or ${inScope('$2')})`

const meeting = statement<{ status: MeetingStatus; kind: string }>(
  `select m.status, m.kind from meetings m where m.district_id = app_district() and m.id = $1 and ${reachable}`,
)
export const meetingStatus = (db: Db, scope: Scope, id: string) => db.one(meeting, [id, scope])

interface ActionRow {
  action: Action
  meetingId: string
  status: MeetingStatus
}
const one = statement<ActionRow>(`select ${actionJson} as action, m.id as "meetingId", m.status
  from meeting_actions x join meetings m on m.district_id = x.district_id and m.id = x.meeting_id
  where x.district_id = app_district() and x.id = $1 and ${reachable}`)
export const actionRow = (db: Db, scope: Scope, id: string) => db.one(one, [id, scope])

const insert = statement<{ action: Action }>(`with x as (
    insert into meeting_actions (district_id, meeting_id, what, side, owner, due_on)
    values (app_district(), $1, $2, $3, $4, $5) returning *)
  select ${actionJson} as action from x`)
export const insertAction = async (db: Db, meetingId: string, action: NewAction): Promise<Action> =>
  (await db.one(insert, [meetingId, action.what, action.side, action.owner, action.dueOn]))!.action // an insert returns its row

const update = statement(`update meeting_actions set what = coalesce($3, what), side = coalesce($4, side),
    owner = coalesce($5, owner), due_on = coalesce($6, due_on), done_on = case when $7 then $8::date else done_on end
  where district_id = app_district() and id = $1 and version = $2`)
export const updateAction = async (db: Db, id: string, version: number, change: ActionChange) =>
  (await db.run(update, [
    id,
    version,
    change.what ?? null,
    change.side ?? null,
    change.owner ?? null,
    change.dueOn ?? null,
    'doneOn' in change,
    change.doneOn ?? null,
  ])) > 0

const remove = statement('delete from meeting_actions where district_id = app_district() and id = $1')
export const deleteAction = (db: Db, id: string) => db.run(remove, [id])
