import type { FastifyReply, FastifyRequest } from 'fastify'

/** Server-sent events. The source sees `signal` abort when the browser goes away. */
export const streamEvents = async (
  request: FastifyRequest,
  reply: FastifyReply,
  open: (signal: AbortSignal) => AsyncIterable<unknown>,
): Promise<FastifyReply> => {
  const gone = new AbortController()
  request.raw.on('close', () => gone.abort())
  reply.hijack()
  const headers = Object.fromEntries(
    Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]),
  )
  reply.raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const alive = setInterval(() => reply.raw.write(': still here\n\n'), 15_000)
  try {
    for await (const event of open(gone.signal)) {
      if (gone.signal.aborted) break
      reply.raw.write(`data: ${JSON.stringify(event)}\n\n`)
    }
  } catch (error) {
    request.log.warn({ err: error }, 'event stream ended early')
  } finally {
    clearInterval(alive)
    reply.raw.end()
  }
  return reply
}
