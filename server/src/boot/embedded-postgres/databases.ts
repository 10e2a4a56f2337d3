import { Client } from 'pg'

/** The names every installation shares; migrations grant to them. */
export const databaseName = 'common_table'
export const ownerRole = 'common_table_owner'
export const appRole = 'common_table_app'

/** A role that may do nothing beyond what it is granted. */
const plain = 'nosuperuser nobypassrls nocreatedb nocreaterole noreplication'

/** Makes the role when it is missing; with a password it may sign in. */
export const ensureRole = async (client: Client, role: string, password?: string): Promise<void> => {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rowCount) return
  const login = password === undefined ? 'nologin' : `login password ${client.escapeLiteral(password)}`
  await client.query(`create role ${client.escapeIdentifier(role)} ${plain} ${login}`)
}

interface Passwords {
  readonly owner: string
  readonly app: string
}

/** The product's database, the role that owns it and the role the server signs in as, which owns nothing. */
export const ensureDatabases = async (adminUrl: string, passwords: Passwords): Promise<void> => {
  const client = new Client({ connectionString: adminUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    // Other processes may be at the same first start; the lock goes with the connection.
    await client.query('select pg_advisory_lock(7200117)')
    const { rows } = await client.query<{ granted: boolean }>(
      'select datacl is not null as granted from pg_database where datname = $1',
      [databaseName],
    )
    if (rows[0]?.granted) return
    await ensureRole(client, ownerRole, passwords.owner)
    await ensureRole(client, appRole, passwords.app)
    if (!rows[0]) await client.query(`create database ${databaseName} owner ${ownerRole}`)
    await client.query(
      `revoke all on database ${databaseName} from public; grant connect on database ${databaseName} to ${appRole}`,
    )
  } finally {
    await client.end()
  }
}
