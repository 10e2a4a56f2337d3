import { describe, expect, it } from 'vitest'
import { viewsContract as api } from '@common-table/shared/views/contract'
import { otherDistrict, useApi } from '../../test/support/api.ts'

describe('saved views', () => {
  const test = useApi()
  const page = 'partnerships'
  const save = (role: 'coordinator' | 'viewer', name: string, more: object = {}) =>
    test.as(role)(api.createView, { body: { page, name, query: 'stage=active', ...more } })

  it('are kept per person and list, in the order they are put', async () => {
    const one = await save('coordinator', 'Mine first')
    const two = await save('coordinator', 'Mine second')
    const { items } = await test.as('coordinator')(api.orderViews, { body: { page, ids: [two.id, one.id] } })
    expect(items.map(({ name }) => name)).toEqual(['Mine second', 'Mine first'])
    expect(items[0]!.version).toBe(two.version)
    expect((await test.as('viewer')(api.listViews, { query: { page } })).items).toEqual([])
    expect((await test.as('coordinator')(api.listViews, { query: { page: 'schools' } })).items).toEqual([])
    await expect(save('coordinator', 'Mine first')).rejects.toMatchObject({ fields: [{ field: 'name' }] })
  })

  it('are shared by those who may, seen by the whole district, and changed by their owner', async () => {
    await expect(save('viewer', 'For all', { shared: true })).rejects.toMatchObject({ code: 'not-permitted' })
    const shared = await save('coordinator', 'For all', { shared: true })
    const params = { viewId: shared.id }
    expect((await test.as('viewer')(api.listViews, { query: { page } })).items).toMatchObject([
      { name: 'For all', own: false, ownerName: 'The coordinator' },
    ])
    await expect(
      test.as('viewer')(api.changeView, { params, ifMatch: shared.version, body: { name: 'Taken' } }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(test.as('viewer')(api.deleteView, { params })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      test.as('coordinator')(api.changeView, { params, ifMatch: shared.version + 1, body: { name: 'X' } }),
    ).rejects.toMatchObject({ code: 'stale', current: { name: 'For all' } })
    await expect(
      test.as('coordinator', { districtId: otherDistrict })(api.deleteView, { params }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await test.as('coordinator')(api.deleteView, { params })
    expect((await test.as('viewer')(api.listViews, { query: { page } })).items).toEqual([])
  })
})
