import * as Type from 'typebox'
import { Closed, Id, Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import {
  Contribution,
  ContributionChange,
  HoursDecision,
  HoursFilter,
  Ledger,
  NewContribution,
  NewVolunteerHours,
  VolunteerHours,
} from './schemas.ts'
import { InvestmentFilter, InvestmentItem, InvestmentSum } from './sum-schemas.ts'

export const investmentsContract = defineContract({
  getLedger: {
    method: 'GET',
    path: '/partnerships/:partnershipId/investment',
    access: 'partnerships:read',
    summary: 'What both sides promised and put in during a school year, and how that is spread',
    query: Closed({ schoolYearId: Type.Optional(Id) }),
    response: Ledger,
  },
  addLedgerLine: {
    method: 'POST',
    path: '/partnerships/:partnershipId/ledger-lines',
    access: 'partnerships:write',
    summary: 'Write down what one side puts in during a school year',
    body: NewContribution,
    response: Contribution,
  },
  changeLedgerLine: {
    method: 'PATCH',
    path: '/ledger-lines/:contributionId',
    access: 'partnerships:write',
    summary: 'Change what was promised or delivered; delivered volunteer hours follow from approved ones',
    body: ContributionChange,
    response: Contribution,
    ifMatch: true,
  },
  removeLedgerLine: {
    method: 'DELETE',
    path: '/ledger-lines/:contributionId',
    access: 'partnerships:write',
    summary: 'Take back a contribution that was written down by mistake',
  },
  listVolunteerHours: {
    method: 'GET',
    path: '/partnerships/:partnershipId/volunteer-hours',
    access: 'partnerships:read',
    summary: 'Hours of volunteers in a partnership, the latest first',
    query: HoursFilter,
    response: Page(VolunteerHours),
  },
  addVolunteerHours: {
    method: 'POST',
    path: '/partnerships/:partnershipId/volunteer-hours',
    access: 'partnerships:write',
    summary: 'Write down hours the district knows of; they count at once',
    body: NewVolunteerHours,
    response: VolunteerHours,
  },
  decideVolunteerHours: {
    method: 'POST',
    path: '/volunteer-hours/:volunteerHoursId/decision',
    access: 'partnerships:write',
    summary: 'Approve hours a partner reported, or reject them and say why',
    body: HoursDecision,
    response: VolunteerHours,
    ifMatch: true,
  },
  askForVolunteerHours: {
    method: 'POST',
    path: '/partnerships/:partnershipId/volunteer-hours/invitation',
    access: 'partnerships:write',
    summary: 'E-mail the partner a link to report volunteer hours',
    body: Closed({ contactId: Type.Optional(Id) }),
    response: Type.Object({ email: Type.String() }),
  },
  listInvestments: {
    method: 'GET',
    path: '/investments',
    access: 'partnerships:read',
    summary: 'Partnerships with what both sides put in during a school year',
    query: InvestmentFilter,
    response: Page(InvestmentItem),
  },
  sumInvestments: {
    method: 'GET',
    path: '/investments/sum',
    access: 'partnerships:read',
    summary: 'What both sides put in over all partnerships, or those of one organisation',
    query: Closed({ schoolYearId: Type.Optional(Id), organizationId: Type.Optional(Id) }),
    response: InvestmentSum,
  },
})
