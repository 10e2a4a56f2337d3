import { seriesContract } from '@common-table/shared/activities/series-contract'
import { calendarContract } from '@common-table/shared/calendar/contract'
import type { SchoolYear } from '@common-table/shared/calendar/schemas'
import { catalogContract } from '@common-table/shared/catalog/contract'
import type { Category } from '@common-table/shared/catalog/schemas'
import { districtContract } from '@common-table/shared/district/contract'
import type { District, DistrictChange } from '@common-table/shared/district/schemas'
import { prioritiesContract } from '@common-table/shared/priorities/contract'
import type { Priority } from '@common-table/shared/priorities/schemas'
import { publicSiteContract } from '@common-table/shared/site/contract'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import SettingsPage from './SettingsPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const district: District = {
  id: id(1),
  name: 'Riverbend Public Schools',
  shortName: 'Riverbend',
  website: null,
  contactEmail: null,
  contactPhone: null,
  timeZone: 'America/Chicago',
  languages: ['en', 'es'],
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
  isDemo: true,
  version: 4,
}
const year = (label: string, n: number, current = false): SchoolYear => ({
  id: id(n),
  label,
  startsOn: `${label.slice(0, 4)}-07-01`,
  endsOn: `20${label.slice(5)}-06-30`,
  current,
  inUse: false,
  version: 1,
  periods: [
    {
      id: id(n + 50),
      kind: 'quarter',
      ordinal: 1,
      label: 'Q1',
      startsOn: `${label.slice(0, 4)}-07-01`,
      endsOn: `${label.slice(0, 4)}-09-30`,
    },
  ],
})
const priority = (n: number, title: string): Priority => ({
  id: id(n),
  title,
  description: '',
  active: true,
  position: n,
  partnerships: 0,
  version: 1,
})
const category: Category = {
  id: id(30),
  code: 'ac_tutor',
  groupCode: 'academic',
  name: 'Tutoring',
  nameEs: 'Tutoría',
  synonyms: ['homework help'],
  tiers: [2],
  unit: 'hours_per_week',
  position: 1,
  active: true,
  inUse: true,
  version: 1,
}

const shown = async (tab: string, setting: object = {}, ...more: ReturnType<typeof answer>[]) => {
  const page = await render(
    SettingsPage,
    answer(districtContract.getDistrict, () => district),
    answer(seriesContract.listClosedDays, () => ({ items: [] })),
    answer(calendarContract.listSchoolYears, () => ({
      items: [year('2025-26', 20), year('2024-25', 21, true)],
    })),
    answer(prioritiesContract.listPriorities, () => ({
      items: [priority(10, 'Reading'), priority(11, 'Attendance')],
    })),
    answer(catalogContract.listCategories, () => ({ items: [category] })),
    ...more,
    { role: 'admin', path: `/settings?tab=${tab}`, ...setting },
  )
  await vi.waitFor(async () => {
    await flushPromises()
    if (!page.find('section, form').exists()) throw new Error('The tab has not come yet.')
  })
  return page
}
const press = async (page: VueWrapper, text: string) => {
  await page
    .findAll('button')
    .find((button) => button.text().includes(text) || button.attributes('aria-label') === text)!
    .trigger('click')
  await flushPromises()
}

describe('the settings of a district', () => {
  it('save only what changed, under the version that was read', async () => {
    const asked: object[] = []
    const page = await shown(
      'general',
      {},
      answer(districtContract.changeDistrict, ({ body, ifMatch }) => {
        asked.push({ body, ifMatch })
        return { ...district, version: 5 }
      }),
    )
    const [name, short] = page.findAll('form input')
    await name!.setValue('Riverbend Schools')
    await short!.setValue('')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(asked).toEqual([
      { body: { name: 'Riverbend Schools', shortName: null } satisfies DistrictChange, ifMatch: 4 },
    ])
  })

  it('say what each threshold changes, and refuse one below its floor', async () => {
    const page = await shown('thresholds')
    expect(page.text()).toContain('the least is 5')
    await page.get('form input').setValue('3')
    await page.get('form').trigger('submit')
    expect(page.text()).toContain('Enter 5 or more.')
  })

  it('can be looked at but not changed by others', async () => {
    const page = await shown('general', { role: 'viewer' })
    expect(page.get('fieldset').attributes('disabled')).toBeDefined()
    expect(page.text()).toContain('Only an administrator')
  })

  it('show a hue with its contrast', async () => {
    const page = await shown('brand')
    expect(page.text()).toMatch(/Contrast \d\.\d/)
  })
})

describe('the public pages', () => {
  it('say what they show, and list every partner in force with one press', async () => {
    let listed = 0
    const site = { publicPath: null, partners: 2, stories: 1, unlisted: 5 }
    const page = await shown(
      'public',
      {},
      answer(publicSiteContract.getPublicSite, () => site),
      answer(publicSiteContract.listPartnersInForce, () => {
        listed += 1
        return { ...site, partners: 7, unlisted: 0 }
      }),
    )
    await vi.waitFor(() => expect(page.text()).toMatch(/2 partners/))
    await press(page, 'List')
    expect(listed).toBe(1)
    expect(page.text()).toContain('/public/')
  })
})

describe('the other tabs', () => {
  it('list school years with the current one, whose end no one can remove', async () => {
    const page = await shown('calendar')
    expect(page.text()).toContain('2025-26')
    const [next, current] = page
      .findAll('li')
      .filter((row) => !row.element.closest('nav'))
      .map((row) => row.text())
    expect(next).toContain('Remove')
    expect(current).toContain('Current')
    expect(current).not.toContain('Remove')
  })

  it('put priorities in another order by buttons', async () => {
    const asked: string[][] = []
    const page = await shown(
      'priorities',
      {},
      answer(prioritiesContract.orderPriorities, ({ body }) => {
        asked.push(body.ids)
        return { items: [] }
      }),
    )
    await press(page, 'Move Reading down')
    expect(asked).toEqual([[id(11), id(10)]])
  })

  it('name categories in the language of the person, and find them by what else they are called', async () => {
    const page = await shown('categories', { locale: 'es' })
    expect(page.text()).toContain('Apoyo académico')
    expect(page.text()).toContain('Tutoría')
    await page.get('input[type=search]').setValue('homework')
    expect(page.text()).toContain('Tutoría')
    await page.get('input[type=search]').setValue('zzz')
    expect(page.text()).toContain('Ninguna categoría coincide')
  })
})
