import * as Type from 'typebox'
import { Closed, Page, pageQuery } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import {
  BoardColumn,
  BoardFilter,
  NewPartnership,
  NewTimelineEntry,
  Partnership,
  PartnershipChange,
  PartnershipFilter,
  PartnershipItem,
  StageChange,
  TimelineEntry,
} from './schemas.ts'

export const partnershipsContract = defineContract({
  listPartnerships: {
    method: 'GET',
    path: '/partnerships',
    access: 'partnerships:read',
    summary: 'Partnerships, filtered, sorted and paged',
    query: PartnershipFilter,
    response: Page(PartnershipItem),
  },
  partnershipBoard: {
    method: 'GET',
    path: '/partnerships/board',
    access: 'partnerships:read',
    summary: 'Partnerships by stage, with counts and the first cards of each stage',
    query: BoardFilter,
    response: Type.Array(BoardColumn),
  },
  getPartnership: {
    method: 'GET',
    path: '/partnerships/:partnershipId',
    access: 'partnerships:read',
    summary: 'One partnership with its organisation, schools, services, priorities and latest events',
    response: Partnership,
  },
  createPartnership: {
    method: 'POST',
    path: '/partnerships',
    access: 'partnerships:write',
    summary: 'Begin a partnership',
    body: NewPartnership,
    response: Partnership,
  },
  changePartnership: {
    method: 'PATCH',
    path: '/partnerships/:partnershipId',
    access: 'partnerships:write',
    summary: 'Change what a partnership is, whom it serves and who leads it',
    body: PartnershipChange,
    response: Partnership,
    ifMatch: true,
  },
  changePartnershipStage: {
    method: 'POST',
    path: '/partnerships/:partnershipId/stage',
    access: 'partnerships:write',
    summary: 'Move a partnership to another stage, with the reason where one is asked for',
    body: StageChange,
    response: Partnership,
    ifMatch: true,
  },
  listPartnershipTimeline: {
    method: 'GET',
    path: '/partnerships/:partnershipId/timeline',
    access: 'partnerships:read',
    summary: 'What happened in a partnership, newest first',
    query: Closed(pageQuery),
    response: Page(TimelineEntry),
  },
  addTimelineEntry: {
    method: 'POST',
    path: '/partnerships/:partnershipId/timeline',
    access: 'partnerships:write',
    summary: 'Note a call, meeting, visit, e-mail or anything worth remembering',
    body: NewTimelineEntry,
    response: TimelineEntry,
  },
})
