import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const year = 31_536_000

/** Paths that are never a page of the web app, so a mistyped one is a 404 and not a page. */
const notPages = /^(api|oauth|calendar|docs|public|openapi\.json|healthz|readyz|metrics)(\/|$)/

/** Every file of the build; those with a leading dot are notes of the build itself. */
const filesIn = async (dist: string): Promise<Set<string>> => {
  const entries = await readdir(dist, { withFileTypes: true, recursive: true })
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(dist, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((path) => !/(^|\/)\.|\.(br|gz)$/.test(path)),
  )
}

/** The built web app, where there is one: files named by their content are kept for a year, and every address without a file is a page of it. */
export const registerWebPages = async (app: FastifyInstance, dist: string): Promise<void> => {
  if (!existsSync(join(dist, 'index.html'))) return
  const files = await filesIn(dist)
  app.register(fastifyStatic, { root: dist, serve: false, preCompressed: true, cacheControl: false })
  app.get<{ Params: { '*': string } }>('/*', { config: { open: true } }, (request, reply) => {
    const path = request.params['*']
    if (files.has(path) && path !== 'index.html')
      return reply
        .header(
          'cache-control',
          path.startsWith('assets/') ? `public, max-age=${year}, immutable` : 'public, max-age=3600',
        )
        .sendFile(path)
    const isPage = !notPages.test(path) && !/\.\w+$/.test(path)
    if (!isPage && path !== 'index.html') return reply.callNotFound()
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
