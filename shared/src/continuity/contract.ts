import * as Type from 'typebox'
import { Closed, Id, Page, pageQuery } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import {
  Departure,
  DepartureItem,
  GapFilter,
  Holders,
  HoldersChange,
  Holdings,
  NewDeparture,
  OwnerGap,
  StaffMember,
} from './schemas.ts'

export const continuityContract = defineContract({
  getHolders: {
    method: 'GET',
    path: '/partnerships/:partnershipId/people',
    access: 'partnerships:read',
    summary: 'Who a partnership counts on: lead and backup of both sides, and the liaison at each school',
    response: Holders,
  },
  changeHolders: {
    method: 'PATCH',
    path: '/partnerships/:partnershipId/people',
    access: 'partnerships:write',
    summary: 'Name lead, backup and liaisons; a partnership at work keeps its lead',
    body: HoldersChange,
    response: Holders,
    ifMatch: true,
  },
  listOwnerGaps: {
    method: 'GET',
    path: '/owner-gaps',
    access: 'partnerships:write',
    summary: 'Partnerships at work without a lead, backup or liaison',
    query: GapFilter,
    response: Page(OwnerGap),
  },
  listHolderCandidates: {
    method: 'GET',
    path: '/holder-candidates',
    access: 'partnerships:write',
    summary: 'Active people of the district who hold partnerships or could: staff and principals',
    response: Type.Object({ items: Type.Array(StaffMember) }),
  },
  getHoldings: {
    method: 'GET',
    path: '/holdings',
    access: 'partnerships:write',
    summary: 'Everything a person of the district or of a partner holds, and who could take it over',
    query: Closed({ userId: Type.Optional(Id), contactId: Type.Optional(Id) }),
    response: Holdings,
  },
  recordDeparture: {
    method: 'POST',
    path: '/departures',
    access: 'partnerships:write',
    summary:
      'Someone leaves: move everything they hold, draft both letters, set the task to re-confirm the vision',
    body: NewDeparture,
    response: Departure,
  },
  listDepartures: {
    method: 'GET',
    path: '/departures',
    access: 'partnerships:write',
    summary: 'Changes of people, the latest last day first',
    query: Closed(pageQuery),
    response: Page(DepartureItem),
  },
  getDeparture: {
    method: 'GET',
    path: '/departures/:departureId',
    access: 'letters:write',
    summary: 'The handover pack of a change of people; a principal reads what concerns the own schools',
    response: Departure,
  },
})
