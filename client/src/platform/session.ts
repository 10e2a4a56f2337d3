import { permits as mayRole, type Access } from '@common-table/shared/contract/permission'
import type { SignedIn, SignedInUser } from '@common-table/shared/people/schemas'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useApi } from './api.ts'

/** Fetched when asked for: schemas are eleven kilobytes that the first page can do without. */
const signInRoutes = async () => (await import('@common-table/shared/people/sign-in-contract')).signInContract

export const useSession = defineStore('session', () => {
  const api = useApi()
  const user = shallowRef<SignedInUser | null>(null)
  const known = shallowRef(false)

  /** Takes what signing in, renewing or accepting an invitation answered. */
  const begin = (signed: SignedIn): void => {
    api.hold(signed.accessToken)
    user.value = signed.user
    known.value = true
  }
  const end = (): void => {
    api.hold(null)
    user.value = null
    known.value = true
  }
  /** Once, before the first page: is there still a session in the cookie? */
  const restore = async (): Promise<void> => {
    if (known.value) return
    const signed = await api.refresh()
    if (signed) begin(signed)
    else end()
  }
  const signIn = async (
    email: string,
    password: string,
    more: { district?: string; code?: string } = {},
  ): Promise<void> => {
    const routes = await signInRoutes()
    begin(await api.call(routes.signIn, { body: { email, password, ...more } }))
  }
  const signOut = async (): Promise<void> => {
    // Without an answer the cookie may live on, but this page forgets the token either way.
    await signInRoutes()
      .then((routes) => api.call(routes.signOut))
      .catch(() => undefined)
    end()
  }
  const role = computed(() => user.value?.role)
  /** Asks the same table the server enforces. */
  const permits = (access: Access): boolean =>
    access === 'public' || (role.value !== undefined && mayRole(role.value, access))

  return { user, role, known, begin, end, restore, signIn, signOut, permits }
})
