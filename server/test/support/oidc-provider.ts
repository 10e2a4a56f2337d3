import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a test lets the provider say or get wrong. */
export interface Said {
  email?: string
  email_verified?: boolean
  nonce?: string
  aud?: string
  iss?: string
  exp?: number
  /** Signs with a key that is not published. */
  forged?: boolean
  /** Refuses at its own page, as when a person presses "Cancel". */
  error?: string
  /** Says the address at the userinfo endpoint only. */
  atUserInfo?: boolean
}

interface Code {
  challenge: string
  nonce: string
  redirect: string
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}

/** A small OpenID Connect provider on this machine: discovery, keys, one person who always says yes, code and PKCE. */
export const startProvider = async (client: { id: string; secret: string }) => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const others = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, Code>()
  const seen: string[] = []
  let said: Said = {}
  let issuer = ''

  const idToken = (code: Code): string => {
    const { email, email_verified, forged, atUserInfo, error: _, ...wrong } = said
    const now = Math.floor(Date.now() / 1000)
    const about = atUserInfo ? {} : { email, email_verified }
    const claims = {
      iss: issuer,
      sub: 'someone',
      aud: client.id,
      iat: now,
      exp: now + 300,
      nonce: code.nonce,
    }
    const head = base64({ alg: 'RS256', typ: 'JWT', kid: 'one' })
    const unsigned = `${head}.${base64({ ...claims, ...about, ...wrong })}`
    const key = (forged ? others : keys).privateKey
    return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    seen.push(url.pathname)
    if (url.pathname === '/.well-known/openid-configuration')
      return answer(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      })
    if (url.pathname === '/keys')
      return answer(200, {
        keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      })
    if (url.pathname === '/authorize') {
      const asked = (name: string) => url.searchParams.get(name) ?? ''
      const back = new URL(asked('redirect_uri'))
      back.searchParams.set('state', asked('state'))
      if (said.error) back.searchParams.set('error', said.error)
      else {
        const code = randomUUID()
        codes.set(code, {
          challenge: asked('code_challenge'),
          nonce: asked('nonce'),
          redirect: asked('redirect_uri'),
        })
        back.searchParams.set('code', code)
      }
      return response.writeHead(302, { location: back.href }).end()
    }
    if (url.pathname === '/userinfo')
      return answer(200, { sub: 'someone', email: said.email, email_verified: said.email_verified })
    const form = await bodyOf(request)
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '') // a code works once
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const right =
      code?.challenge === proof &&
      code.redirect === form.get('redirect_uri') &&
      form.get('client_id') === client.id &&
      form.get('client_secret') === client.secret
    if (!right) return answer(400, { error: 'invalid_grant' })
    return answer(200, {
      access_token: 'access',
      token_type: 'Bearer',
      expires_in: 300,
      id_token: idToken(code),
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    /** The paths that were asked, in order. */
    seen,
    say: (next: Said) => (said = next),
    /** What a browser does there: follows the address and is sent back. */
    visit: async (address: string) =>
      (await fetch(address, { redirect: 'manual' })).headers.get('location') ?? '',
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
