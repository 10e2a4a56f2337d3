import { Client } from 'pg'
import { BootFailure, codeOf } from './failure.ts'
import { appRole, ensureRole, ownerRole } from './embedded-postgres/databases.ts'

/** The same address, with every connection taking this role. */
export const asRole = (url: string, role: string): string => {
  const parsed = new URL(url)
  const options = parsed.searchParams.get('options')
  parsed.searchParams.set('options', `${options ? `${options} ` : ''}-c role=${role}`)
  return parsed.href
}

/** The parts of an address that `pg` must be given apart: options in the address would silently replace all others. */
export const connectionOf = (url: string): { connectionString: string; options?: string } => {
  const parsed = new URL(url)
  const options = parsed.searchParams.get('options')
  parsed.searchParams.delete('options')
  return { connectionString: parsed.href, ...(options !== null && { options }) }
}

const explain = (setting: string, url: string, error: unknown): BootFailure => {
  const { host, pathname, username } = new URL(url)
  const reasons: Record<string, string> = {
    '28P01': `The database at ${host} refuses the password of "${username}"; correct ${setting}.`,
    '28000': `The database at ${host} refuses the login "${username}"; correct ${setting}, or let it in by pg_hba.conf.`,
    '3D000': `There is no database "${pathname.slice(1)}" at ${host}; create it, or correct ${setting}.`,
    '42501': `The login "${username}" may not do what the start needs (${(error as Error).message}); give it the right, or set DATABASE_ADMIN_URL.`,
  }
  return new BootFailure(
    reasons[codeOf(error)] ??
      `${setting} points to ${host} and no PostgreSQL answers there (${codeOf(error) || (error as Error).message}); start it, or correct ${setting}.`,
    { cause: error },
  )
}

/** Runs `work` on one connection; whatever the database refuses becomes a sentence that names the setting. */
export const withDatabase = async <T>(
  setting: string,
  url: string,
  work: (client: Client) => Promise<T>,
): Promise<T> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    throw error instanceof BootFailure ? error : explain(setting, url, error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

interface Rights {
  readonly name: string
  readonly superuser: boolean
  readonly owner: string
}

const rightsOf = async (client: Client): Promise<Rights> => {
  const { rows } = await client.query<Rights>(
    `select current_user::text as name, rolsuper as superuser,
      (select pg_get_userbyid(datdba)::text from pg_database where datname = current_database()) as owner
     from pg_roles where rolname = current_user`,
  )
  return rows[0]! // the role asks about itself
}

const join = async (client: Client, member: string): Promise<void> => {
  const { rows } = await client.query<{ member: boolean }>("select pg_has_role($1, $2, 'set') as member", [
    member,
    appRole,
  ])
  if (!rows[0]?.member) await client.query(`grant ${appRole} to ${client.escapeIdentifier(member)}`)
}

/**
 * Makes what is missing of the roles in a database we were given, and says which addresses migrate and serve.
 * A superuser never owns our tables: it takes the owner's role, so row-level security holds as everywhere else.
 */
export const prepareGiven = (
  databaseUrl: string,
  adminUrl: string | undefined,
): Promise<{ ownerUrl: string; appUrl: string }> => {
  const migrating = adminUrl ?? databaseUrl
  return withDatabase(adminUrl ? 'DATABASE_ADMIN_URL' : 'DATABASE_URL', migrating, async (client) => {
    // Replicas that start together make the roles one after the other; the lock goes with the connection.
    await client.query('select pg_advisory_lock(7200117)')
    const rights = await rightsOf(client)
    const login = decodeURIComponent(new URL(databaseUrl).username)
    const password = decodeURIComponent(new URL(databaseUrl).password)
    await ensureRole(client, appRole, adminUrl && login === appRole ? password : undefined)
    if (adminUrl && login !== appRole) await ensureRole(client, login, password)
    if (login !== appRole) await join(client, login)
    const appUrl = adminUrl ? databaseUrl : asRole(databaseUrl, appRole)
    if (!rights.superuser) return { ownerUrl: migrating, appUrl }
    await ensureRole(client, ownerRole)
    if (rights.owner !== ownerRole) {
      const { rows } = await client.query<{ name: string }>('select current_database() as name')
      await client.query(`alter database ${client.escapeIdentifier(rows[0]!.name)} owner to ${ownerRole}`) // one row, always
    }
    return { ownerUrl: asRole(migrating, ownerRole), appUrl }
  })
}
