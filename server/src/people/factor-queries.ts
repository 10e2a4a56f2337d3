import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export interface Factor {
  second_factor_secret: string | null
  second_factor_at: string | null
  second_factor_step: number | null
  recovery_hashes: string[]
}
const one =
  'second_factor_secret, second_factor_at, second_factor_step, recovery_hashes from users where district_id = app_district() and id = $1'
const read = statement<Factor>(`select ${one}`)
const hold = statement<Factor>(`select ${one} for update`)
export const factorOf = (db: Db, userId: string) => db.one(read, [userId])
/** Held, so that one code opens one session. */
export const holdFactor = (db: Db, userId: string) => db.one(hold, [userId])

const begin = statement(
  `update users set second_factor_secret = $2, second_factor_step = null, recovery_hashes = '{}'
   where district_id = app_district() and id = $1 and second_factor_at is null`,
)
export const beginFactor = async (db: Db, userId: string, sealedSecret: string) =>
  (await db.run(begin, [userId, sealedSecret])) > 0

const confirm = statement(
  `update users set second_factor_at = now(), second_factor_step = $2, recovery_hashes = $3
   where district_id = app_district() and id = $1`,
)
export const switchFactorOn = (db: Db, userId: string, step: number, recoveryHashes: string[]) =>
  db.run(confirm, [userId, step, recoveryHashes])

const use = statement(
  'update users set second_factor_step = $2, second_factor_secret = $3 where district_id = app_district() and id = $1',
)
export const useStep = (db: Db, userId: string, step: number, sealedSecret: string) =>
  db.run(use, [userId, step, sealedSecret])

const useRecovery = statement(
  'update users set recovery_hashes = array_remove(recovery_hashes, $2) where district_id = app_district() and id = $1',
)
export const useRecoveryCode = (db: Db, userId: string, hash: string) => db.run(useRecovery, [userId, hash])

const off = statement(
  `update users set second_factor_at = null, second_factor_secret = null, second_factor_step = null, recovery_hashes = '{}'
   where district_id = app_district() and id = $1`,
)
export const switchFactorOff = (db: Db, userId: string) => db.run(off, [userId])
