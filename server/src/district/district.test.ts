import { describe, expect, it } from 'vitest'
import { districtContract as api } from '@common-table/shared/district/contract'
import { otherDistrict, useApi } from '../../test/support/api.ts'

describe('the district', () => {
  const test = useApi()

  it('is known to everyone who is signed in, and only the own one', async () => {
    expect(await test.as('viewer')(api.getDistrict)).toMatchObject({
      name: 'Riverbend Schools',
      suppressionThreshold: 10,
    })
    expect(await test.as('viewer', { districtId: otherDistrict })(api.getDistrict)).toMatchObject({
      name: 'Hillcrest Schools',
    })
  })

  it('changes its settings, and says who changed what', async () => {
    const admin = test.as('admin')
    const before = await admin(api.getDistrict)
    const after = await admin(api.changeDistrict, { body: { goingColdDays: 45 }, ifMatch: before.version })
    expect(after).toMatchObject({ goingColdDays: 45, version: before.version + 1, name: before.name })
    const [entry] = await test.sql(
      "select actor_name, action, changes from audit_log where table_name = 'districts' and action = 'update' order by id desc limit 1",
    )
    expect(entry).toEqual({
      actor_name: 'The admin',
      action: 'update',
      changes: { going_cold_days: [60, 45] },
    })
  })

  it('refuses a change made on an old version, and shows the current one', async () => {
    const admin = test.as('admin')
    const { version } = await admin(api.getDistrict)
    await admin(api.changeDistrict, { body: { shortName: 'RS' }, ifMatch: version })
    await expect(
      admin(api.changeDistrict, { body: { shortName: 'XX' }, ifMatch: version }),
    ).rejects.toMatchObject({
      code: 'stale',
      current: { shortName: 'RS' },
    })
  })

  it('names each field that is wrong', async () => {
    const { version } = await test.as('admin')(api.getDistrict)
    await expect(
      test.as('admin')(api.changeDistrict, {
        body: { suppressionThreshold: 2, nonsense: 1 } as never,
        ifMatch: version,
      }), // as never: the wrong shape is the point
    ).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [
        { field: 'nonsense', message: 'There is no such field here. Check its spelling.' },
        { field: 'suppressionThreshold', message: 'This must be 5 or more.' },
      ],
    })
  })
})
