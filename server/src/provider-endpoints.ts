import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { apiPrefix, type Route } from '@common-table/shared/contract/route'
import { WithCookie } from './http/answers.ts'
import { refreshCookieName } from './http/send.ts'
import type { Services } from './http/services.ts'
import { beginJourney, callbackPath, endJourney, signInWithIdentity, type Journey } from './people/index.ts'
import { publicAddress } from './settings.ts'

/** Not contracts: browsers are sent through them, and they answer with the next address. */
const route = (path: `/${string}`, summary: string): Route => ({
  method: 'GET',
  path,
  access: 'public',
  summary,
})
const start = route('/oauth/sign-in', 'Go to the identity provider to sign in')
const callback = route(callbackPath, 'Come back from the identity provider')

const cookieName = 'ct_journey'
const minutes = 10
const use = 'a sign-in by the provider'

type Kept = Journey & { next: string; until: number }

/** Only paths of this site: `next` comes from the address bar. */
const safeNext = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) && next.length <= 2000 ? next : '/'

/**
 * `GET /oauth/sign-in` and `GET /oauth/callback`, where OIDC_ISSUER is set. State, nonce and verifier travel in a cookie
 * that only the server can make or read; it lives ten minutes and is used once.
 */
export const registerProviderEndpoints = (app: FastifyInstance, services: Services): void => {
  const { settings, vault } = services
  if (!settings.oidcIssuer) return
  const secure = publicAddress(settings).startsWith('https:')
  const cookie = { path: '/oauth', httpOnly: true, sameSite: 'lax', secure } as const
  const refused = (reply: FastifyReply, why: string): FastifyReply =>
    reply.redirect(`/sign-in?provider=${why}`)

  app.get<{ Querystring: { next?: string } }>(
    start.path,
    { config: { route: start, name: 'providerSignIn' } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      try {
        const { journey, url } = await beginJourney(settings)
        const kept: Kept = {
          ...journey,
          next: safeNext(request.query.next),
          until: Date.now() + minutes * 60_000,
        }
        reply.setCookie(cookieName, vault.seal(use, JSON.stringify(kept)), {
          ...cookie,
          maxAge: minutes * 60,
        })
        return reply.redirect(url.href)
      } catch (error) {
        request.log.warn({ reason: (error as Error).message }, 'identity provider not reached')
        return refused(reply, 'unreachable')
      }
    },
  )

  const keptBy = (request: FastifyRequest): Kept | undefined => {
    const opened = vault.open(use, request.cookies[cookieName] ?? '')
    if (!opened) return undefined
    const kept = JSON.parse(opened) as Kept // only the vault's key makes one
    return kept.until > Date.now() ? kept : undefined
  }

  app.get(
    callback.path,
    { config: { route: callback, name: 'providerCallback' } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store').clearCookie(cookieName, cookie)
      const kept = vault.isSealed(request.cookies[cookieName] ?? '') ? keptBy(request) : undefined
      if (!kept) return refused(reply, 'expired')
      const query = request.url.slice(callback.path.length)
      const identity = await endJourney(settings, kept, query).catch((error: Error) => {
        // What the provider sent may hold a code; its name and sentence do not.
        request.log.warn({ reason: `${error.name}: ${error.message}` }, 'sign-in by the provider refused')
      })
      if (!identity) return refused(reply, 'failed')
      const device = String(request.headers['user-agent'] ?? '').slice(0, 300)
      const outcome = await signInWithIdentity(
        services,
        identity,
        { address: request.ip, device },
        request.id,
      )
      if (!(outcome instanceof WithCookie)) return refused(reply, outcome)
      const { value, expires } = outcome.cookie
      reply.setCookie(refreshCookieName, value, {
        path: `${apiPrefix}/auth`,
        httpOnly: true,
        sameSite: 'strict',
        secure: outcome.cookie.secure || request.protocol === 'https',
        expires,
      })
      return reply.redirect(kept.next)
    },
  )
}
