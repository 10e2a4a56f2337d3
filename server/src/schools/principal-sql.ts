import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

/** Who leads the school `s` and can be written to, as JSON: by the school's record, else an active account; null for nobody. */
export const principalSql = `case when s.principal_email is not null
    then json_build_object('name', coalesce(nullif(s.principal_name, ''), s.name), 'email', s.principal_email)
    else (select json_build_object('name', u.name, 'email', u.email) from user_schools us
      join users u on u.district_id = us.district_id and u.id = us.user_id
      where us.district_id = s.district_id and us.school_id = s.id and u.role = 'school' and u.status = 'active'
      order by u.id limit 1) end`

const principal = statement<{ to: { name: string; email: string } | null }>(
  `select ${principalSql} as to from schools s where s.district_id = app_district() and s.id = $1`,
)
export const principalOf = async (db: Db, schoolId: string) =>
  (await db.one(principal, [schoolId]))?.to ?? undefined
