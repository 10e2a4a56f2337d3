import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { RateLimit } from '../http/rate-limit.ts'
import { readLinkToken } from '../http/link-callers.ts'
import type { Services } from '../http/services.ts'
import { publicAddress } from '../settings.ts'
import { feedDocument } from './feed-document.ts'
import { feedContent, noteFeedUsed } from './feed-queries.ts'

const author = { kind: 'system', id: null, name: 'calendar', requestId: null } as const

/**
 * `/calendar/<district>.<secret>.ics`: what calendar programs read without signing in. Who has the address reads the
 * calendar, so it is as long as a key, kept as a hash, and ended by one press. An unknown one and a withdrawn one look
 * the same.
 */
export const registerCalendarFeeds = (app: FastifyInstance, services: Services, limit: RateLimit): void => {
  app.get<{ Params: { token: string } }>(
    '/calendar/:token',
    { config: { open: true } },
    async (request, reply) => {
      limit(request, reply, undefined)
      const token = readLinkToken(request.params.token.replace(/\.ics$/, ''))
      const content = token && (await feedContent(services.read(token.districtId), token.hash))
      if (!token || !content) return reply.callNotFound()
      const document = feedDocument(content, publicAddress(services.settings))
      const etag = `"${createHash('sha256').update(document).digest('base64url')}"`
      await services.write(token.districtId, author, (db) => noteFeedUsed(db, content.id))
      reply
        .header('etag', etag)
        .header('cache-control', 'private, max-age=900')
        .header('referrer-policy', 'no-referrer')
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="calendar.ics"')
        .send(document)
    },
  )
}
