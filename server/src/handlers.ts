import type { contracts } from '@common-table/shared/contracts'
import type { Handlers } from './http/mount.ts'
import { partnershipsHandlers } from './partnerships/handlers.ts'
import { districtHandlers } from './district/handlers.ts'
import { accountHandlers } from './people/account-handlers.ts'
import { signInHandlers } from './people/sign-in-handlers.ts'

/** One entry per contract; the compiler names the one you forgot. */
export const handlers: {
  readonly [Feature in keyof typeof contracts]: Handlers<(typeof contracts)[Feature]>
} = {
  district: districtHandlers,
  partnerships: partnershipsHandlers,
  signIn: signInHandlers,
  account: accountHandlers,
}
