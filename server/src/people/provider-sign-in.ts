import type { SignedIn } from '@common-table/shared/people/schemas'
import type { WithCookie } from '../http/answers.ts'
import type { Services } from '../http/services.ts'
import { notify } from '../notifications/index.ts'
import type { Identity } from './identity-provider.ts'
import { acceptKnown } from './link-queries.ts'
import { beginSession } from './sessions.ts'
import { accountsOf, forgetTries, recordSignIn, signedInUser } from './sign-in-queries.ts'

/** Why someone whom the provider knows does not get in here; the sign-in page has a sentence for each. */
export type ProviderRefusal = 'unproved' | 'stranger' | 'off' | 'several'

interface Origin {
  address: string
  device: string
}

const visitor = (requestId: string | null) =>
  ({ kind: 'system', id: null, name: 'sign-in', requestId }) as const

const statusOf = async (services: Services, districtId: string, userId: string) =>
  (await signedInUser(services.read(districtId), userId))?.status

/**
 * Signs in the person of this proved address, if the district knows them: the provider says who someone is, the district
 * who may come in. Who was invited has accepted by this. The provider asks for second factors, so ours is not asked.
 */
export const signInWithIdentity = async (
  services: Services,
  { email, proved }: Identity,
  origin: Origin,
  requestId: string | null,
): Promise<WithCookie<SignedIn> | ProviderRefusal> => {
  if (email === undefined || !proved) return 'unproved'
  const accounts = await Promise.all(
    (await accountsOf(services.read(''), email, undefined)).map(async ({ districtId, userId }) => ({
      districtId,
      userId,
      status: await statusOf(services, districtId, userId),
    })),
  )
  const open = accounts.filter(({ status }) => status === 'active' || status === 'invited')
  if (accounts.length === 0) return 'stranger'
  if (open.length === 0) return 'off'
  if (open.length > 1) return 'several'
  const { districtId, userId } = open[0]! // its length is one
  return services.write(districtId, visitor(requestId), async (db) => {
    if (await acceptKnown(db, userId)) {
      const { user } = (await signedInUser(db, userId))! // the row was just changed
      await notify(
        db,
        { roles: ['admin'] },
        'people.accepted',
        { name: user.name },
        `/admin/people?open=${userId}`,
      )
    }
    await forgetTries(db, userId)
    const person = await signedInUser(db, userId, 'held')
    if (person?.status !== 'active') return 'off' as const
    const session = await beginSession(db, services, userId, origin)
    await recordSignIn(db, person.user, requestId, origin, 'provider')
    return session
  })
}
