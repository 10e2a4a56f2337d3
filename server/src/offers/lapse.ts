import type { Db } from '../db/db.ts'
import type { Services } from '../http/services.ts'
import { districtIds } from '../district/index.ts'
import { askNext } from './ask.ts'
import { lockOffer } from './offer-queries.ts'
import { lapsedOnes, markLeft, placementOf } from './placement-queries.ts'
import { tellDesk } from './tell.ts'

const author = { kind: 'system', id: null, name: 'upkeep', requestId: null } as const

/** Four times an hour: days end at the hour they began. */
const oftenEnough = '*/15 * * * *'

const passOn = async (db: Db, services: Services): Promise<void> => {
  for (const { id, offerId } of await lapsedOnes(db)) {
    const offer = (await lockOffer(db, offerId))! // its line names it
    const placement = await placementOf(db, id)
    if (placement?.status !== 'asked') continue // answered while the lock was waited for
    await markLeft(db, id, 'lapsed')
    await tellDesk(db, offer, placement, 'lapsed')
    await askNext(db, services, offer, author)
  }
}

/** Where the days of a first refusal have ended, the next school in line is asked. */
export const passOnLapsed = async (services: Services): Promise<void> => {
  for (const districtId of await districtIds(services))
    await services.write(districtId, author, (db) => passOn(db, services))
}

export const workOnFirstRefusals = async (services: Services): Promise<void> => {
  await services.jobs.work('first-refusals', () => passOnLapsed(services))
  await services.jobs.every('first-refusals', oftenEnough, { of: 'offers' })
}
