import { toolkitContract as api } from '@common-table/shared/toolkit/contract'
import type { NewResource } from '@common-table/shared/toolkit/schemas'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@common-table/shared/calendar/dates'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const staff = () => test.as('coordinator')
const partner = id(771)
const kinds = {} as { tutoring: string; food: string }
const today = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  const [found] = await test.sql<typeof kinds>(
    `select (select id from categories where district_id = $1 and code = 'ac_tutor') as tutoring,
      (select id from categories where district_id = $1 and code <> 'ac_tutor' order by code limit 1) as food`,
    [district],
  )
  Object.assign(kinds, found)
  await test.sql("insert into organizations (district_id, id, name) values ($1, $2, 'Tutor Corps')", [
    district,
    partner,
  ])
  await test.sql(
    `insert into contacts (district_id, organization_id, name, email, is_primary) values ($1, $2, 'Ana', 'ana@tutors.example', true)`,
    [district, partner],
  )
})

const add = (body: Partial<NewResource>, call = staff()) =>
  call(api.addResource, { body: { kind: 'guide', title: 'How to begin', ...body } })
const titles = async (query: object = {}) =>
  (await test.as('viewer')(api.listResources, { query })).items.map(({ title }) => title)

describe('the toolkit', () => {
  it('is found by words, kind, audience, tag and kind of help, and says how many there are of each', async () => {
    await add({
      title: 'Agenda of a check-in',
      kind: 'template',
      tags: ['Meetings', 'meetings '],
      audiences: ['staff', 'partner'],
    })
    await add({
      title: 'Mentors in the first month',
      summary: 'What to do, week by week',
      categoryIds: [kinds.tutoring],
    })
    await add({
      title: 'Guía para familias',
      language: 'es',
      audiences: ['family'],
      reviewOn: addDays(today, -3),
    })
    expect(await titles({ q: 'week by' })).toEqual(['Mentors in the first month'])
    expect(await titles({ q: 'guia' })).toEqual(['Guía para familias'])
    expect(await titles({ kind: ['template'] })).toEqual(['Agenda of a check-in'])
    expect(await titles({ audience: ['partner'] })).toEqual(['Agenda of a check-in'])
    expect(await titles({ categoryId: [kinds.tutoring] })).toEqual(['Mentors in the first month'])
    expect(await titles({ tag: ['meetings'] })).toEqual(['Agenda of a check-in'])
    expect(await titles({ due: true })).toEqual(['Guía para familias'])
    expect(await test.as('viewer')(api.resourceFacets)).toMatchObject({
      total: 3,
      due: 1,
      kinds: [
        { value: 'guide', count: 2 },
        { value: 'template', count: 1 },
      ],
      tags: [{ value: 'meetings', count: 1 }],
      languages: [
        { value: 'en', count: 2 },
        { value: 'es', count: 1 },
      ],
      categories: [{ id: kinds.tutoring, count: 1 }],
    })
  })

  it('a partner reads one by an e-mailed link, and no other, until it is removed', async () => {
    const { id: resourceId, version } = await add({ title: 'Visitor form', body: 'Bring an identity card.' })
    expect(
      await staff()(api.sendResource, { params: { resourceId }, body: { organizationId: partner } }),
    ).toEqual({
      email: 'ana@tutors.example',
    })
    const { call: link } = await test.link({
      purpose: 'resource',
      subject: { table: 'resources', id: resourceId },
      organizationId: partner,
    })
    expect(await link(api.readResourceByLink)).toMatchObject({
      title: 'Visitor form',
      body: 'Bring an identity card.',
      file: null,
    })
    await expect(link(api.getResourceFileByLink)).rejects.toMatchObject({ code: 'not-found' })
    await staff()(api.removeResource, { params: { resourceId }, ifMatch: version })
    await expect(link(api.readResourceByLink)).rejects.toMatchObject({ code: 'link-revoked' })
  })

  it('holds a file that is a document, and gives it back', async () => {
    const { id: resourceId } = await add({ title: 'Form to print', kind: 'form' })
    const boundary = 'a-boundary-no-file-holds'
    const send = (bytes: string) =>
      test.app.inject({
        method: 'POST',
        url: `/api/v1/resources/${resourceId}/file`,
        headers: {
          authorization: `Bearer ${test.token('coordinator')}`,
          'content-type': `multipart/form-data; boundary=${boundary}`,
        },
        payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="form.pdf"\r\ncontent-type: application/pdf\r\n\r\n${bytes}\r\n--${boundary}--\r\n`,
      })
    expect((await send('<script>')).statusCode).toBeGreaterThanOrEqual(400)
    expect((await send('%PDF-1.7\nwords')).json()).toMatchObject({
      file: { name: 'form.pdf', mediaType: 'application/pdf' },
    })
    const got = await test.app.inject({
      url: `/api/v1/resources/${resourceId}/file`,
      headers: { authorization: `Bearer ${test.token('viewer')}` },
    })
    expect(got.body).toBe('%PDF-1.7\nwords')
    expect(got.headers['content-disposition']).toContain('attachment')
  })

  it('is refused where it makes no sense, and each district has its own', async () => {
    await expect(add({ kind: 'link' })).rejects.toMatchObject({
      fields: [{ field: 'link', rule: 'required' }],
    })
    await expect(add({ categoryIds: [id(999)] })).rejects.toMatchObject({
      fields: [{ field: 'categoryIds' }],
    })
    await expect(add({}, test.as('school', { schools: [] }))).rejects.toMatchObject({ code: 'not-permitted' })
    const one = await add({ title: 'Ours' })
    const changed = await staff()(api.changeResource, {
      params: { resourceId: one.id },
      body: { isPublic: true },
      ifMatch: one.version,
    })
    expect(changed).toMatchObject({ title: 'Ours', isPublic: true })
    await expect(
      staff()(api.changeResource, {
        params: { resourceId: one.id },
        body: { title: 'Late' },
        ifMatch: one.version,
      }),
    ).rejects.toMatchObject({ code: 'stale' })
    await expect(
      test.as('admin', { districtId: otherDistrict })(api.getResource, { params: { resourceId: one.id } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
