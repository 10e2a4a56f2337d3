import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { usersContract } from '@common-table/shared/people/users-contract'
import type { Db } from '../db/db.ts'
import { json, type Json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { switchFactorOff } from './factor-queries.ts'
import { invitePerson } from './invite-person.ts'
import { invite, sendResetLink } from './links.ts'
import { mailablePerson } from './link-queries.ts'
import { cutTokens, endSessions } from './session-queries.ts'
import { changePerson, checkGrant } from './user-changes.ts'
import { userList, userOf } from './user-queries.ts'

const answer = async (db: Db, userId: string): Promise<Json> => {
  const { person, version } = (await userOf(db, userId)) ?? notFound('person')
  return json(person, version)
}

export const usersHandlers: Handlers<typeof usersContract> = {
  listUsers: async ({ db, query, page }) => {
    const { limit = 50, cursor: _cursor, q, ...filters } = query
    const search = q?.trim() || undefined
    const list = await userList(db, {
      filters: { q: search, ...filters },
      sort: 'name',
      after: page.after,
      limit,
    })
    return listAnswer(list, page)
  },

  getUser: ({ db, params }) => answer(db, params.userId),

  inviteUser: async ({ db, actor, body, services }) => {
    checkGrant(actor, body.role)
    const { userId } = await invitePerson(db, services, body, actor.name)
    return answer(db, userId)
  },

  changeUser: async ({ db, actor, params, body, ifMatch }) => {
    await changePerson(db, actor, params.userId, ifMatch, body)
    return answer(db, params.userId)
  },

  sendInvitation: async ({ db, actor, params, services }) => {
    const person = (await mailablePerson(db, params.userId)) ?? notFound('person')
    if (person.status !== 'invited') throw refusal('accepted-already')
    await invite(db, services, person, actor.name)
    return answer(db, params.userId)
  },

  sendReset: async ({ db, params, services }) => {
    const person = (await mailablePerson(db, params.userId)) ?? notFound('person')
    if (person.status !== 'active') throw refusal('not-active')
    if (!(await sendResetLink(db, services, params.userId))) throw refusal('links-sent')
  },

  removeUserFactor: async ({ db, params }) => {
    if (!(await userOf(db, params.userId))) notFound('person')
    await switchFactorOff(db, params.userId)
  },

  endUserSessions: async ({ db, params }) => {
    if (!(await userOf(db, params.userId))) notFound('person')
    await endSessions(db, params.userId, 'revoked')
    await cutTokens(db, params.userId)
  },
}
