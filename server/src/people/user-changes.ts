import { permissionsOf, type Role } from '@common-table/shared/contract/permission'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { UserChange } from '@common-table/shared/people/user-schemas'
import type { Db } from '../db/db.ts'
import type { Actor } from '../http/actor.ts'
import { refuseWhileHolding } from '../continuity/index.ts'
import { stale } from '../http/stale.ts'
import { cutTokens, endSessions } from './session-queries.ts'
import { holdAdmins, holdUser, knowsSchools, replaceSchools, updateUser, userOf } from './user-queries.ts'

/** Another system can give a role only when it may do itself everything the role may. */
export const checkGrant = (actor: Actor, role: Role): void => {
  if (actor.kind === 'client' && !permissionsOf(role).every((one) => actor.permissions.includes(one)))
    throw fieldProblem(
      'role',
      'These credentials cannot give a role that may do more than they may.',
      'beyond-role',
    )
}

export const checkSchools = async (db: Db, role: Role, schoolIds: readonly string[]): Promise<void> => {
  if (role === 'school' && schoolIds.length === 0)
    throw fieldProblem(
      'schoolIds',
      'Choose at least one school: without one this person sees nothing.',
      'required',
    )
  if (!(await knowsSchools(db, schoolIds)))
    throw fieldProblem('schoolIds', 'One of these schools does not exist in your district.', 'reference')
}

const current = async (db: Db, userId: string): Promise<string> =>
  ((await userOf(db, userId)) ?? notFound('person')).person

/**
 * Changes a person. Nobody changes the own role or switches the own account off, and a district keeps one active
 * administrator. A change of rights stops the access tokens given before it.
 */
export const changePerson = async (
  db: Db,
  actor: Actor,
  userId: string,
  version: number,
  change: UserChange,
): Promise<void> => {
  const admins = await holdAdmins(db)
  const before = (await holdUser(db, userId)) ?? notFound('person')
  if (before.version !== version) stale(await current(db, userId))
  const role = change.role ?? before.role
  const givesUpAdmin = role !== 'admin' || change.status === 'deactivated'
  if (userId === actor.id && (role !== before.role || change.status === 'deactivated'))
    throw refusal('own-account')
  if (givesUpAdmin && admins.length === 1 && admins[0] === userId) throw refusal('last-administrator')
  if (role !== before.role || change.status === 'active') checkGrant(actor, role)
  const schools = role === 'school' ? (change.schoolIds ?? before.schools) : []
  if (change.role !== undefined || change.schoolIds !== undefined) await checkSchools(db, role, schools)
  if (change.status === 'deactivated') await refuseWhileHolding(db, userId)
  await updateUser(db, userId, version, change)
  const sameSchools = schools.toSorted().join() === before.schools.toSorted().join()
  if (!sameSchools) await replaceSchools(db, userId, schools)
  if (change.status === 'deactivated') await endSessions(db, userId, 'deactivated')
  if (role !== before.role || !sameSchools || change.status === 'deactivated') await cutTokens(db, userId)
}
