import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import {
  Council,
  CouncilChange,
  CouncilFilter,
  Meeting,
  MeetingChange,
  MeetingFilter,
  NewCouncil,
  NewMeeting,
} from './council-schemas.ts'

export const councilsContract = defineContract({
  listCouncils: {
    method: 'GET',
    path: '/councils',
    access: 'check-ins:read',
    summary: 'Partner councils of the district and its schools, with who sits at the table',
    query: CouncilFilter,
    response: Page(Council),
  },
  addCouncil: {
    method: 'POST',
    path: '/councils',
    access: 'partnerships:write',
    summary: 'Begin a partner council with its members',
    body: NewCouncil,
    response: Council,
  },
  getCouncil: {
    method: 'GET',
    path: '/councils/:councilId',
    access: 'check-ins:read',
    summary: 'A partner council and its members',
    response: Council,
  },
  changeCouncil: {
    method: 'PATCH',
    path: '/councils/:councilId',
    access: 'partnerships:write',
    summary: 'Change a council or its members; one that no longer meets is made inactive',
    body: CouncilChange,
    response: Council,
    ifMatch: true,
  },
  listMeetings: {
    method: 'GET',
    path: '/meetings',
    access: 'check-ins:read',
    summary: 'Meetings of councils and convenings, the latest first',
    query: MeetingFilter,
    response: Page(Meeting),
  },
  planMeeting: {
    method: 'POST',
    path: '/meetings',
    access: 'partnerships:write',
    summary: 'Plan a meeting of a council, or a convening',
    body: NewMeeting,
    response: Meeting,
  },
  getMeeting: {
    method: 'GET',
    path: '/meetings/:meetingId',
    access: 'check-ins:read',
    summary: 'A meeting with agenda, attendance, decisions and actions',
    response: Meeting,
  },
  changeMeeting: {
    method: 'PATCH',
    path: '/meetings/:meetingId',
    access: 'partnerships:write',
    summary: 'Change a meeting: when, agenda, who was there, what was decided, whether it was held',
    body: MeetingChange,
    response: Meeting,
    ifMatch: true,
  },
})
