import * as Type from 'typebox'
import { Closed, Email, Id, Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import {
  Activity,
  ActivityChange,
  ActivityFilter,
  ActivityQuery,
  ActivitySum,
  FidelityQuery,
  FidelityTable,
  NewActivity,
  ServiceChoice,
  ServiceChoices,
} from './schemas.ts'
import { ActivitySheet, SheetKept } from './sheet-schemas.ts'

const [read, write] = ['activities:read', 'activities:write'] as const

/** What was planned and what took place: engagement activities and sessions of services. */
export const activitiesContract = defineContract({
  listActivities: {
    method: 'GET',
    path: '/activities',
    access: read,
    summary: 'Engagement activities and service sessions, planned and held',
    query: ActivityQuery,
    response: Page(Activity),
  },
  sumActivities: {
    method: 'GET',
    path: '/activities/sum',
    access: read,
    summary: 'What activities add up to: how many, whom they reached, how many build the four Cs',
    query: ActivityFilter,
    response: ActivitySum,
  },
  exportActivities: {
    method: 'GET',
    path: '/activities/export/csv',
    access: write,
    summary: 'The same activities as a CSV file, with the line on how each C was built',
    query: ActivityFilter,
    download: 'text/csv',
  },
  getFidelity: {
    method: 'GET',
    path: '/activities/fidelity',
    access: read,
    summary: 'Sessions delivered of those planned, by service and quarter',
    query: FidelityQuery,
    response: FidelityTable,
  },
  chooseService: {
    method: 'GET',
    path: '/activities/services',
    access: write,
    summary: 'Services whose sessions can be written down, by typing; those at the school first',
    query: ServiceChoice,
    response: ServiceChoices,
  },
  logActivity: {
    method: 'POST',
    path: '/activities',
    access: write,
    summary: 'Write down an activity that is planned or took place',
    body: NewActivity,
    response: Activity,
  },
  logActivitySheet: {
    method: 'POST',
    path: '/activities/sheet',
    access: write,
    summary: 'Write down many activities as rows of text; with one cell that cannot be taken, none is kept',
    body: ActivitySheet,
    response: SheetKept,
  },
  getActivity: {
    method: 'GET',
    path: '/activities/:activityId',
    access: read,
    summary: 'One activity',
    response: Activity,
  },
  changeActivity: {
    method: 'PATCH',
    path: '/activities/:activityId',
    access: write,
    summary: 'Say what came of an activity, or correct it',
    body: ActivityChange,
    response: Activity,
    ifMatch: true,
  },
  removeActivity: {
    method: 'DELETE',
    path: '/activities/:activityId',
    access: write,
    summary: 'Remove an activity that was written down by mistake',
    ifMatch: true,
  },
  askForActivities: {
    method: 'POST',
    path: '/partnerships/:partnershipId/activities/invitation',
    access: 'partnerships:write',
    summary: 'E-mail the partner a link to say which sessions took place and how many people came',
    body: Closed({ contactId: Type.Optional(Id) }),
    response: Type.Object({ email: Email }),
  },
})
