import { beforeAll, describe, expect, it } from 'vitest'
import { gapBoardContract } from '@common-table/shared/needs/board-contract'
import { whatIfContract as api } from '@common-table/shared/what-if/contract'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const d = `'${district}'::uuid`
const idOf = async (table: string, name: string): Promise<string> =>
  (
    await test.sql<{ id: string }>(`select id from ${table} where district_id = ${d} and name = $1`, [name])
  )[0]!.id
/** A partner with verified places of tutoring, tier 2, and an informal partnership that is active. */
const partner = async (name: string, places: Record<string, number>, endsIn: number | null = null) => {
  await test.sql(`insert into organizations (district_id, name) values (${d}, $1)`, [name])
  await test.sql(
    `insert into services (district_id, organization_id, name, category_id, tier, capacity_unit)
     select ${d}, o.id, 'Tutoring of ' || o.name, k.id, 2, 'students' from organizations o, categories k
     where o.district_id = ${d} and o.name = $1 and k.district_id = ${d} and k.code = 'ac_tutor'`,
    [name],
  )
  for (const [school, students] of Object.entries(places))
    await test.sql(
      `insert into service_sites (district_id, service_id, school_id, capacity_maximum, verified_on)
       select ${d}, v.id, s.id, $3, current_date from services v, schools s
       where v.district_id = ${d} and v.name = 'Tutoring of ' || $1 and s.district_id = ${d} and s.name = $2`,
      [name, school, students],
    )
  await test.sql(
    `insert into partnerships (district_id, organization_id, name, stage, scope, formality, ends_on)
     select ${d}, id, name, 'active', 'district', 'informal', current_date + $2::integer from organizations where district_id = ${d} and name = $1`,
    [name, endsIn],
  )
}
const viewer = () => test.as('viewer')

beforeAll(async () => {
  await test.sql(`insert into schools (district_id, code, name, enrolment)
    values (${d}, 'a', 'Alpha', 400), (${d}, 'b', 'Beta', 400)`)
  await test.sql(`insert into school_years (district_id, label, starts_on, ends_on)
    values (${d}, to_char(current_date - 60, 'YYYY') || '-' || to_char(current_date + 305, 'YY'), current_date - 60, current_date + 200)`)
  await test.sql(`insert into needs (district_id, school_id, category_id, school_year_id, tier, severity, students_affected, title, source)
    select ${d}, s.id, k.id, y.id, 2, 4, 40, 'Tutors', 'principal' from schools s, categories k, school_years y
    where s.district_id = ${d} and k.district_id = ${d} and k.code = 'ac_tutor' and y.district_id = ${d}
      and y.id = (select id from school_years where district_id = ${d} and starts_on <= current_date order by starts_on desc limit 1)`)
  await partner('Tutor Corps', { Alpha: 30, Beta: 25 }, 100)
  await partner('Readers', { Beta: 30 })
  await test.sql(`insert into fundings (district_id, partnership_id, name, kind, needed, ends_on)
    select ${d}, id, 'Bridge grant', 'grant', true, current_date + 100 from partnerships where district_id = ${d} and name = 'Readers'`)
})

describe('what if a partner leaves', () => {
  it('counts the places nobody else takes over, by school, kind of help and tier', async () => {
    const organizationId = await idOf('organizations', 'Tutor Corps')
    const loss = await viewer()(api.whatIfGone, { query: { organizationId } })
    expect(loss).toMatchObject({
      places: 40,
      schools: 2,
      total: 2,
      gone: { partnerships: 1, endsAfter: null },
    })
    expect(loss.items.map(({ school, lost, providersLeft }) => [school.name, lost, providersLeft])).toEqual([
      ['Alpha', 30, 0],
      ['Beta', 10, 1],
    ])
    expect(loss.categories).toMatchObject([{ nameEs: expect.any(String), places: 40 }])
    expect(loss.tiers).toEqual([
      { tier: 1, places: 0 },
      { tier: 2, places: 40 },
      { tier: 3, places: 0 },
    ])
  })

  it('agrees with the gap board once it has happened', async () => {
    const unmet = async () =>
      (await viewer()(gapBoardContract.getGapBoard, { query: {} })).cells.reduce(
        (sum, cell) => sum + cell[6],
        0,
      )
    const organizationId = await idOf('organizations', 'Readers')
    const [before, { places }] = [
      await unmet(),
      await viewer()(api.whatIfGone, { query: { organizationId } }),
    ]
    expect(places).toBe(15)
    await test.sql(`update partnerships set stage = 'paused' where district_id = ${d} and name = 'Readers'`)
    expect(await unmet()).toBe(before + places)
    await test.sql(`update partnerships set stage = 'active' where district_id = ${d} and name = 'Readers'`)
  })

  it('says which partners alone answer a need', async () => {
    const { items } = await viewer()(api.listSoleProviders)
    expect(items).toMatchObject([{ organization: { name: 'Tutor Corps' }, cells: 1, schools: 1, places: 30 }])
  })
})

describe('what if a grant or a year ends', () => {
  it('takes what rests on a grant that cannot be done without', async () => {
    expect((await viewer()(api.listGrants)).items).toMatchObject([{ name: 'Bridge grant', partnerships: 1 }])
    const loss = await viewer()(api.whatIfGone, { query: { grant: 'bridge grant' } })
    expect(loss).toMatchObject({ places: 15, schools: 1, gone: { organizations: [{ name: 'Readers' }] } })
  })

  it('takes what ends with a school year and is not renewed', async () => {
    const { schoolYear } = await viewer()(api.whatIfGone, { query: { grant: 'Bridge grant' } })
    const loss = await viewer()(api.whatIfGone, { query: { schoolYear } })
    expect(loss.gone).toMatchObject({ organizations: [{ name: 'Tutor Corps' }], partnerships: 1 })
    expect(loss.places).toBe(40)
  })

  it('refuses a question without a subject or with two, and what is not there', async () => {
    const refused = (query: object) => viewer()(api.whatIfGone, { query })
    await expect(refused({})).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(refused({ grant: 'x', schoolYear: '2020-21' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await expect(refused({ grant: 'No such grant' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(refused({ schoolYear: '1999-00' })).rejects.toMatchObject({ code: 'not-found' })
    const organizationId = await idOf('organizations', 'Readers')
    const foreign = test.as('viewer', { districtId: otherDistrict })(api.whatIfGone, {
      query: { organizationId },
    })
    await expect(foreign).rejects.toMatchObject({ code: 'not-found' })
  })

  it('shows a principal the own schools only', async () => {
    const principal = test.as('school', { schools: [await idOf('schools', 'Beta')] })
    const loss = await principal(api.whatIfGone, {
      query: { organizationId: await idOf('organizations', 'Tutor Corps') },
    })
    expect(loss.items.map(({ school }) => school.name)).toEqual(['Beta'])
    expect((await principal(api.listSoleProviders)).items).toEqual([])
  })
})
