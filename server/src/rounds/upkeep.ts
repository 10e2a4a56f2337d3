import { daysBetween } from '@common-table/shared/calendar/dates'
import { remindersDue } from '@common-table/shared/rounds/window'
import type { Author } from '../db/transactions.ts'
import type { Db } from '../db/db.ts'
import type { Services } from '../http/services.ts'
import { districtIds } from '../district/index.ts'
import { askForAnswers } from './ask.ts'
import { roundList } from './round-queries.ts'

const author: Author = { kind: 'system', id: null, name: 'upkeep', requestId: null }

/** After midnight everywhere in the United States, before anyone is at work. */
const nightly = '50 9 * * *'

/** Announces rounds that open today and reminds of those that end soon, each school or partner once for each reminder. */
export const remindOfRounds = async (db: Db, services: Services, now: Date): Promise<number> => {
  let sent = 0
  for (const round of await roundList(db, undefined)) {
    if (round.state !== 'open') continue
    sent += (await askForAnswers(db, services, round, { neverAsked: true }, { author, now })).sent
    const due = remindersDue(round.dueOn, now.toISOString().slice(0, 10), daysBetween)
    if (due > 0)
      sent += (
        await askForAnswers(db, services, round, { remindedLessThan: due }, { author, now, reminders: due })
      ).sent
  }
  return sent
}

/** Reminds, every night, those who have not answered a snapshot or a census. */
export const workOnRounds = async (services: Services): Promise<void> => {
  await services.jobs.work('rounds', async () => {
    for (const districtId of await districtIds(services))
      await services.write(districtId, author, (db) => remindOfRounds(db, services, new Date()))
  })
  await services.jobs.every('rounds', nightly, { of: 'rounds' })
}
