import type pg from 'pg'
import { openListener, type Listener } from './listener.ts'
import { openReader, type Reader } from './connections.ts'
import { openWriter, type Writer } from './transactions.ts'

export interface DatabaseConnections {
  reader: Reader
  writer: Writer
  listener: Listener
  close(): Promise<void>
}

/**
 * All the connections the server holds, to a database that may still be on its way up. Statements are planned once for all
 * parameters: our lists are built for it.
 */
export const openConnections = (config: pg.ClientConfig | Promise<pg.ClientConfig>): DatabaseConnections => {
  const plans = '-c plan_cache_mode=force_generic_plan -c jit=off'
  const named = async (name: string, options: string): Promise<pg.ClientConfig> => {
    const { options: own = '', ...where } = await config
    return { ...where, application_name: `common-table ${name}`, options: `${own} ${options}`.trim() }
  }
  const reader = openReader(named('read', `${plans} -c statement_timeout=15s`))
  const writer = openWriter(
    named('write', `${plans} -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s`),
  )
  const listener = openListener(named('listen', ''))
  return {
    reader,
    writer,
    listener,
    close: async () => {
      await Promise.all([reader.close(), writer.close(), listener.close()])
    },
  }
}
