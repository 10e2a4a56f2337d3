import type { FastifyInstance, FastifyRequest } from 'fastify'
import jwt from '@fastify/jwt'
import { holds, isLinkAccess } from '@common-table/shared/contract/permission'
import { ProblemError } from '@common-table/shared/contract/problem'
import type { Route } from '@common-table/shared/contract/route'
import type { Db } from '../db/db.ts'
import type { Actor, TokenClaims } from './actor.ts'
import { linkHolder } from './link-callers.ts'
import type { RateLimit } from './rate-limit.ts'
import { actorOf, type Cutoffs } from './tokens.ts'
import { VerifiedTokens } from './verified-tokens.ts'

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

interface AuthParts {
  secret: string
  cutoffs: Cutoffs
  limit: RateLimit
  read: (districtId: string) => Db
}

/**
 * The only place that decides who may call what; routes declare, this file enforces. It fails closed. Three kinds of
 * caller: a person or system with a bearer token, the holder of an e-mailed link, and anyone where a route is public.
 */
export const registerAuth = (app: FastifyInstance, { secret, cutoffs, limit, read }: AuthParts): void => {
  app.register(jwt, { secret, sign: { algorithm: 'HS256' }, verify: { algorithms: ['HS256'] } })
  const verified = new VerifiedTokens()
  app.decorateRequest('actor', null)
  app.addHook('onRequest', async (request, reply) => {
    const { route, open } = request.routeOptions.config
    if (request.is404 || open) return
    if (route && isLinkAccess(route.access)) {
      limit(request, reply, route)
      request.actor = await linkHolder(request.headers.authorization, route.access, read)
      return
    }
    if (route?.access !== 'public') {
      const { actor, own } = await signedIn(request, route)
      request.actor = actor
      if (own) return
    }
    limit(request, reply, route)
  })

  const signedIn = async (
    request: FastifyRequest,
    route: Route | undefined,
  ): Promise<{ actor: Actor; own: boolean }> => {
    const verify = () =>
      request.jwtVerify<TokenClaims>().catch(() => {
        throw new ProblemError('not-signed-in', 'Sign in to continue.')
      })
    const claims = await verified.claims(request.headers.authorization, verify)
    if (!cutoffs.allows(claims))
      throw new ProblemError('session-ended', 'Sign in again: this session was ended.')
    const actor = actorOf(claims)
    if (route === undefined || !holds(actor.permissions, route.access))
      throw new ProblemError(
        'not-permitted',
        'Your role does not allow this. Ask an administrator of your district.',
      )
    return { actor, own: claims.own === true }
  }
}
