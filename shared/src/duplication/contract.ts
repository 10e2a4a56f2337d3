import { defineContract } from '../contract/route.ts'
import { Neighbours, PlannedHelp } from './schemas.ts'

export const duplicationContract = defineContract({
  findOverlaps: {
    method: 'POST',
    path: '/duplicate-help',
    access: 'organizations:read',
    asks: true,
    summary:
      'Help at these schools that may double what is planned, and help that is alike but not the same, with why',
    body: PlannedHelp,
    response: Neighbours,
  },
})
