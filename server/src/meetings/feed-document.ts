import { icalFeed, type FeedEvent } from '@common-table/shared/meetings/ical'
import type { FeedContent, FeedMeeting } from './feed-queries.ts'

const pathOf = ({ kind, id }: FeedMeeting): string =>
  kind === 'check_in' ? `/check-ins/${id}` : `/councils/meetings/${id}`

const summaryOf = ({ kind, title, partnership, council }: FeedMeeting, locale: 'en' | 'es'): string => {
  if (kind === 'check_in') return `${locale === 'es' ? 'Seguimiento' : 'Check-in'}: ${partnership}`
  return council ? `${council}: ${title}` : title
}

/** A person's or a partnership's meetings as a calendar; nothing but when, where and with whom. */
export const feedDocument = ({ name, locale, meetings }: FeedContent, address: string): string =>
  icalFeed(
    name,
    meetings.map((meeting): FeedEvent => {
      const url = `${address}${pathOf(meeting)}`
      return {
        uid: `${meeting.id}@common-table`,
        stamp: meeting.stamp,
        start: meeting.start,
        end: meeting.end,
        summary: summaryOf(meeting, locale),
        description: [meeting.organization, url].filter(Boolean).join('\n'),
        location: meeting.place,
        url,
        sequence: meeting.sequence,
        cancelled: meeting.cancelled,
      }
    }),
  )
