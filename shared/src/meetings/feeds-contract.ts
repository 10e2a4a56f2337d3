import * as Type from 'typebox'
import { Closed, Id, Instant, Nullable, Reference } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'

/** A calendar somebody subscribes to; its address was shown once, when it was made. */
export const Feed = Type.Object({
  id: Id,
  partnership: Nullable(Reference),
  createdAt: Instant,
  lastUsedAt: Nullable(Instant),
})
export type Feed = Type.Static<typeof Feed>
export const NewFeed = Type.Object({ ...Feed.properties, address: Type.String() })

export const calendarFeedsContract = defineContract({
  listCalendarFeeds: {
    method: 'GET',
    path: '/calendar-feeds',
    access: 'check-ins:read',
    summary: 'Your calendars to subscribe to, and when each was last read',
    response: Type.Object({ items: Type.Array(Feed) }),
  },
  makeCalendarFeed: {
    method: 'POST',
    path: '/calendar-feeds',
    access: 'check-ins:read',
    replay: 'never',
    summary: 'Make the address of a calendar: your own meetings, or one partnership’s. It is shown this once',
    body: Closed({ partnershipId: Type.Optional(Nullable(Id)) }),
    response: NewFeed,
  },
  revokeCalendarFeed: {
    method: 'DELETE',
    path: '/calendar-feeds/:feedId',
    access: 'check-ins:read',
    summary: 'Make the address of a calendar stop working at once',
  },
})
