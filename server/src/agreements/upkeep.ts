import type { Db } from '../db/db.ts'
import type { Services } from '../http/services.ts'
import { notify } from '../notifications/index.ts'
import { planDues } from '../obligations/index.ts'
import { todayIn } from './list-queries.ts'
import { districtIds } from '../district/index.ts'
import { remindersToTell, type Reminder } from './reminders-queries.ts'

const author = { kind: 'system', id: null, name: 'upkeep', requestId: null } as const

/** After midnight everywhere in the United States, before anyone is at work; apart from the gap board's upkeep. */
const nightly = '50 9 * * *'

const placeOf = ({ kind, agreementId, partnershipId }: Reminder): `/${string}` => {
  if (agreementId) return `/agreements/${agreementId}`
  return `/partnerships/${partnershipId}?part=${kind === 'reconfirm' ? 'vision' : 'agreements'}`
}

const tell = async (db: Db, reminder: Reminder): Promise<void> => {
  const { kind, title, partnership, leadUserId, day, count } = reminder
  await notify(
    db,
    leadUserId ? { userIds: [leadUserId] } : { roles: ['director'] },
    kind === 'reconfirm' ? 'vision.reconfirm' : `agreements.${kind}`,
    { title, partnership, day, count },
    placeOf(reminder),
  )
}

/** Moves the days of promises on in every district, and tells people once of what comes up or is late. */
export const keepAgreements = async (services: Services): Promise<void> => {
  for (const districtId of await districtIds(services))
    await services.write(districtId, author, async (db) => {
      await planDues(db, null, await todayIn(db))
      for (const reminder of await remindersToTell(db)) await tell(db, reminder)
    })
}

/** Works on the upkeep of agreements: every night, and now, because the server may have been off at night. */
export const workOnAgreements = async (services: Services): Promise<void> => {
  await services.jobs.work('agreements', () => keepAgreements(services))
  await services.jobs.every('agreements', nightly, { of: 'agreements' })
  await services.write('', author, (db) => services.jobs.send(db, 'agreements', { of: 'agreements' }))
}
