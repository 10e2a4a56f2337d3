import { partnershipsContract } from './partnerships/contract.ts'
import { districtContract } from './district/contract.ts'
import { accountContract } from './people/account-contract.ts'
import { signInContract } from './people/sign-in-contract.ts'

/** Every contract in the system. A contract missing here is not mounted, and the sweep never sees it. */
export const contracts = {
  district: districtContract,
  partnerships: partnershipsContract,
  signIn: signInContract,
  account: accountContract,
} as const
