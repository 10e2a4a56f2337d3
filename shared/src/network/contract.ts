import { defineContract } from '../contract/route.ts'
import { NetworkQuery, PartnerNetwork } from './schemas.ts'

export const networkContract = defineContract({
  getPartnerNetwork: {
    method: 'GET',
    path: '/partner-network',
    access: 'organizations:read',
    summary:
      'Partners, schools and who works where in a school year, with density, degree, betweenness, groups and bridges',
    query: NetworkQuery,
    response: PartnerNetwork,
  },
})
