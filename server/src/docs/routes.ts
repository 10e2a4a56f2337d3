import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { contracts } from '@common-table/shared/contracts'
import { openApi } from '@common-table/shared/contract/openapi'
import { referencePage } from './reference.ts'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** Made when it is first asked for, and once: contracts do not change at run time. */
const once = (make: () => string): (() => string) => {
  let made: string | undefined
  return () => (made ??= make())
}

/** The API described for machines (/openapi.json) and for people (/docs). */
export const registerDocs = (app: FastifyInstance): void => {
  const open = { config: { open: true as const } }
  const description = once(() => JSON.stringify(openApi(contracts, version)))
  const page = once(() => referencePage(version))
  const style = readFileSync(new URL('reference.css', import.meta.url), 'utf8')
  app.get('/openapi.json', open, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(description()),
  )
  app.get('/docs', open, (_request, reply) => reply.type('text/html; charset=utf-8').send(page()))
  app.get('/docs/reference.css', open, (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
}
