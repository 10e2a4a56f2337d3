import { ProblemError } from '@common-table/shared/contract/problem'
import type { signInContract } from '@common-table/shared/people/sign-in-contract'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { endOwnSession, readRefreshToken, renewSession, withoutCookie } from './sessions.ts'
import { cutTokens, endSessions } from './session-queries.ts'
import { signInWithPassword } from './sign-in.ts'

const over = (): never => {
  throw new ProblemError('session-ended', 'Your session has ended. Sign in again.')
}

export const signInHandlers: Handlers<typeof signInContract> = {
  signInWays: ({ services: { settings } }) => ({
    provider: settings.oidcIssuer ? { label: settings.oidcLabel, path: '/oauth/sign-in' } : null,
  }),

  signIn: ({ services, body, origin, now, author }) =>
    signInWithPassword(services, body, origin, now, author.requestId),

  refresh: async ({ services, origin, author }) => {
    if (origin.refreshCookie === undefined) return json('null') // a browser nobody has signed in with
    const token = readRefreshToken(origin.refreshCookie)
    if (!token) return over()
    const renewed = await services.write(token.districtId, author, (db) =>
      renewSession(db, services, token, origin),
    )
    return renewed ?? over()
  },

  signOut: async ({ services, origin, author }) => {
    const token = readRefreshToken(origin.refreshCookie)
    if (token) await services.write(token.districtId, author, (db) => endOwnSession(db, token))
    return withoutCookie(services)
  },

  signOutEverywhere: async ({ db, services, actor }) => {
    await endSessions(db, actor.id, 'everywhere')
    await cutTokens(db, actor.id)
    return withoutCookie(services)
  },
}
