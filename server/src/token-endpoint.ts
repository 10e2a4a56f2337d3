import type { FastifyInstance } from 'fastify'
import type { Route } from '@common-table/shared/contract/route'
import { grantToken, readTokenRequest, TokenRefusal } from './clients/index.ts'
import type { Services } from './http/services.ts'

/** Not a contract: its path, form and errors are the standard's. The same values tell the rate limit about it. */
const route: Route = {
  method: 'POST',
  path: '/oauth/token',
  access: 'public',
  throttle: 'link',
  summary: 'Trade client credentials for an access token (RFC 6749, 4.4)',
}

/** `POST /oauth/token`, form-encoded, outside /api/v1. */
export const registerTokenEndpoint = (app: FastifyInstance, services: Services): void => {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 16_384 },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    // Anything else is an invalid_request in the standard's words, not in ours.
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 16_384 }, (_request, _body, done) =>
      done(null, undefined),
    )
    scope.post(route.path, { config: { route, name: 'oauthToken' } }, async (request, reply) => {
      reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' })
      try {
        const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
        return await grantToken(services, readTokenRequest(form, request.headers.authorization), request.id)
      } catch (error) {
        if (!(error instanceof TokenRefusal)) throw error
        const unknown = error.error === 'invalid_client'
        if (unknown) reply.header('www-authenticate', 'Basic realm="Common Table"')
        return reply.code(unknown ? 401 : 400).send({ error: error.error, error_description: error.message })
      }
    })
  })
}
