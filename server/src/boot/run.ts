import { resolve } from 'node:path'
import type { CommonTable } from '../app.ts'
import { migrate, migrations } from '../db/migrate.ts'
import { readSettings, type Settings } from '../settings.ts'
import { checkDatabase } from './check-database.ts'
import { Endings } from './endings.ts'
import { demandClient, ensureClient } from './client-build.ts'
import { home, readyDataFolder } from './data-folder.ts'
import { openDatabase } from './database.ts'
import { BootFailure, fullDisk } from './failure.ts'
import { greeting } from './greeting.ts'
import { checkPort, listenFailure } from './port.ts'
import { endOnSignal } from './signals.ts'

const say = (line: string): void => console.log(line)

const listen = async (http: CommonTable['http'], { host, port, publicUrl }: Settings): Promise<string> => {
  await http.listen({ host, port }).catch((error: unknown) => {
    throw listenFailure(host, port, error)
  })
  const address = http.server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  return publicUrl ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${actual}`
}

const effort = (): string => {
  const { user, system } = process.cpuUsage()
  return `Started in ${Math.round(performance.now())} ms, ${Math.round((user + system) / 1000)} ms of them computing.`
}

interface RunOptions {
  /** `fresh` builds them when their sources changed; an image brings them `built`; in development they come from `elsewhere`. */
  readonly pages: 'fresh' | 'built' | 'elsewhere'
  /** What makes the next start quicker, begun once nothing stands in the way of this one. */
  readonly prepare?: (() => { readonly stop: () => void }) | undefined
}

/** The web pages, built when they have to be; an end that comes meanwhile ends that too. */
const readyPages = async (pages: RunOptions['pages'], endings: Endings): Promise<void> => {
  if (pages === 'built') await demandClient()
  if (pages !== 'fresh') return
  const building = new AbortController()
  endings.push(async () => building.abort())
  await ensureClient(say, building.signal)
}

const start = async ({ pages, prepare }: RunOptions, endings: Endings): Promise<void> => {
  const settings = readSettings(process.env)
  const dataDir = await readyDataFolder(settings.dataDir)
  await checkPort(settings.host, settings.port)
  const opening = openDatabase(settings, dataDir, say)
  // Ctrl-C may come while the database is on its way up: it is awaited, then stopped.
  endings.push(() => opening.then(({ stop }) => stop()))
  const migrating = opening.then(async (database) => {
    endings.force = database.stopNow
    database.onLost((reason) => {
      console.error(reason.message)
      process.exitCode = 1
      void endings.run().finally(() => process.exit(1))
    })
    await checkDatabase(database.appUrl)
    return migrate(database.ownerUrl, migrations, say)
  })
  // Loading and mounting the application takes as long as the database: they go side by side.
  const assembling = (async () => {
    const [{ assemble }, { readyDemo }, { startWorkers }] = await Promise.all([
      import('./assemble.ts'),
      import('./demo.ts'),
      import('../workers.ts'),
      readyPages(pages, endings),
    ])
    const migrated = Promise.race([migrating, endings.cutOff])
    migrated.catch(() => undefined) // heard by whoever waits for it, and told below
    return {
      app: await assemble({ settings, dataDir, database: opening, migrated, endings }),
      readyDemo,
      startWorkers,
    }
  })()
  // Whichever fails first is what people are told.
  const [database, migrated, { app, readyDemo, startWorkers }] = await Promise.all([
    opening,
    migrating,
    assembling,
  ])
  const preparing = prepare?.()
  if (preparing) endings.push(async () => preparing.stop())
  // Queues are made by the migrations: what is sent to them waits until somebody works on it.
  const working = startWorkers(app.services)
  working.catch(() => undefined)
  const demoing = readyDemo({ settings, dataDir, ownerUrl: database.ownerUrl, app, log: say })
  demoing.catch(() => undefined)
  // The first visitor finds a whole district; where nothing is new there is nothing to wait for.
  if (migrated.length > 0) await demoing
  const address = await listen(app.http, settings)
  const demo = await demoing
  await working
  if (settings.logLevel === 'debug') say(effort())
  say(greeting({ address, dataDir, database: database.where, demo }))
}

/** The settings were readable when anything but a sentence comes this far. */
const reasonOf = async (error: unknown): Promise<unknown> =>
  error instanceof BootFailure ? error : fullDisk(resolve(home, readSettings(process.env).dataDir), error)

/** The whole life of the server process. What stops a start is told in a sentence; only an accident shows its stack. */
export const run = async (options: RunOptions): Promise<void> => {
  const endings = new Endings()
  endOnSignal(endings.run, () => endings.force())
  try {
    await start(options, endings)
  } catch (error) {
    // A start cut off by Ctrl-C fails somewhere on its way; the one who stopped it knows.
    if (endings.begun) return
    const told = await reasonOf(error)
    console.error(told instanceof BootFailure ? told.message : told)
    await endings.run().catch(() => undefined)
    process.exit(1)
  }
}
