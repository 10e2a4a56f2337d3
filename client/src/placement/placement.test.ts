import { catalogContract } from '@common-table/shared/catalog/contract'
import { placementContract as api } from '@common-table/shared/placement/contract'
import { usualSettings, type PlacementPlan, type PlacementRow } from '@common-table/shared/placement/schemas'
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import PlanPage from './PlanPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const outcome = { students: 900, placed: 0, weightedShare: 0.4, ratio: 0.8, toFirstTiers: null }
const plan: PlacementPlan = {
  id: id(1),
  status: 'ready',
  settings: usualSettings,
  size: { needs: 30, services: 12, pairs: 140, considered: 140 },
  dataAsOf: '2026-01-10T12:00:00.000Z',
  computedAt: '2026-01-10T12:00:02.000Z',
  seconds: 2.1,
  value: 995,
  bound: 1000,
  gap: 0.005,
  proved: true,
  comparison: {
    today: outcome,
    firstCome: { ...outcome, students: 1000, placed: 100, weightedShare: 0.5 },
    plan: { ...outcome, students: 1025, placed: 125, weightedShare: 0.62, ratio: 1.3, toFirstTiers: 0.7 },
  },
  failure: null,
  rows: { all: 1, open: 1, accepted: 0, skipped: 0, studentsAccepted: 0 },
  changedSince: { needs: 3, services: 0, partnerships: 0, equity: false },
  createdByName: 'Ana Reyes',
  createdAt: '2026-01-10T12:00:00.000Z',
  version: 3,
}
const row: PlacementRow = {
  id: id(2),
  need: { id: id(3), title: 'Tutoring in grade 6', severity: 4 },
  school: { id: id(4), name: 'Mill Creek', area: 'East' },
  equityTier: 'highest',
  category: { id: id(5), name: 'Tutoring', nameEs: 'Tutoría' },
  tier: 2,
  organization: { id: id(6), name: 'Big Oak', serviceId: id(7), serviceName: 'Evening tutors' },
  students: 25,
  unmet: 40,
  score: 81,
  metres: 2300,
  reasons: [
    { code: 'capacity', verdict: 'partly', figure: 25, words: [], points: 18.8, most: 30 },
    { code: 'relation', verdict: 'partly', figure: null, words: ['in_district'], points: 7.5, most: 15 },
  ],
  decision: 'open',
  accepted: null,
  reason: null,
  decidedBy: null,
  decidedAt: null,
  version: 1,
}
const kinds = answer(catalogContract.listCategories, () => ({ items: [] }))
const rows = answer(api.listPlanRows, () => ({ items: [row], nextCursor: null, total: 1 }))

it('shows how good a plan is proved to be beside today, and what changed since', async () => {
  const page = await render(
    PlanPage,
    { role: 'coordinator' },
    kinds,
    rows,
    answer(api.listPlacementPlans, () => ({ items: [plan] })),
  )
  const text = page.text()
  for (const part of [
    'No plan can be better by more than 0.5%',
    '995 of at most 1,000',
    'First come, first served',
    '62%',
    'Changed: 3 needs',
    'Mill Creek',
    '25 of 40',
    '2.3 km',
  ])
    expect(text).toContain(part)
})

it('accepts a row with its reasons in sight', async () => {
  const accepting = vi.fn(() => ({ ...row, decision: 'accepted' as const, accepted: 25, version: 2 }))
  const page = await render(
    PlanPage,
    { role: 'coordinator', path: `/placing/plan?row=${row.id}` },
    kinds,
    rows,
    answer(api.listPlacementPlans, () => ({ items: [plan] })),
    answer(api.acceptPlanRow, accepting),
  )
  await vi.waitFor(() => expect(document.body.textContent).toContain('Room for 25 students'))
  expect(document.body.textContent).toContain('A partnership with the district is in force')
  const accept = [...document.body.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === 'Accept',
  )
  accept!.click()
  await flushPromises()
  expect(accepting).toHaveBeenCalledWith(expect.objectContaining({ body: { students: 25 } }))
  page.unmount()
})

it('says what to do before there is a plan, to each reader', async () => {
  const none = answer(api.listPlacementPlans, () => ({ items: [] }))
  const may = await render(PlanPage, { role: 'coordinator' }, kinds, none)
  expect(may.text()).toContain('No plan has been computed yet')
  expect(may.findAll('button').some((button) => button.text() === 'Compute a plan')).toBe(true)
  const reads = await render(PlanPage, { role: 'analyst', locale: 'es' }, kinds, none)
  expect(reads.text()).toContain('Alguien que asigne ayuda tiene que calcular el primer plan.')
})
