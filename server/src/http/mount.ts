import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '@common-table/shared/contract/problem'
import { isLinkAccess } from '@common-table/shared/contract/permission'
import { Problem } from '@common-table/shared/contract/problem-schema'
import {
  apiPrefix,
  paramNames,
  successStatus,
  type Contract,
  type Input,
  type Output,
  type Route,
} from '@common-table/shared/contract/route'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Actor, HeldLink } from './actor.ts'
import { Download, Json, WithCookie } from './answers.ts'
import { spendLink } from './link-callers.ts'
import { claimKey, keepAnswer, requestHash } from './idempotency.ts'
import type { Services } from './services.ts'
import { receiveFile, type ReceivedFile, type UploadRule } from './uploads.ts'
import { streamEvents } from './events.ts'

/** What every handler gets beside its typed input. */
export interface Context {
  db: Db
  actor: Actor
  /** The moment of the request: rules take time as an argument. */
  now: Date
  author: Author
  services: Services
  /** Reads and writes this list's page cursor; it is bound to the route and its filters. */
  page: { after: unknown[] | undefined; cursor: (key: readonly unknown[]) => string }
  /** Client address and browser, for the session list and throttling. */
  origin: { address: string; device: string; refreshCookie: string | undefined }
}

type Extra<R extends Route> = (R['upload'] extends true | object ? { file: ReceivedFile } : unknown) &
  (R['events'] extends true ? { signal: AbortSignal } : unknown) &
  (R['access'] extends { link: string } ? { actor: { link: HeldLink } } : unknown)

type Answer<R extends Route> = R['download'] extends string
  ? Download
  : R['events'] extends true
    ? AsyncIterable<Output<R>>
    : Output<R> | Json | WithCookie<Output<R>>

export type Handler<R extends Route> = (
  request: Context & Input<R> & Extra<R>,
) => Promise<Answer<R>> | Answer<R>

/** A missing, misspelt or extra handler is a compile error. */
export type Handlers<C extends Contract> = { readonly [Name in keyof C]: Handler<C[Name]> }

/** A route open to strangers speaks for no one; its handler sets the district through `services` where it needs one. */
const nobody: Actor = {
  kind: 'user',
  id: '00000000-0000-0000-0000-000000000000',
  districtId: '',
  name: 'visitor',
  role: 'viewer',
  permissions: [],
  schoolIds: [],
  sessionId: null,
  link: null,
}

export const refreshCookieName = 'ct_refresh'

export const mount = <C extends Contract>(
  app: FastifyInstance,
  contract: C,
  handlers: Handlers<C>,
  services: Services,
): void => {
  for (const [name, route] of Object.entries(contract)) {
    const handler = handlers[name] as unknown as (request: unknown) => unknown
    app.route({
      method: route.method,
      url: route.path,
      config: { route, name },
      schema: wireSchema(route),
      handler: (request, reply) => answer(route, handler, services, request, reply),
    })
  }
}

