import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

const { styleHashes } = JSON.parse(
  readFileSync(new URL('../../../client/csp.json', import.meta.url), 'utf8'),
) as { styleHashes: string[] }

/** No inline script, no eval, nothing from elsewhere. The one style hash is the list viewport of the widget library. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  `style-src 'self' ${styleHashes.map((hash) => `'${hash}'`).join(' ')}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ')

/** An answer of the API is no page: nothing in it may load or run anything. */
const noPage = "default-src 'none'; frame-ancestors 'none'"

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'x-frame-options': 'DENY',
}
const forPages = { 'content-security-policy': policy, ...always }
const forAnswers = { 'content-security-policy': noPage, ...always }

export const registerSecurityHeaders = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.routeOptions.config.route ? forAnswers : forPages)
    done()
  })
}
