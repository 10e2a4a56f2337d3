import type { Services } from '../http/services.ts'
import { districtIds } from '../district/index.ts'
import { refreshCoverage } from './board-queries.ts'

const author = { kind: 'system', id: null, name: 'upkeep', requestId: null } as const

/** After midnight everywhere in the United States, before anyone is at work. */
const nightly = '30 9 * * *'

/** Counts the gap board's cells anew in every district, one at a time: confirmations age with time alone. */
export const refreshEverywhere = async (services: Services): Promise<void> => {
  for (const districtId of await districtIds(services))
    await services.write(districtId, author, refreshCoverage)
}

/** Works on the upkeep of coverage: every night, and now, because the server may have been off at night. */
export const workOnCoverage = async (services: Services): Promise<void> => {
  await services.jobs.work('upkeep', () => refreshEverywhere(services))
  await services.jobs.every('upkeep', nightly, { of: 'coverage' })
  await services.write('', author, (db) => services.jobs.send(db, 'upkeep', { of: 'coverage' }))
}
