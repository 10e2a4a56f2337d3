import { Closed, Id, Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import * as Type from 'typebox'
import { Brief } from './brief-schemas.ts'
import {
  Action,
  ActionChange,
  Cancellation,
  CheckIn,
  CheckInChange,
  CheckInFilter,
  CheckInItem,
  NewAction,
  NewPulse,
  SignOff,
  When,
} from './schemas.ts'

export const checkInsContract = defineContract({
  listCheckIns: {
    method: 'GET',
    path: '/check-ins',
    access: 'check-ins:read',
    summary: 'Check-ins by their day: coming, overdue, waiting for a signature, signed',
    query: CheckInFilter,
    response: Page(CheckInItem),
  },
  planCheckIn: {
    method: 'POST',
    path: '/partnerships/:partnershipId/check-ins',
    access: 'check-ins:write',
    summary: 'Plan the check-in of the quarter a day lies in',
    body: When,
    response: CheckIn,
  },
  getCheckIn: {
    method: 'GET',
    path: '/check-ins/:checkInId',
    access: 'check-ins:read',
    summary: 'A check-in: its four sections, actions, pulse of both sides, signatures',
    response: CheckIn,
  },
  getBrief: {
    method: 'GET',
    path: '/check-ins/:checkInId/brief',
    access: 'check-ins:read',
    summary:
      'What both sides should know before they meet: goals, last actions, promises, delivery, figures, documents, needs',
    response: Brief,
  },
  changeCheckIn: {
    method: 'PATCH',
    path: '/check-ins/:checkInId',
    access: 'check-ins:write',
    summary: 'Move a check-in, or write down one of its four sections',
    body: CheckInChange,
    response: CheckIn,
    ifMatch: true,
  },
  cancelCheckIn: {
    method: 'POST',
    path: '/check-ins/:checkInId/cancellation',
    access: 'check-ins:write',
    summary: 'Cancel a check-in, and say why',
    body: Cancellation,
    response: CheckIn,
  },
  answerPulse: {
    method: 'PUT',
    path: '/check-ins/:checkInId/pulse',
    access: 'check-ins:write',
    summary: 'Say for the district how working with the partner goes: six statements from 1 to 4',
    body: NewPulse,
    response: CheckIn,
  },
  signCheckIn: {
    method: 'POST',
    path: '/check-ins/:checkInId/sign-off',
    access: 'check-ins:write',
    summary:
      'Sign the record for the district; when both sides have, it is closed and the next check-in is planned',
    body: SignOff,
    response: CheckIn,
  },
  askPartner: {
    method: 'POST',
    path: '/check-ins/:checkInId/invitation',
    access: 'check-ins:write',
    summary: 'E-mail the partner a link to the brief, the pulse and the sign-off',
    body: Closed({ contactId: Type.Optional(Id) }),
    response: CheckIn,
  },
  addAction: {
    method: 'POST',
    path: '/meetings/:meetingId/actions',
    access: 'check-ins:write',
    summary: 'Write down what somebody will do after a meeting, and by when',
    body: NewAction,
    response: Action,
  },
  changeAction: {
    method: 'PATCH',
    path: '/meeting-actions/:actionId',
    access: 'check-ins:write',
    summary: 'Change an action, or say that it is done',
    body: ActionChange,
    response: Action,
    ifMatch: true,
  },
  removeAction: {
    method: 'DELETE',
    path: '/meeting-actions/:actionId',
    access: 'check-ins:write',
    summary: 'Take an action out of a record that is not signed yet',
  },
})
