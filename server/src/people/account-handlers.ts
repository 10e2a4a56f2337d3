import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { accountContract } from '@common-table/shared/people/account-contract'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { changeOwn, ownSecret, setPassword } from './account-queries.ts'
import { tellPasswordChanged } from './links.ts'
import { checkNewPassword, hashPassword, passwordMatches } from './passwords.ts'
import { endSessions, sessionsOf } from './session-queries.ts'
import { signedInUser } from './sign-in-queries.ts'

const me = async (db: Db, userId: string) => ((await signedInUser(db, userId)) ?? notFound('person')).user

export const accountHandlers: Handlers<typeof accountContract> = {
  getMe: ({ db, actor }) => me(db, actor.id),

  changeMe: async ({ db, actor, body }) => {
    await changeOwn(db, actor.id, body)
    return me(db, actor.id)
  },

  changePassword: async ({ db, actor, body, services }) => {
    const own = (await ownSecret(db, actor.id)) ?? notFound('person')
    if (!(await passwordMatches(own.password_hash, body.currentPassword)))
      throw fieldProblem('currentPassword', 'This is not your current password. Type it again.', 'wrong')
    checkNewPassword('newPassword', body.newPassword, own)
    if (body.newPassword === body.currentPassword)
      throw fieldProblem('newPassword', 'Choose one that differs from the current password.', 'same')
    await setPassword(db, actor.id, await hashPassword(body.newPassword))
    await endSessions(db, actor.id, 'password', { except: actor.sessionId ?? undefined })
    await tellPasswordChanged(db, services, actor.id)
  },

  listSessions: async ({ db, actor }) => json(`{"items":${await sessionsOf(db, actor.id, actor.sessionId)}}`),

  endSession: async ({ db, actor, params }) => {
    if ((await endSessions(db, actor.id, 'revoked', { only: params.sessionId })) === 0) notFound('session')
  },
}
