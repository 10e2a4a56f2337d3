import type { FastifyInstance } from 'fastify'
import { ProblemError } from '@common-table/shared/contract/problem'
import type { Route } from '@common-table/shared/contract/route'
import type { RateLimit } from '../http/rate-limit.ts'
import type { Services } from '../http/services.ts'

/** Not a contract: its answer is a page. The same values tell the rate limit about it. */
const form: Route = {
  method: 'POST',
  path: '/public',
  access: 'public',
  throttle: 'form',
  summary: 'Offer help on the public pages',
}

/**
 * The pages anybody may read, below /public: whole HTML from here, without a script and without an account. What makes them
 * is fetched when the first one is asked for.
 */
export const registerSite = (app: FastifyInstance, services: Services, limit: RateLimit): void => {
  const open = { config: { open: true as const } }
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 32_768 },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    scope.route({
      method: ['GET', 'POST'],
      url: '/public/*',
      ...open,
      handler: async (request, reply) => {
        try {
          limit(request, reply, request.method === 'POST' ? form : undefined)
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error
          return (await import('./busy-page.ts')).sendBusy(request, reply, error)
        }
        return (await import('./serve.ts')).serveSite(services, request, reply)
      },
    })
    scope.get('/public', open, (_request, reply) => reply.redirect('/public/', 301))
    scope.get('/sitemap.xml', open, async (request, reply) => {
      limit(request, reply, undefined)
      const { sitemap } = await import('./serve.ts')
      return reply.type('application/xml; charset=utf-8').send(await sitemap(services))
    })
    scope.get('/robots.txt', open, async (_request, reply) => {
      const { robots } = await import('./serve.ts')
      return reply.type('text/plain; charset=utf-8').send(robots(services))
    })
  })
}
