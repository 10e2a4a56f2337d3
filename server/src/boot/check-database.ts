import { major } from './embedded-postgres/cluster.ts'
import { BootFailure } from './failure.ts'
import { withDatabase } from './given-database.ts'

interface Standing {
  readonly role: string
  readonly version: number
  readonly superuser: boolean
  readonly bypass: boolean
  readonly owns: string | null
}

/** Refuses a database that is too old, and a role that row-level security would not hold. */
export const checkDatabase = (appUrl: string): Promise<void> =>
  withDatabase('DATABASE_URL', appUrl, async (client) => {
    const { rows } = await client.query<Standing>(
      `select current_user::text as role, current_setting('server_version_num')::int / 10000 as version,
        rolsuper as superuser, rolbypassrls as bypass,
        (select c.oid::regclass::text from pg_class c where c.relowner = r.oid limit 1) as owns
       from pg_roles r where rolname = current_user`,
    )
    const standing = rows[0]! // the role asks about itself
    if (standing.version < major)
      throw new BootFailure(
        `The database is PostgreSQL ${standing.version} and Common Table needs ${major} or newer; upgrade it, or point DATABASE_URL to another.`,
      )
    const fault =
      (standing.superuser && 'is a superuser') ||
      (standing.bypass && 'bypasses row-level security') ||
      (standing.owns && `owns ${standing.owns}`)
    if (fault)
      throw new BootFailure(
        `The server's database role "${standing.role}" ${fault}, so districts would not be kept apart; give DATABASE_URL a plain login and put the owner's into DATABASE_ADMIN_URL.`,
      )
  })
