import { setTimeout as wait } from 'node:timers/promises'
import { BootFailure, codeOf } from '../failure.ts'
import { type Lease, takeLease } from './lease.ts'
import { livePostmaster } from './postmaster.ts'
import { type Server, ensureRunning, shutDown } from './server.ts'

/** What became of a server that died: it runs again on the same port, or this is why it does not. */
export type Aftermath = 'restarted' | Error

export interface Supervised {
  readonly port: number
  /** True when the server ran already: another process's, or one left behind by a killed process. */
  readonly adopted: boolean
  /** Leaves the server; the last one to leave shuts it down. */
  readonly stop: () => Promise<void>
  /** At once and without waiting, for a process that is being forced to end. The next start replays the log. */
  readonly stopNow: () => void
  readonly onDeath: (listener: (aftermath: Aftermath) => void) => void
}

interface Supervision {
  readonly server: Server
  readonly log: (line: string) => void
  readonly adminUrl: (port: number) => string
}

const tries = 5

/** Brings the server up, or finds it up, holds a lease on it, and brings it back when it dies. */
export const supervise = async ({ server, log, adminUrl }: Supervision): Promise<Supervised> => {
  const listeners: ((aftermath: Aftermath) => void)[] = []
  const tell = (aftermath: Aftermath): void => listeners.forEach((listener) => listener(aftermath))
  let stopping = false
  let lease: Lease
  let pid = 0
  const found = await livePostmaster(server.folder)

  const enter = async (mustBe?: number): Promise<number> => {
    let reason: unknown
    for (let attempt = 0; attempt < tries; attempt++) {
      const running = await ensureRunning(server, mustBe)
      try {
        lease = await takeLease(adminUrl(running.port), () => void revive(running.port))
        pid = running.pid
        return running.port
      } catch (error) {
        if (codeOf(error) === '28P01') throw await strangers(running.pid, error)
        // A server on its way down still answers for a moment.
        reason = error
        await wait(200 * (attempt + 1))
      }
    }
    throw new BootFailure(
      `The PostgreSQL that holds ${server.folder} does not answer; see ${server.log}, end it, and start again.`,
      { cause: reason },
    )
  }

  const strangers = async (launched: number, cause: unknown): Promise<BootFailure> => {
    if (found?.pid !== launched) await shutDown(server)
    return new BootFailure(
      `The password kept in the data folder's secrets does not open the database in ${server.folder}; put the folder back whole from a backup.`,
      { cause },
    )
  }

  const revive = async (port: number): Promise<void> => {
    if (stopping) return
    log('The embedded PostgreSQL went away; bringing it back.')
    try {
      await enter(port)
      log('The embedded PostgreSQL is back.')
      tell('restarted')
    } catch (error) {
      tell(error instanceof Error ? error : new Error(String(error)))
    }
  }

  const port = await enter()

  const stopNow = (): void => {
    stopping = true
    try {
      process.kill(pid, 'SIGQUIT')
    } catch {
      // It has gone already.
    }
  }
  if (!server.durable) process.once('exit', stopNow)

  return {
    port,
    adopted: found?.pid === pid,
    onDeath: (listener) => void listeners.push(listener),
    stopNow,
    stop: async () => {
      if (stopping) return
      stopping = true
      process.off('exit', stopNow)
      if (await lease.giveBack()) await shutDown(server)
    },
  }
}
