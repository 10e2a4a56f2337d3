import type { FastifyRequest } from 'fastify'
import { ProblemError } from '@common-table/shared/contract/problem'
import type { Route } from '@common-table/shared/contract/route'
import { refreshCookieName } from './send.ts'
import type { Services } from './services.ts'

/** Reads and writes a list's page cursor; it is bound to the route and its filters. */
export interface ListPage {
  after: unknown[] | undefined
  cursor: (key: readonly unknown[]) => string
}

/** Client address and browser, for the session list and throttling. */
export interface Origin {
  address: string
  device: string
  refreshCookie: string | undefined
}

/** The version a change was written against. */
export const versionIn = (request: FastifyRequest): number => {
  const said = /^(?:W\/)?"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '')
  if (!said)
    throw new ProblemError(
      'version-required',
      'Send If-Match with the version you read, for example If-Match: "3".',
    )
  return Number(said[1])
}

/** What makes a repeated request the same one. */
export const keyIn = (request: FastifyRequest): string | undefined => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  const bare = String(key).replace(/^"(.*)"$/, '$1')
  if (bare.length < 1 || bare.length > 200)
    throw new ProblemError('invalid-input', 'An Idempotency-Key has 1 to 200 characters.')
  return bare
}

export const pageOf = (route: Route, request: FastifyRequest, services: Services): ListPage => {
  const { cursor, limit: _limit, ...filters } = request.query as Record<string, unknown>
  const list = `${route.method} ${route.path} ${request.actor?.districtId} ${JSON.stringify(filters)}`
  return {
    after: typeof cursor === 'string' ? services.cursors.read(list, cursor) : undefined,
    cursor: (key) => services.cursors.write(list, key),
  }
}

export const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  device: String(request.headers['user-agent'] ?? '').slice(0, 300),
  refreshCookie: request.cookies?.[refreshCookieName],
})
