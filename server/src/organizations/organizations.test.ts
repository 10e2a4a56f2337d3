import { beforeAll, describe, expect, it } from 'vitest'
import { timelineContract } from '@common-table/shared/timeline/contract'
import { organizationsContract as api } from '@common-table/shared/organizations/contract'
import { placesContract as places } from '@common-table/shared/organizations/places-contract'
import { servicesContract as services } from '@common-table/shared/organizations/services-contract'
import type { OrganizationQuery } from '@common-table/shared/organizations/directory-schemas'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'

const [lincoln, douglass] = [id(21), id(22)]
const [tutoring, pantry] = [id(31), id(32)]

describe('the directory of organisations', () => {
  const test = useApi()
  const names = async (query: OrganizationQuery): Promise<string[]> =>
    (await test.as('viewer')(api.listOrganizations, { query })).items.map(({ name }) => name)
  const add = (name: string, more: object = {}) =>
    test.as('coordinator')(api.addOrganization, { body: { name, ...more } })
  const offer = async (organizationId: string, more: object, sites: object[] = []) => {
    const service = await test.as('coordinator')(services.addService, {
      params: { organizationId },
      body: { name: 'Help', categoryId: tutoring, ...more },
    })
    for (const body of sites)
      await test.as('coordinator')(services.addServiceSite, { params: { serviceId: service.id }, body })
    return service
  }

  beforeAll(async () => {
    for (const [schoolId, code, name] of [
      [lincoln, '01', 'Lincoln Elementary'],
      [douglass, '02', 'Douglass High'],
    ])
      await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $4)', [
        district,
        schoolId,
        code,
        name,
      ])
    for (const [categoryId, code, group, name, synonyms] of [
      [tutoring, 'zz_tutor', 'academic', 'Homework support', ['tutoring', 'after-class learning']],
      [pantry, 'zz_food', 'basic_needs', 'Weekend groceries', ['food pantry', 'backpack meals']],
    ])
      await test.sql(
        'insert into categories (district_id, id, code, group_code, name, synonyms) values ($1, $2, $3, $4, $5, $6)',
        [district, categoryId, code, group, name, synonyms],
      )
    const river = await add('Riverbend Community Hospital', {
      type: 'health',
      languages: ['en', 'es'],
      trustedInCommunity: true,
    })
    const club = await add('Boys & Girls Club of Riverbend', { type: 'nonprofit', languages: ['en'] })
    const bank = await add('Harvest Bank', { type: 'nonprofit', status: 'prospect' })
    await offer(river.id, { name: 'Dental van', tier: 2, setting: 'community_site', grades: ['K', '1'] }, [
      { schoolId: lincoln, capacityMaximum: 20, capacityAvailable: 5 },
    ])
    await offer(club.id, { name: 'Power Hour', tier: 1, setting: 'after_school', grades: ['9', '10'] }, [
      { schoolId: douglass, capacityMaximum: 20, capacityAvailable: 0 },
    ])
    await offer(bank.id, { name: 'Saturday bags', categoryId: pantry, setting: 'weekend', tier: 1 }, [
      { schoolId: lincoln },
      { schoolId: douglass },
    ])
    await test.sql(`insert into organizations (district_id, name) values ($1, 'Riverbend of elsewhere')`, [
      otherDistrict,
    ])
  })

  it('finds by name with typing mistakes, then by service, then by kind of service', async () => {
    expect(await names({ q: 'comunity hopsital' })).toEqual(['Riverbend Community Hospital'])
    expect(await names({ q: 'boys gils clup' })).toEqual(['Boys & Girls Club of Riverbend'])
    expect((await names({ q: 'riverbend' }))[0]).toBe('Riverbend Community Hospital')
    expect(await names({ q: 'dental vans' })).toEqual(['Riverbend Community Hospital'])
    expect(await names({ q: 'food pantri' })).toEqual(['Harvest Bank'])
    expect(await names({ q: 'zzzzqqq' })).toEqual([])
  })

  it('filters on one and the same service', async () => {
    expect(await names({ categoryId: [tutoring], tier: [2] })).toEqual(['Riverbend Community Hospital'])
    expect(await names({ categoryGroup: ['basic_needs'] })).toEqual(['Harvest Bank'])
    expect(await names({ setting: ['after_school'], grade: ['9'] })).toEqual([
      'Boys & Girls Club of Riverbend',
    ])
    expect(await names({ setting: ['after_school'], grade: ['K'] })).toEqual([])
    expect(await names({ schoolId: [lincoln] })).toEqual(['Harvest Bank', 'Riverbend Community Hospital'])
    expect(await names({ hasCapacity: true })).toEqual(['Riverbend Community Hospital'])
    expect(await names({ hasCapacity: true, schoolId: [douglass] })).toEqual([])
    expect(await names({ type: ['health'], trusted: true, language: ['es'] })).toEqual([
      'Riverbend Community Hospital',
    ])
    expect(await names({ status: ['prospect'] })).toEqual(['Harvest Bank'])
    expect(await names({ sort: '-schools' })).toEqual([
      'Harvest Bank',
      'Riverbend Community Hospital',
      'Boys & Girls Club of Riverbend',
    ])
  })

  it('pages by key through a search and through a sorted list', async () => {
    for (const query of [
      { q: 'riverbend', limit: 1 },
      { sort: '-services' as const, limit: 1 },
      { limit: 1 },
    ]) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await test.as('viewer')(api.listOrganizations, {
          query: { ...query, ...(cursor && { cursor }) },
        })
        seen.push(...page.items.map(({ name }) => name))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      const whole = await names({ ...query, limit: 50 })
      expect(seen).toEqual(whole)
    }
  })

  it('counts what every filter would leave, given the others', async () => {
    const viewer = test.as('viewer')
    const all = await viewer(api.countOrganizations)
    expect(all).toMatchObject({
      total: 3,
      type: [
        { value: 'nonprofit', count: 2 },
        { value: 'health', count: 1 },
      ],
      language: [
        { value: 'en', count: 2 },
        { value: 'es', count: 1 },
      ],
      categoryGroup: [
        { value: 'academic', count: 2 },
        { value: 'basic_needs', count: 1 },
      ],
      trusted: 1,
      hasCapacity: 1,
    })
    const academic = await viewer(api.countOrganizations, {
      query: { categoryId: [tutoring], type: ['nonprofit'] },
    })
    expect(academic).toMatchObject({
      total: 1,
      type: [
        { value: 'health', count: 1 },
        { value: 'nonprofit', count: 1 },
      ],
      categoryId: [
        { value: tutoring, count: 1 },
        { value: pantry, count: 1 },
      ],
      setting: [{ value: 'after_school', count: 1 }],
      hasCapacity: 0,
    })
    expect(await viewer(api.countOrganizations, { query: { q: 'food pantry' } })).toMatchObject({ total: 1 })
    for (const query of [{ tier: [1] }, { schoolId: [lincoln], hasCapacity: true }, { q: 'riverbend' }])
      expect((await viewer(api.countOrganizations, { query })).total).toBe((await names(query)).length)
  })

  it('warns of likely duplicates, with reasons', async () => {
    await add('Northside Youth Alliance, Inc.', {
      ein: '123456789',
      website: 'www.northside.example.org',
      phone: '718.555.0144 x 12',
    })
    const ask = (body: { name: string; ein?: string; phone?: string; website?: string }) =>
      test.as('coordinator')(api.findDuplicates, { body })
    expect((await ask({ name: 'The Northside Youth Alliance' })).items).toMatchObject([
      { verdict: 'same', reasons: ['same_name'] },
    ])
    expect((await ask({ name: 'NYA', ein: '12-3456789' })).items).toMatchObject([
      { verdict: 'same', reasons: ['same_ein'] },
    ])
    expect(
      (await ask({ name: 'Northside Alliance', website: 'https://northside.example.org/about' })).items,
    ).toMatchObject([{ verdict: 'likely' }])
    expect((await ask({ name: 'Sea Scouts' })).items).toEqual([])
  })

  it('shows nothing of another district', async () => {
    const elsewhere = test.as('viewer', { districtId: otherDistrict })
    expect((await elsewhere(api.listOrganizations)).items.map(({ name }) => name)).toEqual([
      'Riverbend of elsewhere',
    ])
    expect((await elsewhere(api.listOrganizations, { query: { q: 'riverbend' } })).items).toHaveLength(1)
    expect(await elsewhere(api.findDuplicates, { body: { name: 'Harvest Bank' } })).toEqual({ items: [] })
    const [harvest] = await test.sql<{ id: string }>(
      `select id from organizations where name = 'Harvest Bank'`,
    )
    await expect(
      elsewhere(api.getOrganization, { params: { organizationId: harvest!.id } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('one organisation', () => {
  const test = useApi()
  let organizationId: string
  const profile = (role: 'coordinator' | 'school' = 'coordinator', schools?: string[]) =>
    test.as(role, schools ? { schools } : {})(api.getOrganization, { params: { organizationId } })

  beforeAll(async () => {
    for (const [schoolId, code] of [
      [lincoln, '01'],
      [douglass, '02'],
    ])
      await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $3)', [
        district,
        schoolId,
        code,
      ])
    await test.sql(
      `insert into categories (district_id, id, code, group_code, name) values ($1, $2, 'zz_tutor', 'academic', 'Tutoring')`,
      [district, tutoring],
    )
    const added = await test.as('coordinator')(api.addOrganization, {
      body: {
        name: 'Elm Street Center',
        phone: '(718) 555-0123 ext. 4',
        website: 'WWW.Elm.example.org/',
        email: 'desk@elm.example.org',
      },
    })
    organizationId = added.id
    expect(added).toMatchObject({
      phone: '+17185550123',
      phoneExtension: '4',
      website: 'https://www.elm.example.org',
      type: 'nonprofit',
      status: 'active',
    })
  })

  it('is changed, deactivated and reactivated, and never over someone else’s change', async () => {
    const write = test.as('coordinator')
    const { version } = await profile()
    const away = await write(api.changeOrganization, {
      params: { organizationId },
      body: { status: 'inactive', phone: null },
      ifMatch: version,
    })
    expect(away).toMatchObject({
      status: 'inactive',
      phone: null,
      phoneExtension: null,
      email: 'desk@elm.example.org',
    })
    await expect(
      write(api.changeOrganization, { params: { organizationId }, body: { name: 'Elm' }, ifMatch: version }),
    ).rejects.toMatchObject({ code: 'stale', current: { status: 'inactive' } })
    await write(api.changeOrganization, {
      params: { organizationId },
      body: { status: 'active' },
      ifMatch: away.version,
    })
    const { items } = await write(timelineContract.getOrganizationStory, { params: { organizationId } })
    expect(items[1]).toMatchObject({
      by: 'The coordinator',
      code: 'update',
      change: { table: 'organizations', changes: { status: ['active', 'inactive'] } },
    })
  })

  it('refuses what cannot be true, field by field', async () => {
    const write = test.as('coordinator')
    const refused = (body: object) =>
      expect(write(api.addOrganization, { body: { name: 'X', ...body } })).rejects
    await refused({ phone: 'call us' }).toMatchObject({ fields: [{ field: 'phone' }] })
    await refused({ website: 'not a site' }).toMatchObject({ fields: [{ field: 'website' }] })
    await refused({ ein: '00-1234567' }).toMatchObject({ fields: [{ field: 'ein' }] })
    await refused({ ein: '1234' }).toMatchObject({ fields: [{ field: 'ein' }] })
    await refused({ email: 'nobody' }).toMatchObject({ fields: [{ field: 'email' }] })
    await refused({ name: '  ' }).toMatchObject({ fields: [{ field: 'name' }] })
    await expect(test.as('school')(api.addOrganization, { body: { name: 'X' } })).rejects.toMatchObject({
      code: 'not-permitted',
    })
  })

  it('has people, one of them first, places and register numbers', async () => {
    const write = test.as('coordinator')
    const params = { organizationId }
    const ana = await write(places.addContact, {
      params,
      body: { name: 'Ana', isPrimary: true, phone: '718 555 0155' },
    })
    const bo = await write(places.addContact, { params, body: { name: 'Bo', title: 'Director' } })
    await write(places.changeContact, {
      params: { contactId: bo.id },
      body: { isPrimary: true },
      ifMatch: bo.version,
    })
    expect((await profile()).contacts).toMatchObject([
      { name: 'Bo', isPrimary: true },
      { name: 'Ana', isPrimary: false, phone: '+17185550155' },
    ])
    await write(places.removeContact, { params: { contactId: ana.id } })
    const place = await write(places.addLocation, {
      params,
      body: { address: '1 Elm St', city: 'Riverbend', state: 'NY', postalCode: '10001' },
    })
    await expect(write(places.addLocation, { params, body: { city: 'Riverbend' } })).rejects.toMatchObject({
      fields: [{ field: 'address' }],
    })
    await write(places.changeLocation, {
      params: { locationId: place.id },
      body: { name: 'Main house' },
      ifMatch: place.version,
    })
    const number = await write(places.addIdentifier, {
      params,
      body: { scheme: 'US-DUNS', identifier: '081466849' },
    })
    await expect(
      write(places.addIdentifier, { params, body: { scheme: 'US-DUNS', identifier: '081466849' } }),
    ).rejects.toMatchObject({ code: 'already-exists' })
    expect(await profile()).toMatchObject({
      locations: [{ name: 'Main house', country: 'US' }],
      identifiers: [{ scheme: 'US-DUNS' }],
    })
    await write(places.removeIdentifier, { params: { identifierId: number.id } })
    await expect(
      write(places.removeIdentifier, { params: { identifierId: number.id } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      write(places.addContact, { params: { organizationId: id(77) }, body: { name: 'Zoe' } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('offers services with a schedule, at sites whose capacity is verified', async () => {
    const write = test.as('coordinator')
    const service = await write(services.addService, {
      params: { organizationId },
      body: {
        name: 'Reading club',
        categoryId: tutoring,
        tier: 2,
        grades: ['K', '1'],
        minimumAge: 5,
        maximumAge: 7,
        schedules: [
          {
            weekdays: ['MO', 'WE'],
            opensAt: '15:00',
            closesAt: '17:30',
            startsOn: null,
            endsOn: null,
            description: '',
          },
        ],
      },
    })
    expect(service).toMatchObject({
      status: 'active',
      schedules: [{ weekdays: ['MO', 'WE'], opensAt: '15:00', closesAt: '17:30' }],
      sites: [],
    })
    const params = { serviceId: service.id }
    const change = (body: object) => write(services.changeService, { params, body, ifMatch: service.version })
    await expect(change({ maximumAge: 3 })).rejects.toMatchObject({ fields: [{ field: 'maximumAge' }] })
    await expect(change({ categoryId: id(99) })).rejects.toMatchObject({ fields: [{ field: 'categoryId' }] })
    await expect(
      change({ schedules: [{ ...service.schedules[0]!, closesAt: '14:00' }] }),
    ).rejects.toMatchObject({ fields: [{ field: 'schedules.0.closesAt' }] })
    expect(await change({ schedules: [] })).toMatchObject({ schedules: [], version: service.version + 1 })

    const site = await write(services.addServiceSite, {
      params,
      body: { schoolId: lincoln, capacityMaximum: 30, verifiedOn: null },
    })
    expect(site).toMatchObject({ school: { id: lincoln }, verifiedOn: null, capacityMaximum: 30 })
    await expect(
      write(services.addServiceSite, { params, body: { schoolId: lincoln } }),
    ).rejects.toMatchObject({ code: 'already-exists' })
    await expect(write(services.addServiceSite, { params, body: {} })).rejects.toMatchObject({
      fields: [{ field: 'schoolId' }],
    })
    await expect(
      write(services.addServiceSite, { params, body: { schoolId: id(98) } }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
    const at = { siteId: site.id }
    const verified = await write(services.verifyServiceSite, { params: at, ifMatch: site.version })
    expect(verified.verifiedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    await expect(
      write(services.verifyServiceSite, { params: at, ifMatch: site.version }),
    ).rejects.toMatchObject({ code: 'stale' })
    await expect(
      write(services.changeServiceSite, {
        params: at,
        body: { capacityAvailable: 31 },
        ifMatch: verified.version,
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'capacityAvailable' }] })
    await expect(
      write(services.changeServiceSite, {
        params: at,
        body: { verifiedOn: '2999-01-01' },
        ifMatch: verified.version,
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'verifiedOn' }] })
    const paused = await write(services.changeServiceSite, {
      params: at,
      body: { status: 'paused', capacityAvailable: 4 },
      ifMatch: verified.version,
    })
    expect(paused).toMatchObject({ status: 'paused', capacityAvailable: 4, verifiedOn: verified.verifiedOn })

    const times = {
      opensAt: '08:00',
      closesAt: '09:30',
      startsOn: '2025-02-01',
      endsOn: null,
      description: 'Gym',
    }
    const own = [
      { weekdays: ['FR' as const], ...times },
      { weekdays: ['MO' as const, 'TU' as const], ...times },
    ]
    const timed = await write(services.changeServiceSite, {
      params: at,
      body: { schedules: own },
      ifMatch: paused.version,
    })
    expect(timed).toMatchObject({ schedules: own, capacityAvailable: 4, version: paused.version + 1 })
    const read = await write(services.getService, { params })
    expect(read.schedules).toEqual([])
    expect(read.sites.map((one) => one.schedules)).toEqual([own])
    expect((await profile()).services[0]!.sites[0]!.schedules).toEqual(own)
    await expect(
      write(services.changeServiceSite, {
        params: at,
        body: { schedules: [{ ...own[0]!, endsOn: '2025-01-01' }] },
        ifMatch: timed.version,
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'schedules.0.endsOn', rule: 'order' }] })
    await expect(
      write(services.changeServiceSite, { params: at, body: { schedules: [] }, ifMatch: paused.version }),
    ).rejects.toMatchObject({ code: 'stale' })
    await write(services.changeService, { params, body: { schedules: own }, ifMatch: read.version })
    const unchanged = await write(services.changeServiceSite, {
      params: at,
      body: { scheduleNote: 'By the gate' },
      ifMatch: timed.version,
    })
    expect(unchanged.schedules).toEqual(own)
    const cleared = await write(services.changeServiceSite, {
      params: at,
      body: { schedules: [] },
      ifMatch: unchanged.version,
    })
    expect(cleared.schedules).toEqual([])
    expect((await write(services.getService, { params })).schedules).toEqual(own)
    const library = await write(services.addServiceSite, {
      params,
      body: { siteName: 'Library', schedules: [{ weekdays: ['SA'] }] },
    })
    expect(library.schedules).toEqual([
      { weekdays: ['SA'], opensAt: null, closesAt: null, startsOn: null, endsOn: null, description: '' },
    ])
    await write(services.removeServiceSite, { params: { siteId: library.id } })
    expect(
      await test.sql('select count(*)::integer as n from schedules where service_site_id is not null'),
    ).toEqual([{ n: 0 }])

    const elsewhere = await write(services.addServiceSite, { params, body: { schoolId: douglass } })
    await expect(
      write(services.verifyServiceSite, { params: { siteId: elsewhere.id }, ifMatch: 1 }),
    ).rejects.toMatchObject({ code: 'step-not-possible' })
    expect(await profile()).toMatchObject({ serviceCount: 1, schoolCount: 2 })
    const seen = await profile('school', [lincoln])
    expect(seen.services[0]!.sites.map((one) => one.school?.id)).toEqual([lincoln])
    await write(services.changeServiceSite, {
      params: { siteId: elsewhere.id },
      body: { status: 'ended' },
      ifMatch: elsewhere.version,
    })
    expect(await profile()).toMatchObject({ schoolCount: 1 })
    await write(services.removeService, { params })
    expect(await profile()).toMatchObject({ serviceCount: 0, schoolCount: 0, services: [] })
  })

  it('shows a principal only the partnerships at the own schools', async () => {
    const [partnership] = await test.sql<{ id: string }>(
      `insert into partnerships (district_id, organization_id, name) values ($1, $2, 'Reading') returning id`,
      [district, organizationId],
    )
    await test.sql(
      'insert into partnership_schools (district_id, partnership_id, school_id) values ($1, $2, $3)',
      [district, partnership!.id, lincoln],
    )
    expect((await profile('school', [douglass])).partnerships).toEqual([])
    expect((await profile('school', [lincoln])).partnerships).toMatchObject([
      { name: 'Reading', schoolCount: 1 },
    ])
  })
})
