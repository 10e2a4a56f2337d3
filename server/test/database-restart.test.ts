import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Import } from '@common-table/shared/imports/schemas'
import { buildApp, type CommonTable } from '../src/app.ts'
import { type Embedded, startEmbedded } from '../src/boot/embedded-postgres/start-embedded.ts'
import { migrate, migrations } from '../src/db/migrate.ts'
import { type DatabaseConnections, openConnections } from '../src/db/open.ts'
import { statement } from '../src/db/statement.ts'
import { foundDistrict } from '../src/district/found-district.ts'
import { fileStoreIn } from '../src/files/file-store.ts'
import { workOnImports } from '../src/imports/work-on-imports.ts'
import { type Jobs, openJobs } from '../src/jobs/jobs.ts'
import { readSettings } from '../src/settings.ts'
import { id } from './support/api.ts'
import { upload } from './support/imports.ts'

describe('a database that dies under load', () => {
  let dataDir: string
  let database: Embedded
  let connections: DatabaseConnections
  let jobs: Jobs
  let app: CommonTable
  let token: string
  let authorization: string

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'common-table-restart-'))
    // Durable as in production: nothing acknowledged may be lost, and that is what the disk is asked for.
    database = await startEmbedded({ dataDir, mayMoveOut: true })
    await migrate(database.ownerUrl, migrations)
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    await owner.query("insert into districts (id, name) values ($1, 'Riverbend Schools')", [id(900)])
    await owner.query("insert into organizations (district_id, id, name) values ($1, $2, 'Harvest Table')", [
      id(900),
      id(31),
    ])
    await owner.end()
    connections = openConnections({ connectionString: database.appUrl })
    jobs = openJobs({ connectionString: database.appUrl }, () => {})
    app = await buildApp({
      settings: readSettings({ NODE_ENV: 'test', LOG_LEVEL: 'silent', RATE_LIMIT_FACTOR: '1000' }),
      jwtSecret: 'a secret only this test knows, long enough',
      connections,
      files: fileStoreIn(join(dataDir, 'files')),
      jobs,
    })
    await app.http.ready()
    token = app.services.signAccess({
      sub: id(1),
      did: id(900),
      kind: 'user',
      name: 'Ana',
      role: 'director',
      sid: null,
    })
    authorization = `Bearer ${token}`
    await foundDistrict(app.services, id(900), { today: '2025-01-15' })
    await workOnImports(app.services)
  })

  afterAll(async () => {
    await app.http.close()
    await jobs.close()
    await connections.close()
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  const read = () =>
    app.http.inject({ method: 'GET', url: '/api/v1/partnerships', headers: { authorization } })
  const write = (name: string) =>
    app.http.inject({
      method: 'POST',
      url: '/api/v1/partnerships',
      headers: { authorization, 'idempotency-key': name },
      payload: { organizationId: id(31), name },
    })

  const kill = async (): Promise<void> => {
    const pid = Number((await readFile(join(database.folder, 'postmaster.pid'), 'utf8')).split('\n')[0])
    process.kill(pid, 'SIGKILL')
  }

  it('answers 503 with Retry-After meanwhile, recovers by itself, and loses nothing it acknowledged', async () => {
    const answers: { status: number; retryAfter: unknown }[] = []
    const acknowledged: string[] = []
    const calling = new AbortController()
    const caller = async (who: number): Promise<void> => {
      for (let n = 0; !calling.signal.aborted && n < 2000; n++) {
        const name = `made by ${who} as number ${n}`
        const [made, listed] = [await write(name), await read()]
        if (made.statusCode === 201) acknowledged.push(name)
        for (const { statusCode, headers } of [made, listed])
          answers.push({ status: statusCode, retryAfter: headers['retry-after'] })
        await pause(5)
      }
    }
    const callers = [1, 2, 3].map(caller)
    await pause(300)
    await kill()
    await expect.poll(() => answers.some(({ status }) => status === 503), { timeout: 10_000 }).toBe(true)
    await expect.poll(async () => (await read()).statusCode, { timeout: 25_000, interval: 200 }).toBe(200)
    await expect
      .poll(async () => (await write('after the storm')).statusCode, { timeout: 10_000, interval: 200 })
      .toBe(201)
    calling.abort()
    await Promise.all(callers)

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201, 503]))
    expect(answers.filter(({ status, retryAfter }) => status === 503 && retryAfter === undefined)).toEqual([])
    const kept = new Set<string>()
    let cursor: string | null = null
    do {
      const url: string = `/api/v1/partnerships?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
      let answer = await app.http.inject({ url, headers: { authorization } })
      // The last connection may mend only now; whoever asks again, as 503 says, is answered.
      for (let again = 0; answer.statusCode === 503 && again < 20; again++) {
        await pause(200)
        answer = await app.http.inject({ url, headers: { authorization } })
      }
      const page = answer.json() as { items: { name: string }[]; nextCursor: string | null }
      for (const { name } of page.items) kept.add(name)
      cursor = page.nextCursor
    } while (cursor)
    expect(acknowledged.filter((name) => !kept.has(name))).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(0)
  }, 90_000)

  it('an import in its middle begins anew by itself, and every row of the file is there once', async () => {
    const rows = 40_000
    const names = Array.from({ length: rows }, (_, at) => `${String(at).padStart(6, '0')},School ${at}`)
    const file = ['School Code,School Name', ...names].join('\n')
    const { body } = await upload({ app: app.http, token: () => token }, 'schools', 'schools.csv', file)
    const url = `/api/v1/imports/${body.id}`
    const now = async (): Promise<Partial<Import>> =>
      (await app.http.inject({ url, headers: { authorization } })).json()
    await app.http.inject({ method: 'POST', url: `${url}/run`, headers: { authorization } })
    await expect.poll(async () => (await now()).rowsRead, { timeout: 20_000, interval: 5 }).toBeGreaterThan(0)
    await kill()
    await expect.poll(async () => (await now()).status, { timeout: 60_000, interval: 200 }).toBe('done')
    expect(await now()).toMatchObject({
      timesInterrupted: 1,
      rowsTotal: rows,
      rowsKept: rows,
      counts: { schools: { new: rows, updated: 0 } },
    })
    const counted = app.services
      .read(id(900))
      .many(
        statement<{ n: number }>(
          'select count(*)::integer as n from schools where district_id = app_district()',
        ),
      )
    expect(await counted).toEqual([{ n: rows }])
  }, 120_000)
})
