import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemError } from '@common-table/shared/contract/problem'
import { html } from './html.ts'
import { fill, siteWords } from './words.ts'

/** Asked for too often: a page that says so and asks the database nothing, since a flood must not cost more than this. */
export const sendBusy = (
  request: FastifyRequest,
  reply: FastifyReply,
  { retryAfter = 60 }: ProblemError,
): FastifyReply => {
  const lang = /^\/public\/[^/]+\/es\b/.test(request.url) ? 'es' : 'en'
  const words = siteWords[lang]
  const text = request.method === 'POST' ? words.missing.busy : fill(words.busyText, { seconds: retryAfter })
  return reply
    .code(429)
    .header('retry-after', String(retryAfter))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      html`<!doctype html>
        <html lang="${lang}">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="robots" content="noindex" />
            <title>${words.busyTitle}</title>
          </head>
          <body>
            <main>
              <h1>${words.busyTitle}</h1>
              <p>${text}</p>
            </main>
          </body>
        </html>`.text,
    )
}
