import { refusal } from '@common-table/shared/contract/refusals'
import { oneAtATime } from '../db/one-at-a-time.ts'
import type { Services } from '../http/services.ts'
import type { Db } from '../db/db.ts'
import { replacePublished, staleTables, storedTable, type TableKey } from './publish-queries.ts'
import { screen } from './screen.ts'

const author = { kind: 'system', id: null, name: 'screening', requestId: null } as const

/** What a request may screen by itself; more is left to the job, so that nobody waits for a whole import. */
const atOnce = 20_000

const publishTable = async (services: Services, districtId: string, key: TableKey): Promise<void> => {
  const table = await storedTable(services.read(districtId), key)
  if (!table) return
  const { changes, figures, unit, threshold } = table
  const rows = await screen({ figures, rules: { unit, threshold } })
  await services.write(districtId, author, (db) => replacePublished(db, key, changes, rows))
}

/** Screens everything that changed; gives back how many tables. */
export const publishAll = async (services: Services, districtId: string): Promise<number> => {
  const tables = await staleTables(services.read(districtId))
  for (const table of tables) await publishTable(services, districtId, table)
  return tables.length
}

/** Has everything that changed screened after this transaction. Whoever writes many figures calls it at the end. */
export const requestPublishing = (db: Db, services: Services): Promise<void> =>
  services.jobs.send(db, 'publish', { districtId: db.districtId })

export const workOnPublishing = (services: Services): Promise<void> =>
  services.jobs.work<{ districtId: string }>('publish', async ({ data }) => {
    await publishAll(services, data.districtId)
  })

const once = oneAtATime<boolean>()
const asked = new Map<string, number>()

const freshen = async (services: Services, districtId: string): Promise<boolean> => {
  const tables = await staleTables(services.read(districtId))
  let left = atOnce
  const later = tables.filter(({ figures }) => (left -= figures) < 0)
  for (const table of tables) if (!later.includes(table)) await publishTable(services, districtId, table)
  if (later.length === 0) return false
  if ((asked.get(districtId) ?? 0) < performance.now() - 30_000) {
    asked.set(districtId, performance.now())
    await services.write(districtId, author, (db) => requestPublishing(db, services))
  }
  return true
}

/**
 * Reads screened figures and has them screened first where something changed. `preparing` says that so much changed that
 * the answer still shows the state before.
 */
export const readFresh = async <Row extends { stale: boolean }>(
  services: Services,
  districtId: string,
  read: () => Promise<Row | undefined>,
): Promise<{ row: Row | undefined; preparing: boolean }> => {
  const row = await read()
  if (!row?.stale) return { row, preparing: false }
  const preparing = await freshened(services, districtId)
  return { row: await read(), preparing }
}

/** Screens what a request may screen by itself; answers whether more is left to the job. */
export const freshened = (services: Services, districtId: string): Promise<boolean> =>
  once(districtId, () => freshen(services, districtId))

/** For what is computed from screened figures: has a little screened at once, and refuses while the job has more to do. */
export const requireFresh = async (services: Services, districtId: string): Promise<void> => {
  if (await freshened(services, districtId)) throw refusal('figures-preparing')
}
