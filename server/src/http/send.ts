import type { FastifyReply, FastifyRequest } from 'fastify'
import { apiPrefix, successStatus, type Route } from '@common-table/shared/contract/route'
import { Download, Json, WithCookie } from './answers.ts'

export const refreshCookieName = 'ct_refresh'

export const jsonType = 'application/json; charset=utf-8'

/** What an answer is on the wire, so that it can be kept and given again. */
export const textOf = (result: unknown): string | null =>
  result === undefined ? null : result instanceof Json ? String(result.text) : JSON.stringify(result)

/** Sends what a handler answered: JSON with its version, a file, or a session's cookie beside the answer. */
export const send = (
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  result: unknown,
): FastifyReply => {
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
