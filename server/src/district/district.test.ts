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

  it('takes a change of nothing for nothing, and knows its time zones', async () => {
    const admin = test.as('admin')
    const before = await admin(api.getDistrict)
    expect(await admin(api.changeDistrict, { body: {}, ifMatch: before.version })).toEqual(before)
    await expect(
      admin(api.changeDistrict, { body: { timeZone: 'Mars/Olympus' }, ifMatch: before.version }),
    ).rejects.toMatchObject({ fields: [{ field: 'timeZone' }] })
  })
})

describe('the logo', () => {
  const test = useApi()
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const handIn = (content: Buffer, name: string, role: 'admin' | 'viewer' = 'admin') => {
    const edge = 'an-edge-no-file-holds'
    const payload = Buffer.concat([
      Buffer.from(
        `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`,
      ),
      content,
      Buffer.from(`\r\n--${edge}--\r\n`),
    ])
    const headers = {
      authorization: `Bearer ${test.token(role)}`,
      'content-type': `multipart/form-data; boundary=${edge}`,
    }
    return test.app.inject({ method: 'POST', url: '/api/v1/district/logo', headers, payload })
  }
  const get = (token: string) =>
    test.app.inject({
      method: 'GET',
      url: '/api/v1/district/logo',
      headers: { authorization: `Bearer ${token}` },
    })

  it('is handed in, served as the picture it is, and taken away', async () => {
    expect((await get(test.token('viewer'))).statusCode).toBe(404)
    const answer = await handIn(png, 'our logo.png')
    expect(answer.statusCode).toBe(201)
    expect(answer.json().logoFileId).not.toBeNull()
    const served = await get(test.token('viewer'))
    expect(served.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
    expect(served.rawPayload.equals(png)).toBe(true)
    expect((await get(test.token('viewer', { districtId: otherDistrict }))).statusCode).toBe(404)
    expect(await test.as('admin')(api.removeDistrictLogo)).toMatchObject({ logoFileId: null })
    expect((await get(test.token('viewer'))).statusCode).toBe(404)
  })

  it('is a picture of points, whatever its name says, and small', async () => {
    const svg = await handIn(
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'logo.png',
    )
    expect(svg.json()).toMatchObject({ status: 422, code: 'unreadable-file' })
    const large = await handIn(Buffer.concat([png, Buffer.alloc(1_000_000)]), 'logo.png')
    expect(large.json()).toMatchObject({ status: 413, code: 'too-large' })
    expect((await handIn(png, 'logo.png', 'viewer')).statusCode).toBe(403)
    expect(await test.as('viewer')(api.getDistrict)).toMatchObject({ logoFileId: null })
  })
})
