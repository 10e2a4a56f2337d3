import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { contracts } from '@common-table/shared/contracts'
import { openApi } from '@common-table/shared/contract/openapi'
import { referencePage } from './reference.ts'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** The API described for machines (/openapi.json) and for people (/docs). Made once: contracts do not change at run time. */
export const registerDocs = (app: FastifyInstance): void => {
  const open = { config: { open: true as const } }
  const description = JSON.stringify(openApi(contracts, version))
  const page = referencePage(version)
  const style = readFileSync(new URL('reference.css', import.meta.url), 'utf8')
  app.get('/openapi.json', open, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(description),
  )
  app.get('/docs', open, (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
  app.get('/docs/reference.css', open, (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
}
