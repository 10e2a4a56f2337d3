import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

/** `$1` are the roles that hold agreements:approve. */
const signers = statement<{
  signers: string
}>(`select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id), '[]')::text as signers
  from users where district_id = app_district() and status = 'active' and role = any ($1)`)
export const signersOf = async (db: Db, roles: readonly string[]): Promise<string> =>
  (await db.one(signers, [roles]))!.signers // an aggregate answers one row

const maySign = statement<{ id: string }>(
  "select id from users where district_id = app_district() and id = $1 and status = 'active' and role = any ($2)",
)
export const isSigner = async (db: Db, userId: string, roles: readonly string[]): Promise<boolean> =>
  (await db.one(maySign, [userId, roles])) !== undefined
