import { beforeAll, describe, expect, it } from 'vitest'
import type { NewSchool } from '@common-table/shared/schools/schemas'
import { schoolsContract as api } from '@common-table/shared/schools/contract'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'

const test = useApi()
const ids: Record<string, string> = {}

const some: NewSchool[] = [
  {
    code: '001',
    name: 'Lincoln High School',
    level: 'high',
    area: 'North',
    enrolment: 900,
    address: '12 Mill Road',
    latitude: 41.5,
    longitude: -72.6,
  },
  {
    code: '002',
    name: 'Roosevelt Elementary School',
    level: 'elementary',
    area: 'North',
    enrolment: 300,
    latitude: 41.52,
    longitude: -72.6,
  },
  {
    code: '003',
    name: 'Cesar Chavez Middle School',
    level: 'middle',
    area: 'South',
    enrolment: 520,
    communitySchool: true,
  },
  { code: '004', name: 'Harriet Tubman Academy', level: 'k8', area: 'South', kind: 'charter' },
  { code: '05_5', name: 'Ocean View School', level: 'k8', area: 'South', status: 'closed', enrolment: 0 },
]

beforeAll(async () => {
  for (const body of some) ids[body.code] = (await test.as('director')(api.addSchool, { body })).id
  await test.as('admin', { districtId: otherDistrict })(api.addSchool, {
    body: { code: '001', name: 'Lincoln Elsewhere' },
  })
})

const found = async (query: Parameters<typeof search>[0]) =>
  (await search(query)).items.map(({ code }) => code)
const search = (query: { q?: string; sort?: 'name' | '-enrolment'; [key: string]: unknown }) =>
  test.as('viewer')(api.listSchools, { query: query as { q?: string } }) // any filter of the list

