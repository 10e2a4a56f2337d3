import { notificationsContract } from '@common-table/shared/notifications/contract'
import { expect, it } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import NotificationsPage from './NotificationsPage.vue'

it('says the days in a notification the way the reader writes them', async () => {
  const page = await render(
    NotificationsPage,
    answer(notificationsContract.listNotifications, () => ({
      items: [
        {
          id: '00000000-0000-4000-8000-000000000001',
          kind: 'meetings.overdue',
          facts: { partnership: 'Books to keep', day: '2026-11-18' },
          link: '/check-ins',
          readAt: null,
          createdAt: '2026-11-22T10:00:00.000Z',
        },
      ],
      nextCursor: null,
    })),
  )
  expect(page.text()).toContain('The check-in of Books to keep on Nov 18, 2026 is overdue.')
  expect(page.text()).not.toContain('2026-11-18')
})
