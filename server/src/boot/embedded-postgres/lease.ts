import { Client } from 'pg'

const held = 'common-table lease'
const leaving = 'common-table leaving'

/**
 * The right to a running server, held as an open connection: the operating system closes it however its holder ends,
 * so a killed process never keeps a server alive, and a server that dies is noticed at once.
 */
export interface Lease {
  /** Gives the lease back; true when nobody else holds one. */
  readonly giveBack: () => Promise<boolean>
}

export const takeLease = async (url: string, onLost: () => void): Promise<Lease> => {
  const client = new Client({
    connectionString: url,
    application_name: held,
    connectionTimeoutMillis: 10_000,
  })
  let lost = false
  const lose = (): void => {
    if (!lost) onLost()
    lost = true
  }
  client.on('error', lose)
  client.on('end', lose)
  await client.connect().catch((error: unknown) => {
    lost = true
    throw error
  })
  return {
    giveBack: async () => {
      if (lost) return true
      lost = true
      try {
        // Two that leave at once must both say so before either counts, or both would stay for the other's sake.
        await client.query(`set application_name = '${leaving}'`)
        const { rows } = await client.query<{ others: number }>(
          'select count(*)::int as others from pg_stat_activity where application_name = $1',
          [held],
        )
        return rows[0]?.others === 0
      } catch {
        return true
      } finally {
        await client.end().catch(() => undefined)
      }
    },
  }
}
