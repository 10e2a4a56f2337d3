import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Client } from 'pg'
import type Postgrator from 'postgrator'
import { BootFailure } from '../boot/failure.ts'
import { appRole } from '../boot/embedded-postgres/databases.ts'
import { jobSchemaSource, migrateJobs } from './job-schema.ts'

/** One number for the whole product: two servers that start together migrate one after the other. */
const lockKey = 7_200_118

/** A path as a glob pattern that means only itself, with forward slashes on every system. */
const literally = (path: string): string => path.replaceAll('\\', '/').replaceAll(/[[{}()*?]/g, '[$&]')

const lineOf = (sql: string, position: string | undefined): string =>
  position === undefined ? '' : `, line ${sql.slice(0, Number(position)).split('\n').length}`

interface DatabaseError extends Error {
  readonly position?: string
  readonly detail?: string
}

const applyOne = async (client: Client, runner: Postgrator, file: Postgrator.Migration): Promise<void> => {
  await client.query('begin')
  try {
    await runner.migrate(String(file.version))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const { message, position, detail } = error as DatabaseError // what pg rejects with
    const line = lineOf(await readFile(file.filename, 'utf8'), position)
    throw new BootFailure(
      `The migration ${basename(file.filename)}${line} failed and left nothing behind: ${message}${detail ? ` (${detail})` : ''}. Correct the file, or what it stumbles over, and start again.`,
      { cause: error },
    )
  }
}

const checked = async (runner: Postgrator, version: number, files: Postgrator.Migration[]): Promise<void> => {
  const newest = Math.max(0, ...files.map((file) => file.version))
  if (version > newest)
    throw new BootFailure(
      `The database was migrated to ${version} by a newer release and this one ends at ${newest}; start the newer release.`,
    )
  await runner.validateMigrations(version).catch((error: Error) => {
    const changed = files.find((file) => error.message.includes(`[${file.version}]`))
    if (!changed) throw error
    throw new BootFailure(
      `${basename(changed.filename)} was changed after it was applied; put it back as it was and write a new migration instead.`,
      { cause: error },
    )
  })
}

/** A digest of everything the tables follow from: where the database keeps the same one, nothing is left to do. */
const sourcesOf = async (directory: string): Promise<string> => {
  const names = (await readdir(directory)).sort()
  const contents = await Promise.all(names.map((name) => readFile(join(directory, name))))
  const hash = createHash('sha256').update(jobSchemaSource(appRole))
  names.forEach((name, index) => hash.update(`\0${name}\0`).update(contents[index]!)) // read by the same list
  return hash.digest('hex')
}

/** Kept with the table of what was applied, so that it goes wherever that goes: a copy, a backup. */
const kept = async (client: Client): Promise<string | null> => {
  const { rows } = await client.query<{ sources: string | null }>(
    "select obj_description(to_regclass('public.schema_migrations'), 'pg_class') as sources",
  )
  return rows[0]!.sources // one row, always
}

const keep = (client: Client, sources: string | null): Promise<unknown> =>
  client.query(
    `comment on table public.schema_migrations is ${sources === null ? 'null' : client.escapeLiteral(sources)}`,
  )

/**
 * Applies `directory/NNNN.do.name.sql` in order, each file in a transaction of its own, and pg-boss's tables after them.
 * Forward only: to undo, write the next one. Gives back the names of the files it applied.
 */
export const migrate = async (
  ownerUrl: string,
  directory: string,
  log: (line: string) => void = () => undefined,
): Promise<string[]> => {
  const sources = await sourcesOf(directory)
  const client = new Client({ connectionString: ownerUrl, application_name: 'common-table migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    if ((await kept(client)) === sources) return []
    await client.query('set client_min_messages = warning')
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const { default: Runner } = await import('postgrator')
    const runner = new Runner({
      driver: 'pg',
      schemaTable: 'public.schema_migrations',
      migrationPattern: `${literally(directory)}/*.do.*.sql`,
      newline: 'LF',
      validateChecksums: false,
      execQuery: (sql) => client.query(sql),
    })
    const files = (await runner.getMigrations()).sort((a, b) => a.version - b.version)
    const version = await runner.getDatabaseVersion()
    await checked(runner, version, files)
    if ((await kept(client)) !== null) await keep(client, null)
    const fresh = files.filter((file) => file.version > version)
    for (const file of fresh) {
      await applyOne(client, runner, file)
      log(`Migrated ${basename(file.filename)}`)
    }
    await migrateJobs(client, appRole)
    await keep(client, sources)
    return fresh.map((file) => basename(file.filename))
  } finally {
    await client.end()
  }
}

/** The migrations this release brings. */
export const migrations = join(import.meta.dirname, '..', '..', '..', 'migrations')
