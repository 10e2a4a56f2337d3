import { beforeAll, describe, expect, it } from 'vitest'
import { mappedSchool } from '@common-table/shared/maps/placed'
import { mapsContract as api } from '@common-table/shared/maps/contract'
import { gapBoardContract } from '@common-table/shared/needs/board-contract'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const d = `'${district}'::uuid`
const one = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row> =>
  (await test.sql<Row>(text, values))[0]!
const idOf = async (table: string, name: string): Promise<string> =>
  (await one<{ id: string }>(`select id from ${table} where district_id = ${d} and name = $1`, [name])).id
const need = (school: string, code: string, tier: number, students: number) =>
  test.sql(
    `insert into needs (district_id, school_id, category_id, school_year_id, tier, severity, students_affected, title, source)
     select ${d}, s.id, k.id, y.id, $3, 4, $4, 'Help', 'principal' from schools s, categories k, school_years y
     where s.district_id = ${d} and s.name = $1 and k.district_id = ${d} and k.code = $2 and y.district_id = ${d}
       and y.id = (select id from school_years where district_id = ${d} and starts_on <= current_date order by starts_on desc limit 1)`,
    [school, code, tier, students],
  )
const map = (role: 'viewer' | 'coordinator' = 'viewer', query = {}) =>
  test.as(role)(api.getPlaceMap, { query })
const schoolsOf = async (role?: 'viewer' | 'coordinator', query = {}) =>
  new Map((await map(role, query)).schools.map(mappedSchool).map((school) => [school.name, school]))

beforeAll(async () => {
  await test.sql(`insert into schools (district_id, code, name, enrolment, latitude, longitude, status) values
    (${d}, 'a', 'Alpha', 400, 41.5000012, -91.25, 'open'), (${d}, 'b', 'Beta', 400, 41.6, -91.2, 'open'),
    (${d}, 'c', 'Gamma', 300, null, null, 'open'), (${d}, 'd', 'Delta', 300, 41.7, -91.2, 'closed')`)
  await test.sql(`insert into school_years (district_id, label, starts_on, ends_on)
    values (${d}, to_char(current_date - 60, 'YYYY') || '-' || to_char(current_date + 305, 'YY'), current_date - 60, current_date + 200)`)
  await need('Alpha', 'ac_tutor', 2, 80)
  await need('Alpha', 'bn_food', 1, 50)
  await need('Beta', 'ac_tutor', 2, 40)
  await test.sql(`insert into organizations (district_id, name, status) values
    (${d}, 'Harvest Table', 'active'), (${d}, 'Gone Away', 'inactive')`)
  await test.sql(`insert into locations (district_id, organization_id, name, address, location_type, latitude, longitude)
    select ${d}, o.id, p.name, p.address, p.type, p.lat, p.long from organizations o,
      (values ('Depot', '1 Levee Street', 'physical', 41.55, -91.21), ('', '2 Levee Street', 'physical', null, null),
        ('Box', 'PO 7', 'postal', 41.1, -91.1)) p (name, address, type, lat, long) where o.district_id = ${d}`)
  // Verified places of tutoring at Alpha, more than Alpha needs of nothing else: a surplus hides no other gap.
  await test.sql(`insert into services (district_id, organization_id, name, category_id, tier, capacity_unit)
    select ${d}, o.id, 'Tutors', k.id, 2, 'students' from organizations o, categories k
    where o.district_id = ${d} and o.name = 'Harvest Table' and k.district_id = ${d} and k.code = 'ac_tutor'`)
  await test.sql(`insert into partnerships (district_id, organization_id, name, stage, scope, formality)
    select ${d}, id, name, 'active', 'district', 'informal' from organizations where district_id = ${d} and name = 'Harvest Table'`)
  await test.sql(`insert into service_sites (district_id, service_id, school_id, capacity_maximum, verified_on)
    select ${d}, v.id, s.id, 100, current_date from services v, schools s
    where v.district_id = ${d} and s.district_id = ${d} and s.name = 'Alpha'`)
  await test.sql(`with v as (insert into equity_versions (district_id, number, scaling, indicators) values (${d}, 1, 'min_max', '[]') returning id)
    insert into equity_scores (district_id, version_id, school_id, score, rank, tier, known, contributions)
    select ${d}, v.id, s.id, 90, 1, 'highest', 1, '[]' from v, schools s where s.district_id = ${d} and s.name = 'Alpha'`)
})

