import { beforeAll, describe, expect, it } from 'vitest'
import { networkContract as api } from '@common-table/shared/network/contract'
import type { PartnerNetwork } from '@common-table/shared/network/schemas'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'
import { computeNetwork } from './compute-network.ts'

const test = useApi()
const d = `'${district}'::uuid`
const idOf = async (name: string): Promise<string> =>
  (
    await test.sql<{ id: string }>(`select id from schools where district_id = ${d} and name = $1`, [name])
  )[0]!.id

/** An informal partnership at schools, begun so many days ago. */
const partnership = async (partner: string, schools: string[], begun: number, rest = "stage => 'active'") => {
  await test.sql(
    `insert into organizations (district_id, name) select ${d}, $1
    where not exists (select from organizations where district_id = ${d} and name = $1)`,
    [partner],
  )
  const stage = /'(\w+)'/.exec(rest)![1]
  await test.sql(
    `with p as (insert into partnerships (district_id, organization_id, name, stage, scope, starts_on)
       select ${d}, id, name, $3, $4, current_date - $5::integer from organizations where district_id = ${d} and name = $1 returning id)
     insert into partnership_schools (district_id, partnership_id, school_id)
       select ${d}, p.id, s.id from p, schools s where s.district_id = ${d} and s.name = any ($2)`,
    [
      partner,
      schools,
      stage,
      schools.length === 0 ? 'district' : schools.length > 1 ? 'several_schools' : 'one_school',
      begun,
    ],
  )
}
const network = (schoolYear?: string) =>
  test.as('viewer')(api.getPartnerNetwork, { query: schoolYear ? { schoolYear } : {} })
const named = ({ partners, schools, links }: PartnerNetwork) =>
  links.map(([partner, school, way]) => `${partners[partner]![1]} – ${schools[school]![1]} ${way}`)
const partnerOf = ({ partners }: PartnerNetwork, name: string) => partners.find((one) => one[1] === name)!

beforeAll(async () => {
  await test.sql(`delete from school_years where district_id = ${d}`)
  await test.sql(`insert into school_years (district_id, label, starts_on, ends_on) values
    (${d}, '2001-02', current_date - 60, current_date + 200), (${d}, '2000-01', current_date - 420, current_date - 61),
    (${d}, '2002-03', current_date + 201, current_date + 500)`)
  await test.sql(`insert into schools (district_id, code, name, status) select ${d}, n, n, case when n = 'Closed' then 'closed' else 'open' end
    from unnest('{Alpha,Beta,Gamma,Delta,Alone,Closed}'::text[]) n`)
  await partnership('Readers', ['Alpha', 'Beta'], 300)
  await partnership('Tutors', ['Beta', 'Gamma'], 10)
  await partnership('Singers', ['Delta'], 300, "stage => 'exploring'")
  await partnership('Town Hall', [], 300)
  await partnership('Coaches', ['Alpha'], 300, "stage => 'ended'")
  await test.sql(
    `update partnerships set stage_since = current_date - 20 where district_id = ${d} and name = 'Coaches'`,
  )
  await test.sql(`insert into partnership_events (district_id, partnership_id, kind, from_stage, to_stage)
    select ${d}, id, 'stage', 'active', 'ended' from partnerships where district_id = ${d} and name = 'Coaches'`)
  // Readers also deliver at Alpha; Walkers deliver at Gamma without a partnership; last year's summer camp is over.
  await test.sql(`insert into organizations (district_id, name) values (${d}, 'Walkers'), (${d}, 'Campers')`)
  await test.sql(`insert into services (district_id, organization_id, name, category_id) select ${d}, o.id, o.name, k.id
    from organizations o, categories k where o.district_id = ${d} and k.district_id = ${d} and k.code = 'os_after'
      and o.name in ('Readers', 'Walkers', 'Campers')`)
  await test.sql(`insert into service_sites (district_id, service_id, school_id) select ${d}, v.id, s.id from services v, schools s,
      (values ('Readers', 'Alpha'), ('Walkers', 'Gamma'), ('Campers', 'Delta')) t (partner, school)
    where v.district_id = ${d} and s.district_id = ${d} and v.name = t.partner and s.name = t.school`)
  await test.sql(`insert into schedules (district_id, service_id, starts_on, ends_on)
    select ${d}, id, current_date - 200, current_date - 50 from services where district_id = ${d} and name = 'Campers'`)
})

