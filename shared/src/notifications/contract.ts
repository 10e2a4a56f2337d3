import { Page } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { Notification, NotificationQuery, Unread } from './schemas.ts'

export const notificationsContract = defineContract({
  listNotifications: {
    method: 'GET',
    path: '/notifications',
    access: 'signed-in',
    summary: 'What the person who asks should know, newest first',
    query: NotificationQuery,
    response: Page(Notification),
  },
  countUnread: {
    method: 'GET',
    path: '/notifications/unread',
    access: 'signed-in',
    summary: 'How many are unread',
    response: Unread,
  },
  followUnread: {
    method: 'GET',
    path: '/notifications/live',
    access: 'signed-in',
    events: true,
    summary: 'How many are unread, each time it changes',
    response: Unread,
  },
  markRead: {
    method: 'POST',
    path: '/notifications/:notificationId/read',
    access: 'signed-in',
    summary: 'Mark one as read',
    response: Unread,
  },
  markAllRead: {
    method: 'POST',
    path: '/notifications/read',
    access: 'signed-in',
    summary: 'Mark all as read',
    response: Unread,
  },
})
