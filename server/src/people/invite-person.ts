import { notFound, ProblemError } from '@common-table/shared/contract/problem'
import type { Invitation } from '@common-table/shared/people/user-schemas'
import type { Db } from '../db/db.ts'
import type { Services } from '../http/services.ts'
import { mailablePerson } from './link-queries.ts'
import { invite } from './links.ts'
import { checkSchools } from './user-changes.ts'
import { insertUser, replaceSchools } from './user-queries.ts'

/** Adds a person and e-mails the invitation. The link is given back for the command line. */
export const invitePerson = async (
  db: Db,
  services: Services,
  invitation: Invitation,
  inviter: string,
): Promise<{ userId: string; link: string }> => {
  const schoolIds = invitation.role === 'school' ? (invitation.schoolIds ?? []) : []
  await checkSchools(db, invitation.role, schoolIds)
  const userId = await insertUser(db, invitation)
  if (userId === undefined)
    throw new ProblemError('already-exists', 'Someone with this e-mail address is already here.', {
      fields: [{ field: 'email', rule: 'taken', message: 'Someone with this address is already here.' }],
    })
  await replaceSchools(db, userId, schoolIds)
  const person = (await mailablePerson(db, userId)) ?? notFound('person')
  return { userId, link: await invite(db, services, person, inviter) }
}
