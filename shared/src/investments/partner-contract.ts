import { defineContract } from '../contract/route.ts'
import { HoursForPartner, ReportedHours } from './schemas.ts'

export const partnerHoursContract = defineContract({
  readHoursByLink: {
    method: 'GET',
    path: '/link/hours',
    access: { link: 'hours' },
    summary: 'The hours a partner reported for a partnership, and what became of them',
    response: HoursForPartner,
  },
  reportHoursByLink: {
    method: 'POST',
    path: '/link/hours',
    access: { link: 'hours' },
    summary: 'Report hours of volunteers; the district approves them',
    body: ReportedHours,
    response: HoursForPartner,
  },
  removeHoursByLink: {
    method: 'DELETE',
    path: '/link/hours/:volunteerHoursId',
    access: { link: 'hours' },
    summary: 'Take back reported hours that nobody has decided about yet',
    response: HoursForPartner,
  },
})
