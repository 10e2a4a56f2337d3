import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { livePostmaster } from '../../src/boot/embedded-postgres/postmaster.ts'
import { startEmbedded, type Embedded } from '../../src/boot/embedded-postgres/start-embedded.ts'
import { sharedBuffers } from '../../src/boot/embedded-postgres/configuration.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'common-table-boot-'))
const running: Embedded[] = []

const start = async (folder = dataDir): Promise<Embedded> => {
  const server = await startEmbedded({ dataDir: folder, durable: false })
  running.push(server)
  return server
}

const ask = async <Row extends object>(url: string, sql: string): Promise<Row[]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
    .query<Row>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

const living = async ({ folder }: Embedded): Promise<number | undefined> =>
  (await livePostmaster(folder))?.pid

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

describe('the embedded PostgreSQL', () => {
  it('comes from nothing, with a role that owns nothing and secrets only this account can read', async () => {
    const server = await start()
    expect(server.adopted).toBe(false)
    const [standing] = await ask(
      server.appUrl,
      `select current_user::text as role, rolsuper, rolbypassrls, rolcreatedb, current_setting('server_version_num')::int / 10000 as major,
        (select datcollate || ' ' || datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as text,
        current_setting('data_checksums') as checksums, current_setting('listen_addresses') as listens, current_setting('jit') as jit
       from pg_roles where rolname = current_user`,
    )
    expect(standing).toEqual({
      role: 'common_table_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      major: 18,
      text: 'C b C.UTF-8 UTF8',
      checksums: 'on',
      listens: '127.0.0.1',
      jit: 'off',
    })
    await expect(ask(server.appUrl, 'create table public.mine ()')).rejects.toMatchObject({ code: '42501' })
    for (const name of ['postgres', 'owner', 'app'])
      expect((await stat(join(dataDir, 'secrets', `${name}-password`))).mode & 0o777).toBe(
        process.platform === 'win32' ? 0o666 : 0o600,
      )
  })

  it('keeps its rows and its port from one start to the next', async () => {
    const first = await start()
    await ask(first.ownerUrl, 'create table kept as select 7 as seven')
    await first.stop()
    expect(await living(first)).toBeUndefined()
    const second = await start()
    expect(second.port).toBe(first.port)
    expect(await ask(second.ownerUrl, 'select seven from kept')).toEqual([{ seven: 7 }])
  })

  it('is one server for all who ask at once, and ends with the last of them', async () => {
    const fresh = join(dataDir, 'together')
    const [one, two, three] = await Promise.all([start(fresh), start(fresh), start(fresh)])
    expect(new Set([one.adminUrl, two.adminUrl, three.adminUrl]).size).toBe(1)
    await one.stop()
    await two.stop()
    expect(await ask(three.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await three.stop()
    expect(await living(three)).toBeUndefined()
  })

  it('ends when all leave at the same moment', async () => {
    const all = await Promise.all([start(), start(), start()])
    await Promise.all(all.map((server) => server.stop()))
    expect(await living(all[0])).toBeUndefined()
  })

  it('is brought back on the same port when it is killed', async () => {
    const server = await start()
    const before = await living(server)
    const back = new Promise((resolve) => {
      server.onDeath(resolve)
    })
    process.kill(before!, 'SIGKILL') // running, as the line above found
    expect(await back).toBe('restarted')
    expect(await living(server)).not.toBe(before)
    expect(await ask(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('is not kept from starting by a pid file whose number now belongs to another program', async () => {
    const first = await start()
    await first.stop()
    const file = join(first.folder, 'postmaster.pid')
    await writeFile(file, `${process.pid}\n${first.folder}\n1\n${first.port}\n\n127.0.0.1\n0 0\nready   \n`)
    const second = await start()
    expect(await ask(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('refuses data of another major version', async () => {
    const old = join(dataDir, 'old')
    await mkdir(join(old, 'postgres'), { recursive: true })
    await writeFile(join(old, 'postgres', 'PG_VERSION'), '15\n')
    await expect(start(old)).rejects.toThrow(
      /^The data in \S+postgres was written by PostgreSQL 15 and this release runs 18; set DATA_DIR .+\.$/,
    )
  })

  it('refuses data it has no password for', async () => {
    const first = await start()
    await first.stop()
    const secret = join(dataDir, 'secrets', 'postgres-password')
    const right = await readFile(secret, 'utf8')
    await writeFile(secret, 'not-the-password\n')
    await expect(start()).rejects.toThrow(
      /^The password kept in the data folder's secrets does not open .+\.$/,
    )
    await writeFile(secret, right)
    expect(await living(first)).toBeUndefined()
  })

  it('names the log when the server does not start', async () => {
    const broken = join(dataDir, 'broken')
    const first = await start(broken)
    await first.stop()
    await rm(join(first.folder, 'global', 'pg_control'))
    const refusal = /^The embedded PostgreSQL did not start; its last words are in (\S+)\. .+\.$/
    const said = await start(broken).catch((error: Error) => error.message)
    expect(said).toMatch(refusal)
    expect(await readFile(refusal.exec(String(said))?.[1] ?? '', 'utf8')).toContain('pg_control')
  })

  it('takes a quarter of the memory for its buffers, within bounds', () => {
    expect([64, 512, 2048, 65_536].map((megabytes) => sharedBuffers(megabytes * 1024 * 1024))).toEqual([
      32, 128, 512, 1024,
    ])
  })
})
