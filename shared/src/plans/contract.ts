import { defineContract } from '../contract/route.ts'
import { NewProng, Plan, Prong, ProngChange } from './schemas.ts'

/** The plan that answers a need from several sides at once. */
export const plansContract = defineContract({
  getPlan: {
    method: 'GET',
    path: '/needs/:needId/plan',
    access: 'needs:read',
    summary: 'The prongs of a need’s plan, the next due first',
    response: Plan,
  },
  addProng: {
    method: 'POST',
    path: '/needs/:needId/prongs',
    access: 'needs:write',
    summary: 'Add a prong: what is done, who leads it, by when, and what it should move',
    body: NewProng,
    response: Prong,
  },
  changeProng: {
    method: 'PATCH',
    path: '/need-prongs/:prongId',
    access: 'needs:write',
    summary: 'Change a prong, or say that it is under way, done or dropped',
    body: ProngChange,
    response: Prong,
    ifMatch: true,
  },
  removeProng: {
    method: 'DELETE',
    path: '/need-prongs/:prongId',
    access: 'needs:write',
    summary: 'Remove a prong entered by mistake; one that came to nothing is dropped instead',
  },
})
