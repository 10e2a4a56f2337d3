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

/** The application on its connections, ready to listen; what it holds is given back by `endings`. */
export const assemble = async (
  settings: Settings,
  dataDir: string,
  database: Database,
  endings: Endings,
): Promise<CommonTable> => {
  const connection = connectionOf(database.appUrl)
  const connections = openConnections(connection)
  endings.push(connections.close)
  const jobs = await openJobs(connection, (problem) => console.error(`Jobs: ${problem.message}`))
  endings.push(jobs.close)
  const jwtSecret = settings.jwtSecret ?? (await keptSecret(dataDir, 'jwt-secret', () => randomPassword(48)))
  const files = fileStoreIn(join(dataDir, 'files'))
  const app = await buildApp({ settings, jwtSecret, connections, files, jobs })
  endings.push(() => app.http.close())
  await app.http.ready()
  return app
}
