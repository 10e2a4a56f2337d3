/** What RFC 6749, 5.2 calls the error codes of the token endpoint. */
export type TokenError = 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope'

export class TokenRefusal extends Error {
  override name = 'TokenRefusal'
  readonly error: TokenError
  constructor(error: TokenError, description: string) {
    super(description)
    this.error = error
  }
}

export interface TokenRequest {
  districtId: string
  clientId: string
  secret: string
  /** Absent: all scopes the client has. */
  scopes: string[] | undefined
}

const formDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new TokenRefusal('invalid_client', 'The Basic credentials are not form-encoded.')
  }
}

/** `client_id:secret`, each form-encoded, then base64 (RFC 6749, 2.3.1). */
const basic = (header: string | undefined) => {
  const encoded = /^basic ([\w+/=-]+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString().split(':')
  return { id: formDecoded(id), secret: formDecoded(secret.join(':')) }
}

const once = (form: URLSearchParams, name: string): string | undefined => {
  const values = form.getAll(name)
  if (values.length > 1) throw new TokenRefusal('invalid_request', `Send ${name} once.`)
  return values[0] || undefined
}

/** Reads a client credentials request; throws TokenRefusal for one that cannot be meant. */
export const readTokenRequest = (form: URLSearchParams, authorization: string | undefined): TokenRequest => {
  const grant = once(form, 'grant_type')
  if (!grant) throw new TokenRefusal('invalid_request', 'Send grant_type=client_credentials.')
  if (grant !== 'client_credentials')
    throw new TokenRefusal('unsupported_grant_type', 'Only grant_type=client_credentials is known here.')
  const header = basic(authorization)
  const body = { id: once(form, 'client_id'), secret: once(form, 'client_secret') }
  if (header && body.secret)
    throw new TokenRefusal('invalid_request', 'Send the secret in the header or in the body, not in both.')
  const id = header?.id ?? body.id
  const secret = header?.secret ?? body.secret
  const known = /^ct\.([\da-f-]{36})\.([\da-f-]{36})$/.exec(id ?? '')
  if (!known || !secret) throw new TokenRefusal('invalid_client', 'The client or its secret is not right.')
  return {
    districtId: known[1]!,
    clientId: known[2]!,
    secret,
    scopes: once(form, 'scope')?.split(' ').filter(Boolean),
  }
}
