import { join } from 'node:path'
import { buildApp } from '../app.ts'
import { migrate, migrations } from '../db/migrate.ts'
import { openConnections } from '../db/open.ts'
import { fileStoreIn } from '../files/file-store.ts'
import { registerWebPages } from '../http/web-pages.ts'
import { openJobs } from '../jobs/jobs.ts'
import { readSettings, type Settings } from '../settings.ts'
import { checkDatabase } from './check-database.ts'
import { dist, ensureClient } from './client-build.ts'
import { readyDataFolder } from './data-folder.ts'
import { openDatabase, type Database } from './database.ts'
import { readyDemo } from './demo.ts'
import { BootFailure } from './failure.ts'
import { connectionOf } from './given-database.ts'
import { greeting } from './greeting.ts'
import { checkPort, listenFailure } from './port.ts'
import { randomPassword, keptSecret } from './secrets.ts'
import { endOnSignal } from './signals.ts'

const say = (line: string): void => console.log(line)

/** What ends the server, last begun first; filled as the start goes on, so that a start cut off leaves nothing running. */
class Endings {
  readonly #all: (() => Promise<unknown>)[] = []
  force = (): void => undefined

  push(end: () => Promise<unknown>): void {
    this.#all.unshift(end)
  }

  run = async (): Promise<void> => {
    let failure: unknown
    for (const end of this.#all.splice(0))
      await end().catch((error: unknown) => {
        failure ??= error
      })
    if (failure !== undefined) throw failure
  }
}

const serve = async (
  settings: Settings,
  dataDir: string,
  database: Database,
  endings: Endings,
): Promise<string> => {
  const connection = connectionOf(database.appUrl)
  const connections = openConnections(connection)
  endings.push(connections.close)
  const jobs = await openJobs(connection, (problem) => console.error(`Jobs: ${problem.message}`))
  endings.push(jobs.close)
  const jwtSecret = settings.jwtSecret ?? (await keptSecret(dataDir, 'jwt-secret', () => randomPassword(48)))
  const files = fileStoreIn(join(dataDir, 'files'))
  const { http } = await buildApp({ settings, jwtSecret, connections, files, jobs })
  endings.push(() => http.close())
  await registerWebPages(http, dist)
  await http.listen({ host: settings.host, port: settings.port }).catch((error: unknown) => {
    throw listenFailure(settings.host, settings.port, error)
  })
  const address = http.server.address()
  const port = typeof address === 'object' && address ? address.port : settings.port
  return settings.publicUrl ?? `http://${settings.host === '0.0.0.0' ? 'localhost' : settings.host}:${port}`
}

interface RunOptions {
  /** Builds the web pages when their sources changed; an image brings them built. */
  readonly buildPages: boolean
}

const start = async ({ buildPages }: RunOptions, endings: Endings): Promise<void> => {
  const settings = readSettings(process.env)
  const dataDir = await readyDataFolder(settings.dataDir)
  await checkPort(settings.host, settings.port)
  const database = await openDatabase(settings, dataDir, say)
  endings.push(database.stop)
  endings.force = database.stopNow
  database.onLost((reason) => {
    console.error(reason.message)
    process.exitCode = 1
    void endings.run().finally(() => process.exit(1))
  })
  await checkDatabase(database.appUrl)
  await migrate(database.ownerUrl, migrations, say)
  const demo = await readyDemo(settings, dataDir, database.ownerUrl, say)
  if (buildPages) await ensureClient(say)
  const address = await serve(settings, dataDir, database, endings)
  say(greeting({ address, dataDir, database: database.where, demo }))
}

/** The whole life of the server process. What stops a start is told in a sentence; only an accident shows its stack. */
export const run = async (options: RunOptions): Promise<void> => {
  const endings = new Endings()
  endOnSignal(endings.run, () => endings.force())
  try {
    await start(options, endings)
  } catch (error) {
    console.error(error instanceof BootFailure ? error.message : error)
    await endings.run().catch(() => undefined)
    process.exit(1)
  }
}
