import type { notificationsContract } from '@common-table/shared/notifications/contract'
import { notFound } from '@common-table/shared/contract/problem'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { followUnread } from './follow.ts'
import { notificationList, setAllRead, setRead, unreadOf } from './queries.ts'

export const notificationsHandlers: Handlers<typeof notificationsContract> = {
  listNotifications: async ({ db, actor, query, page }) => {
    const { limit = 50, unread } = query
    const filters = { userId: actor.id, unread }
    const list = await notificationList(db, {
      filters,
      sort: 'newest',
      descending: true,
      after: page.after,
      limit,
    })
    return listAnswer(list, page)
  },

  countUnread: async ({ db, actor }) => ({ unread: await unreadOf(db, actor.id) }),

  followUnread: ({ services, actor, signal }) => followUnread(services, actor, signal),

  markRead: async ({ db, actor, params }) => {
    if (!(await setRead(db, actor.id, params.notificationId))) notFound('notification')
    return { unread: await unreadOf(db, actor.id) }
  },

  markAllRead: async ({ db, actor }) => {
    await setAllRead(db, actor.id)
    return { unread: 0 }
  },
}
