import type { NewActivity } from '@common-table/shared/activities/schemas'
import { fieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import type { Scope } from './list-queries.ts'
import { pointsOf } from './queries.ts'

/** A school-based person writes down activities of the own schools; those of the whole district are the office's. */
export const checkOwn = (scope: Scope, schoolId: string | null | undefined): void => {
  if (scope === null || (schoolId && scope.includes(schoolId))) return
  throw schoolId
    ? fieldProblem('schoolId', 'There is no such school, or you may not see it.', 'reference')
    : refusal('activity-of-district')
}

/** What one activity says must fit together. */
export const checkActivity = async (db: Db, scope: Scope, activity: NewActivity): Promise<void> => {
  const { kind, planned = 1, delivered = null, serviceId = null, schoolId, happensOn } = activity
  checkOwn(scope, schoolId)
  if (kind === 'session' && serviceId === null)
    throw fieldProblem('serviceId', 'A session belongs to a service. Choose which.', 'required')
  if (kind === 'engagement' && serviceId !== null)
    throw fieldProblem('serviceId', 'Only sessions belong to a service.', 'together')
  if (kind === 'engagement' && Math.max(planned, delivered ?? 0) > 1)
    throw fieldProblem(
      'planned',
      'An engagement activity takes place once. Write down each on its own.',
      'range',
    )
  if (planned === 0 && !delivered)
    throw fieldProblem('planned', 'Nothing was planned and nothing took place.', 'range')
  const found = await pointsOf(db, activity)
  if (!found.school)
    throw fieldProblem('schoolId', 'There is no such school, or you may not see it.', 'reference')
  if (!found.service)
    throw fieldProblem('serviceId', 'There is no such service. Choose another.', 'reference')
  if (!found.partnership)
    throw fieldProblem('partnershipId', 'There is no such partnership. Choose another.', 'reference')
  if (!found.strategy)
    throw fieldProblem(
      'strategyId',
      'There is no such strategy in the goal tree. Choose another.',
      'reference',
    )
  if (delivered !== null && happensOn > found.today)
    throw fieldProblem('happensOn', 'This day is still to come. Say what came of it afterwards.', 'future')
}
