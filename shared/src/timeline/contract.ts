import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { TimelineFilter, TimelineItem } from './schemas.ts'

export const timelineContract = defineContract({
  getPartnershipStory: {
    method: 'GET',
    path: '/partnerships/:partnershipId/story',
    access: 'check-ins:read',
    summary:
      'All that happened in a partnership, newest first: contacts, stages, changes, check-ins, documents, e-mails, links',
    query: TimelineFilter,
    response: Page(TimelineItem),
  },
  getOrganizationStory: {
    method: 'GET',
    path: '/organizations/:organizationId/story',
    access: 'check-ins:read',
    summary: 'All that happened with an organisation and in its partnerships, newest first',
    query: TimelineFilter,
    response: Page(TimelineItem),
  },
})
