import { rmSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../src/boot/embedded-postgres/start-embedded.ts'
import { migrate, migrations } from '../src/db/migrate.ts'
import { openConnections } from '../src/db/open.ts'
import { foundDistrict } from '../src/district/found-district.ts'
import type { Services } from '../src/http/services.ts'
import { publishAll } from '../src/outcomes/index.ts'
import { districtId, fill, sizes, type Size } from './load.ts'

/** Every product of a run signs with it, so a token of one is good at the other. */
export const jwtSecret = 'a secret only the bench knows, long enough'

/** A filled database of its own, thrown away when it is closed. */
export interface BenchDatabase {
  readonly size: Size
  /** The role the product runs as. */
  readonly appUrl: string
  /** The superuser on the product's database. */
  readonly adminUrl: string
  readonly postgresPid: number
  /** For files that live as long as the database. */
  readonly folder: string
  close(): Promise<void>
}

const secondsSince = (began: number): string => ((performance.now() - began) / 1000).toFixed(1)

/** Lends the connections of the server's role to work that only reads and writes. */
const asServer = async <T>(appUrl: string, work: (services: Services) => Promise<T>): Promise<T> => {
  const { reader, writer, close } = openConnections({ connectionString: appUrl })
  try {
    return await work({ read: reader.as, write: writer.transaction } as Services) // all that such work asks for
  } finally {
    await close()
  }
}

const fillIn = async (ownerUrl: string, appUrl: string, size: Size): Promise<void> => {
  await migrate(ownerUrl, migrations)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query("insert into districts (id, name) values ($1, 'Bench')", [districtId])
  await owner.end()
  await asServer(appUrl, (services) => foundDistrict(services, districtId, { today: '2025-01-15' }))
  const loading = performance.now()
  const counts = await fill(ownerUrl, size)
  console.log(
    `\n### ${size}: ${sizes[size].schools} schools, ${sizes[size].partnerships} partnerships, ${counts.measurements} measurements (loaded in ${secondsSince(loading)} s)\n`,
  )
  const screening = performance.now()
  const tables = await asServer(appUrl, (services) => publishAll(services, districtId))
  console.log(`Screened ${tables} tables of figures for small groups in ${secondsSince(screening)} s.\n`)
}

/** Starts PostgreSQL in a temporary folder and fills it to a size. */
export const openBenchDatabase = async (size: Size): Promise<BenchDatabase> => {
  const folder = await mkdtemp(join(tmpdir(), 'common-table-bench-'))
  const discard = () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  const database = await startEmbedded({ dataDir: folder, mayMoveOut: true }).catch(
    async (error: unknown) => {
      await discard()
      throw error
    },
  )
  const drop = () => {
    database.stopNow()
    // PostgreSQL removes files of its own on its way out, and nothing can be awaited any more.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', drop)
  const close = async () => {
    process.off('exit', drop)
    database.stopNow()
    await discard()
  }
  try {
    await fillIn(database.ownerUrl, database.appUrl, size)
    const postmaster = await readFile(join(database.folder, 'postmaster.pid'), 'utf8')
    return {
      size,
      appUrl: database.appUrl,
      adminUrl: database.adminUrl.replace(/\/postgres$/, '/common_table'),
      postgresPid: Number(postmaster.split('\n')[0]),
      folder,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
