import { defineContract } from '../contract/route.ts'
import { Grants, LossAnswer, LossQuery, SoleProviders } from './schemas.ts'

/** Questions only: nothing is changed by asking them. */
export const whatIfContract = defineContract({
  whatIfGone: {
    method: 'GET',
    path: '/what-if/loss',
    access: 'needs:read',
    summary:
      'What falls into gap without a partner, a grant, or the renewals of a school year: schools, places, kinds of help, tiers',
    query: LossQuery,
    response: LossAnswer,
  },
  listGrants: {
    method: 'GET',
    path: '/what-if/grants',
    access: 'partnerships:read',
    summary: 'Grants that partnerships cannot do without, with how many rest on each and when it ends',
    response: Grants,
  },
  listSoleProviders: {
    method: 'GET',
    path: '/what-if/sole-providers',
    access: 'needs:read',
    summary: 'Partners that alone answer a need somewhere, those with the most places first',
    response: SoleProviders,
  },
})
