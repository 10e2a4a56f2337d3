import { checkInDay, quarterAfter, quartersToPlan, spreadOf } from '@common-table/shared/meetings/schedule'
import type { Db } from '../db/db.ts'
import { insertPlanned, partnershipsWithout, quartersOf, type Planned } from './schedule-queries.ts'

/** Plans the check-ins of the current quarter, and near its end of the next, for every partnership at work. */
export const planQuarters = async (db: Db): Promise<number> => {
  const { today, quarters } = await quartersOf(db)
  const planned: Planned[] = []
  for (const quarter of quartersToPlan(quarters, today))
    for (const partnershipId of await partnershipsWithout(db, quarter)) {
      const day = checkInDay(quarter, today, spreadOf(partnershipId))
      if (day)
        planned.push({ partnershipId, schoolYearId: quarter.schoolYearId, quarter: quarter.ordinal, day })
    }
  return (await insertPlanned(db, planned)).length
}

/** Plans the check-in of the quarter after this one; after the last school year there is none to plan yet. */
export const planNext = async (
  db: Db,
  done: { partnershipId: string; schoolYearId: string; quarter: number },
): Promise<void> => {
  const { today, quarters } = await quartersOf(db)
  const here = quarters.find(
    ({ schoolYearId, ordinal }) => schoolYearId === done.schoolYearId && ordinal === done.quarter,
  )
  let next = here && quarterAfter(quarters, here.startsOn)
  while (next) {
    const day = checkInDay(next, today, spreadOf(done.partnershipId))
    if (day) {
      await insertPlanned(db, [
        {
          partnershipId: done.partnershipId,
          schoolYearId: next.schoolYearId,
          quarter: next.ordinal,
          day,
        },
      ])
      return
    }
    next = quarterAfter(quarters, next.startsOn)
  }
}
