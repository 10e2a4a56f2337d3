import * as Type from 'typebox'
import { Closed } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import {
  Rollover,
  RolloverCandidate,
  RolloverPlan,
  RolloverPreview,
  RolloverUndone,
  RolloverYears,
} from './rollover-schemas.ts'

export const rolloverContract = defineContract({
  listRolloverCandidates: {
    method: 'GET',
    path: '/rollovers/candidates',
    access: 'partnerships:write',
    summary: 'Partnerships of a school year with a first opinion on the next: renew, revise or end, and why',
    query: RolloverYears,
    response: Type.Object({ items: Type.Array(RolloverCandidate) }),
  },
  previewRollover: {
    method: 'POST',
    path: '/rollovers/preview',
    access: 'partnerships:write',
    summary: 'What a roll-over would change, in sum and one by one; nothing is changed',
    body: RolloverPlan,
    response: RolloverPreview,
    asks: true,
  },
  applyRollover: {
    method: 'POST',
    path: '/rollovers',
    access: 'partnerships:write',
    summary: 'Carry partnerships into the next school year: renew, revise or end each',
    body: RolloverPlan,
    response: Rollover,
  },
  listRollovers: {
    method: 'GET',
    path: '/rollovers',
    access: 'partnerships:write',
    summary: 'Roll-overs that were carried out, newest first',
    response: Type.Object({ items: Type.Array(Rollover) }),
  },
  undoRollover: {
    method: 'POST',
    path: '/rollovers/:rolloverId/undoing',
    access: 'partnerships:write',
    summary: 'Take a roll-over back; partnerships that someone changed since stay as they are',
    body: Closed({}),
    response: RolloverUndone,
  },
})
