import { beforeAll, describe, expect, it } from 'vitest'
import { duplicationContract as api } from '@common-table/shared/duplication/contract'
import { lifecycleContract } from '@common-table/shared/lifecycle/contract'
import { offerDeskContract } from '@common-table/shared/offers/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { servicesContract } from '@common-table/shared/organizations/services-contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { offersContract } from '@common-table/shared/pipeline/offers-contract'
import { timelineContract } from '@common-table/shared/timeline/contract'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const d = `'${district}'::uuid`
const write = () => test.as('coordinator')
let [category, lincoln, hill, readers, friends] = ['', '', '', '', '']

const organization = async (name: string) =>
  (await write()(organizationsContract.addOrganization, { body: { name } })).id
const service = async (organizationId: string, more: object = {}) =>
  (
    await write()(servicesContract.addService, {
      params: { organizationId },
      body: {
        name: 'Reading circle',
        categoryId: category,
        tier: 2,
        grades: ['1', '2'],
        setting: 'after_school',
        schedules: [{ weekdays: ['TU'], opensAt: '15:00', closesAt: '16:00' }],
        ...more,
      },
    })
  ).id
const site = (serviceId: string, more: object = {}) =>
  write()(servicesContract.addServiceSite, {
    params: { serviceId },
    body: { schoolId: lincoln, capacityMaximum: 10, ...more },
  })

beforeAll(async () => {
  ;[lincoln, hill] = (
    await test.sql<{ id: string }>(
      `insert into schools (district_id, code, name, enrolment) values (${d}, 'l', 'Lincoln', 400), (${d}, 'h', 'Hill', 300) returning id`,
    )
  ).map(({ id }) => id) as [string, string]
  category = (
    await test.sql<{ id: string }>(
      `select id from categories where district_id = ${d} and code = 'ac_literacy'`,
    )
  )[0]!.id
  readers = await organization('Readers')
  friends = await organization('Friends of Books')
  await site(await service(readers))
})

