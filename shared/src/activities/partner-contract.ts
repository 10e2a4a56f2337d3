import { defineContract } from '../contract/route.ts'
import { ActivitiesForPartner, PartnerActivity, PartnerReport } from './partner-schemas.ts'

const access = { link: 'activities' } as const

/** What a partner does behind an e-mailed link. */
export const partnerActivitiesContract = defineContract({
  readActivitiesByLink: {
    method: 'GET',
    path: '/link/activities',
    access,
    summary: 'The sessions and activities of a partnership, those first that wait for word',
    response: ActivitiesForPartner,
  },
  reportActivityByLink: {
    method: 'POST',
    path: '/link/activities',
    access,
    summary: 'Report an activity or session that nobody had planned here, by link',
    body: PartnerActivity,
    response: ActivitiesForPartner,
  },
  tellActivityByLink: {
    method: 'PATCH',
    path: '/link/activities/:activityId',
    access,
    summary: 'Say what came of a planned session, by link; saying it again corrects it',
    body: PartnerReport,
    response: ActivitiesForPartner,
    ifMatch: true,
  },
  removeActivityByLink: {
    method: 'DELETE',
    path: '/link/activities/:activityId',
    access,
    summary: 'Take back an activity the partner reported, by link',
    response: ActivitiesForPartner,
  },
})
