import type { FastifyInstance } from 'fastify'
import type { Permission } from '@common-table/shared/contract/permission'
import type { Route } from '@common-table/shared/contract/route'
import { sameSecret } from '../people/secrets.ts'
import { accessTokenSeconds } from '../http/tokens.ts'
import type { Services } from '../http/services.ts'
import { noteUse, workingCredentials } from './queries.ts'
import { readTokenRequest, TokenRefusal, type TokenRequest } from './token-request.ts'

/** Not a contract: its path, form and errors are the standard's. The same values tell the rate limit about it. */
const route: Route = {
  method: 'POST',
  path: '/oauth/token',
  access: 'public',
  throttle: 'link',
  summary: 'Trade client credentials for an access token (RFC 6749, 4.4)',
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

const grant = async (services: Services, asked: TokenRequest, requestId: string) => {
  const { districtId, clientId, secret } = asked
  const wrong = new TokenRefusal('invalid_client', 'The client or its secret is not right.')
  if (!uuid.test(districtId) || !uuid.test(clientId)) throw wrong
  const author = { kind: 'client', id: clientId, name: 'token request', requestId } as const
  return services.write(districtId, author, async (db) => {
    const client = await workingCredentials(db, clientId)
    if (!client || !sameSecret(secret, client.secret_hash)) throw wrong
    const beyond = asked.scopes?.find((scope) => !client.scopes.includes(scope as Permission)) // only compared
    if (beyond !== undefined)
      throw new TokenRefusal('invalid_scope', `This client may not ask for ${beyond.slice(0, 60)}.`)
    await noteUse(db, clientId)
    const scopes = client.scopes.filter((scope) => asked.scopes?.includes(scope) ?? true)
    const token = services.signAccess({
      sub: clientId,
      did: districtId,
      kind: 'client',
      name: client.name,
      role: 'viewer',
      sid: null,
      scp: scopes,
    })
    return {
      access_token: token,
      token_type: 'Bearer',
      expires_in: accessTokenSeconds,
      scope: scopes.join(' '),
    }
  })
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
        return await grant(services, readTokenRequest(form, request.headers.authorization), request.id)
      } catch (error) {
        if (!(error instanceof TokenRefusal)) throw error
        const unknown = error.error === 'invalid_client'
        if (unknown) reply.header('www-authenticate', 'Basic realm="Common Table"')
        return reply.code(unknown ? 401 : 400).send({ error: error.error, error_description: error.message })
      }
    })
  })
}