describe('help that may double help that is there', () => {
  it('is not saved before somebody has seen it, and the refusal carries what is there and what tells others apart', async () => {
    const same = await service(friends)
    await site(
      await service(readers, { name: 'Summer pages', setting: 'summer', schedules: [{ weekdays: ['TH'] }] }),
    )
    await expect(site(same)).rejects.toMatchObject({
      code: 'already-exists',
      reason: 'may-duplicate',
      current: {
        duplicates: [
          {
            kind: 'service',
            name: 'Reading circle',
            organization: { name: 'Readers' },
            school: { name: 'Lincoln' },
          },
        ],
        others: [{ name: 'Summer pages', differences: ['time'] }],
      },
    })
    expect(await test.sql('select 1 from service_sites where service_id = $1', [same])).toEqual([])
    const kept = await site(same, { justification: 'Twelve children wait for a place.' })
    expect(kept.school?.name).toBe('Lincoln')
    const { items } = await write()(timelineContract.getOrganizationStory, {
      params: { organizationId: friends },
      query: {},
    })
    expect(items.find(({ code }) => code === 'overlap')).toMatchObject({
      kind: 'change',
      by: 'The coordinator',
      text: 'Twelve children wait for a place.\n↔ Reading circle (Readers, Lincoln)',
    })
  })

  it('is not a duplicate for other grades, another day, another school, or by the same organization', async () => {
    for (const more of [
      { grades: ['7'] },
      { schedules: [{ weekdays: ['WE'] }] },
      { tier: 3 },
      { audience: 'families' },
    ])
      await expect(site(await service(friends, more))).resolves.toMatchObject({ capacityMaximum: 10 })
    await site(await service(friends), { schoolId: hill })
    await site(await service(friends, { name: 'Second circle' }), { schoolId: hill })
  })

  it('is found for a partnership that begins and for an offer that is placed', async () => {
    const newcomers = await organization('Newcomers')
    const body = { organizationId: newcomers, name: 'Pages', schoolIds: [lincoln], categoryIds: [category] }
    await expect(write()(partnershipsContract.createPartnership, { body })).rejects.toMatchObject({
      reason: 'may-duplicate',
    })
    const begun = await write()(partnershipsContract.createPartnership, {
      body: { ...body, justification: 'Both schools asked.' },
    })
    expect(begun.timeline.length).toBeGreaterThan(0)
    const [event] = await test.sql(
      `select body from partnership_events where partnership_id = $1 and kind = 'overlap'`,
      [begun.id],
    )
    expect(event!.body).toContain('Both schools asked.')
    const offer = await write()(offersContract.addOffer, {
      body: {
        message: 'Reading',
        organizationName: 'Third',
        contactName: 'T',
        contactEmail: 't@third.example',
        categoryIds: [category],
        tier: 2,
        grades: ['2'],
        students: 5,
      },
    })
    const place = (more: object) =>
      write()(offerDeskContract.placeOffer, {
        params: { offerId: offer.id },
        body: {
          categoryId: category,
          tier: 2,
          how: 'place',
          schools: [{ schoolId: lincoln, students: 5 }],
          ...more,
        },
      })
    await expect(place({})).rejects.toMatchObject({ reason: 'may-duplicate' })
    expect(await place({ justification: 'The principal asked for more.' })).toMatchObject({
      items: [{ status: 'placed' }],
    })
  })

  it('is found for schools and kinds of help that a running partnership adds, and for nothing it had before', async () => {
    const runners = await organization('Runners')
    const begun = await write()(partnershipsContract.createPartnership, {
      body: { organizationId: runners, name: 'Run and read', schoolIds: [hill] },
    })
    const change = (ifMatch: number, body: object) =>
      write()(partnershipsContract.changePartnership, { params: { partnershipId: begun.id }, ifMatch, body })
    await expect(change(begun.version, { categoryIds: [category] })).rejects.toMatchObject({
      reason: 'may-duplicate',
    })
    const reading = await change(begun.version, {
      categoryIds: [category],
      justification: 'Another group of grade 4.',
    })
    await expect(
      change(reading.version, { scope: 'several_schools', schoolIds: [hill, lincoln] }),
    ).rejects.toMatchObject({
      reason: 'may-duplicate',
      current: {
        duplicates: expect.arrayContaining([
          expect.objectContaining({ school: { id: lincoln, name: 'Lincoln' } }),
        ]),
      },
    })
    const both = await change(reading.version, {
      scope: 'several_schools',
      schoolIds: [hill, lincoln],
      justification: 'Lincoln asked for runners.',
    })
    expect(both.schools).toHaveLength(2)
    expect(both.timeline.filter(({ kind }) => kind === 'overlap').map(({ body }) => body)).toEqual([
      expect.stringContaining('Lincoln asked'),
      expect.stringContaining('grade 4'),
    ])
    const alone = await change(both.version, {
      scope: 'one_school',
      schoolIds: [lincoln],
      categoryIds: [category],
    })
    expect(alone.schools).toMatchObject([{ name: 'Lincoln' }])
    const [year] = await test.sql<{ id: string }>(
      `select id from school_years where district_id = ${d} order by starts_on desc limit 1`,
    )
    const grow = (more: object) =>
      write()(lifecycleContract.growPartnership, {
        params: { partnershipId: begun.id },
        ifMatch: alone.version,
        body: { schoolIds: [hill], schoolYearId: year!.id, ...more },
      })
    await expect(grow({})).rejects.toMatchObject({ reason: 'may-duplicate' })
    expect((await grow({ justification: 'Hill asked too.' })).sites).toHaveLength(2)
    const [told] = await test.sql(
      `select body from partnership_events where partnership_id = $1 and kind = 'overlap' order by id desc limit 1`,
      [begun.id],
    )
    expect(told!.body).toContain('Hill asked too.')
  })

  it('can be asked for before, within the own schools and the own district', async () => {
    const body = { schoolIds: [lincoln], categoryIds: [category], tier: 2, grades: ['1' as const] }
    const found = await write()(api.findOverlaps, { body })
    expect(found.duplicates.map(({ name }) => name)).toContain('Reading circle')
    expect(found.others.find(({ tier }) => tier === 3)?.differences).toContain('tier')
    expect((await test.as('school', { schools: [hill] })(api.findOverlaps, { body })).duplicates).toEqual([])
    const foreign = test.as('director', { districtId: otherDistrict })
    expect(await foreign(api.findOverlaps, { body })).toEqual({ duplicates: [], others: [] })
  })
})
