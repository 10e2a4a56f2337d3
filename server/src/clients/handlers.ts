import type { clientsContract } from '@common-table/shared/clients/contract'
import type { ApiClient } from '@common-table/shared/clients/schemas'
import type { Permission } from '@common-table/shared/contract/permission'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import type { Actor } from '../http/actor.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { cutTokens, randomSecret, secretHash } from '../people/index.ts'
import { allClients, clientOf, insertClient, replaceSecret, revokeClient, updateClient } from './queries.ts'

const theClient = async (db: Db, clientId: string) => (await clientOf(db, clientId)) ?? notFound('API client')

/** Nobody gives away what they may not do themselves. Scopes that are there already may stay. */
const checkScopes = (actor: Actor, asked: readonly Permission[], there: readonly Permission[] = []): void => {
  const beyond = asked.filter((scope) => !actor.permissions.includes(scope) && !there.includes(scope))
  if (beyond.length > 0)
    throw fieldProblem(
      'scopes',
      `You cannot give what your own role may not do: ${beyond.join(', ')}.`,
      'beyond-role',
    )
}

/** To stop at once is to revoke. */
const checkExpiry = (expiresAt: string | null | undefined, now: Date): void => {
  if (expiresAt && new Date(expiresAt) <= now)
    throw fieldProblem('expiresAt', 'Choose a moment in the future, or leave it out.', 'future')
}

const revoked = (): never => {
  throw refusal('credentials-revoked')
}

/** With the secret, told once. */
const withSecret = async (db: Db, clientId: string, secret: string) => ({
  client: JSON.parse((await theClient(db, clientId)).client) as ApiClient,
  secret,
})

export const clientsHandlers: Handlers<typeof clientsContract> = {
  listApiClients: async ({ db }) => json(`{"items":${await allClients(db)}}`),

  createApiClient: async ({ db, actor, body, now }) => {
    checkScopes(actor, body.scopes)
    checkExpiry(body.expiresAt, now)
    const secret = randomSecret()
    const createdBy = actor.kind === 'user' ? actor.id : null
    return withSecret(db, await insertClient(db, body, secretHash(secret), createdBy), secret)
  },

  changeApiClient: async ({ db, actor, params, body, ifMatch, now }) => {
    const before = await theClient(db, params.apiClientId)
    if (before.revoked) revoked()
    checkScopes(actor, body.scopes ?? [], before.scopes)
    checkExpiry(body.expiresAt, now)
    const changed = await updateClient(db, params.apiClientId, ifMatch, body)
    const { client, version } = await theClient(db, params.apiClientId)
    if (!changed) return stale(client)
    await cutTokens(db, params.apiClientId)
    return json(client, version)
  },

  renewApiClient: async ({ db, actor, params }) => {
    checkScopes(actor, (await theClient(db, params.apiClientId)).scopes)
    const secret = randomSecret()
    if (!(await replaceSecret(db, params.apiClientId, secretHash(secret)))) revoked()
    await cutTokens(db, params.apiClientId)
    return withSecret(db, params.apiClientId, secret)
  },

  revokeApiClient: async ({ db, params }) => {
    await theClient(db, params.apiClientId)
    if (!(await revokeClient(db, params.apiClientId))) revoked()
    await cutTokens(db, params.apiClientId)
  },
}