describe('finding schools', () => {
  it('forgives typing mistakes, accents and halves of words, and puts the closest first', async () => {
    expect(await found({ q: 'linclon high' })).toEqual(['001'])
    expect((await found({ q: 'césar chávez' }))[0]).toBe('003')
    expect((await found({ q: 'tubmn' }))[0]).toBe('004')
    expect((await found({ q: '003' }))[0]).toBe('003')
    expect((await found({ q: 'mill road' }))[0]).toBe('001')
    expect(await found({ q: 'zzzz' })).toEqual([])
    expect(await found({ q: '5_5' })).toEqual(['05_5'])
    expect(await found({ q: '%' })).toEqual([])
  })

  it('filters, and counts what each further filter would leave', async () => {
    expect(await found({ area: ['South'], level: ['k8', 'middle'] })).toEqual(['003', '004', '05_5'])
    expect(await found({ communitySchool: true })).toEqual(['003'])
    expect(await found({ kind: ['charter'], status: ['open'] })).toEqual(['004'])
    expect(await test.as('viewer')(api.countSchools, { query: { area: ['South'] } })).toEqual({
      total: 3,
      level: [
        { value: 'k8', count: 2 },
        { value: 'middle', count: 1 },
      ],
      area: [
        { value: 'South', count: 3 },
        { value: 'North', count: 2 },
      ],
      status: [
        { value: 'open', count: 2 },
        { value: 'closed', count: 1 },
      ],
      kind: [
        { value: 'regular', count: 2 },
        { value: 'charter', count: 1 },
      ],
      communitySchool: 1,
      hasPartners: 0,
      hasOpenNeeds: 0,
    })
    expect((await test.as('viewer')(api.countSchools, { query: { q: 'linclon' } })).total).toBe(1)
  })

  it('sorts by each column and gives every school exactly once over its pages', async () => {
    for (const sort of ['name', '-name', 'enrolment', '-enrolment', 'partners', '-openNeeds'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await test.as('viewer')(api.listSchools, {
          query: { sort, limit: 2, ...(cursor && { cursor }) },
        })
        seen.push(...page.items.map(({ code }) => code))
        if (!cursor) expect(page.total).toBe(5)
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      expect(seen.toSorted(), sort).toEqual(some.map(({ code }) => code).toSorted())
      if (sort === '-enrolment') expect(seen).toEqual(['001', '003', '002', '05_5', '004'])
    }
  })
})

describe('a principal', () => {
  const principal = () => test.as('school', { schools: [ids['001']!] })

  it('sees the own schools in lists, searches and counts, and no other', async () => {
    expect((await principal()(api.listSchools)).items.map(({ code }) => code)).toEqual(['001'])
    expect(
      (await principal()(api.listSchools, { query: { q: 'school' } })).items.map(({ code }) => code),
    ).toEqual(['001'])
    expect((await principal()(api.countSchools)).total).toBe(1)
    const overview = await principal()(api.getSchoolOverview, { params: { schoolId: ids['001']! } })
    expect(overview.school.name).toBe('Lincoln High School')
    expect(overview.nearby).toEqual([])
    for (const route of [api.getSchool, api.getSchoolOverview])
      await expect(principal()(route, { params: { schoolId: ids['002']! } })).rejects.toMatchObject({
        code: 'not-found',
      })
    expect((await test.as('school', { schools: [] })(api.listSchools)).items).toEqual([])
  })
})

describe('the export of schools', () => {
  const file = async (url: string, token: string) =>
    test.app.inject({
      method: 'GET',
      url: `/api/v1/schools/export/${url}`,
      headers: { authorization: `Bearer ${token}` },
    })

  it('is what the filters leave, with nothing a spreadsheet would run', async () => {
    await test.as('director')(api.addSchool, {
      body: { code: '=1+1', name: '=HYPERLINK("http://x")', area: 'East' },
    })
    const answer = await file('csv?area=South&area=East&status=open', test.token('viewer'))
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="schools.csv"')
    const lines = answer.body.replace('\uFEFF', '').trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toMatch(/^Code,Name,Level,Status/)
    expect(lines.find((line) => line.includes('HYPERLINK'))).toMatch(/^'=1\+1,"'=HYPERLINK\(/)
    await test.sql("delete from schools where code = '=1+1'")
  })

  it('is the own schools of a principal, as CSV and as a workbook', async () => {
    const principal = test.token('school', { schools: [ids['001']!] })
    const lines = (await file('csv', principal)).body.trim().split('\r\n')
    expect(lines.slice(1).map((line) => line.slice(0, 3))).toEqual(['001'])
    const workbook = await file('xlsx', principal)
    expect(workbook.headers['content-type']).toContain('spreadsheetml')
    expect(workbook.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('a school', () => {
  it('is changed under the version that was read, closed and reopened', async () => {
    const director = test.as('director')
    const params = { schoolId: ids['002']! }
    const before = await director(api.getSchool, { params })
    const closed = await director(api.changeSchool, {
      params,
      ifMatch: before.version,
      body: { status: 'closed' },
    })
    expect(closed).toMatchObject({ status: 'closed', version: before.version + 1 })
    await expect(
      director(api.changeSchool, { params, ifMatch: before.version, body: { name: 'X' } }),
    ).rejects.toMatchObject({ code: 'stale', current: { status: 'closed' } })
    expect(
      await director(api.changeSchool, { params, ifMatch: closed.version, body: { status: 'open' } }),
    ).toMatchObject({ status: 'open' })
    const [entry] = await test.sql(
      "select actor_id, changes from audit_log where table_name = 'schools' and record_id = $1 and action = 'update' order by id limit 1",
      [ids['002']],
    )
    expect(entry).toEqual({ actor_id: personOf('director'), changes: { status: ['open', 'closed'] } })
  })

  it('keeps its code to itself and its place whole', async () => {
    const director = test.as('director')
    await expect(director(api.addSchool, { body: { code: '001', name: 'Again' } })).rejects.toMatchObject({
      fields: [{ field: 'code' }],
    })
    await expect(
      director(api.addSchool, { body: { code: '9', name: 'Half', latitude: 41 } }),
    ).rejects.toMatchObject({ fields: [{ field: 'longitude' }] })
    const school = await director(api.getSchool, { params: { schoolId: ids['001']! } })
    const change = (body: object) =>
      director(api.changeSchool, { params: { schoolId: school.id }, ifMatch: school.version, body })
    await expect(change({ code: '002' })).rejects.toMatchObject({ fields: [{ field: 'code' }] })
    await expect(change({ latitude: null })).rejects.toMatchObject({ fields: [{ field: 'latitude' }] })
    expect(await change({})).toEqual(school)
  })

  it('does not exist for another district', async () => {
    const stranger = test.as('admin', { districtId: otherDistrict })
    const params = { schoolId: ids['001']! }
    await expect(stranger(api.getSchool, { params })).rejects.toMatchObject({ code: 'not-found' })
    await expect(stranger(api.getSchoolOverview, { params })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      stranger(api.changeSchool, { params, ifMatch: 1, body: { name: 'Ours' } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect(
      (await stranger(api.listSchools, { query: { q: 'lincoln' } })).items.map(({ name }) => name),
    ).toEqual(['Lincoln Elsewhere'])
    expect((await stranger(api.countSchools, { query: { q: 'lincoln' } })).total).toBe(1)
  })
})

describe('what a school shows of partners and needs', () => {
  it('follows every link, stage and status, without a new version of the school', async () => {
    const school = ids['003']!
    const counts = async () => {
      const { partners, openNeeds, version } = await test.as('viewer')(api.getSchool, {
        params: { schoolId: school },
      })
      return { partners, openNeeds, version }
    }
    const { version } = await counts()
    await test.sql(
      `with o as (insert into organizations (district_id, id, name) values ($1, $2, 'Harbor House')),
        p as (insert into partnerships (district_id, id, organization_id, name, stage) values
          ($1, $3, $2, 'Tutoring', 'active'), ($1, $4, $2, 'Mentoring', 'active'), ($1, $5, $2, 'Talks', 'exploring'))
       insert into partnership_schools (district_id, partnership_id, school_id) values ($1, $3, $6), ($1, $4, $6), ($1, $5, $6)`,
      [district, id(1), id(2), id(3), id(4), school],
    )
    expect(await counts()).toEqual({ partners: 1, openNeeds: 0, version })
    await test.sql("update partnerships set stage = 'paused' where id = $1", [id(2)])
    expect((await counts()).partners).toBe(1)
    await test.sql('delete from partnership_schools where partnership_id = $1', [id(3)])
    expect((await counts()).partners).toBe(0)
    await test.sql("update partnerships set stage = 'active' where id = $1", [id(4)])
    expect((await counts()).partners).toBe(1)
    await test.sql(
      `insert into needs (district_id, school_id, category_id, school_year_id, severity, students_affected, title, source, status)
       select $1, $2, (select id from categories where district_id = $1 and code = 'ac_tutor'), y.id, n, 10 * n, 'Need ' || n, 'staff', 'open'
       from generate_series(1, 3) n, (select id from school_years where district_id = $1 limit 1) y`,
      [district, school],
    )
    await test.sql("update needs set status = 'met' where severity = 1")
    expect(await counts()).toEqual({ partners: 1, openNeeds: 2, version })
    expect(await found({ hasOpenNeeds: true, hasPartners: true })).toEqual(['003'])
    const page = await test.as('viewer')(api.getSchoolOverview, { params: { schoolId: school } })
    expect(
      page.partnerships.map(({ organization, name, stage }) => [organization.name, name, stage]),
    ).toEqual([
      ['Harbor House', 'Talks', 'active'],
      ['Harbor House', 'Tutoring', 'paused'],
    ])
    expect(page.needs.map(({ title, severity }) => [title, severity])).toEqual([
      ['Need 3', 3],
      ['Need 2', 2],
    ])
  })

  it('includes the schools around it, nearest first', async () => {
    const { nearby } = await test.as('viewer')(api.getSchoolOverview, { params: { schoolId: ids['001']! } })
    expect(nearby).toMatchObject([{ name: 'Roosevelt Elementary School', kilometres: 2.23 }])
  })
})
