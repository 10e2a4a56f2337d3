import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { preparedServer } from '../../src/boot/bundle.ts'
import { ensureClient } from '../../src/boot/client-build.ts'
import { livePostmaster } from '../../src/boot/embedded-postgres/postmaster.ts'
import { launch, newDataFolder, type Launched } from './launch.ts'

const oneSentence = /^[^\n]+\.\n$/

// Processes on a machine that also runs the other tests: patience, not precision.
describe('starting the product', { timeout: 120_000 }, () => {
  let dataDir = ''
  const launched: Launched[] = []
  const start = (env: Record<string, string> = {}, entry: 'start' | 'serve' = 'serve'): Launched => {
    const server = launch(entry, { DATA_DIR: dataDir, ...env })
    launched.push(server)
    return server
  }
  const postgres = async (): Promise<number | undefined> =>
    (await livePostmaster(join(dataDir, 'postgres')))?.pid

  beforeAll(async () => {
    dataDir = await newDataFolder()
    await ensureClient(() => undefined)
  }, 120_000)
  afterAll(async () => {
    for (const server of launched) server.kill('SIGTERM')
    await Promise.all(launched.map(({ ended }) => ended))
    await rm(dirname(dataDir), { recursive: true, force: true })
  })

  it('makes everything on the first run, says who can sign in, and ends without a trace on Ctrl-C', async () => {
    const server = start()
    const address = await server.address
    expect(server.output()).toMatch(/Migrated 0001\.do\.\S+\.sql/)
    expect(server.output()).toContain('Made the fictional district')
    expect(server.output()).toMatch(/Sign in with the password {2}[a-z0-9]{20} {2}as/)
    for (const person of ['admin', 'director', 'coordinator', 'principal', 'analyst', 'steward', 'viewer'])
      expect(server.output()).toContain(`${person}@demo.example`)
    expect(server.output()).toContain(dataDir)
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    const page = await fetch(`${address}/needs`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect((await fetch(`${address}/api/v1/nothing-here`)).status).toBe(404)
    const database = await postgres()
    expect(database).toBeTypeOf('number')
    server.kill('SIGINT')
    expect((await server.ended).code).toBe(0)
    expect(await postgres()).toBeUndefined()
  })

  // The server's own work, which another test on the same processor does not stretch as it does the clock.
  const computing = (server: Launched): number =>
    Number(/(\d+) ms of them computing/.exec(server.output())?.[1])

  it('takes under three seconds the second time, makes nothing anew and keeps the password', async () => {
    const server = start({ LOG_LEVEL: 'debug' }, 'start')
    await server.address
    expect(server.output()).not.toMatch(/Migrated|Made|Building/)
    const password = /password {2}(\S+)/.exec(server.output())?.[1]
    expect(launched[0]?.output()).toContain(`the password  ${password}  as`)
    await vi.waitUntil(() => preparedServer().entry, { timeout: 60_000, interval: 100 })
    server.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    expect(computing(server)).toBeLessThan(3000)
  })

  it('starts from the server in few files once they are made, and is the same server', async () => {
    const server = start({ LOG_LEVEL: 'debug' }, 'start')
    const address = await server.address
    // What lies beside a module in the sources is still found: pages, style sheets, the description for machines.
    for (const path of ['readyz', 'needs', 'docs', 'openapi.json'])
      expect([path, (await fetch(`${address}/${path}`)).status]).toEqual([path, 200])
    server.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    expect(computing(server)).toBeLessThan(2500)
  })

  it('adopts the database of a start that was killed, and stops it in the end', async () => {
    const killed = start()
    await killed.address
    const database = await postgres()
    killed.kill('SIGKILL')
    await killed.ended
    expect(await postgres()).toBe(database)
    const next = start()
    await next.address
    expect(await postgres()).toBe(database)
    next.kill('SIGINT')
    expect((await next.ended).code).toBe(0)
    expect(await postgres()).toBeUndefined()
  })

  it('ends at once, and leaves nothing running, on Ctrl-C in the middle of a first start', async () => {
    const folder = await newDataFolder()
    const server = start({ DATA_DIR: folder })
    await vi.waitUntil(() => livePostmaster(join(folder, 'postgres')), { timeout: 60_000 })
    server.kill('SIGINT')
    const { code, output } = await server.ended
    expect([code, output]).toEqual([0, expect.not.stringMatching(/Error|at .+:\d+:\d+/)])
    expect(await livePostmaster(join(folder, 'postgres'))).toBeUndefined()
    await rm(dirname(folder), { recursive: true, force: true })
  })

  it('gives the demo people the password it is told', async () => {
    const server = start({ DEMO_PASSWORD: 'a password of our own' })
    await server.address
    expect(server.output()).toContain('the password  a password of our own  as')
    server.kill('SIGINT')
    await server.ended
  })

  // Told to, production makes them: the browser journeys start it so.
  it('makes no demo people in production', async () => {
    const folder = await newDataFolder()
    const server = start({ DATA_DIR: folder, NODE_ENV: 'production' })
    await server.address
    expect(server.output()).not.toMatch(/demo|fictional/)
    server.kill('SIGINT')
    await server.ended
    await rm(dirname(folder), { recursive: true, force: true })
  })

  it('runs on a database it is given, with roles it makes there', async () => {
    const { adminUrl } = inject('database')
    const name = `given_${crypto.randomUUID().replaceAll('-', '')}`
    const admin = new Client({ connectionString: adminUrl })
    await admin.connect()
    await admin.query(`create database ${name}`)
    const given = Object.assign(new URL(adminUrl), { pathname: `/${name}` })
    const app = Object.assign(new URL(given), { username: name, password: 'the-password-of-the-app' })
    const server = start({ DATABASE_URL: app.href, DATABASE_ADMIN_URL: given.href, DEMO: 'off' })
    const address = await server.address
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    expect(server.output()).toContain(`the database ${name} at ${given.host}`)
    const { rows } = await admin.query(
      'select pg_get_userbyid(datdba)::text as owner, rolsuper, rolbypassrls from pg_database, pg_roles where datname = $1 and rolname = $1',
      [name],
    )
    expect(rows).toEqual([{ owner: 'common_table_owner', rolsuper: false, rolbypassrls: false }])
    server.kill('SIGINT')
    await server.ended
    const alone = start({ DATABASE_URL: given.href, DEMO: 'off' })
    await alone.address
    alone.kill('SIGINT')
    expect((await alone.ended).code).toBe(0)
    await admin.query(`drop database ${name}`)
    await admin.query(`drop role ${name}`)
    await admin.end()
  })

  const refused = async (env: Record<string, string>, sentence: RegExp): Promise<void> => {
    const { code, output } = await start(env).ended
    expect(output).toMatch(oneSentence)
    expect(output).toMatch(sentence)
    expect(code).toBe(1)
  }

  it('refuses a wrong setting', () => refused({ PORT: 'http' }, /^PORT must be a whole number/))

  it('refuses a port in use', async () => {
    const holder = createServer()
    const port = await new Promise<number>((resolve) =>
      holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port)),
    )
    await refused({ PORT: String(port) }, /^Port \d+ is in use on 127\.0\.0\.1; .+ set PORT/)
    holder.close()
  })

  it('refuses a data folder that is a file', async () => {
    const file = join(dirname(dataDir), 'file')
    await writeFile(file, '')
    await refused({ DATA_DIR: file }, /^\S+ is not a folder; set DATA_DIR/)
  })

  it('refuses a database that does not answer, one that is not there, and a wrong password', async () => {
    await refused(
      { DATABASE_URL: 'postgres://app:secret@127.0.0.1:1/none' },
      /^DATABASE_URL points to 127\.0\.0\.1:1 and no PostgreSQL answers there \(ECONNREFUSED\); start it/,
    )
    const { adminUrl } = inject('database')
    await refused(
      { DATABASE_URL: Object.assign(new URL(adminUrl), { pathname: '/nowhere' }).href },
      /^There is no database "nowhere" at/,
    )
    await refused(
      { DATABASE_URL: Object.assign(new URL(adminUrl), { password: 'wrong' }).href },
      /^The database at \S+ refuses the password of "postgres"/,
    )
  })

  it('refuses a login that row-level security would not hold', async () => {
    const { adminUrl } = inject('database')
    await refused(
      { DATABASE_URL: adminUrl, DATABASE_ADMIN_URL: adminUrl },
      /^The server's database role "postgres" is a superuser, .+ DATABASE_ADMIN_URL\.$/m,
    )
  })

  it('refuses a folder it cannot write', async () => {
    const folder = join(dirname(dataDir), 'closed')
    await mkdir(folder)
    await chmod(folder, 0o555)
    // Root may write anywhere, so the question is asked as somebody else, once everything is loaded.
    const program = `
      const { readyDataFolder } = await import(${JSON.stringify(join(import.meta.dirname, '../../src/boot/data-folder.ts'))})
      if (process.getuid?.() === 0) process.setuid(65534)
      await readyDataFolder(${JSON.stringify(folder)}).catch((error) => console.log(error.message))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
    expect(stdout).toMatch(
      /^\S+closed cannot be written by this account; set DATA_DIR to a folder that can, .+\.\n$/,
    )
  })
})
