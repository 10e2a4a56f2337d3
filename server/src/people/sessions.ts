import type { SignedIn } from '@common-table/shared/people/schemas'
import type { Db } from '../db/db.ts'
import { WithCookie, type RefreshCookie } from '../http/answers.ts'
import { accessTokenSeconds } from '../http/tokens.ts'
import type { Services } from '../http/services.ts'
import { randomSecret, sameSecret, secretHash } from './secrets.ts'
import {
  endSessions,
  insertSession,
  lockSession,
  ownerOfSession,
  rotateSession,
  type SessionRow,
} from './session-queries.ts'
import { signedInUser } from './sign-in-queries.ts'

interface Origin {
  address: string
  device: string
}

/** Two tabs may renew at the same moment with the same cookie; after this many seconds it is someone else's copy. */
const graceSeconds = 10

/** The refresh cookie: which district and session, a secret for the session's life, and one that changes at each use. */
export interface RefreshToken {
  districtId: string
  sessionId: string
  family: string
  secret: string
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

export const readRefreshToken = (cookie: string | undefined): RefreshToken | undefined => {
  const [districtId = '', sessionId = '', family = '', secret = ''] = cookie?.split('.') ?? []
  return uuid.test(districtId) && uuid.test(sessionId) && family && secret
    ? { districtId, sessionId, family, secret }
    : undefined
}

const secureCookie = ({ settings }: Services): boolean => settings.publicUrl?.startsWith('https:') === true

const cookieOf = (services: Services, token: RefreshToken, expiresAt: string): RefreshCookie => ({
  value: [token.districtId, token.sessionId, token.family, token.secret].join('.'),
  expires: new Date(expiresAt),
  secure: secureCookie(services),
})

/** Takes the cookie away. */
export const withoutCookie = (services: Services): WithCookie<void> =>
  new WithCookie(undefined, { value: '', expires: new Date(0), secure: secureCookie(services) })

const signedIn = (
  services: Services,
  districtId: string,
  sessionId: string,
  person: Awaited<ReturnType<typeof signedInUser>>,
): SignedIn | undefined => {
  if (person?.status !== 'active') return undefined
  const { user, role, schoolIds } = person
  return {
    accessToken: services.signAccess({
      sub: user.id,
      did: districtId,
      kind: 'user',
      name: user.name,
      role,
      sid: sessionId,
      ...(role === 'school' && { sch: schoolIds }),
    }),
    expiresIn: accessTokenSeconds,
    user,
  }
}

/** A new session of an active person in this browser. */
export const beginSession = async (
  db: Db,
  services: Services,
  userId: string,
  origin: Origin,
): Promise<WithCookie<SignedIn>> => {
  const family = randomSecret()
  const secret = randomSecret()
  const hashes = { family: secretHash(family), refresh: secretHash(secret) }
  const session = (await insertSession(db, userId, hashes, origin))! // an insert returns its row
  const answer = signedIn(services, db.districtId, session.id, await signedInUser(db, userId, 'held'))
  if (!answer) throw new Error('A session was begun for someone who is not active.')
  const token = { districtId: db.districtId, sessionId: session.id, family, secret }
  return new WithCookie(answer, cookieOf(services, token, session.expires_at))
}

const found = async (db: Db, token: RefreshToken): Promise<SessionRow | undefined> => {
  const session = await lockSession(db, token.sessionId)
  return session?.alive && sameSecret(token.family, session.family_hash) ? session : undefined
}

/** Renews a session once per token. Undefined: it is over. A used token that comes back ends it for both holders. */
export const renewSession = async (
  db: Db,
  services: Services,
  token: RefreshToken,
  origin: Origin,
): Promise<WithCookie<SignedIn> | SignedIn | undefined> => {
  // The person first, then the session: the order in which everything locks the two.
  const userId = await ownerOfSession(db, token.sessionId)
  const person = userId && (await signedInUser(db, userId, 'held'))
  const session = await found(db, token)
  if (!person || !session) return undefined
  const answer = signedIn(services, db.districtId, token.sessionId, person)
  if (!sameSecret(token.secret, session.refresh_hash)) {
    const justRotated =
      session.previous_hash !== null &&
      sameSecret(token.secret, session.previous_hash) &&
      session.seconds_since_rotation < graceSeconds
    if (justRotated) return answer
    await endSessions(db, session.user_id, 'reuse', { only: token.sessionId })
    return undefined
  }
  if (!answer) return undefined
  const secret = randomSecret()
  const rotated = await rotateSession(db, token.sessionId, secretHash(secret), origin)
  return new WithCookie(
    answer,
    cookieOf(services, { ...token, secret }, rotated?.expires_at ?? session.expires_at),
  )
}

/** Ends the session of this cookie. A cookie that is no longer good ends nothing. */
export const endOwnSession = async (db: Db, token: RefreshToken): Promise<void> => {
  const session = await found(db, token)
  if (session) await endSessions(db, session.user_id, 'signed_out', { only: token.sessionId })
}
