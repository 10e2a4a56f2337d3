import type { Static } from 'typebox'
import type { MeChange } from '@common-table/shared/people/schemas'
import { useCall } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'

/** Keeps a choice with the person, so that it is there on the next device. Here and now it already holds. */
export const useOwnChoices = () => {
  const call = useCall()
  const session = useSession()
  return async (choice: Static<typeof MeChange>): Promise<void> => {
    if (!session.user) return
    const { accountContract } = await import('@common-table/shared/people/account-contract')
    const changed = await call(accountContract.changeMe, { body: choice }).catch(() => null)
    if (changed) session.user = changed
  }
}
