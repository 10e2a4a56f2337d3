import { beforeAll, describe, expect, it } from 'vitest'
import { searchContract as api } from '@common-table/shared/search/contract'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'

describe('search across everything', () => {
  const test = useApi()
  beforeAll(async () => {
    for (const [districtId, n] of [
      [district, 0],
      [otherDistrict, 10],
    ] as const) {
      await test.sql(
        "insert into schools (district_id, id, code, name) values ($1, $2, '014', 'José Martí Elementary'), ($1, $3, '015', 'Lincoln High')",
        [districtId, id(41 + n), id(42 + n)],
      )
      await test.sql(
        "insert into organizations (district_id, id, name) values ($1, $2, 'Lincoln Park Library')",
        [districtId, id(31 + n)],
      )
      await test.sql(
        "insert into partnerships (district_id, id, organization_id, name) values ($1, $2, $3, 'Homework help at Lincoln')",
        [districtId, id(51 + n), id(31 + n)],
      )
      await test.sql(
        'insert into partnership_schools (district_id, partnership_id, school_id) values ($1, $2, $3)',
        [districtId, id(51 + n), id(42 + n)],
      )
    }
  })
  const search = async (q: string, as = test.as('viewer')) => (await as(api.search, { query: { q } })).items

  it('finds every kind of record, also mistyped and without accents', async () => {
    expect((await search('lincon')).map(({ kind }) => kind).toSorted()).toEqual([
      'organization',
      'partnership',
      'school',
    ])
    expect(await search('jose marti')).toMatchObject([
      { kind: 'school', name: 'José Martí Elementary', hint: '014' },
    ])
    expect((await search('014'))[0]).toMatchObject({ name: 'José Martí Elementary' })
  })

  it('puts what begins with the words first', async () => {
    const [first] = await search('Homework')
    expect(first).toMatchObject({
      kind: 'partnership',
      name: 'Homework help at Lincoln',
      hint: 'Lincoln Park Library',
    })
  })

  it('shows a principal own schools and their partnerships', async () => {
    const principal = test.as('school', { schools: [id(41)] })
    expect((await search('lincoln', principal)).map(({ kind }) => kind)).toEqual(['organization'])
  })

  it('stays in the district', async () => {
    const elsewhere = await search('lincoln', test.as('viewer', { districtId: otherDistrict }))
    expect(elsewhere.map((found) => found.id).toSorted()).toEqual([id(41), id(52), id(61)].toSorted())
  })
})
