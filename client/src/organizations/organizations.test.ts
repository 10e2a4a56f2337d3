import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { districtContract } from '@common-table/shared/district/contract'
import { organizationsContract as api } from '@common-table/shared/organizations/contract'
import type {
  OrganizationFacets,
  OrganizationListed,
} from '@common-table/shared/organizations/directory-schemas'
import type { OrganizationProfile } from '@common-table/shared/organizations/schemas'
import { servicesContract } from '@common-table/shared/organizations/services-contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { viewsContract } from '@common-table/shared/views/contract'
import { answer, render } from '../platform/testing.ts'
import OrganizationPage from './OrganizationPage.vue'
import OrganizationsPage from './OrganizationsPage.vue'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const listed = (more: Partial<OrganizationListed> = {}): OrganizationListed => ({
  id: id(1),
  name: 'Riverbend Community Hospital',
  alternateName: '',
  type: 'health',
  status: 'prospect',
  summary: 'A hospital that comes to schools.',
  languages: ['en', 'es'],
  trustedInCommunity: true,
  categoryIds: [id(31)],
  serviceCount: 2,
  schoolCount: 1,
  ...more,
})
const facets = (more: Partial<OrganizationFacets> = {}): OrganizationFacets => ({
  total: 1,
  type: [{ value: 'health', count: 1 }],
  status: [{ value: 'prospect', count: 1 }],
  language: [{ value: 'es', count: 1 }],
  categoryGroup: [{ value: 'academic', count: 1 }],
  categoryId: [{ value: id(31), count: 1 }],
  setting: [],
  grade: [],
  tier: [],
  trusted: 1,
  hasCapacity: 0,
  ...more,
})
const categories = answer(catalogContract.listCategories, () => ({
  items: [
    {
      id: id(31),
      code: 'ph_dental',
      groupCode: 'physical_health' as const,
      name: 'Dental',
      nameEs: 'Salud dental',
      synonyms: ['teeth'],
      tiers: [1 as const],
      unit: 'students' as const,
      position: 1,
      active: true,
      inUse: true,
      version: 1,
    },
  ],
}))
const views = answer(viewsContract.listViews, () => ({ items: [] }))
const schools = answer(schoolsContract.listSchools, () => ({ items: [], nextCursor: null }))
const press = async (page: VueWrapper, text: string): Promise<void> => {
  await page
    .findAll('button')
    .find((button) => button.text().includes(text))!
    .trigger('click')
  await flushPromises()
}

