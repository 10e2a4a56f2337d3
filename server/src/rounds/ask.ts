import { daysBetween } from '@common-table/shared/calendar/dates'
import type { Round } from '@common-table/shared/rounds/schemas'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { mailLink } from '../links/index.ts'
import { markWritten, unansweredReplies } from './reply-queries.ts'

/** The link shows what was sent for a month longer than the window takes answers. */
const shownAfterwards = 30

/**
 * Mails each who has not answered a link of its own, and says how many could not be reached. A newer link takes the place
 * of the older.
 */
export const askForAnswers = async (
  db: Db,
  services: Services,
  { id, kind, dueOn, note }: Pick<Round, 'id' | 'kind' | 'dueOn' | 'note'>,
  whom: Parameters<typeof unansweredReplies>[2],
  { author, now, reminders }: { author: Author; now: Date; reminders?: number },
): Promise<{ sent: number; unreachable: number }> => {
  const asked = await unansweredReplies(db, id, whom)
  const days = Math.max(1, daysBetween(now.toISOString().slice(0, 10), dueOn)) + shownAfterwards
  const reached = asked.filter(({ to }) => to !== null)
  for (const { id: replyId, schoolId, organizationId, to } of reached)
    await mailLink(db, services, {
      purpose: kind,
      subject: { table: 'replies', id: replyId },
      ...(schoolId && { schoolId }),
      ...(organizationId && { organizationId }),
      to: to!, // filtered above
      days,
      author,
      ...(note && { note }),
    })
  if (reached.length > 0)
    await markWritten(
      db,
      reached.map((reply) => reply.id),
      reminders,
    )
  return { sent: reached.length, unreachable: asked.length - reached.length }
}
