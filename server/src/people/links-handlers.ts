import { setTimeout as pause } from 'node:timers/promises'
import { ProblemError } from '@common-table/shared/contract/problem'
import type { linksContract } from '@common-table/shared/people/links-contract'
import type { Handlers } from '../http/mount.ts'
import { notify } from '../notifications/index.ts'
import { setPassword } from './account-queries.ts'
import { readLink, sendResetLink, tellPasswordChanged } from './links.ts'
import { activate, personOfLink, useLink } from './link-queries.ts'
import { checkNewPassword, hashPassword } from './passwords.ts'
import { beginSession } from './sessions.ts'
import { endSessions } from './session-queries.ts'
import { accountsOf, recordSignIn } from './sign-in-queries.ts'

/** Longer than writing a mail takes, so that the answer's time does not tell who has an account. */
const sameForAll = 250

const expired = (): never => {
  throw new ProblemError(
    'link-expired',
    'This link was used already, has expired or was replaced by a newer one. Ask for a new one.',
  )
}

export const linksHandlers: Handlers<typeof linksContract> = {
  askForReset: async ({ services, body, author }) => {
    const answered = pause(sameForAll)
    const accounts = await accountsOf(services.read(''), body.email.trim().toLowerCase(), undefined)
    for (const { districtId, userId } of accounts)
      await services.write(districtId, author, (db) => sendResetLink(db, services, userId))
    await answered
  },

  lookAtLink: async ({ services, body }) => {
    const link = readLink(body.token) ?? expired()
    const { purpose, email, name, locale, district } =
      (await personOfLink(services.read(link.districtId), link.hash)) ?? expired()
    return { purpose, email, name, locale, districtName: district }
  },

  acceptInvitation: async ({ services, body, origin, author }) => {
    const link = readLink(body.token) ?? expired()
    return services.write(link.districtId, { ...author, kind: 'link', name: 'invitation' }, async (db) => {
      const person = (await useLink(db, link.hash, 'invitation')) ?? expired()
      const name = body.name.trim()
      checkNewPassword('password', body.password, { email: person.email, name })
      await activate(db, person.id, name, await hashPassword(body.password), body.locale)
      const session = await beginSession(db, services, person.id, origin)
      await recordSignIn(db, { id: person.id, name }, author.requestId, origin)
      await notify(db, { roles: ['admin'] }, 'people.accepted', { name }, `/admin/people?open=${person.id}`)
      return session
    })
  },

  resetPassword: async ({ services, body, author }) => {
    const link = readLink(body.token) ?? expired()
    await services.write(link.districtId, { ...author, kind: 'link', name: 'password reset' }, async (db) => {
      const person = (await useLink(db, link.hash, 'reset')) ?? expired()
      checkNewPassword('password', body.password, person)
      await setPassword(db, person.id, await hashPassword(body.password))
      await endSessions(db, person.id, 'password')
      await tellPasswordChanged(db, services, person.id)
    })
  },
}
