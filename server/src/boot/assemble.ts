import { join } from 'node:path'
import { buildApp, type CommonTable } from '../app.ts'
import { openConnections } from '../db/open.ts'
import { fileStoreIn } from '../files/file-store.ts'
import { openJobs } from '../jobs/jobs.ts'
import type { Settings } from '../settings.ts'
import type { Database } from './database.ts'
import type { Endings } from './endings.ts'
import { connectionOf } from './given-database.ts'
import { keptSecret, randomPassword } from './secrets.ts'

interface Assembly {
  readonly settings: Settings
  readonly dataDir: string
  /** May still be on its way up: routes are mounted meanwhile. */
  readonly database: Database | Promise<Database>
  /** Settles when the database is as this release needs it; absent when it is already. */
  readonly migrated?: Promise<unknown>
  readonly endings: Endings
}

/** The application on its connections, ready to listen; what it holds is given back by `endings`. */
export const assemble = async ({
  settings,
  dataDir,
  database,
  migrated,
  endings,
}: Assembly): Promise<CommonTable> => {
  const connection = Promise.resolve(database).then(({ appUrl }) => connectionOf(appUrl))
  const connections = openConnections(connection)
  endings.push(connections.close)
  const jobs = openJobs(connection, (problem) => console.error(`Jobs: ${problem.message}`), migrated)
  endings.push(jobs.close)
  const jwtSecret = settings.jwtSecret ?? (await keptSecret(dataDir, 'jwt-secret', () => randomPassword(48)))
  const files = fileStoreIn(join(dataDir, 'files'))
  const app = await buildApp({ settings, jwtSecret, connections, files, jobs, migrated })
  endings.push(() => app.http.close())
  await Promise.all([app.http.ready(), jobs.started])
  return app
}
