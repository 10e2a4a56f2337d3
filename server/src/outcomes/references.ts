import type { Direction } from '@common-table/shared/outcomes/metric'
import type { Unit } from '@common-table/shared/outcomes/measured-value'
import { fieldProblem } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

interface Known {
  unit: Unit | null
  direction: Direction | null
  periodKind: string | null
  school: boolean
  group: boolean
  periodHeld: string | null
}

const known = statement<Known>(`select m.unit, m.direction, m.period_kind as "periodKind",
    exists (select from schools where district_id = d.id and id = $2) as school,
    exists (select from student_groups where district_id = d.id and id = $3) as group,
    (select kind from periods where district_id = d.id and id = $4) as "periodHeld"
  from districts d left join metrics m on m.district_id = d.id and m.id = $1 where d.id = app_district()`)

/** The metric a figure or target is about, once everything it names exists in the district. */
export const checkedMetric = async (
  db: Db,
  said: { metricId: string; schoolId?: string | null; groupId?: string; periodId?: string },
): Promise<{ unit: Unit; direction: Direction }> => {
  const found = await db.one(known, [
    said.metricId,
    said.schoolId ?? null,
    said.groupId ?? null,
    said.periodId ?? null,
  ])
  if (!found?.unit || !found.direction)
    throw fieldProblem('metricId', 'There is no such metric in this district.', 'reference')
  if (said.schoolId && !found.school)
    throw fieldProblem('schoolId', 'There is no such school in this district.', 'reference')
  if (said.groupId && !found.group)
    throw fieldProblem('groupId', 'There is no such student group in this district.', 'reference')
  if (said.periodId && found.periodHeld === null)
    throw fieldProblem('periodId', 'There is no such period in this district.', 'reference')
  if (said.periodId && found.periodHeld !== found.periodKind)
    throw fieldProblem(
      'periodId',
      `This metric is measured by ${found.periodKind}. Choose a ${found.periodKind}.`,
    )
  return { unit: found.unit, direction: found.direction }
}

/** A percentage is stored from 0 to 100, whatever it is called. */
export const checkScale = (field: string, value: number | null | undefined, unit: Unit): void => {
  if (value == null) return
  if (unit === 'percent' && (value < 0 || value > 100))
    throw fieldProblem(field, 'Enter a percentage from 0 to 100.', 'range')
  if (unit === 'count' && (value < 0 || !Number.isInteger(value)))
    throw fieldProblem(field, 'Enter a whole number that is not negative.', 'range')
}
