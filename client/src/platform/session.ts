import { permits as mayRole, type Access, type Role } from '@common-table/shared/contract/permission'
import { asProblem } from '@common-table/shared/contract/caller'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useApi } from './api.ts'

/** Who is signed in, as every answer of /auth says it. */
export interface SessionUser {
  id: string
  name: string
  email: string
  role: Role
  districtId: string
  districtName: string
}

export const useSession = defineStore('session', () => {
  const api = useApi()
  const user = shallowRef<SessionUser | null>(null)
  const known = shallowRef(false)

  /** Takes what signing in, a second factor or a single sign-on answered. */
  const begin = (signed: { accessToken: string; user: unknown }): void => {
    api.hold(signed.accessToken)
    user.value = signed.user as SessionUser // checked by the server against the response schema of the route
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
  const signIn = async (email: string, password: string, code?: string): Promise<void> => {
    const answer = await api.post('/auth/sign-in', { email, password, ...(code && { code }) })
    if (answer.status >= 400) throw asProblem(answer)
    begin(answer.body as { accessToken: string; user: unknown }) // the status says it is a success
  }
  const signOut = async (): Promise<void> => {
    await api.post('/auth/sign-out').catch(() => undefined)
    end()
  }
  const role = computed(() => user.value?.role)
  /** Asks the same table the server enforces. */
  const permits = (access: Access): boolean =>
    access === 'public' || (role.value !== undefined && mayRole(role.value, access))

  return { user, role, known, begin, end, restore, signIn, signOut, permits }
})
