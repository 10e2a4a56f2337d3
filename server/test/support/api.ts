import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { createCaller, type Call, type Send } from '@common-table/shared/contract/caller'
import { roleNames, type Permission, type Role } from '@common-table/shared/contract/permission'
import { buildApp } from '../../src/app.ts'
import { createLink, type LinkRequest } from '../../src/links/index.ts'
import { openConnections } from '../../src/db/open.ts'
import { foundDistrict } from '../../src/district/found-district.ts'
import { fileStoreIn } from '../../src/files/file-store.ts'
import { openJobs } from '../../src/jobs/jobs.ts'
import type { Services } from '../../src/http/services.ts'
import { readSettings } from '../../src/settings.ts'
import { freshDatabase } from './database.ts'
import { promiseAnswers } from './promise-answers.ts'

export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const district = id(900)
export const otherDistrict = id(901)

/** The person of a role in a district; every district of the tests has one of each. */
export const personOf = (role: Role, districtId = district): string =>
  id((districtId === district ? 1000 : 2000) + roleNames.indexOf(role))

/** `token` is a bearer token; one that begins with `Link ` is sent as it is. */
export const sendTo =
  (app: FastifyInstance, token?: string): Send =>
  async ({ method, url, body, headers }) => {
    const response = await app.inject({
      method,
      url,
      ...(body !== undefined && { payload: body as object }),
      headers: { ...headers, ...(token && { authorization: authorizationOf(token) }) },
    })
    return { status: response.statusCode, body: response.body === '' ? undefined : response.json() }
  }

export const authorizationOf = (token: string): string =>
  token.startsWith('Link ') ? token : `Bearer ${token}`

export interface Api {
  app: FastifyInstance
  services: Services
  ownerUrl: string
  appUrl: string
  /** A caller signed in with a role. `schools` are the own schools of role `school`. */
  as: (role: Role, options?: { districtId?: string; schools?: string[] }) => Call
  /** A caller that is another system with these scopes. */
  client: (scopes: Permission[], districtId?: string) => Call
  anonymous: Call
  /**
   * The holder of an e-mailed link: `const partner = await api.link({ purpose, subject, organizationId })`, then
   * `partner.call(route, …)`. Without an organisation one is made.
   */
  link: (
    request: Pick<LinkRequest, 'purpose'> & Partial<LinkRequest>,
    districtId?: string,
  ) => Promise<{ call: Call; token: string; id: string; organizationId: string }>
  token: (role: Role, options?: { districtId?: string; schools?: string[] }) => string
  /** SQL as the owner, across districts: to look at what is really there. */
  sql: <Row extends object = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>
}

/** The real app on a real, private database: `const api = useApi()`, then `await api.as('coordinator')(route, input)`. */
export const useApi = (
  options: {
    env?: Record<string, string>
    /** Mounts more than the contracts, before the app is ready. */
    prepare?: (app: FastifyInstance, services: Services) => unknown
  } = {},
): Api => {
  const api = {} as Api
  let cleanUp = async (): Promise<void> => {}
  beforeAll(async () => {
    const urls = await freshDatabase(inject('database'))
    const dataDir = await mkdtemp(join(tmpdir(), 'common-table-files-'))
    const owner = new pg.Client({ connectionString: urls.ownerUrl })
    await owner.connect()
    const settings = readSettings({
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      RATE_LIMIT_FACTOR: '1000',
      DATA_DIR: dataDir,
      ...options.env,
    })
    const connections = openConnections({ connectionString: urls.appUrl })
    const jobs = openJobs({ connectionString: urls.appUrl }, () => {})
    const { http, services } = await buildApp({
      settings,
      jwtSecret: 'a secret only this test knows, long enough',
      connections,
      files: fileStoreIn(join(dataDir, 'files')),
      jobs,
    })
    promiseAnswers(http)
    await options.prepare?.(http, services)
    await http.ready()
    for (const districtId of [district, otherDistrict]) {
      const name = districtId === district ? 'Riverbend Schools' : 'Hillcrest Schools'
      await owner.query('insert into districts (id, name) values ($1, $2)', [districtId, name])
      for (const role of roleNames)
        await owner.query(
          `insert into users (district_id, id, email, name, role, status) values ($1, $2, $3, $4, $5, 'active')`,
          [
            districtId,
            personOf(role, districtId),
            `${role}@${districtId === district ? 'riverbend' : 'hillcrest'}.example`,
            `The ${role}`,
            role,
          ],
        )
      await foundDistrict(services, districtId, { today: '2025-01-15' })
    }
    const claims = (
      role: Role,
      { districtId = district, schools }: { districtId?: string; schools?: string[] } = {},
    ) =>
      services.signAccess({
        sub: personOf(role, districtId),
        did: districtId,
        kind: 'user',
        name: `The ${role}`,
        role,
        sid: null,
        ...(schools && { sch: schools }),
      })
    Object.assign(api, {
      app: http,
      services,
      ...urls,
      token: claims,
      as: (role: Role, who = {}) => createCaller(sendTo(http, claims(role, who))),
      client: (scp: Permission[], districtId = district) =>
        createCaller(
          sendTo(
            http,
            services.signAccess({
              sub: id(950),
              did: districtId,
              kind: 'client',
              name: 'A system',
              role: 'viewer',
              sid: null,
              scp,
            }),
          ),
        ),
      anonymous: createCaller(sendTo(http)),
      link: async (request: Pick<LinkRequest, 'purpose'> & Partial<LinkRequest>, districtId = district) => {
        const organizationId =
          request.organizationId ??
          request.schoolId ??
          (
            await owner.query<{ id: string }>(
              "insert into organizations (district_id, name) values ($1, 'Harvest Table') returning id",
              [districtId],
            )
          ).rows[0]!.id
        const author = {
          kind: 'user',
          id: personOf('coordinator', districtId),
          name: 'The coordinator',
          requestId: null,
        } as const
        const made = await services.write(districtId, author, (db) =>
          createLink(db, services, {
            subject: { table: 'organizations', id: organizationId },
            to: { name: 'Ana Núñez', email: 'ana@harvest.example' },
            author,
            ...request,
            ...(!request.schoolId && { organizationId }),
          }),
        )
        const token = `Link ${made.path.split('#')[1]}`
        return { call: createCaller(sendTo(http, token)), token, id: made.id, organizationId }
      },
      sql: async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows,
    } satisfies Omit<Api, never>)
    cleanUp = async () => {
      await http.close()
      await jobs.close()
      await connections.close()
      await owner.end()
      await rm(dataDir, { recursive: true, force: true })
    }
  })
  afterAll(() => cleanUp())
  return api
}
