import type { Permission } from '@common-table/shared/contract/permission'
import { accessTokenSeconds } from '../http/tokens.ts'
import type { Services } from '../http/services.ts'
import { sameSecret } from '../people/index.ts'
import { noteUse, workingCredentials } from './queries.ts'
import { TokenRefusal, type TokenRequest } from './token-request.ts'

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** An access token for right credentials, with the scopes asked for; throws TokenRefusal for wrong ones. */
export const grantToken = async (services: Services, asked: TokenRequest, requestId: string) => {
  const { districtId, clientId, secret } = asked
  const wrong = new TokenRefusal('invalid_client', 'The client or its secret is not right.')
  if (!uuid.test(districtId) || !uuid.test(clientId)) throw wrong
  const author = { kind: 'client', id: clientId, name: 'token request', requestId } as const
  return services.write(districtId, author, async (db) => {
    const client = await workingCredentials(db, clientId)
    if (!client || !sameSecret(secret, client.secret_hash)) throw wrong
    const beyond = asked.scopes?.find((scope) => !client.scopes.includes(scope as Permission)) // only compared
    if (beyond !== undefined)
      throw new TokenRefusal('invalid_scope', `This client may not ask for ${beyond.slice(0, 60)}.`)
    await noteUse(db, clientId)
    const scopes = client.scopes.filter((scope) => asked.scopes?.includes(scope) ?? true)
    const token = services.signAccess({
      sub: clientId,
      did: districtId,
      kind: 'client',
      name: client.name,
      role: 'viewer',
      sid: null,
      scp: scopes,
    })
    return {
      access_token: token,
      token_type: 'Bearer',
      expires_in: accessTokenSeconds,
      scope: scopes.join(' '),
    }
  })
}
