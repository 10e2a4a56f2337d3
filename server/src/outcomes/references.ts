import type { Direction } from '@common-table/shared/outcomes/metric'
import type { Unit } from '@common-table/shared/outcomes/measured-value'
import { fieldProblem } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

interface Said {
  metricId: string
  schoolId?: string | null
  partnershipId?: string | null
  serviceId?: string | null
  groupId?: string
  periodId?: string
}
interface Known {
  unit: Unit | null
  direction: Direction | null
  periodKind: string | null
  school: boolean
  partnership: boolean
  service: boolean
  group: boolean
  periodHeld: string | null
}
export interface CheckedMetric {
  unit: Unit
  direction: Direction
}

const known =
  statement<Known>(`select m.unit, m.direction, m.period_kind as "periodKind", s.id is not null as school,
    pa.id is not null as partnership, v.id is not null as service,
    g.id is not null as group, p.kind as "periodHeld"
  from json_to_recordset($1::json) as a ("at" integer, "metricId" uuid, "schoolId" uuid, "partnershipId" uuid, "serviceId" uuid, "groupId" uuid, "periodId" uuid)
    left join metrics m on m.district_id = app_district() and m.id = a."metricId"
    left join schools s on s.district_id = app_district() and s.id = a."schoolId"
    left join partnerships pa on pa.district_id = app_district() and pa.id = a."partnershipId"
    left join services v on v.district_id = app_district() and v.id = a."serviceId"
    left join student_groups g on g.district_id = app_district() and g.id = a."groupId"
    left join periods p on p.district_id = app_district() and p.id = a."periodId"
  order by a.at`)

const checked = (said: Said, found: Known): CheckedMetric => {
  if (!found.unit || !found.direction)
    throw fieldProblem('metricId', 'There is no such metric in this district.', 'reference')
  if (said.schoolId && !found.school)
    throw fieldProblem('schoolId', 'There is no such school in this district.', 'reference')
  if (said.partnershipId && !found.partnership)
    throw fieldProblem('partnershipId', 'There is no such partnership in this district.', 'reference')
  if (said.serviceId && !found.service)
    throw fieldProblem('serviceId', 'There is no such service in this district.', 'reference')
  if (said.groupId && !found.group)
    throw fieldProblem('groupId', 'There is no such student group in this district.', 'reference')
  if (said.periodId && found.periodHeld === null)
    throw fieldProblem('periodId', 'There is no such period in this district.', 'reference')
  if (said.periodId && found.periodHeld !== found.periodKind)
    throw fieldProblem(
      'periodId',
      `This metric is measured by ${found.periodKind}. Choose a ${found.periodKind}.`,
      'period-kind',
    )
  return { unit: found.unit, direction: found.direction }
}

/** Looks up what many figures name, at once; each answer checks its own and throws at the field that is wrong. */
export const checkerOf = async (db: Db, said: readonly Said[]): Promise<(at: number) => CheckedMetric> => {
  const asked = JSON.stringify(said.map((one, at) => ({ ...one, at })))
  const found = await db.many(known, [asked])
  return (at) => checked(said[at]!, found[at]!) // one row for each, in order
}

/** The metric a figure or target is about, once everything it names exists in the district. */
export const checkedMetric = async (db: Db, said: Said): Promise<CheckedMetric> =>
  (await checkerOf(db, [said]))(0)

/** A percentage is stored from 0 to 100, whatever it is called. */
export const checkScale = (field: string, value: number | null | undefined, unit: Unit): void => {
  if (value == null) return
  if (unit === 'percent' && (value < 0 || value > 100))
    throw fieldProblem(field, 'Enter a percentage from 0 to 100.', 'range')
  if (unit === 'count' && (value < 0 || !Number.isInteger(value)))
    throw fieldProblem(field, 'Enter a whole number that is not negative.', 'range')
}
