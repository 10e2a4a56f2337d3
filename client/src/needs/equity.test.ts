import { calendarContract } from '@common-table/shared/calendar/contract'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { equityContract } from '@common-table/shared/equity/contract'
import type { EquitySchool, EquityVersion, PrioritisedNeed } from '@common-table/shared/equity/schemas'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import EquityPage from './EquityPage.vue'
import PrioritiesPage from './PrioritiesPage.vue'
import { supplyAt } from './supply-at.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const indicator = {
  metricId: id(5),
  direction: 'more' as const,
  weight: 2,
  schoolYear: null,
  code: 'chronic_absence_rate',
  name: 'Chronic absence rate',
  nameEs: 'Tasa de ausentismo crónico',
  period: '2023-24',
}
const version: EquityVersion = {
  id: id(1),
  number: 1,
  scaling: 'percentile_rank',
  indicators: [indicator],
  note: 'First',
  createdAt: '2025-01-10T12:00:00.000Z',
  createdByName: 'Ana Reyes',
  schools: 2,
  unscored: 0,
}
const school: EquitySchool = {
  school: { id: id(2), name: 'Mill Creek' },
  code: '103',
  area: 'East',
  enrolment: 400,
  score: 100,
  rank: 1,
  tier: 'highest',
  known: 1,
  missing: [],
  contributions: [{ code: 'chronic_absence_rate', value: 42, scaled: 1, share: 1, points: 100 }],
}
const curve = [
  { students: 0, supply: 0 },
  { students: 0.5, supply: 0.75 },
  { students: 1, supply: 1 },
]
const tiers = (['highest', 'high', 'moderate', 'low', 'lowest'] as const).map((tier, at) => ({
  tier,
  schools: at === 0 ? 1 : 0,
  students: at === 0 ? 400 : 0,
  supply: at === 0 ? 100 : 0,
  per100: at === 0 ? 25 : null,
  withoutPartner: 0,
}))
const keeping = vi.fn(() => ({ ...version, number: 2 }))
const answers = (items: EquityVersion[] = [version]) => [
  answer(equityContract.listEquityVersions, () => ({ items })),
  answer(equityContract.equityOfSupply, () => ({
    version: 1,
    tiers,
    ratio: 2.5,
    concentration: 0.25,
    curve,
  })),
  answer(equityContract.listEquitySchools, () => ({ items: [school], nextCursor: null, total: 1 })),
  answer(equityContract.previewEquityVersion, () => ({
    from: 1,
    schools: 1,
    changedTier: 1,
    items: [
      {
        school: school.school,
        before: { score: 100, rank: 1, tier: 'highest' as const },
        after: { score: 40, rank: 3, tier: 'low' as const },
        because: { code: 'attendance_rate', points: -60 },
      },
    ],
  })),
  answer(equityContract.keepEquityVersion, keeping),
  answer(metricsContract.listMetrics, () => ({ items: [], nextCursor: null })),
  answer(calendarContract.listSchoolYears, () => ({ items: [] })),
  answer(catalogContract.listCategories, () => ({ items: [] })),
]

it('shows whether help goes where need is, each school’s score, and where it comes from', async () => {
  const page = await render(EquityPage, { path: '/placing/equity', role: 'director' }, ...answers())
  await vi.waitFor(() => expect(page.text()).toContain('Highest to lowest tier'))
  expect(page.text()).toContain('2.5')
  expect(page.text()).toContain('Chronic absence rate +100')
  await page
    .findAll('button')
    .find((one) => one.text() === 'Mill Creek')!
    .trigger('click')
  await vi.waitFor(() => expect(document.body.textContent).toContain('100 of 100, rank 1 of 2'))
  page.unmount()
})

it('says what other weights would change before a version is kept', async () => {
  const page = await render(EquityPage, { path: '/placing/equity?change=1', role: 'director' }, ...answers())
  await vi.waitFor(() => expect(document.body.textContent).toContain('See what changes'))
  const press = (words: string) =>
    [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === words)!.click()
  press('See what changes')
  await vi.waitFor(() => expect(document.body.textContent).toContain('Mill Creek: Highest → Low'))
  expect(keeping).not.toHaveBeenCalled()
  press('Keep as a new version')
  await vi.waitFor(() => expect(keeping).toHaveBeenCalledOnce())
  await flushPromises()
  page.unmount()
})

it('tells a coordinator who has to begin, and a director how', async () => {
  const asked = await render(EquityPage, { path: '/placing/equity', role: 'coordinator' }, ...answers([]))
  await vi.waitFor(() => expect(asked.text()).toContain('Somebody who may change metrics'))
  expect(asked.text()).not.toContain('Change the index')
  const told = await render(
    EquityPage,
    { path: '/placing/equity', role: 'director', locale: 'es' },
    ...answers([]),
  )
  await vi.waitFor(() => expect(told.text()).toContain('Elija los datos que muestran necesidad'))
})

const need: PrioritisedNeed = {
  id: id(9),
  title: null,
  school: { id: id(2), name: 'Mill Creek' },
  category: { id: id(3), name: 'Tutoring', nameEs: 'Tutoría' },
  tier: 2,
  equityTier: 'highest',
  students: 80,
  estimated: true,
  enrolment: 400,
  severity: 3,
  unmetShare: 0.5,
  equityFactor: 1.5,
  reach: 0.2,
  floored: false,
  score: 0.45,
}

it('prints the arithmetic of a priority in words', async () => {
  const asked = vi.fn(() => ({ items: [need], total: 1 }))
  const page = await render(
    PrioritiesPage,
    { path: '/placing/priorities?sort=-severity&tier=highest', role: 'coordinator' },
    answer(equityContract.listNeedPriorities, asked),
    ...answers(),
  )
  await vi.waitFor(() => expect(page.text()).toContain('3 of 5 × 50% unmet × 1.5 × 20% of the school = 0.45'))
  expect(page.text()).toContain('about 80')
  expect(asked).toHaveBeenCalledWith(
    expect.objectContaining({ query: expect.objectContaining({ sort: '-severity', tier: ['highest'] }) }),
  )
})

it.each([
  [0, 0],
  [0.25, 0.375],
  [0.5, 0.75],
  [1, 1],
])('at %s of the students the curve stands at %s', (share, supply) => {
  expect(supplyAt(curve, share)).toBeCloseTo(supply)
})

it('has no curve where there is no supply', () => {
  expect(supplyAt([], 0.5)).toBeNull()
})
