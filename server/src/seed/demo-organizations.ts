import { careAndLearning } from './demo-care-and-learning.ts'
import { townAndTrade } from './demo-town-and-trade.ts'
import type { DemoOrganization } from './demo-organization.ts'

/** Invented organisations of every type, as a town of fifty thousand has them. Nobody's real name. */
export const demoOrganizations: readonly DemoOrganization[] = [...careAndLearning, ...townAndTrade]
