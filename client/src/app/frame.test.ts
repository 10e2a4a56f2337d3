import { districtContract } from '@common-table/shared/district/contract'
import type { District } from '@common-table/shared/district/schemas'
import { notificationsContract } from '@common-table/shared/notifications/contract'
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import SignedInFrame from './SignedInFrame.vue'

const district = (logoFileId: string | null): District => ({
  id: '00000000-0000-4000-8000-0000000000dd',
  name: 'Cedar Valley',
  shortName: null,
  website: null,
  contactEmail: null,
  contactPhone: null,
  timeZone: 'America/Chicago',
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
  logoFileId,
  isDemo: false,
  version: 1,
})
const shown = async (logoFileId: string | null) => {
  const page = await render(
    SignedInFrame,
    { role: 'viewer', slots: { default: 'The page' } },
    answer(districtContract.getDistrict, () => district(logoFileId)),
    answer(districtContract.getDistrictLogo, () => 'a picture' as never), // a download is text here
    answer(notificationsContract.countUnread, () => ({ unread: 0 })),
  )
  await vi.dynamicImportSettled()
  await flushPromises()
  return page
}

it('carries the district’s logo in the menu, in the header and on paper', async () => {
  const page = await shown('00000000-0000-4000-8000-000000000001')
  for (const place of ['nav', 'header', '[data-letterhead]'])
    expect(page.get(`${place} img`).attributes('src'), place).toMatch(/^blob:/)
  expect(page.get('[data-letterhead]').text()).toBe('Cedar Valley')
})

it('carries the product’s mark where there is no logo, and the name on paper all the same', async () => {
  const page = await shown(null)
  expect(page.find('img').exists()).toBe(false)
  expect(page.find('nav svg circle').exists()).toBe(true)
  expect(page.get('[data-letterhead]').text()).toBe('Cedar Valley')
})
