import type { Services } from '../http/services.ts'
import { districtIds } from '../district/index.ts'
import { tellOfCold } from './cold-alerts-queries.ts'

const author = { kind: 'system', id: null, name: 'upkeep', requestId: null } as const

/** Before anyone is at work anywhere in the United States. */
const daily = '0 10 * * *'

export const alertEverywhere = async (services: Services): Promise<void> => {
  for (const districtId of await districtIds(services)) await services.write(districtId, author, tellOfCold)
}

/** Looks every morning for partnerships and prospects that have gone cold. */
export const workOnColdAlerts = async (services: Services): Promise<void> => {
  await services.jobs.work('cold-alerts', () => alertEverywhere(services))
  await services.jobs.every('cold-alerts', daily, { of: 'silence' })
}
