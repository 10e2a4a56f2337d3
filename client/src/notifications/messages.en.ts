export const messages = {
  title: 'Notifications',
  text: 'What happened that you should know about.',
  markRead: 'Mark as read',
  markAll: 'Mark all as read',
  unread: 'Unread only',
  isUnread: 'unread',
  empty: 'Nothing to read',
  emptyText: 'When a need is suggested, an import ends or someone counts on you, it shows up here.',
  allRead: 'Everything is read',
  allReadText: 'Switch off “unread only” to see older ones.',
  unknown: 'Something changed. Open it to see what.',
}
