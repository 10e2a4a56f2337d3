import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { cpus, totalmem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startEmbedded } from '../src/boot/embedded-postgres/start-embedded.ts'
import { migrate, migrations } from '../src/db/migrate.ts'
import { openConnections } from '../src/db/open.ts'
import { foundDistrict } from '../src/district/found-district.ts'
import type { Services } from '../src/http/services.ts'
import { publishAll } from '../src/outcomes/index.ts'
import { districtId, fill, sizes, type Size } from './load.ts'
import { medianSample, shoot, type Sample, type Shot } from './measure.ts'
import { operations } from './operations.ts'

const { values: said } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'S,M' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
})

export interface Running {
  port: number
  token: string
  pid: number
  stop: () => Promise<void>
}

/** Starts a script of this folder and waits for the one JSON line it prints. */
const launch = (script: string, ...argv: string[]): Promise<Running> =>
  new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, script), ...argv], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
    child.stdout!.once('data', (line: Buffer) => {
      const { port, token = '' } = JSON.parse(String(line)) as { port: number; token?: string }
      const stop = () =>
        new Promise<void>(
          (ended) => (
            child.removeAllListeners('exit'),
            child.once('exit', () => ended()),
            child.kill('SIGKILL')
          ),
        )
      resolve({ port, token, pid: child.pid!, stop })
    })
  })

const memoryOf = async (pid: number): Promise<string> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return `${Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024)} MiB`
}

const row = (
  name: string,
  who: string,
  { requestsPerSecond, p50, p97, p99, cpu }: Sample,
  ratio: string,
): string =>
  `| ${name} | ${who} | ${requestsPerSecond.toFixed(0)} | ${p50} / ${p97} / ${p99} | ${cpu.toFixed(2)} | ${ratio} |`

const benchSize = async (size: Size): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'common-table-bench-'))
  const database = await startEmbedded({ dataDir, mayMoveOut: true })
  const jwtSecret = 'a secret only the bench knows, long enough'
  try {
    await migrate(database.ownerUrl, migrations)
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    owner.on('error', () => {})
    await owner.connect()
    await owner.query("insert into districts (id, name) values ($1, 'Bench')", [districtId])
    const connections = openConnections({ connectionString: database.appUrl })
    await foundDistrict({ write: connections.writer.transaction } as Services, districtId, {
      today: '2025-01-15',
    }) // founding only writes
    await connections.close()
    const loadedIn = performance.now()
    const counts = await fill(database.ownerUrl, size)
    console.log(
      `\n### ${size}: ${sizes[size].schools} schools, ${sizes[size].partnerships} partnerships, ${counts.measurements} measurements (loaded in ${((performance.now() - loadedIn) / 1000).toFixed(1)} s)\n`,
    )
    const screenedIn = performance.now()
    const screening = openConnections({ connectionString: database.appUrl })
    const tables = await publishAll(
      { read: screening.reader.as, write: screening.writer.transaction } as Services, // screening reads and writes
      districtId,
    )
    await screening.close()
    console.log(
      `Screened ${tables} tables of figures for small groups in ${((performance.now() - screenedIn) / 1000).toFixed(1)} s.\n`,
    )
    const postgresPid = Number(
      (await readFile(join(database.folder, 'postmaster.pid'), 'utf8')).split('\n')[0],
    )
    const floor = await launch('floor.ts', `${database.adminUrl.replace(/\/postgres$/, '/common_table')}`)
    const product = await launch('product.ts', database.appUrl, jwtSecret)
    console.log(
      '| operation | who | requests/s | p50 / p97.5 / p99 ms | CPU ms/request | ratio (goal) |\n|---|---|---|---|---|---|',
    )
    for (const operation of operations(size, jwtSecret)) {
      if (said.only && !operation.name.includes(said.only)) continue
      const against = (running: Running, part: Pick<Shot, 'paths' | 'method' | 'bodies'>): Shot => ({
        ...part,
        url: `http://127.0.0.1:${running.port}`,
        headers: {
          ...(running.token && { authorization: `Bearer ${running.token}` }),
          ...(part.bodies && { 'content-type': 'application/json' }),
        },
        pids: [running.pid],
        postgresPid,
      })
      const samples: Record<'floor' | 'product', Sample[]> = { floor: [], product: [] }
      const subjects = {
        floor: against(operation.floorOn === 'product' ? product : floor, operation.floor),
        product: against(product, operation.product),
      }
      for (const who of ['floor', 'product'] as const) await shoot(subjects[who], 1, operation.connections)
      for (let round = 0; round < Number(said.rounds); round++)
        for (const who of round % 2 === 0 ? (['floor', 'product'] as const) : (['product', 'floor'] as const))
          samples[who].push(await shoot(subjects[who], Number(said.seconds), operation.connections))
      const [low, own] = [medianSample(samples.floor), medianSample(samples.product)]
      console.log(row(operation.name, operation.floorOn === 'product' ? 'compared' : 'floor', low, '1'))
      console.log(
        row(
          '',
          'product',
          own,
          `**${(own.requestsPerSecond / low.requestsPerSecond).toFixed(2)}** (${operation.goal})${own.failed + low.failed > 0 ? ` ${own.failed + low.failed} failed` : ''}`,
        ),
      )
    }
    console.log(
      `\nMemory after the load: product ${await memoryOf(product.pid)}, floor ${await memoryOf(floor.pid)}.`,
    )
    await floor.stop()
    await product.stop()
    await owner.end()
  } finally {
    await database.stopNow()
    await rm(dataDir, { recursive: true, force: true })
  }
}

console.log(
  `Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}; PostgreSQL 18 embedded; ${said.rounds} rounds of ${said.seconds} s, medians, 32 connections unless said, everything on one machine.`,
)
for (const size of said.sizes.split(',') as Size[]) await benchSize(size)
