import { createHash } from 'node:crypto'
import { chmod, mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { BootFailure, folderFailure } from '../failure.ts'
import { keptSecret } from '../secrets.ts'
import { type Account, accountFor, canEnter } from './account.ts'
import { findBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import { appRole, databaseName, ensureDatabases, ownerRole } from './databases.ts'
import type { Server } from './server.ts'
import { type Supervised, supervise } from './supervise.ts'

export interface EmbeddedOptions {
  readonly dataDir: string
  /** Takes one line at a time about what is happening. */
  readonly log?: (line: string) => void
  /** False: nothing waits for the disk. For tests, whose data is thrown away. */
  readonly durable?: boolean
  /** Whether the cluster may live outside a data folder its account cannot enter; else that is refused. */
  readonly mayMoveOut?: boolean
}

export interface Embedded extends Pick<Supervised, 'port' | 'adopted' | 'stop' | 'stopNow' | 'onDeath'> {
  /** The superuser, on the database `postgres`. */
  readonly adminUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  /** Where the rows are. */
  readonly folder: string
}

const clusterIn = async (dataDir: string, options: EmbeddedOptions): Promise<[string, Account]> => {
  const inside = join(dataDir, 'postgres')
  const account = await accountFor(inside)
  if (await canEnter(account, dataDir)) return [inside, account]
  // Passing through the folder shows nothing: what is secret in it is closed by itself.
  await chmod(dataDir, (await stat(dataDir)).mode | 0o011)
  if (await canEnter(account, dataDir)) return [inside, account]
  if (!options.mayMoveOut)
    throw new BootFailure(
      `PostgreSQL runs as the account "${account.name}", which cannot enter ${dataDir} or a folder above it; set DATA_DIR to a folder it can, or start as an ordinary user.`,
    )
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const home = join('/var/lib/common-table', name)
  await mkdir(home, { recursive: true, mode: 0o755 })
  return [join(home, 'postgres'), await accountFor(join(home, 'postgres'))]
}

/**
 * Real PostgreSQL below `dataDir`: set up on first use, started, watched and restarted while this process lives,
 * shared with every other process that asks for the same folder, stopped by the last of them.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const dataDir = resolve(options.dataDir)
  const log = options.log ?? (() => undefined)
  const durable = options.durable ?? true
  await mkdir(dataDir, { recursive: true, mode: 0o755 }).catch((error: unknown) => {
    throw folderFailure(dataDir, error)
  })
  const [folder, account] = await clusterIn(dataDir, options)
  const admin = await keptSecret(dataDir, 'postgres-password')
  const owner = await keptSecret(dataDir, 'owner-password')
  const app = await keptSecret(dataDir, 'app-password')
  const binaries = await findBinaries(account)
  await ensureCluster({ folder, account, binaries, durable, password: admin })
  const server: Server = { folder, account, binaries, durable, log: `${folder}.log` }
  const urlFor = (port: number, role: string, password: string, database: string): string =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
  const running = await supervise({
    server,
    log,
    adminUrl: (port) => urlFor(port, 'postgres', admin, 'postgres'),
  })
  const adminUrl = urlFor(running.port, 'postgres', admin, 'postgres')
  try {
    await ensureDatabases(adminUrl, { owner, app })
  } catch (error) {
    await running.stop()
    throw error
  }
  return {
    ...running,
    adminUrl,
    ownerUrl: urlFor(running.port, ownerRole, owner, databaseName),
    appUrl: urlFor(running.port, appRole, app, databaseName),
    folder,
  }
}
