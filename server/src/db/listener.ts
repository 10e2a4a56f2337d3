import pg from 'pg'

export interface Listener {
  on(channel: string, heard: (message: string) => void): () => void
  /** The connection was lost and is back: what was said in between was not heard. */
  onReconnect(again: () => void): void
  /** Settles when the first connection hears, or could not be had and is tried again. */
  readonly opened: Promise<void>
  close(): Promise<void>
}

/** One connection that hears NOTIFY, reconnects by itself, and tells that messages may have been missed. */
export const openListener = (config: Promise<pg.ClientConfig>): Listener => {
  const reconnected = new Set<() => void>()
  const heard = new Map<string, Set<(message: string) => void>>()
  let client: pg.Client | undefined
  let closed = false
  let timer: NodeJS.Timeout | undefined

  const connect = async (again: boolean): Promise<void> => {
    const where = await config.catch(() => undefined)
    if (closed || !where) return
    const fresh = new pg.Client({ ...where, keepAlive: true })
    let lost = false
    const lose = () => {
      if (lost) return
      lost = true
      if (client === fresh) client = undefined
      if (!closed) timer = setTimeout(() => void connect(true), 500)
    }
    fresh.on('error', lose)
    fresh.on('end', lose)
    fresh.on('notification', ({ channel, payload }) => {
      for (const listen of heard.get(channel) ?? []) listen(payload ?? '')
    })
    try {
      await fresh.connect()
      if (closed) return void fresh.end()
      client = fresh
      for (const channel of heard.keys()) await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
      if (again) for (const tell of reconnected) tell()
    } catch {
      lose()
    }
  }
  return {
    opened: connect(false),
    on: (channel, listen) => {
      const set = heard.get(channel) ?? new Set()
      if (set.size === 0) void client?.query(`listen ${pg.escapeIdentifier(channel)}`).catch(() => {})
      heard.set(channel, set.add(listen))
      return () => {
        set.delete(listen)
      }
    },
    onReconnect: (again) => void reconnected.add(again),
    close: async () => {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
