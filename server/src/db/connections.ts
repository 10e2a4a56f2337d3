import pg from 'pg'
import { dbOver, type Db } from './db.ts'
import { gather } from './gather.ts'

/** Dates and times leave PostgreSQL as the text the API promises; numerics stay exact text, bigints become numbers. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString())

/** The database cannot be reached just now. Answered as 503 with Retry-After; the connections mend themselves. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}

const setDistrict = { name: 'set_district', text: "select set_config('app.district_id', $1, false)" }

export interface Reader {
  as(districtId: string): Db
  close(): Promise<void>
}

interface Lane {
  client: pg.Client | undefined
  /** The district the last queued query speaks for. The queue is first-in first-out, so this is what the next sees. */
  district: string
  opening: Promise<void> | undefined
  retryAt: number
}

/**
 * Few shared connections that pipeline: a read is sent at once, behind whatever is on the wire. The district is set
 * in the same queue, and only when it changes, so in steady state a read is one round trip.
 */
export const openReader = (config: Promise<pg.ClientConfig>, lanes = 2): Reader => {
  let closed = false
  let next = 0
  const all: Lane[] = Array.from({ length: lanes }, () => ({
    client: undefined,
    district: '',
    opening: undefined,
    retryAt: 0,
  }))

  const open = async (lane: Lane): Promise<void> => {
    try {
      const client = new pg.Client({ ...(await config), pipeline: true, keepAlive: true } as pg.ClientConfig)
      const lose = () => {
        if (lane.client === client) lane.client = undefined
      }
      client.on('error', lose)
      client.on('end', lose)
      await client.connect()
      lane.district = ''
      lane.client = client
    } catch (error) {
      lane.retryAt = Date.now() + 250
      throw new DatabaseUnavailable(`The database does not answer: ${(error as Error).message}`)
    }
  }

  const ready = (lane: Lane): Promise<void> => {
    if (closed || Date.now() < lane.retryAt)
      return Promise.reject(new DatabaseUnavailable('The database is away.'))
    lane.opening ??= open(lane).finally(() => (lane.opening = undefined))
    return lane.opening
  }

  const send = (lane: Lane, districtId: string, query: pg.QueryConfig, values?: unknown[]) => {
    const client = lane.client!
    gather(client)
    if (lane.district !== districtId) {
      lane.district = districtId
      client.query({ ...setDistrict, values: [districtId] }).catch(() => {
        // Never read on under a district that was not set.
        lane.client = undefined
        void client.end().catch(() => {})
      })
    }
    return client.query(query, values)
  }

  return {
    as: (districtId) =>
      dbOver(districtId, async (query, values) => {
        const lane = all[next++ % lanes]!
        if (!lane.client) await ready(lane)
        return send(lane, districtId, query, values)
      }),
    close: async () => {
      closed = true
      await Promise.all(all.map((lane) => lane.client?.end().catch(() => {})))
    },
  }
}
