import { organizationsContract } from '@common-table/shared/organizations/contract'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { whatIfContract } from '@common-table/shared/what-if/contract'
import { expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import WhatIfPage from './WhatIfPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const corps = { id: id(1), name: 'Tutor Corps' }
const loss = vi.fn(() => ({
  asOf: '2026-11-20',
  schoolYear: '2026-27',
  gone: { organizations: [corps], partnerships: 1, endsAfter: null },
  places: 40,
  schools: 1,
  categories: [{ id: id(2), name: 'Tutoring', nameEs: 'Tutoría', places: 40 }],
  tiers: [
    { tier: 1 as const, places: 0 },
    { tier: 2 as const, places: 40 },
    { tier: 3 as const, places: 0 },
  ],
  items: [
    {
      school: { id: id(3), name: 'Alpha' },
      category: { id: id(2), name: 'Tutoring', nameEs: 'Tutoría' },
      tier: 2 as const,
      demand: 60,
      servedBefore: 40,
      servedAfter: 0,
      lost: 40,
      providersLeft: 0,
    },
  ],
  total: 1,
}))
const answers = () => [
  answer(whatIfContract.whatIfGone, loss),
  answer(whatIfContract.listGrants, () => ({ items: [] })),
  answer(whatIfContract.listSoleProviders, () => ({
    items: [{ organization: corps, cells: 1, schools: 1, places: 40 }],
  })),
  answer(organizationsContract.listOrganizations, () => ({ items: [], nextCursor: null })),
  answer(calendarContract.listSchoolYears, () => ({ items: [] })),
]

it('names the partners without whom nothing is left, and shows what one of them would leave', async () => {
  const page = await render(WhatIfPage, { path: '/placing/what-if', role: 'director' }, ...answers())
  await vi.waitFor(() => expect(page.text()).toContain('40 places at 1 school'))
  expect(loss).not.toHaveBeenCalled()
  await page.find('[aria-label="What if they leave? Tutor Corps"]').trigger('click')
  await vi.waitFor(() => expect(page.text()).toContain('Places lost'))
  expect(page.find('tbody').text()).toMatch(/Alpha.*Tutoring.*2.*60.*40.*0.*40.*nobody/)
  page.unmount()
})
