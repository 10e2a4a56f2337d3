import * as Type from 'typebox'
import { defineContract } from '../contract/route.ts'
import { Count, Id } from '../contract/fields.ts'
import {
  AsPlanned,
  AsPlannedTold,
  ClosedDays,
  FollowingChange,
  FollowingChanged,
  NewClosedDays,
  NewSeries,
  PlannedSeries,
  RepeatAsked,
  RepeatDays,
} from './series-schemas.ts'

const write = 'activities:write'

/** Sessions planned in a row, and the days on which none are held. */
export const seriesContract = defineContract({
  previewSeries: {
    method: 'POST',
    path: '/activities/series/preview',
    access: write,
    asks: true,
    summary: 'On which days sessions in a row would be held, and which days the calendar closes',
    body: RepeatAsked,
    response: RepeatDays,
  },
  planSeries: {
    method: 'POST',
    path: '/activities/series',
    access: write,
    summary:
      'Plan the sessions of a service in a row, every week or every few, without days the district is closed',
    body: NewSeries,
    response: PlannedSeries,
  },
  changeFollowing: {
    method: 'PATCH',
    path: '/activities/:activityId/following',
    access: write,
    summary: 'Change this session and all that follow in its row and that nobody has told of yet',
    body: FollowingChange,
    response: FollowingChanged,
    ifMatch: true,
  },
  removeFollowing: {
    method: 'DELETE',
    path: '/activities/:activityId/following',
    access: write,
    summary: 'Remove this session and all that follow in its row and that nobody has told of yet',
    ifMatch: true,
  },
  tellAsPlanned: {
    method: 'POST',
    path: '/activities/delivered-as-planned',
    access: write,
    asks: true,
    summary: 'Say of many sessions at once that they took place as planned',
    body: AsPlanned,
    response: AsPlannedTold,
  },
  listClosedDays: {
    method: 'GET',
    path: '/closed-days',
    access: 'signed-in',
    summary: 'Holidays and breaks within school years, the next ones first',
    response: ClosedDays,
  },
  addClosedDays: {
    method: 'POST',
    path: '/closed-days',
    access: 'district:write',
    summary: 'Say on which days the whole district is closed; sessions that were planned then are counted',
    body: NewClosedDays,
    response: Type.Object({ id: Id, sessions: Count }),
  },
  removeClosedDays: {
    method: 'DELETE',
    path: '/closed-days/:closureId',
    access: 'district:write',
    summary: 'The district is open on these days after all',
  },
})
