import { join } from 'node:path'
import fastify, { LogController, type FastifyInstance } from 'fastify'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import { contracts } from '@common-table/shared/contracts'
import { apiPrefix, type Contract } from '@common-table/shared/contract/route'
import { registerProviderEndpoints } from './provider-endpoints.ts'
import { registerTokenEndpoint } from './token-endpoint.ts'
import { registerAuth } from './http/auth.ts'
import { signedCursors } from './http/cursors.ts'
import { registerErrors } from './http/errors.ts'
import { mount } from './http/mount.ts'
import { rateLimit } from './http/rate-limit.ts'
import { registerSerialization } from './http/serialization.ts'
import { registerSecurityHeaders } from './http/security-headers.ts'
import type { Services } from './http/services.ts'
import { accessTokenSeconds, Cutoffs } from './http/tokens.ts'
import { vaultOf } from './http/vault.ts'
import { registerValidation } from './http/validation.ts'
import { statement } from './db/statement.ts'
import type { DatabaseConnections } from './db/open.ts'
import type { FileStore } from './files/file-store.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Settings } from './settings.ts'
import { handlers } from './handlers.ts'
import { registerHealth } from './http/health.ts'
import { registerWebPages } from './http/web-pages.ts'
import { registerCalendarFeeds } from './meetings/index.ts'
import { registerSite } from './site/index.ts'
import { registerDocs } from './docs/routes.ts'

export interface Parts {
  settings: Settings
  jwtSecret: string
  connections: DatabaseConnections
  files: FileStore
  jobs: Jobs
  /** Settles when the tables are as this release needs them; nothing is asked before. */
  migrated?: Promise<unknown> | undefined
}

export interface CommonTable {
  http: FastifyInstance
  services: Services
}

/** Where the built web app is. */
const webPages = join(import.meta.dirname, '..', '..', 'client', 'dist')

const recentCutoffs = statement<{ subject: string; ms: number }>(
  `select subject, floor(extract(epoch from at) * 1000)::bigint as ms from token_cutoffs where at > now() - interval '30 minutes'`,
)

/** The whole composition: from here every handler and every query is one "go to definition" away. */
export const buildApp = async ({
  settings,
  jwtSecret,
  connections,
  files,
  jobs,
  migrated,
}: Parts): Promise<CommonTable> => {
  const http: FastifyInstance = fastify({
    logger: { level: settings.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    bodyLimit: 1_048_576,
    trustProxy: trusted(settings.trustProxy),
    requestIdHeader: false,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 120_000,
    forceCloseConnections: true,
    pluginTimeout: 0, // a first start migrates for a while
  })
  const cutoffs = new Cutoffs()
  connections.listener.on('token_cutoffs', (message) => cutoffs.hear(message))
  const services: Services = {
    settings,
    files,
    jobs,
    read: connections.reader.as,
    write: connections.writer.transaction,
    raw: connections.writer.raw,
    listener: connections.listener,
    cursors: signedCursors(jwtSecret),
    vault: vaultOf(jwtSecret),
    signAccess: (claims) => http.jwt.sign({ ...claims, ms: Date.now() }, { expiresIn: accessTokenSeconds }),
  }
  registerValidation(http)
  registerSerialization(http)
  registerErrors(http)
  registerSecurityHeaders(http)
  http.register(cookie)
  http.register(multipart, { limits: { files: 1, fields: 5, fileSize: settings.uploadLimitMb * 1_000_000 } })
  const limit = rateLimit(settings.rateLimitFactor)
  registerAuth(http, { secret: jwtSecret, cutoffs, limit, read: connections.reader.as })
  registerHealth(http, services)
  registerTokenEndpoint(http, services)
  registerProviderEndpoints(http, services)
  registerDocs(http)
  registerCalendarFeeds(http, services, limit)
  registerSite(http, services, limit)
  await registerWebPages(http, webPages)
  http.register(
    async (api) => {
      for (const [feature, contract] of Object.entries<Contract>(contracts))
        mount(api, contract, handlers[feature as keyof typeof handlers] as never, services) // the type of `handlers` already pairs them
    },
    { prefix: apiPrefix },
  )
  const recallCutoffs = async (): Promise<void> => {
    for (const { subject, ms } of await connections.reader.as('').many(recentCutoffs))
      cutoffs.hear(`${subject} ${ms}`)
  }
  http.addHook('onReady', async () => {
    await migrated
    await connections.listener.opened // what is cut off from here on is heard, what was before is read
    await recallCutoffs()
  })
  connections.listener.onReconnect(() => {
    recallCutoffs().catch((error: unknown) => http.log.warn({ err: error }, 'cut-offs not read again'))
  })
  return { http, services }
}

/** A number of proxies is a number of hops. */
const trusted = (setting: Settings['trustProxy']) =>
  typeof setting === 'number' ? (_address: string, hop: number) => hop < setting : setting
