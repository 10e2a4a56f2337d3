import * as Type from 'typebox'
import { Closed, Id, Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import {
  Funding,
  FundingChange,
  KeptSum,
  NewFunding,
  Outlook,
  OutlookFilter,
  OutlookItem,
  QualityInput,
} from './schemas.ts'

export const outlookContract = defineContract({
  getOutlook: {
    method: 'GET',
    path: '/partnerships/:partnershipId/outlook',
    access: 'partnerships:read',
    summary:
      'Promises kept by each side, how likely it is to last, and whether to renew, revise or exit, with reasons',
    response: Outlook,
  },
  listOutlooks: {
    method: 'GET',
    path: '/outlooks',
    access: 'partnerships:read',
    summary:
      'Partnerships at work with promises kept, sustainability and the recommendation for the next term',
    query: OutlookFilter,
    response: Page(OutlookItem),
  },
  sumKeptPromises: {
    method: 'GET',
    path: '/outlooks/promises',
    access: 'partnerships:read',
    summary: 'Promises kept by each side over all partnerships at work, or those of one organisation',
    query: Closed({ organizationId: Type.Optional(Id) }),
    response: KeptSum,
  },
  reviewQuality: {
    method: 'PUT',
    path: '/partnerships/:partnershipId/quality-reviews/:schoolYearId',
    access: 'partnerships:write',
    summary: 'The look at quality of a school year, six items from 1 to 4; version 0 begins it',
    body: QualityInput,
    response: Outlook,
    ifMatch: true,
  },
  addFunding: {
    method: 'POST',
    path: '/partnerships/:partnershipId/fundings',
    access: 'partnerships:write',
    summary: 'Write down what pays for a partnership, and until when',
    body: NewFunding,
    response: Funding,
  },
  changeFunding: {
    method: 'PATCH',
    path: '/fundings/:fundingId',
    access: 'partnerships:write',
    summary: 'Change what pays for a partnership',
    body: FundingChange,
    response: Funding,
    ifMatch: true,
  },
  removeFunding: {
    method: 'DELETE',
    path: '/fundings/:fundingId',
    access: 'partnerships:write',
    summary: 'Take back a source of funding that was written down by mistake',
  },
})