describe('the map of schools and partner sites', () => {
  it('places every open school with what is missing there, to about a metre', async () => {
    const schools = await schoolsOf()
    expect([...schools.keys()]).toEqual(['Alpha', 'Beta', 'Gamma'])
    expect(schools.get('Alpha')).toMatchObject({
      latitude: 41.5,
      longitude: -91.25,
      demand: 130,
      unmet: 50,
      verified: 100,
      step: 2,
    })
    expect(schools.get('Beta')).toMatchObject({ demand: 40, unmet: 40, step: 4 })
  })

  it('keeps a school without coordinates in sight: it has no place yet', async () => {
    expect((await schoolsOf()).get('Gamma')).toMatchObject({ latitude: null, longitude: null, step: null })
  })

  it('counts what the gap board counts', async () => {
    const board = await test.as('viewer')(gapBoardContract.getGapBoard, { query: {} })
    const unmet = [...(await schoolsOf()).values()].reduce((sum, school) => sum + school.unmet, 0)
    expect(unmet).toBe(board.cells.reduce((sum, cell) => sum + cell[6], 0))
  })

  it('narrows the gap to a kind of help and a tier', async () => {
    const categoryId = (
      await one<{ id: string }>(`select id from categories where district_id = ${d} and code = 'bn_food'`)
    ).id
    const food = await schoolsOf('viewer', { categoryId })
    expect([food.get('Alpha')?.unmet, food.get('Beta')?.demand]).toEqual([50, 0])
    expect((await schoolsOf('viewer', { tier: 2 })).get('Alpha')).toMatchObject({ demand: 80, unmet: 0 })
    await expect(map('viewer', { schoolYear: '1999-00' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('places what partners have beyond the schools, and counts what has no coordinates', async () => {
    const { sites, sitesUnplaced } = await map()
    expect(sites.map(([, , , , name, label]) => [name, label])).toEqual([['Harvest Table', 'Depot']])
    expect(sitesUnplaced).toBe(1)
  })

  it('tells a tier of equity only to whoever places help', async () => {
    expect((await schoolsOf('coordinator')).get('Alpha')?.tier).toBe('highest')
    expect((await schoolsOf('viewer')).get('Alpha')?.tier).toBeNull()
    const principal = test.as('school', { schools: [await idOf('schools', 'Alpha')] })
    const { schools } = await principal(api.getPlaceMap)
    expect(schools.map(mappedSchool)).toMatchObject([{ name: 'Alpha', tier: null, unmet: 50 }])
  })

  it('shows another district nothing of this one, and a system without their scope no partners', async () => {
    const foreign = await test.as('viewer', { districtId: otherDistrict })(api.getPlaceMap)
    expect([foreign.schools, foreign.sites]).toEqual([[], []])
    expect((await test.client(['needs:read'])(api.getPlaceMap)).sites).toEqual([])
  })

  it('tells whoever holds the map that nothing changed', async () => {
    const ask = (headers = {}) =>
      test.app.inject({
        url: '/api/v1/maps/places',
        headers: { authorization: `Bearer ${test.token('viewer')}`, ...headers },
      })
    const { etag } = (await ask()).headers
    expect((await ask({ 'if-none-match': String(etag) })).statusCode).toBe(304)
    await need('Beta', 'bn_food', 1, 10)
    expect((await ask({ 'if-none-match': String(etag) })).statusCode).toBe(200)
  })
})

describe('the outline of the district', () => {
  const rings: [number, number][][] = [
    [
      [-91, 41],
      [-90, 41],
      [-90, 42],
      [-91, 42],
      [-91, 41],
    ],
  ]
  it('is given by an administrator, seen by everyone of the district, and taken away again', async () => {
    const admin = test.as('admin')
    expect((await test.as('viewer')(api.getOutline)).rings).toEqual([])
    expect(await admin(api.changeOutline, { body: { rings } })).toMatchObject({
      rings,
      givenByName: 'The admin',
    })
    expect((await test.as('school', { schools: [] })(api.getOutline)).rings).toEqual(rings)
    expect((await test.as('viewer', { districtId: otherDistrict })(api.getOutline)).rings).toEqual([])
    await admin(api.removeOutline)
    expect((await test.as('viewer')(api.getOutline)).rings).toEqual([])
  })

  it('is refused where it is no closed line, or from whoever may not change the district', async () => {
    const open = { rings: [rings[0]!.slice(0, 4)] }
    await expect(test.as('admin')(api.changeOutline, { body: open })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'rings' }],
    })
    await expect(test.as('director')(api.changeOutline, { body: { rings } })).rejects.toMatchObject({
      code: 'not-permitted',
    })
  })
})
