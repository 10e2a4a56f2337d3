import { dueDates, dueHorizon } from '@common-table/shared/obligations/due-dates'
import type { Db } from '../db/db.ts'
import { insertDues, promisesToPlan, type PlannedPromise } from './queries.ts'

/** What is kept once belongs to the first term; what repeats goes on as long as the agreement renews itself. */
const spanOf = ({ startsOn, endsOn, renews, lastDay, cadence }: PlannedPromise) => ({
  startsOn,
  endsOn: lastDay ?? (renews && cadence !== 'once' ? null : endsOn),
})

/** Writes down when the promises of an agreement are due, or those of all that hold, as far ahead as is looked. */
export const planDues = async (db: Db, agreementId: string | null, today: string): Promise<void> => {
  const promises = await promisesToPlan(db, agreementId, agreementId === null ? today : null)
  await insertDues(
    db,
    promises.flatMap((promise) =>
      dueDates(promise, spanOf(promise), dueHorizon(today)).map((dueOn) => ({ ...promise, dueOn })),
    ),
  )
}
