import type { SignedInUser } from '@common-table/shared/people/schemas'
import type { Role } from '@common-table/shared/contract/permission'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { pauses } from './sign-in-throttle.ts'

const byEmail = statement<{ district_id: string; user_id: string }>(
  `select district_id, user_id from sign_in_lookup
   where email_hash = encode(sha256(convert_to(lower($1), 'UTF8')), 'hex') and ($2::uuid is null or district_id = $2)
   order by district_id limit 10`,
)

/** The accounts of an address, in every district or in the given one. Needs no district. */
export const accountsOf = async (db: Db, email: string, district: string | undefined) =>
  (await db.many(byEmail, [email, district ?? null])).map(({ district_id, user_id }) => ({
    districtId: district_id,
    userId: user_id,
  }))

export const districtName = statement<{ id: string; name: string }>(
  'select id, name from districts where id = app_district()',
)

const tryOnce = statement<{ wait: number | null; password_hash: string | null; status: string }>(
  `with before as (
     select id, password_hash, status, ceil(extract(epoch from locked_until - now()))::integer as wait
     from users where district_id = app_district() and id = $1 for update
   ), counted as (
     update users u set failed_sign_ins = least(u.failed_sign_ins + 1, 1000),
       locked_until = now() + make_interval(secs => ($2::integer[])[least(u.failed_sign_ins + 1, cardinality($2::integer[]))])
     from before b where u.district_id = app_district() and u.id = b.id and coalesce(b.wait, 0) <= 0
   )
   select wait, password_hash, status from before`,
)

/**
 * Counts one try before the password is looked at, so that many tries at once gain nothing, and gives what is needed to
 * look. `wait` are the seconds of a pause that still lasts.
 */
export const countTry = async (db: Db, userId: string) => {
  const row = await db.one(tryOnce, [userId, pauses])
  return row && { wait: Math.max(0, row.wait ?? 0), passwordHash: row.password_hash, status: row.status }
}

const forget = statement(
  `update users set failed_sign_ins = 0, locked_until = null, last_sign_in_at = now()
   where district_id = app_district() and id = $1`,
)
export const forgetTries = (db: Db, userId: string) => db.run(forget, [userId])

interface PersonRow {
  role: Role
  status: string
  schools: string[]
  user: string
}

const person = `select u.role, u.status,
    (select coalesce(json_agg(us.school_id), '[]') from user_schools us
      where us.district_id = app_district() and us.user_id = u.id) as schools,
    json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'title', u.title, 'role', u.role,
      'schools', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
        from user_schools us join schools s on s.district_id = us.district_id and s.id = us.school_id
        where us.district_id = app_district() and us.user_id = u.id),
      'locale', u.locale, 'theme', u.theme, 'preferences', u.preferences, 'districtId', d.id,
      'districtName', d.name, 'version', u.version)::text as "user"
  from users u join districts d on d.id = u.district_id
  where u.district_id = app_district() and u.id = $1`
const read = statement<PersonRow>(person)
const hold = statement<PersonRow>(`${person} for share of u`)

/**
 * The person as they are told about themselves, with role and own schools. `held` keeps the row until the transaction
 * ends: a token made from it cannot pass a change of role that waits for it.
 */
export const signedInUser = async (db: Db, userId: string, held?: 'held') => {
  const row = await db.one(held ? hold : read, [userId])
  return (
    row && {
      role: row.role,
      status: row.status,
      schoolIds: row.schools,
      user: JSON.parse(row.user) as SignedInUser,
    }
  )
}

const audit = statement(
  `insert into audit_log (district_id, actor_kind, actor_id, actor_name, request_id, action, table_name, record_id, changes)
   values (app_district(), 'user', $1, $2, $3, 'sign_in', 'users', $1, json_strip_nulls(json_build_object('address', $4::text, 'device', $5::text, 'by', $6::text)))`,
)
export const recordSignIn = (
  db: Db,
  user: { id: string; name: string },
  requestId: string | null,
  origin: { address: string; device: string },
  by?: 'provider',
) => db.run(audit, [user.id, user.name, requestId, origin.address, origin.device, by ?? null])
