import type { Locale } from '@common-table/shared/people/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export type LinkPurpose = 'invitation' | 'reset'

const replace = statement<{ expires_at: string }>(
  `with void as (
     update user_links set used_at = now()
     where district_id = app_district() and user_id = $1 and purpose = $2 and used_at is null
   )
   insert into user_links (district_id, user_id, purpose, token_hash, expires_at)
   values (app_district(), $1, $2, $3, now() + case $2 when 'invitation' then interval '14 days' else interval '1 hour' end)
   returning expires_at`,
)
/** A new link; earlier ones of the same purpose stop working. */
export const replaceLink = async (db: Db, userId: string, purpose: LinkPurpose, tokenHash: string) =>
  (await db.one(replace, [userId, purpose, tokenHash]))!.expires_at // an insert returns its row

export interface LinkedPerson {
  id: string
  purpose: LinkPurpose
  email: string
  name: string
  status: string
  locale: Locale
  district: string
}
const person = `select u.id, l.purpose, u.email, u.name, u.status, u.locale, d.name as district
  from user_links l join users u on u.district_id = l.district_id and u.id = l.user_id
    join districts d on d.id = l.district_id
  where l.district_id = app_district() and l.token_hash = $1`
const good = `l.used_at is null and l.expires_at > now()
  and u.status = case l.purpose when 'invitation' then 'invited' else 'active' end`

const look = statement<LinkedPerson>(`${person} and ${good}`)
export const personOfLink = (db: Db, tokenHash: string) => db.one(look, [tokenHash])

const hold = statement<LinkedPerson>(`${person} and ${good} for update of l, u`)
const use = statement(
  'update user_links set used_at = now() where district_id = app_district() and token_hash = $1',
)
/** Uses the link up: the second of two at once waits, and then finds it used. */
export const useLink = async (db: Db, tokenHash: string, purpose: LinkPurpose) => {
  const found = await db.one(hold, [tokenHash])
  if (found?.purpose !== purpose) return undefined
  await db.run(use, [tokenHash])
  return found
}

export interface MailablePerson {
  id: string
  email: string
  name: string
  status: string
  locale: Locale
  district: string
  links_last_hour: number
}
const mailable = statement<MailablePerson>(
  `select u.id, u.email, u.name, u.status, u.locale, d.name as district,
     (select count(*) from user_links l where l.district_id = app_district() and l.user_id = u.id
       and l.purpose = 'reset' and l.created_at > now() - interval '1 hour')::integer as links_last_hour
   from users u join districts d on d.id = u.district_id where u.district_id = app_district() and u.id = $1 for update of u`,
)
export const mailablePerson = (db: Db, userId: string) => db.one(mailable, [userId])

const accept = statement(
  `update users set name = $2, password_hash = $3, status = 'active', locale = coalesce($4, locale),
     failed_sign_ins = 0, locked_until = null, last_sign_in_at = now()
   where district_id = app_district() and id = $1`,
)
export const activate = (db: Db, userId: string, name: string, hash: string, locale: Locale | undefined) =>
  db.run(accept, [userId, name, hash, locale ?? null])

const acceptInvited = statement(
  "update users set status = 'active' where district_id = app_district() and id = $1 and status = 'invited'",
)
const useInvitations = statement(
  "update user_links set used_at = now() where district_id = app_district() and user_id = $1 and purpose = 'invitation' and used_at is null",
)
/** Accepts the invitation of someone who proved their address elsewhere; whether there was one to accept. */
export const acceptKnown = async (db: Db, userId: string): Promise<boolean> => {
  if ((await db.run(acceptInvited, [userId])) === 0) return false
  await db.run(useInvitations, [userId])
  return true
}
