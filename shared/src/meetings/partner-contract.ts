import { defineContract } from '../contract/route.ts'
import { CheckInForPartner, ChangeWish, NewPulse, SignOff } from './schemas.ts'

export const partnerCheckInContract = defineContract({
  readCheckInByLink: {
    method: 'GET',
    path: '/link/check-in',
    access: { link: 'check-in' },
    summary: 'The check-in as the partner reads it: the brief, the record, its actions',
    response: CheckInForPartner,
  },
  answerPulseByLink: {
    method: 'PUT',
    path: '/link/check-in/pulse',
    access: { link: 'check-in' },
    summary: 'Say for the partner how working with the district goes',
    body: NewPulse,
    response: CheckInForPartner,
  },
  wishForCheckIn: {
    method: 'POST',
    path: '/link/check-in/wish',
    access: { link: 'check-in' },
    summary: 'Ask for a change of the record before signing it',
    body: ChangeWish,
    response: CheckInForPartner,
  },
  signCheckInByLink: {
    method: 'POST',
    path: '/link/check-in/sign-off',
    access: { link: 'check-in', spends: true },
    summary: 'Sign the record for the partner; the link has then done its work',
    body: SignOff,
    response: CheckInForPartner,
  },
})
