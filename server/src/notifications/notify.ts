import type { Role } from '@common-table/shared/contract/permission'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const insert = statement(
  `insert into notifications (district_id, user_id, kind, facts, link)
   select app_district(), u.id, $3, $4::jsonb, $5 from users u
   where u.district_id = app_district() and u.status = 'active' and (u.id = any($1::uuid[]) or u.role = any($2::text[]))
   order by u.id`,
)

/**
 * Tells active people something: these ids, or everyone with one of these roles. `kind` is `<feature>.<word>`; the web
 * pages read the sentence at `<feature>.notices.<word>` and fill it with `facts`. `link` is a path of the web pages.
 */
export const notify = (
  db: Db,
  to: { userIds: readonly string[] } | { roles: readonly Role[] },
  kind: `${string}.${string}`,
  facts: Readonly<Record<string, string | number>> = {},
  link: `/${string}` = '/',
): Promise<number> =>
  db.run(insert, [
    'userIds' in to ? to.userIds : [],
    'roles' in to ? to.roles : [],
    kind,
    JSON.stringify(facts),
    link,
  ])
