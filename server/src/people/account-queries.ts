import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const change = statement(
  `update users set name = coalesce($2, name), title = case when $3 then nullif($4, '') else title end,
     locale = coalesce($5, locale), theme = coalesce($6, theme), preferences = preferences || coalesce($7::jsonb, '{}')
   where district_id = app_district() and id = $1`,
)

export interface OwnChange {
  name?: string
  title?: string | null
  locale?: string
  theme?: string
  preferences?: object
}

/** Changes what a person may change about themselves; what is absent stays. */
export const changeOwn = (db: Db, userId: string, { name, title, locale, theme, preferences }: OwnChange) =>
  db.run(change, [
    userId,
    name?.trim() ?? null,
    title !== undefined,
    title ?? null,
    locale ?? null,
    theme ?? null,
    preferences ? JSON.stringify(preferences) : null,
  ])

const secret = statement<{ email: string; name: string; password_hash: string | null }>(
  'select email, name, password_hash from users where district_id = app_district() and id = $1 for update',
)
export const ownSecret = (db: Db, userId: string) => db.one(secret, [userId])

const setHash = statement(
  `update users set password_hash = $2, failed_sign_ins = 0, locked_until = null
   where district_id = app_district() and id = $1`,
)
export const setPassword = (db: Db, userId: string, hash: string) => db.run(setHash, [userId, hash])
