import { defineContract } from '../contract/route.ts'
import * as schemas from './schemas.ts'

/**
 * Who could help with what, and the fairest way to place it. Matches leave the equity index out, since every reader of needs
 * sees them; a plan is built on it and is read as it is (equity:read).
 */
export const placementContract = defineContract({
  matchServices: {
    method: 'GET',
    path: '/needs/:needId/matches',
    access: 'needs:read',
    summary:
      'Services that could help with a need, the best first, each with its reasons; and those one limit away',
    response: schemas.MatchedServices,
  },
  matchNeeds: {
    method: 'GET',
    path: '/services/:serviceId/matches',
    access: 'needs:read',
    summary: 'Open needs a service could help with, the best first, each with its reasons',
    response: schemas.MatchedNeeds,
  },
  listPlacementPlans: {
    method: 'GET',
    path: '/placement-plans',
    access: 'equity:read',
    summary: 'Placement plans, the latest first',
    response: schemas.PlacementPlans,
  },
  startPlacementPlan: {
    method: 'POST',
    path: '/placement-plans',
    access: 'placements:write',
    summary: 'Begin to compute the fairest way to place the free places of partners over the open needs',
    body: schemas.NewPlan,
    response: schemas.PlacementPlan,
  },
  getPlacementPlan: {
    method: 'GET',
    path: '/placement-plans/:planId',
    access: 'equity:read',
    summary:
      'One plan: what it comes to, how good it is proved to be, beside today and first come, first served',
    response: schemas.PlacementPlan,
  },
  cancelPlacementPlan: {
    method: 'POST',
    path: '/placement-plans/:planId/cancel',
    access: 'placements:write',
    summary: 'Stop computing a plan; nothing of it stays',
    response: schemas.PlacementPlan,
  },
  followPlacementPlan: {
    method: 'GET',
    path: '/placement-plans/:planId/live',
    access: 'equity:read',
    summary: 'How far a plan is, as it goes: the best value so far and the bound',
    response: schemas.PlanProgress,
    events: true,
  },
  listPlanRows: {
    method: 'GET',
    path: '/placement-plans/:planId/rows',
    access: 'equity:read',
    summary: 'What a plan places where, filtered, sorted and paged, each row with its reasons and decision',
    query: schemas.PlacementQuery,
    response: schemas.PlacementRows,
  },
  exportPlanCsv: {
    method: 'GET',
    path: '/placement-plans/:planId/export/csv',
    access: 'equity:read',
    summary: 'The whole plan as a CSV file, a line for each need and the service placed with it',
    download: 'text/csv',
  },
  acceptPlanRow: {
    method: 'POST',
    path: '/placements/:placementId/accept',
    access: 'placements:write',
    summary:
      'Place it: capacity and need are checked again and moved in one transaction, or the row is refused with why',
    body: schemas.Acceptance,
    response: schemas.PlacementRow,
    ifMatch: true,
  },
  skipPlanRow: {
    method: 'POST',
    path: '/placements/:placementId/skip',
    access: 'placements:write',
    summary: 'Leave a row out, with the reason',
    body: schemas.Skip,
    response: schemas.PlacementRow,
    ifMatch: true,
  },
  reopenPlanRow: {
    method: 'POST',
    path: '/placements/:placementId/reopen',
    access: 'placements:write',
    summary: 'Take an acceptance or a skip back: places and need return to where they were',
    response: schemas.PlacementRow,
    ifMatch: true,
  },
})
