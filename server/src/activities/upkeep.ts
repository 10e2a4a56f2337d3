import { districtIds } from '../district/index.ts'
import { statement } from '../db/statement.ts'
import type { Services } from '../http/services.ts'

const author = { kind: 'system', id: null, name: 'activities', requestId: null } as const
/** After midnight everywhere in the United States. */
const nightly = '10 9 * * *'
const recount = statement('select count_recent_delivery()')

/** Sessions fall due with the day alone: what is computed from them is computed anew for the quarters that run. */
export const countDeliveryEverywhere = async (services: Services): Promise<void> => {
  for (const districtId of await districtIds(services))
    await services.write(districtId, author, (db) => db.run(recount))
}

export const workOnActivities = async (services: Services): Promise<void> => {
  await services.jobs.work('activities', () => countDeliveryEverywhere(services))
  await services.jobs.every('activities', nightly, {})
}
