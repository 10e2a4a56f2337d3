import pg from 'pg'
import { DatabaseUnavailable } from './connections.ts'
import { dbOver, type Db, type Query } from './db.ts'
import { gather } from './gather.ts'

/** Who a change is recorded as. The audit triggers read it from the transaction. */
export interface Author {
  kind: 'user' | 'client' | 'link' | 'system'
  id: string | null
  name: string
  requestId: string | null
}

export interface Writer {
  /** All or nothing: commits when `work` resolves, leaves no trace when it throws. */
  transaction<T>(districtId: string, author: Author, work: (db: Db) => Promise<T>): Promise<T>
  /** A connection outside any transaction, for streams (COPY) and long reads. The caller must call `release`. */
  raw(districtId: string): Promise<{ client: pg.PoolClient; release: (broken?: boolean) => void }>
  close(): Promise<void>
}

/** One message: each one wakes the other side once more. */
const beginAs = (districtId: string, { kind, id, name, requestId }: Author): string => {
  const settings = {
    district_id: districtId,
    actor_kind: kind,
    actor_id: id ?? '',
    actor_name: name,
    request_id: requestId ?? '',
  }
  return `begin; ${Object.entries(settings)
    .map(([setting, value]) => `set local app.${setting} = ${pg.escapeLiteral(value)}`)
    .join('; ')}`
}

const poolsOn = (config: pg.PoolConfig, size: number) => {
  const pool = new pg.Pool({
    ...config,
    pipeline: true,
    max: size,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
  } as pg.PoolConfig)
  // A server that goes away ends idle connections; without a listener that would end this process.
  pool.on('error', () => {})
  // COPY cannot travel on a pipelined connection; these are few, opened when a stream needs one and closed after it.
  const streams = new pg.Pool({ ...config, max: 3, keepAlive: true, connectionTimeoutMillis: 5000 })
  streams.on('error', () => {})
  return { pool, streams }
}

/** A small pool for writes. BEGIN, the author and the first statement travel together. */
export const openWriter = (config: Promise<pg.PoolConfig>, size = 8): Writer => {
  const pools = config.then((where) => poolsOn(where, size))
  pools.catch(() => {}) // told to whoever wants to write

  const take = async (from: 'pool' | 'streams'): Promise<pg.PoolClient> => {
    try {
      const client = await (await pools)[from].connect()
      // While checked out, a lost connection shows as a failed query; the event itself carries nothing more.
      if (client.listenerCount('error') < 2) client.on('error', () => {})
      return client
    } catch (error) {
      throw new DatabaseUnavailable(`The database does not answer: ${(error as Error).message}`)
    }
  }

  return {
    transaction: async (districtId, author, work) => {
      const client = await take('pool')
      let broken = false
      try {
        gather(client)
        const opened = client.query(beginAs(districtId, author))
        opened.catch(() => {})
        let ended: Promise<unknown> | undefined
        const query: Query = (config, values) => {
          if (ended) throw new Error('A query behind the one that was to be the last of its transaction.')
          return client.query(config, values)
        }
        const finish: Query = (config, values) => {
          const answer = query(config, values)
          // Behind a statement that fails, this commit rolls back.
          ended = client.query('commit')
          ended.catch(() => {})
          return answer
        }
        const result = await work(dbOver(districtId, query, finish))
        await opened
        await (ended ?? client.query('commit'))
        return result
      } catch (error) {
        await client.query('rollback').catch(() => (broken = true))
        throw error
      } finally {
        client.release(broken)
      }
    },
    raw: async (districtId) => {
      const client = await take('streams')
      try {
        await client.query({ text: "select set_config('app.district_id', $1, false)", values: [districtId] })
      } catch (error) {
        client.release(true) // else a database that goes away just now would keep its place for ever
        throw error
      }
      return { client, release: (broken = true) => client.release(broken) }
    },
    close: async () => {
      const opened = await pools.catch(() => undefined)
      await Promise.all([opened?.pool.end(), opened?.streams.end()])
    },
  }
}
