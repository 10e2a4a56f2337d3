import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLinkAccess } from '@common-table/shared/contract/permission'
import { Problem } from '@common-table/shared/contract/problem-schema'
import {
  paramNames,
  successStatus,
  type Contract,
  type Input,
  type Output,
  type Route,
} from '@common-table/shared/contract/route'
import { notYetFinal, type Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Actor, HeldLink } from './actor.ts'
import type { Download, Json, WithCookie } from './answers.ts'
import { keyIn, originOf, pageOf, versionIn, type ListPage, type Origin } from './asked.ts'
import { spendLink } from './link-callers.ts'
import { claimKey, keepAnswer, requestHash } from './idempotency.ts'
import { jsonType, send, textOf } from './send.ts'
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
  page: ListPage
  origin: Origin
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
    const act = async (over: Db) => {
      if (actor.link && isLinkAccess(route.access) && route.access.spends) await spendLink(db, actor.link)
      return handler({ ...shared, db: over })
    }
    if (key === undefined) return { result: await act(db) }
    const before = await claimKey(db, actor.id, key, requestHash(request.method, request.url, request.body))
    if (before) return { before }
    const result = await act(notYetFinal(db))
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
