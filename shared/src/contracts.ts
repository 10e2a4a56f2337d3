import { districtContract } from './district/contract.ts'

/** Every contract in the system. A contract missing here is not mounted, and the sweep never sees it. */
export const contracts = { district: districtContract } as const
