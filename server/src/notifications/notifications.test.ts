import { describe, expect, it } from 'vitest'
import { notificationsContract as api } from '@common-table/shared/notifications/contract'
import { district, otherDistrict, personOf, useApi } from '../../test/support/api.ts'
import { followUnread } from './follow.ts'
import { notify } from './notify.ts'

describe('notifications', () => {
  const test = useApi()
  const tell = (to: Parameters<typeof notify>[1], word: string) =>
    test.services.write(district, { kind: 'system', id: null, name: 'test', requestId: null }, (db) =>
      notify(db, to, `needs.${word}`, { count: 3 }, '/needs'),
    )

  it('reach the people named, or everyone of a role, and nobody else', async () => {
    await tell({ userIds: [personOf('viewer'), personOf('viewer', otherDistrict)] }, 'suggested')
    await tell({ roles: ['director', 'coordinator'] }, 'covered')
    const of = async (role: 'viewer' | 'director' | 'analyst') =>
      (await test.as(role)(api.listNotifications)).items
    expect(await of('viewer')).toMatchObject([
      { kind: 'needs.suggested', facts: { count: 3 }, link: '/needs', readAt: null },
    ])
    expect(await of('director')).toMatchObject([{ kind: 'needs.covered' }])
    expect(await of('analyst')).toEqual([])
    expect((await test.as('viewer', { districtId: otherDistrict })(api.listNotifications)).items).toEqual([])
  })

  it('are marked read one by one or all at once, by their own reader only', async () => {
    await tell({ userIds: [personOf('analyst')] }, 'one')
    await tell({ userIds: [personOf('analyst')] }, 'two')
    const analyst = test.as('analyst')
    const [newest] = (await analyst(api.listNotifications)).items
    const params = { notificationId: newest!.id }
    await expect(test.as('viewer')(api.markRead, { params })).rejects.toMatchObject({ code: 'not-found' })
    expect(await analyst(api.markRead, { params })).toEqual({ unread: 1 })
    expect((await analyst(api.listNotifications, { query: { unread: true } })).items).toMatchObject([
      { kind: 'needs.one' },
    ])
    expect(await analyst(api.markAllRead)).toEqual({ unread: 0 })
    expect(await analyst(api.countUnread)).toEqual({ unread: 0 })
  })

  it('ring the bell of an open browser, and only that person’s', async () => {
    const gone = new AbortController()
    const actor = { id: personOf('steward'), districtId: district } as Parameters<typeof followUnread>[1] // only these are read
    const bell = followUnread(test.services, actor, gone.signal)
    expect((await bell.next()).value).toEqual({ unread: 0 })
    const rung = bell.next()
    await tell({ userIds: [personOf('partner')] }, 'other')
    await tell({ userIds: [personOf('steward')] }, 'mine')
    expect((await rung).value).toEqual({ unread: 1 })
    gone.abort()
    expect((await bell.next()).done).toBe(true)
  })
})
