import { chown, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { BootFailure, folderFailure } from '../failure.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { configuration } from './configuration.ts'
import { linesSince, readyLog } from './log.ts'
import { freePort } from './port.ts'
import { type Postmaster, livePostmaster } from './postmaster.ts'
import { type Outcome, runProgram } from './programs.ts'

export interface Server {
  readonly folder: string
  readonly log: string
  readonly durable: boolean
  readonly account: Account
  readonly binaries: Binaries
}

/** How long a start may take: replaying the log after a crash is the long part. */
const patience = 120_000

const portOfLastTime = async (settings: string): Promise<number | undefined> =>
  Number(/^port = (\d+)$/m.exec(await readFile(settings, 'utf8').catch(() => ''))?.[1]) || undefined

const writeSettings = async (server: Server, port: number, path: string): Promise<void> => {
  const { uid, gid } = server.account
  await writeFile(path, configuration({ port, durable: server.durable }), { mode: 0o600 })
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

const refusal = (server: Server, said: string): unknown => {
  if (said.includes('No space left on device'))
    return folderFailure(server.folder, Object.assign(new Error(said), { code: 'ENOSPC' }))
  if (said.includes('could not bind'))
    return new BootFailure(
      'The embedded PostgreSQL could not open its port on 127.0.0.1; end what holds it, or set DATABASE_URL.',
    )
  return new BootFailure(
    `The embedded PostgreSQL did not start; its last words are in ${server.log}. Put the data folder back from a backup, or set DATA_DIR to another one.`,
  )
}

/** The server as soon as it says that it is ready; undefined when `ended` comes first. */
const asSoonAsReady = async (server: Server, ended: Promise<unknown>): Promise<Postmaster | undefined> => {
  const looking = new AbortController()
  void ended.finally(() => looking.abort())
  while (!looking.signal.aborted) {
    const running = await livePostmaster(server.folder)
    if (running?.state === 'ready') return running
    await wait(10)
  }
  return undefined
}

/** Starts the server on the port of last time when that is free; undefined when another process started it first. */
const launch = async (server: Server, mustBe?: number): Promise<Postmaster | undefined> => {
  const settings = join(server.folder, 'common-table.conf')
  const port = mustBe ?? (await freePort(await portOfLastTime(settings)))
  let from = 0
  try {
    await writeSettings(server, port, settings)
    from = await readyLog(server.log, server.account)
  } catch (error) {
    throw folderFailure(server.folder, error)
  }
  const starting = runProgram(
    server.binaries.pgCtl,
    ['start', '--wait', `--timeout=${patience / 1000}`, `--pgdata=${server.folder}`, `--log=${server.log}`],
    server.account,
  )
  // pg_ctl looks ten times a second, and half a start is over by then.
  const early = await asSoonAsReady(server, starting)
  if (early) return early
  const outcome = await starting
  const running = await livePostmaster(server.folder)
  if (running || outcome.ok) return running
  const said = outcome.output + (await linesSince(server.log, from))
  // Another process was quicker, or the children of a killed server are still ending.
  if (said.includes('postmaster.pid') || said.includes('still in use')) return undefined
  throw refusal(server, said)
}

/** The running server of this cluster: the one that lives already, else a new one. Never two on the same data. */
export const ensureRunning = async (server: Server, mustBe?: number): Promise<Postmaster> => {
  const end = Date.now() + patience
  while (Date.now() < end) {
    const running = (await livePostmaster(server.folder)) ?? (await launch(server, mustBe))
    if (running?.state === 'ready') return running
    await wait(50)
  }
  throw new BootFailure(
    `The PostgreSQL that holds ${server.folder} neither answers nor ends; see ${server.log}, end it, and start again.`,
  )
}

const stopBy = (server: Server, mode: 'fast' | 'immediate', seconds: number): Promise<Outcome> =>
  runProgram(
    server.binaries.pgCtl,
    ['stop', `--mode=${mode}`, '--wait', `--timeout=${seconds}`, `--pgdata=${server.folder}`],
    server.account,
  )

/**
 * A fast shutdown: sessions end, everything committed is on disk. One that does not come to its end, as on a disk that
 * filled up, is cut short: the next start replays the log, and nothing is left running that holds the folder.
 */
export const shutDown = async (server: Server): Promise<void> => {
  if (!(await livePostmaster(server.folder))) return
  if ((await stopBy(server, 'fast', 30)).ok || !(await livePostmaster(server.folder))) return
  if ((await stopBy(server, 'immediate', 15)).ok || !(await livePostmaster(server.folder))) return
  throw new BootFailure(`The embedded PostgreSQL did not stop within a minute; see ${server.log}.`)
}