describe('the network of partners and schools', () => {
  it('is drawn from partnerships in force and services at schools, with how each link is known', async () => {
    expect(named(await network())).toEqual([
      'Readers – Alpha 3',
      'Readers – Beta 1',
      'Tutors – Beta 1',
      'Tutors – Gamma 1',
      'Walkers – Gamma 2',
    ])
  })

  it('says how dense it is, who is tied, and who has nobody', async () => {
    const { figures, ...now } = await network()
    expect(figures).toMatchObject({
      partners: 3,
      schools: 3,
      links: 5,
      ties: 2,
      tieDensity: 2 / 3,
      groups: 1,
      largestPartners: 3,
      largestSchools: 3,
      isolatedSchools: 2,
      isolatedPartners: 1,
    })
    expect(figures.linkDensity).toBeCloseTo(5 / 15)
    expect(now.schools.filter(([, , , , n]) => n === 0).map(([, name]) => name)).toEqual(['Alone', 'Delta'])
    expect(partnerOf({ figures, ...now }, 'Town Hall')).toMatchObject({ 5: 0, 8: -1, 11: 1 })
  })

  it('says who would have no link to the rest if a partner left, and through whom the ways lead', async () => {
    const now = await network()
    const tutors = partnerOf(now, 'Tutors')
    expect(tutors.slice(9, 11)).toEqual([1, 1])
    expect(tutors[7]).toBeGreaterThan(partnerOf(now, 'Walkers')[7])
    expect(now.figures.bridges).toBe(2)
  })

  it('stands for a school year as it was on its last day: what ended since counted then', async () => {
    const before = await network('2000-01')
    expect(before.years).toEqual(['2001-02', '2000-01'])
    expect(named(before)).toEqual([
      'Campers – Delta 2',
      'Coaches – Alpha 1',
      'Readers – Alpha 1',
      'Readers – Beta 1',
    ])
    await expect(network('2002-03')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is the same picture every time, and another one only when something changed', async () => {
    const tag = async () =>
      (
        await test.app.inject({
          url: '/api/v1/partner-network',
          headers: { authorization: `Bearer ${test.token('viewer')}` },
        })
      ).headers.etag
    const first = await tag()
    expect(await tag()).toBe(first)
    const graph = {
      partners: [
        ['a', 'A', 'nonprofit', 0],
        ['b', 'B', 'nonprofit', 0],
      ] as never,
      schools: [
        ['x', 'X'],
        ['y', 'Y'],
      ] as never,
      links: [
        [0, 0, 1],
        [0, 1, 1],
        [1, 1, 1],
      ] as never,
    }
    expect(computeNetwork(graph)).toEqual(computeNetwork(graph))
    await test.sql(`update partnerships set stage = 'paused' where district_id = ${d} and name = 'Tutors'`)
    expect(await tag()).not.toBe(first)
    await test.sql(`update partnerships set stage = 'active' where district_id = ${d} and name = 'Tutors'`)
  })

  it('shows a principal the own schools and who works there, and another district nothing', async () => {
    const principal = test.as('school', { schools: [await idOf('Beta')] })
    const own = await principal(api.getPartnerNetwork)
    expect(named(own)).toEqual(['Readers – Beta 1', 'Tutors – Beta 1'])
    expect(own.schools.map(([, name]) => name)).toEqual(['Beta'])
    const foreign = await test.as('viewer', { districtId: otherDistrict })(api.getPartnerNetwork)
    expect([foreign.partners, foreign.schools, foreign.links]).toEqual([[], [], []])
  })
})
