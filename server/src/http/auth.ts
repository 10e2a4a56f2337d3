import type { FastifyInstance, FastifyRequest } from 'fastify'
import jwt from '@fastify/jwt'
import { holds } from '@common-table/shared/contract/permission'
import { ProblemError } from '@common-table/shared/contract/problem'
import type { Route } from '@common-table/shared/contract/route'
import type { Actor, TokenClaims } from './actor.ts'
import { actorOf, type Cutoffs } from './tokens.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
  interface FastifyContextConfig {
    route?: Route
    name?: string
    /** Files of the web app and the few documents that need no contract. */
    open?: true
  }
}
declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: TokenClaims
    user: TokenClaims
  }
}

/** The only place that decides who may call what; routes declare, this file enforces. It fails closed. */
export const registerAuth = (app: FastifyInstance, secret: string, cutoffs: Cutoffs): void => {
  app.register(jwt, { secret, sign: { algorithm: 'HS256' }, verify: { algorithms: ['HS256'], cache: 2000 } })
  app.decorateRequest('actor', null)
  app.addHook('onRequest', async (request: FastifyRequest) => {
    const { route, open } = request.routeOptions.config
    if (request.is404 || open || route?.access === 'public') return
    const claims = await request.jwtVerify<TokenClaims>().catch(() => {
      throw new ProblemError('not-signed-in', 'Sign in to continue.')
    })
    if (!cutoffs.allows(claims))
      throw new ProblemError('session-ended', 'Sign in again: this session was ended.')
    request.actor = actorOf(claims)
    if (route === undefined || !holds(request.actor.permissions, route.access))
      throw new ProblemError(
        'not-permitted',
        'Your role does not allow this. Ask an administrator of your district.',
      )
  })
}