describe('the directory', () => {
  it('shows who helps, with what and where, and counts beside every filter', async () => {
    const page = await render(
      OrganizationsPage,
      views,
      { role: 'coordinator' },
      categories,
      schools,
      answer(api.listOrganizations, () => ({ items: [listed()], nextCursor: null })),
      answer(api.countOrganizations, () => facets()),
    )
    expect(page.get('h1').text()).toBe('Partners')
    for (const text of [
      'Riverbend Community Hospital',
      'Prospect',
      '2 services',
      '1 school',
      'Dental',
      'Spanish',
      '1 organization',
      'Add organization',
    ])
      expect(page.text()).toContain(text)
  })

  it('asks for what the address says, and offers no button to readers', async () => {
    const asked: unknown[] = []
    const page = await render(
      OrganizationsPage,
      views,
      { role: 'school', path: '/?q=dental&type=health&tier=2&hasCapacity=1&sort=-schools&view=table' },
      categories,
      schools,
      answer(
        api.listOrganizations,
        ({ query }) => (asked.push(query), { items: [listed()], nextCursor: null }),
      ),
      answer(api.countOrganizations, () => facets()),
    )
    expect(asked[0]).toEqual({
      q: 'dental',
      type: ['health'],
      tier: [2],
      hasCapacity: true,
      sort: '-schools',
    })
    expect(page.find('table').exists()).toBe(true)
    expect(page.text()).not.toContain('Add organization')
  })

  it('keeps its filters under a name and shows them again', async () => {
    const saved: unknown[] = []
    const view = (query: string) => ({
      id: id(61),
      page: 'organizations',
      name: 'Dental in schools',
      query,
      shared: false,
      own: true,
      ownerName: null,
      version: 1,
    })
    const asked: unknown[] = []
    const page = await render(
      OrganizationsPage,
      { role: 'coordinator', path: '/organizations?type=health&q=dental' },
      answer(viewsContract.listViews, ({ query }) => {
        asked.push(query)
        return { items: [{ ...view('status=active'), id: id(62), name: 'Active ones' }] }
      }),
      answer(viewsContract.createView, ({ body }) => (saved.push(body), view(body.query))),
      categories,
      schools,
      answer(api.listOrganizations, () => ({ items: [listed()], nextCursor: null })),
      answer(api.countOrganizations, () => facets()),
    )
    await press(page, 'Views')
    const link = [...document.querySelectorAll('a')].find((one) => one.textContent?.includes('Active ones'))
    expect(link?.getAttribute('href')).toBe('/organizations?status=active')
    const name = document.querySelector<HTMLInputElement>('form input')!
    name.value = 'Dental in schools'
    name.dispatchEvent(new Event('input'))
    document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(asked[0]).toEqual({ page: 'organizations' })
    expect(saved).toEqual([
      { page: 'organizations', name: 'Dental in schools', query: 'q=dental&type=health', shared: false },
    ])
  })

  it('loads more by the cursor, and says what to do when nothing fits', async () => {
    const page = await render(
      OrganizationsPage,
      views,
      { role: 'viewer' },
      categories,
      schools,
      answer(api.listOrganizations, ({ query }) =>
        query.cursor
          ? { items: [listed({ id: id(2), name: 'Second' })], nextCursor: null }
          : { items: [listed()], nextCursor: 'next' },
      ),
      answer(api.countOrganizations, () => facets({ total: 2 })),
    )
    await press(page, 'Load more')
    expect(page.text()).toContain('Second')
    const empty = await render(
      OrganizationsPage,
      views,
      { role: 'viewer', path: '/?q=zzz', locale: 'es' },
      categories,
      schools,
      answer(api.listOrganizations, () => ({ items: [], nextCursor: null })),
      answer(api.countOrganizations, () => facets({ total: 0 })),
    )
    expect(empty.text()).toContain('Ninguna organización coincide')
  })

  it('warns while a listed organization is typed in again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const page = await render(
      OrganizationsPage,
      views,
      { role: 'coordinator' },
      categories,
      schools,
      answer(api.listOrganizations, () => ({ items: [], nextCursor: null })),
      answer(api.countOrganizations, () => facets({ total: 0 })),
      answer(api.findDuplicates, () => ({
        items: [
          {
            id: id(1),
            name: 'Riverbend Community Hospital',
            type: 'health' as const,
            status: 'active' as const,
            website: null,
            verdict: 'same' as const,
            confidence: 0.97,
            reasons: ['same_name' as const],
          },
        ],
      })),
    )
    await press(page, 'Add organization')
    vi.useRealTimers()
    await vi.waitFor(() => expect(document.querySelector('[data-record-form]')).not.toBeNull(), 5000)
    const name = document.querySelector<HTMLInputElement>('[data-field=name] input')!
    name.value = 'The Riverbend Community Hospital'
    name.dispatchEvent(new Event('input'))
    await vi.waitFor(() => expect(document.body.textContent).toContain('It may already be listed'), 3000)
    expect(document.body.textContent).toContain('same name')
  })
})

const site = {
  id: id(51),
  serviceId: id(41),
  school: { id: id(21), name: 'Lincoln Elementary' },
  location: null,
  siteName: '',
  status: 'active' as const,
  capacityMaximum: 30,
  capacityAvailable: 4,
  studentsServed: 26,
  scheduleNote: 'Room 12',
  schedules: [
    {
      weekdays: ['FR' as const],
      opensAt: '08:00',
      closesAt: '09:30',
      startsOn: '2026-02-02',
      endsOn: null,
      description: '',
    },
  ],
  verifiedOn: '2020-01-10',
  version: 3,
}
const profile: OrganizationProfile = {
  ...listed(),
  status: 'active',
  geographicLevel: 'local',
  description: 'A hospital that comes to schools.',
  email: 'desk@hospital.example',
  legalStatus: '',
  website: 'https://hospital.example',
  phone: '+17185550123',
  phoneExtension: '4',
  ein: '12-3456789',
  sectors: [],
  formerNames: ['Old General'],
  source: '',
  updatedAt: '2025-01-10T12:00:00Z',
  version: 7,
  contacts: [
    {
      id: id(61),
      name: 'Ana Ruiz',
      title: 'Outreach',
      email: null,
      phone: null,
      phoneExtension: null,
      language: 'es',
      isPrimary: true,
      version: 1,
    },
  ],
  locations: [],
  identifiers: [],
  services: [
    {
      id: id(41),
      organizationId: id(1),
      name: 'Dental van',
      program: '',
      description: '',
      categoryId: id(31),
      alsoCategoryIds: [],
      tier: 2,
      setting: 'community_site',
      audience: 'students',
      grades: ['K', '1'],
      languages: ['es'],
      capacityUnit: 'students',
      status: 'active',
      website: null,
      fees: '',
      eligibility: '',
      minimumAge: 5,
      maximumAge: 7,
      reachKm: null,
      assuredOn: null,
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
      sites: [site],
      version: 2,
    },
  ],
  partnerships: [
    {
      id: id(71),
      name: 'Healthy smiles',
      stage: 'active',
      startsOn: null,
      endsOn: '2026-06-30',
      schoolCount: 3,
    },
  ],
}
const district = answer(districtContract.getDistrict, () => ({
  id: id(900),
  name: 'Riverbend',
  shortName: null,
  website: null,
  contactEmail: null,
  contactPhone: null,
  timeZone: 'America/New_York',
  languages: ['en'],
  brandHue: null,
  suppressionThreshold: 10,
  capacityFreshDays: 90,
  goingColdDays: 60,
  overSupplyPercent: 120,
  volunteerHourCents: null,
  firstRefusalDays: 5,
  helpAnswerDays: 3,
  volunteerHourSource: '',
  schoolYearStartMonth: 7,
  offersOpen: true,
  publicSite: false,
  publicSlug: null,
  publicResults: false,
  monthlyReports: true,
  logoFileId: null,
  isDemo: false,
  version: 1,
}))
const found = answer(api.getOrganization, () => profile)

