import { ProblemError } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { SignedIn } from '@common-table/shared/people/schemas'
import type { WithCookie } from '../http/answers.ts'
import type { Services } from '../http/services.ts'
import { passFactor } from './factor.ts'
import { passwordMatches } from './passwords.ts'
import { beginSession } from './sessions.ts'
import { accountsOf, countTry, districtName, forgetTries, recordSignIn } from './sign-in-queries.ts'
import { askForCode, paused, wrong } from './sign-in-refusals.ts'
import { StrangerPauses } from './sign-in-throttle.ts'

interface Account {
  districtId: string
  userId: string
}
interface Origin {
  address: string
  device: string
}

const strangers = new StrangerPauses()

const visitor = (requestId: string | null) =>
  ({ kind: 'system', id: null, name: 'sign-in', requestId }) as const

/** Whether the password is this account's, every try counted before it is looked at. */
const tryAccount = async (
  services: Services,
  { districtId, userId }: Account,
  password: string,
  requestId: string | null,
) => {
  const account = await services.write(districtId, visitor(requestId), (db) => countTry(db, userId))
  if (account?.wait) return { wait: account.wait }
  const right = await passwordMatches(account?.passwordHash, password)
  return { right, status: account?.status ?? '' }
}

const tryStranger = async (email: string, password: string, now: Date): Promise<never> => {
  const wait = strangers.try(email, now.getTime())
  if (wait) return paused(wait)
  await passwordMatches(undefined, password)
  return wrong()
}

const several = async (services: Services, accounts: Account[]): Promise<never> => {
  const names = await Promise.all(
    accounts.map(({ districtId }) => services.read(districtId).one(districtName)),
  )
  throw new ProblemError('invalid-input', 'This address belongs to several districts: choose one.', {
    fields: [{ field: 'district', rule: 'choose', message: 'Choose the district to sign in to.' }],
    current: names.filter((name) => name !== undefined),
  })
}

export interface SignInRequest {
  email: string
  password: string
  district?: string | undefined
  code?: string | undefined
}

/** Signs a person in with e-mail and password, or says in the same words and time that one of them is wrong. */
export const signInWithPassword = async (
  services: Services,
  { email, password, district, code }: SignInRequest,
  origin: Origin,
  now: Date,
  requestId: string | null,
): Promise<WithCookie<SignedIn>> => {
  const address = email.trim().toLowerCase()
  const accounts = await accountsOf(services.read(''), address, district)
  if (accounts.length === 0) return tryStranger(address, password, now)
  const tries = await Promise.all(
    accounts.map(async (account) => ({
      account,
      ...(await tryAccount(services, account, password, requestId)),
    })),
  )
  const right = tries.filter((found) => found.right)
  if (right.length === 0) {
    const wait = Math.max(0, ...tries.map((found) => found.wait ?? 0))
    return wait > 0 ? paused(wait) : wrong()
  }
  if (right.length > 1)
    return several(
      services,
      right.map(({ account }) => account),
    )
  const { account, status } = right[0]! // its length is one
  if (status !== 'active') throw refusal('account-off')
  const author = { kind: 'user', id: account.userId, name: address, requestId } as const
  const outcome = await services.write(account.districtId, author, async (db) => {
    const factor = await passFactor(db, services.vault, account.userId, code, now)
    if (factor === 'missing' || factor === 'wrong') return factor
    await forgetTries(db, account.userId)
    const session = await beginSession(db, services, account.userId, origin)
    await recordSignIn(db, session.answer.user, requestId, origin)
    return session
  })
  return typeof outcome === 'string' ? askForCode(outcome) : outcome
}
