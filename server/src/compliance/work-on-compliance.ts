import type { Services } from '../http/services.ts'
import { remindDistrict } from './remind.ts'
import { districtIds } from '../district/index.ts'
import { settleDistrict } from './settle.ts'

const author = { kind: 'system', id: null, name: 'compliance', requestId: null } as const

/** Early in the morning everywhere in the United States: reminders are read the same day. */
const daily = '0 11 * * *'

const everyDistrict = async (services: Services): Promise<void> => {
  for (const districtId of await districtIds(services)) {
    await settleDistrict(services, districtId)
    await remindDistrict(services, districtId)
  }
}

/** Every morning, and now, because the server may have been off: what stands is worked out, and reminders go out. */
export const workOnCompliance = async (services: Services): Promise<void> => {
  await services.jobs.work('compliance', () => everyDistrict(services))
  await services.jobs.every('compliance', daily, {})
  await services.write('', author, (db) => services.jobs.send(db, 'compliance', {}))
}
