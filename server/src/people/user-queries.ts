import type { Role } from '@common-table/shared/contract/permission'
import type { Invitation, UserChange } from '@common-table/shared/people/user-schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'

const item = `json_build_object('id', u.id, 'email', u.email, 'name', u.name, 'title', u.title, 'role', u.role,
  'status', u.status, 'locale', u.locale,
  'schools', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
    from user_schools us join schools s on s.district_id = us.district_id and s.id = us.school_id
    where us.district_id = app_district() and us.user_id = u.id),
  'lastSignInAt', u.last_sign_in_at,
  'invitationExpiresAt', case when u.status = 'invited' then (select max(l.expires_at) from user_links l
    where l.district_id = app_district() and l.user_id = u.id and l.purpose = 'invitation'
      and l.used_at is null and l.expires_at > now()) end,
  'secondFactor', u.second_factor_at is not null, 'createdAt', u.created_at, 'version', u.version)`

/** People by name. A district has hundreds at most, so searching them reads them. */
export const userList = listBy({
  from: 'users u',
  alias: 'u',
  filters: {
    q: `strpos(plain_text(u.name || ' ' || u.email), plain_text(?)) > 0`,
    role: 'u.role = ?',
    status: 'u.status = ?',
  },
  sorts: {
    name: [
      ['lower(u.name)', 'text'],
      ['u.id', 'uuid'],
    ],
  },
  item,
})

const one = statement<{ person: string; version: number }>(
  `select ${item}::text as person, u.version from users u where u.district_id = app_district() and u.id = $1`,
)
export const userOf = (db: Db, userId: string) => db.one(one, [userId])

const insert = statement<{ id: string }>(
  `insert into users (district_id, email, name, title, role, locale)
   values (app_district(), $1, $2, nullif($3, ''), $4, coalesce($5, 'en'))
   on conflict (district_id, email) do nothing returning id`,
)
/** Undefined when the address is taken. */
export const insertUser = async (db: Db, { email, name, title, role, locale }: Invitation) =>
  (await db.one(insert, [email.trim().toLowerCase(), name.trim(), title ?? null, role, locale ?? null]))?.id

const held = statement<{ role: Role; status: string; version: number; schools: string[] }>(
  `select role, status, version, (select coalesce(json_agg(school_id order by school_id), '[]') from user_schools us
     where us.district_id = app_district() and us.user_id = u.id) as schools
   from users u where district_id = app_district() and id = $1 for update`,
)
export const holdUser = (db: Db, userId: string) => db.one(held, [userId])

const admins = statement<{ id: string }>(
  `select id from users where district_id = app_district() and role = 'admin' and status = 'active' order by id for update`,
)
/** The active administrators, held: two of them cannot take each other's role at once. */
export const holdAdmins = async (db: Db) => (await db.many(admins)).map(({ id }) => id)

const change = statement(
  `update users set name = coalesce($3, name), title = case when $4 then nullif($5, '') else title end,
     role = coalesce($6, role),
     status = case $7::text when 'active' then case when password_hash is null then 'invited' else 'active' end
       when 'deactivated' then 'deactivated' else status end
   where district_id = app_district() and id = $1 and version = $2`,
)
export const updateUser = async (db: Db, userId: string, version: number, asked: UserChange) =>
  (await db.run(change, [
    userId,
    version,
    asked.name?.trim() ?? null,
    asked.title !== undefined,
    asked.title ?? null,
    asked.role ?? null,
    asked.status ?? null,
  ])) > 0

const known = statement<{ known: number }>(
  'select count(*)::integer as known from schools where district_id = app_district() and id = any($1::uuid[])',
)
export const knowsSchools = async (db: Db, ids: readonly string[]) =>
  ids.length === 0 || (await db.one(known, [ids]))?.known === new Set(ids).size

const setSchools = statement(
  `with gone as (
     delete from user_schools where district_id = app_district() and user_id = $1 and school_id <> all ($2::uuid[])
   )
   insert into user_schools (district_id, user_id, school_id) select app_district(), $1, unnest($2::uuid[])
   on conflict do nothing`,
)
export const replaceSchools = (db: Db, userId: string, ids: readonly string[]) =>
  db.run(setSchools, [userId, ids])
