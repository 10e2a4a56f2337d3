import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

/** A session ends two weeks after it was last used, and two months after it began (NIST SP 800-63B-4, 2.2.3 asks for a bound). */
const lives = `least(created_at + interval '60 days', now() + interval '14 days')`

const insert = statement<{ id: string; expires_at: string }>(
  `insert into sessions (district_id, user_id, family_hash, refresh_hash, device, address, expires_at)
   values (app_district(), $1, $2, $3, $4, $5, now() + interval '14 days') returning id, expires_at`,
)
export const insertSession = (
  db: Db,
  userId: string,
  hashes: { family: string; refresh: string },
  origin: { address: string; device: string },
) => db.one(insert, [userId, hashes.family, hashes.refresh, origin.device, origin.address])

export interface SessionRow {
  user_id: string
  family_hash: string
  refresh_hash: string
  previous_hash: string | null
  alive: boolean
  seconds_since_rotation: number
  expires_at: string
}
const owner = statement<{ user_id: string }>(
  'select user_id from sessions where district_id = app_district() and id = $1',
)
export const ownerOfSession = async (db: Db, sessionId: string) => (await db.one(owner, [sessionId]))?.user_id

const lock = statement<SessionRow>(
  `select user_id, family_hash, refresh_hash, previous_hash, ended_at is null and expires_at > now() as alive,
     extract(epoch from clock_timestamp() - rotated_at)::double precision as seconds_since_rotation, expires_at
   from sessions where district_id = app_district() and id = $1 for update`,
)
/** The session, held until the transaction ends: two renewals at once take turns. */
export const lockSession = (db: Db, sessionId: string) => db.one(lock, [sessionId])

const rotate = statement<{ expires_at: string }>(
  `update sessions set previous_hash = refresh_hash, refresh_hash = $2, rotated_at = clock_timestamp(),
     last_used_at = now(), address = $3, device = $4, expires_at = ${lives}
   where district_id = app_district() and id = $1 returning expires_at`,
)
export const rotateSession = (
  db: Db,
  sessionId: string,
  refreshHash: string,
  origin: { address: string; device: string },
) => db.one(rotate, [sessionId, refreshHash, origin.address, origin.device])

export type EndReason =
  'signed_out' | 'everywhere' | 'revoked' | 'reuse' | 'password' | 'deactivated' | 'role'

const end = statement<{ id: string }>(
  `with ended as (
     update sessions set ended_at = now(), ended_reason = $4
     where district_id = app_district() and user_id = $1 and ended_at is null
       and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)
     returning id
   ), cut as (
     insert into token_cutoffs (district_id, subject) select app_district(), id from ended
     on conflict (district_id, subject) do update set at = clock_timestamp()
   )
   select id from ended`,
)

/** Ends sessions of a person: one, all, or all but the one in which they asked. Their access tokens stop at once. */
export const endSessions = async (
  db: Db,
  userId: string,
  reason: EndReason,
  { only, except }: { only?: string; except?: string | undefined } = {},
): Promise<number> => (await db.many(end, [userId, only ?? null, except ?? null, reason])).length

const cut = statement(
  `insert into token_cutoffs (district_id, subject) values (app_district(), $1)
   on conflict (district_id, subject) do update set at = clock_timestamp()`,
)
/** Access tokens of this person, session or API client stop at once; a session's next renewal brings the new truth. */
export const cutTokens = (db: Db, subject: string) => db.run(cut, [subject])

const list = statement<{ items: string }>(
  `select coalesce(json_agg(json_build_object('id', id, 'device', device, 'address', address, 'createdAt', created_at,
       'lastUsedAt', last_used_at, 'current', coalesce(id = $2, false)) order by last_used_at desc, id), '[]')::text as items
   from sessions where district_id = app_district() and user_id = $1 and ended_at is null and expires_at > now()`,
)
export const sessionsOf = async (db: Db, userId: string, currentId: string | null): Promise<string> =>
  (await db.one(list, [userId, currentId]))?.items ?? '[]'
