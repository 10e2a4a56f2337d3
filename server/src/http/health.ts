import { monitorEventLoopDelay } from 'node:perf_hooks'
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { statement } from '../db/statement.ts'
import type { Services } from './services.ts'

const ping = statement<{ one: number }>('select 1 as one')

/** `/healthz`: the process answers. `/readyz`: the database does too. `/metrics`: Prometheus text, guarded by a token. */
export const registerHealth = (app: FastifyInstance, { read, settings }: Services): void => {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const answered = new Map<string, { count: number; seconds: number }>()
  app.addHook('onClose', async () => void delay.disable())
  app.addHook('onResponse', async (request, reply) => {
    const name = request.routeOptions.config.name
    if (name === undefined) return
    const key = `route="${name}",status="${reply.statusCode}"`
    const sum = answered.get(key) ?? { count: 0, seconds: 0 }
    sum.count += 1
    sum.seconds += reply.elapsedTime / 1000
    answered.set(key, sum)
  })
  app.get('/healthz', { config: { open: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { config: { open: true } }, async (_request, reply) => {
    await read('').one(ping)
    return reply.send({ status: 'ready' })
  })
  const mayRead = (request: FastifyRequest): boolean =>
    settings.metricsToken === undefined
      ? /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '') &&
        !request.headers['x-forwarded-for']
      : sameText(request.headers.authorization ?? '', `Bearer ${settings.metricsToken}`)
  app.get('/metrics', { config: { open: true } }, async (request, reply) => {
    if (!mayRead(request)) return reply.callNotFound()
    const memory = process.memoryUsage()
    const lines = [
      '# TYPE common_table_requests_total counter',
      ...[...answered].map(([labels, { count }]) => `common_table_requests_total{${labels}} ${count}`),
      '# TYPE common_table_request_seconds_total counter',
      ...[...answered].map(
        ([labels, { seconds }]) => `common_table_request_seconds_total{${labels}} ${seconds.toFixed(6)}`,
      ),
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${memory.rss}`,
      '# TYPE common_table_event_loop_delay_p99_seconds gauge',
      `common_table_event_loop_delay_p99_seconds ${(delay.percentile(99) / 1e9).toFixed(6)}`,
    ]
    return reply.type('text/plain; version=0.0.4').send(`${lines.join('\n')}\n`)
  })
}

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
