import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A text that is asked for again each time and then told apart in one line: what is taken down is gone at once. */
export const sendText = (
  request: FastifyRequest,
  reply: FastifyReply,
  {
    text,
    type,
    status = 200,
    kept = 'public, no-cache',
  }: { text: string; type: string; status?: number; kept?: string },
): FastifyReply => {
  const etag = `W/"${createHash('sha1').update(text).digest('base64url')}"`
  reply.header('etag', etag).header('cache-control', kept).header('vary', 'accept-encoding')
  if (status === 200 && request.headers['if-none-match'] === etag) return reply.code(304).send()
  reply.code(status).type(`${type}; charset=utf-8`)
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(text)
  return reply.header('content-encoding', 'gzip').send(gzipSync(text))
}

/** A picture by its content; asked for again each time, as the page it is on. */
export const sendPicture = (
  request: FastifyRequest,
  reply: FastifyReply,
  { path, sha256, mediaType }: { path: string; sha256: string; mediaType: string },
): FastifyReply => {
  const etag = `"${sha256.slice(0, 32)}"`
  reply.header('etag', etag).header('cache-control', 'public, no-cache')
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.type(mediaType).header('content-disposition', 'inline').send(createReadStream(path))
}
