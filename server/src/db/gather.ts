import type { Socket } from 'node:net'
import type pg from 'pg'

const gathering = new WeakSet<pg.ClientBase>()

/** Queries of requests that arrived together leave in one write: a system call costs more than building a query. */
export const gather = (client: pg.ClientBase): void => {
  if (gathering.has(client)) return
  gathering.add(client)
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection // the types leave it out
  stream.cork()
  setImmediate(() => {
    gathering.delete(client)
    stream.uncork()
  })
}
