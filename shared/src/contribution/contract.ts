import { defineContract } from '../contract/route.ts'
import { Contribution, ContributionQuery, NewStudy, Study } from './schemas.ts'

/** What a partnership may have contributed to: an association with its uncertainty, never a cause. */
export const contributionContract = defineContract({
  getContribution: {
    method: 'GET',
    path: '/partnerships/:partnershipId/contribution',
    access: 'metrics:read',
    summary:
      'The chain from barrier to metric of a partnership, its evidence label, and its schools beside similar ones',
    query: ContributionQuery,
    response: Contribution,
  },
  citeStudy: {
    method: 'PUT',
    path: '/partnerships/:partnershipId/study',
    access: 'partnerships:write',
    summary: 'Cite a study somebody else made of what the partnership does',
    body: NewStudy,
    response: Study,
  },
  removeStudy: {
    method: 'DELETE',
    path: '/partnerships/:partnershipId/study',
    access: 'partnerships:write',
    summary: 'No longer cite a study',
  },
})
