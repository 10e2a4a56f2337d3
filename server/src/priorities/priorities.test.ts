import { describe, expect, it } from 'vitest'
import { prioritiesContract as api } from '@common-table/shared/priorities/contract'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()

describe('the priorities of a district', () => {
  it('are written down, put in order, reworded and set aside', async () => {
    const director = test.as('director')
    const attendance = await director(api.addPriority, { body: { title: 'Every student, every day' } })
    const reading = await director(api.addPriority, {
      body: { title: 'Reading by grade 3', description: 'KPI 4' },
    })
    const ordered = await director(api.orderPriorities, { body: { ids: [reading.id, attendance.id] } })
    expect(ordered.items.map(({ title }) => title)).toEqual([
      'Reading by grade 3',
      'Every student, every day',
    ])
    const now = ordered.items[1]!
    const changed = await director(api.changePriority, {
      params: { priorityId: now.id },
      ifMatch: now.version,
      body: { active: false },
    })
    expect(changed).toMatchObject({
      active: false,
      title: 'Every student, every day',
      version: now.version + 1,
    })
    await expect(
      director(api.changePriority, {
        params: { priorityId: now.id },
        ifMatch: now.version,
        body: { title: 'X' },
      }),
    ).rejects.toMatchObject({ code: 'stale', current: { active: false } })
    await expect(director(api.orderPriorities, { body: { ids: [reading.id] } })).rejects.toMatchObject({
      fields: [{ field: 'ids' }],
    })
  })

  it('count the partnerships that serve them, and stay while one does', async () => {
    const priority = await test.as('director')(api.addPriority, { body: { title: 'Family voice' } })
    await test.sql(
      `with o as (insert into organizations (district_id, id, name) values ($1, $2, 'Harbor House')),
        p as (insert into partnerships (district_id, id, organization_id, name, stage) values
          ($1, $3, $2, 'Family nights', 'active'), ($1, $4, $2, 'Old one', 'ended'))
       insert into partnership_priorities (district_id, partnership_id, priority_id) values ($1, $3, $5), ($1, $4, $5)`,
      [district, id(1), id(2), id(3), priority.id],
    )
    const { items } = await test.as('viewer')(api.listPriorities)
    expect(items.find(({ id }) => id === priority.id)).toMatchObject({ partnerships: 1 })
    const remove = () => test.as('director')(api.removePriority, { params: { priorityId: priority.id } })
    await expect(remove()).rejects.toMatchObject({ code: 'still-in-use' })
    await test.sql('delete from partnership_priorities')
    await remove()
    await expect(remove()).rejects.toMatchObject({ code: 'not-found' })
  })

  it('are the own ones only', async () => {
    expect((await test.as('admin', { districtId: otherDistrict })(api.listPriorities)).items).toEqual([])
    const { items } = await test.as('viewer')(api.listPriorities)
    await expect(
      test.as('admin', { districtId: otherDistrict })(api.changePriority, {
        params: { priorityId: items[0]!.id },
        ifMatch: items[0]!.version,
        body: { title: 'Ours now' },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
