import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'

const summary = `'id', m.id, 'toAddress', m.to_address, 'toName', m.to_name, 'kind', m.kind, 'subject', m.subject,
  'status', m.status, 'attempts', m.attempts, 'error', m.error, 'createdAt', m.created_at, 'sentAt', m.sent_at`

/** Mails, newest first. */
export const mailList = listBy({
  from: 'mails m',
  alias: 'm',
  filters: { status: 'm.status = ?' },
  sorts: { newest: [['m.id', 'uuid']] },
  item: `json_build_object(${summary})`,
})

const one = statement<{ mail: string }>(
  `select json_build_object(${summary}, 'body', m.body)::text as mail from mails m
   where m.district_id = app_district() and m.id = $1`,
)
export const mailOf = async (db: Db, mailId: string) => (await db.one(one, [mailId]))?.mail

const again = statement(
  `update mails set status = 'queued', attempts = 0, error = null
   where district_id = app_district() and id = $1 and status in ('failed', 'kept')`,
)
export const queueAgain = async (db: Db, mailId: string) => (await db.run(again, [mailId])) > 0
