import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import fastifyStatic from '@fastify/static'

/**
 * The web app: hashed files are kept by browsers for a year, every other address is the same page, which finds its
 * way by itself. Paths of the API never fall through to the page: a mistyped one is a problem, not HTML.
 */
export const registerWeb = (app: FastifyInstance, directory: string): void => {
  if (!existsSync(join(directory, 'index.html'))) return
  app.register(fastifyStatic, {
    root: join(directory, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
    decorateReply: false,
  })
  const open = { config: { open: true as const } }
  const page = async (): Promise<Buffer> => readFile(join(directory, 'index.html'))
  app.get('/*', open, async (request, reply) => {
    const path = request.url.split('?')[0]!
    if (/^\/(api|oauth|hsds|metrics|docs|openapi\.json)(\/|$)/.test(path)) return reply.callNotFound()
    const file = /^\/[\w-]+\.(svg|png|ico|txt|webmanifest|js)$/.exec(path)
    if (file && existsSync(join(directory, file[0]))) {
      const types: Record<string, string> = {
        svg: 'image/svg+xml',
        png: 'image/png',
        ico: 'image/x-icon',
        txt: 'text/plain; charset=utf-8',
        webmanifest: 'application/manifest+json',
        js: 'text/javascript; charset=utf-8',
      }
      return reply
        .type(types[file[1]!]!)
        .header('cache-control', 'public, max-age=3600')
        .send(await readFile(join(directory, file[0])))
    }
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await page())
  })
}