const answer = async (
  route: Route,
  handler: (request: unknown) => unknown,
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> => {
  const actor = request.actor ?? nobody
  const author: Author = {
    kind: actor.kind,
    id: request.actor ? actor.id : null,
    name: actor.name,
    requestId: request.id,
  }
  const shared = {
    actor,
    author,
    services,
    now: new Date(),
    params: request.params,
    query: request.query,
    body: request.body,
    page: pageOf(route, request, services),
    origin: originOf(request),
    ...(route.ifMatch && { ifMatch: versionIn(request) }),
    ...(route.upload && {
      file: await receiveFile(request, services.files, uploadRule(route, services)),
    }),
  }
  if (route.events)
    return streamEvents(
      request,
      reply,
      (signal) =>
        handler({ ...shared, db: services.read(actor.districtId), signal }) as AsyncIterable<unknown>,
    )
  if (route.method === 'GET' || route.asks)
    return send(route, request, reply, await handler({ ...shared, db: services.read(actor.districtId) }))
  // A route for strangers has no district yet: its handler opens its own transaction through `services`.
  if (request.actor === null) return send(route, request, reply, await handler({ ...shared, db: undefined }))
  const key = route.method === 'POST' && route.replay !== 'never' ? keyIn(request) : undefined
  const outcome = await services.write(actor.districtId, author, async (db) => {
    const act = async () => {
      if (actor.link && isLinkAccess(route.access) && route.access.spends) await spendLink(db, actor.link)
      return handler({ ...shared, db })
    }
    if (key === undefined) return { result: await act() }
    const before = await claimKey(db, actor.id, key, requestHash(request.method, request.url, request.body))
    if (before) return { before }
    const result = await act()
    await keepAnswer(db, actor.id, key, successStatus(route), textOf(result))
    return { result }
  })
  if (outcome.before) {
    reply.header('idempotency-replayed', 'true').code(outcome.before.status)
    return outcome.before.answer === null ? reply.send() : reply.type(jsonType).send(outcome.before.answer)
  }
  return send(route, request, reply, outcome.result)
}

const uploadRule = ({ upload }: Route, { settings: { uploadLimitMb } }: Services): UploadRule => {
  const megabytes =
    typeof upload === 'object' ? Math.min(upload.documentMegabytes, uploadLimitMb) : uploadLimitMb
  return { limitBytes: megabytes * 1_000_000, documentsOnly: typeof upload === 'object' }
}

const jsonType = 'application/json; charset=utf-8'

const textOf = (result: unknown): string | null =>
  result === undefined ? null : result instanceof Json ? String(result.text) : JSON.stringify(result)

const send = (route: Route, request: FastifyRequest, reply: FastifyReply, result: unknown): FastifyReply => {
  reply.code(successStatus(route))
  if (result instanceof Download)
    return reply
      .type(result.mediaType)
      .header('content-disposition', `attachment; filename="${result.name.replaceAll(/[^\w.() -]/g, '_')}"`)
      .header('cache-control', 'no-store')
      .send(result.body)
  if (result instanceof WithCookie) {
    const { value, expires, secure } = result.cookie
    reply.setCookie(refreshCookieName, value, {
      path: `${apiPrefix}/auth`,
      httpOnly: true,
      sameSite: 'strict',
      secure: secure || request.protocol === 'https',
      expires,
    })
    return send(route, request, reply, result.answer)
  }
  reply.header('cache-control', 'no-store')
  const version = result instanceof Json ? result.version : versionOf(result)
  if (version !== undefined) {
    reply.header('etag', `"${version}"`)
    if (request.method === 'GET' && request.headers['if-none-match'] === `"${version}"`)
      return reply.code(304).send()
  }
  if (result === undefined) return reply.send()
  return result instanceof Json ? reply.type(jsonType).send(result.text) : reply.send(result)
}

const versionOf = (result: unknown): number | undefined =>
  typeof result === 'object' && result !== null && 'version' in result && typeof result.version === 'number'
    ? result.version
    : undefined

const versionIn = (request: FastifyRequest): number => {
  const said = /^(?:W\/)?"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '')
  if (!said)
    throw new ProblemError(
      'version-required',
      'Send If-Match with the version you read, for example If-Match: "3".',
    )
  return Number(said[1])
}

const keyIn = (request: FastifyRequest): string | undefined => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  const bare = String(key).replace(/^"(.*)"$/, '$1')
  if (bare.length < 1 || bare.length > 200)
    throw new ProblemError('invalid-input', 'An Idempotency-Key has 1 to 200 characters.')
  return bare
}

const pageOf = (route: Route, request: FastifyRequest, services: Services): Context['page'] => {
  const { cursor, limit: _limit, ...filters } = request.query as Record<string, unknown>
  const list = `${route.method} ${route.path} ${request.actor?.districtId} ${JSON.stringify(filters)}`
  return {
    after: typeof cursor === 'string' ? services.cursors.read(list, cursor) : undefined,
    cursor: (key) => services.cursors.write(list, key),
  }
}

const originOf = (request: FastifyRequest): Context['origin'] => ({
  address: request.ip,
  device: String(request.headers['user-agent'] ?? '').slice(0, 300),
  refreshCookie: request.cookies?.[refreshCookieName],
})

const uuid = { type: 'string', format: 'uuid' }

const wireSchema = (route: Route) => {
  const ids = paramNames(route.path)
  return {
    ...(ids.length > 0 && {
      params: { type: 'object', required: ids, properties: Object.fromEntries(ids.map((id) => [id, uuid])) },
    }),
    querystring: route.query ?? { type: 'object', additionalProperties: false },
    ...(route.body && { body: route.body }),
    response: {
      ...(route.response && !route.events && !route.download && { [successStatus(route)]: route.response }),
      '4xx': Problem,
      '5xx': Problem,
    },
  }
}