describe('an organization’s page', () => {
  it('tells the facts, and its parts by tab', async () => {
    const page = await render(
      OrganizationPage,
      { role: 'viewer', props: { organizationId: id(1) } },
      categories,
      district,
      found,
    )
    expect(page.get('h1').text()).toBe('Riverbend Community Hospital')
    for (const text of ['(718) 555-0123 ext. 4', '12-3456789', 'Local', 'Dental'])
      expect(page.text()).toContain(text)
    expect(page.text()).not.toContain('Edit')
    expect(page.text()).not.toContain('History')
  })

  it('shows services with their times and sites, and verifies places by one press', async () => {
    const verified: unknown[] = []
    const page = await render(
      OrganizationPage,
      { role: 'coordinator', props: { organizationId: id(1) }, path: '/?part=services' },
      categories,
      district,
      found,
      answer(
        servicesContract.verifyServiceSite,
        (input) => (verified.push(input), { ...site, verifiedOn: '2025-01-15', version: 4 }),
      ),
    )
    for (const text of [
      'Dental van',
      'Tier 2',
      'Mon and Wed',
      'Lincoln Elementary',
      'Fri',
      '8:00',
      'Room 12',
      'ask again',
    ])
      expect(page.text()).toContain(text)
    await press(page, 'Still true')
    expect(verified).toEqual([{ params: { siteId: site.id }, ifMatch: 3 }])
  })

  it('changes the places of a site where they stand', async () => {
    const changed: unknown[] = []
    const page = await render(
      OrganizationPage,
      { role: 'coordinator', props: { organizationId: id(1) }, path: '/?part=services' },
      categories,
      district,
      found,
      answer(servicesContract.changeServiceSite, (input) => (changed.push(input), { ...site, version: 4 })),
    )
    await page.get('[aria-label="Change places at Lincoln Elementary"]').trigger('click')
    await page.get('input[aria-label^="Free places"]').setValue('9')
    await press(page, 'Save')
    expect(changed).toEqual([
      {
        params: { siteId: site.id },
        body: { capacityMaximum: 30, capacityAvailable: 9, studentsServed: 26 },
        ifMatch: 3,
      },
    ])
  })

  it('changes the times of one site, and only what was changed', async () => {
    const changed: unknown[] = []
    const page = await render(
      OrganizationPage,
      { role: 'coordinator', props: { organizationId: id(1) }, path: '/?part=services' },
      categories,
      schools,
      district,
      found,
      answer(servicesContract.changeServiceSite, (input) => (changed.push(input), { ...site, version: 4 })),
    )
    await page.get('[aria-label="More for Lincoln Elementary"]').trigger('click')
    await flushPromises()
    const item = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find((one) =>
      one.textContent?.includes('Change site and times'),
    )!
    item.click()
    await vi.waitFor(() => expect(document.querySelector('[data-record-form]')).not.toBeNull())
    const opens = document.querySelector<HTMLInputElement>('[data-record-form] input[type=time]')!
    expect(opens.value).toBe('08:00')
    opens.value = '07:30'
    opens.dispatchEvent(new Event('change'))
    await flushPromises()
    document.querySelector('[data-record-form]')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(changed).toEqual([
      {
        params: { siteId: site.id },
        body: {
          schedules: [{ weekdays: ['FR'], opensAt: '07:30', closesAt: '09:30', startsOn: '2026-02-02' }],
        },
        ifMatch: 3,
      },
    ])
  })

  it('lists people and partnerships, in Spanish too', async () => {
    const people = await render(
      OrganizationPage,
      { role: 'coordinator', props: { organizationId: id(1) }, path: '/?part=people', locale: 'es' },
      categories,
      district,
      found,
    )
    for (const text of ['Ana Ruiz', 'Primer contacto', 'español', 'Agregar lugar'])
      expect(people.text()).toContain(text)
    const partnerships = await render(
      OrganizationPage,
      { role: 'viewer', props: { organizationId: id(1) }, path: '/?part=partnerships' },
      categories,
      district,
      found,
    )
    expect(partnerships.text()).toContain('Healthy smiles')
    expect(partnerships.text()).toContain('3 schools')
  })
})
