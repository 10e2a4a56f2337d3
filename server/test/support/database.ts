import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/boot/embedded-postgres/start-embedded.ts'
import { migrate, migrations } from '../../src/db/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    database: { adminUrl: string; ownerUrl: string; appUrl: string }
  }
}

/** One real PostgreSQL for the whole run, migrated once; every test file copies that database in milliseconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'common-table-test-'))
  const server = await startEmbedded({ dataDir, durable: false, mayMoveOut: true })
  const { adminUrl, ownerUrl, appUrl } = server
  await migrate(ownerUrl, migrations).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })
  project.provide('database', { adminUrl, ownerUrl, appUrl })
  return async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const named = (url: string, database: string): string =>
  Object.assign(new URL(url), { pathname: `/${database}` }).href

/** A private copy of the migrated database. */
export const freshDatabase = async (urls: {
  adminUrl: string
  ownerUrl: string
  appUrl: string
}): Promise<{ ownerUrl: string; appUrl: string }> => {
  const database = `copy_${crypto.randomUUID().replaceAll('-', '')}`
  const template = new URL(urls.ownerUrl).pathname.slice(1)
  const client = new pg.Client({ connectionString: urls.adminUrl })
  await client.connect()
  try {
    // Two files copying at once, or a late connection to the template, make PostgreSQL refuse: wait for our turn.
    await client.query('select pg_advisory_lock(72002)')
    await client.query(
      `create database ${database} template ${template} owner common_table_owner strategy wal_log`,
    )
  } finally {
    await client.end()
  }
  return { ownerUrl: named(urls.ownerUrl, database), appUrl: named(urls.appUrl, database) }
}
