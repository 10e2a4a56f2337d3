import type { Desk } from '@common-table/shared/boards/desk-schemas'
import { addMonths } from '@common-table/shared/calendar/dates'
import { quarterOf } from '@common-table/shared/calendar/school-years'
import { thresholdFrom } from '@common-table/shared/outcomes/suppression'
import { studentCells } from '@common-table/shared/reports/students'
import type { Db } from '../db/db.ts'
import { reportGround } from '../reports/index.ts'
import { deskGround } from './desk-queries.ts'

/** What lies on a director's desk in sums. */
export const deskOf = async (db: Db): Promise<Desk> => {
  const { startMonth, today } = await reportGround(db, null, null)
  const { from } = quarterOf(today, startMonth)
  const { students, renewals, placements, quiet, ...ground } = await deskGround(db, from, addMonths(from, -3))
  const threshold = thresholdFrom(ground.threshold)
  const [ending, placed, silent] = studentCells(
    [students.ending, students.placed, students.quiet],
    threshold,
  ) as [Desk['quiet']['students'], Desk['quiet']['students'], Desk['quiet']['students']] // one for each
  return {
    ...ground,
    asOf: new Date().toISOString(),
    quarterBegan: from,
    threshold,
    renewals: { ...renewals, students: ending },
    placements: { ...placements, students: placed },
    quiet: { ...quiet, students: silent },
  }
}
