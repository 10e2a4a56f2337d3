import { defineContract } from '../contract/route.ts'
import { Barrier, BarrierChange, Barriers, NeedBarriers, NeedBarriersChange } from './schemas.ts'

/** What keeps students from coming, and the chain from there to the metric (B4). */
export const barriersContract = defineContract({
  listBarriers: {
    method: 'GET',
    path: '/barriers',
    access: 'needs:read',
    summary:
      'Barriers to attendance with the needs that name them, the kinds of help, partners and the metric they move',
    response: Barriers,
  },
  changeBarrier: {
    method: 'PUT',
    path: '/barriers',
    access: 'catalog:write',
    summary:
      'Add a barrier or say a standard one in the district’s words; with version 1 for one that is new',
    body: BarrierChange,
    response: Barrier,
    ifMatch: true,
  },
  getNeedBarriers: {
    method: 'GET',
    path: '/needs/:needId/barriers',
    access: 'needs:read',
    summary: 'Which barriers stand behind a need',
    response: NeedBarriers,
  },
  setNeedBarriers: {
    method: 'PUT',
    path: '/needs/:needId/barriers',
    access: 'needs:write',
    summary: 'Say which barriers stand behind a need',
    body: NeedBarriersChange,
    response: NeedBarriers,
  },
})
