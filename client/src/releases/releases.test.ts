import { expect, it } from 'vitest'
import { disclosureContract } from '@common-table/shared/disclosure/contract'
import type { Inference } from '@common-table/shared/disclosure/schemas'
import { releasesContract as api } from '@common-table/shared/releases/contract'
import type { Release } from '@common-table/shared/releases/schemas'
import { answer, render } from '../platform/testing.ts'
import InferencePage from './InferencePage.vue'
import ReleasePage from './ReleasePage.vue'
import ReleasesPage from './ReleasesPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const release: Release = {
  id: id(1),
  title: 'Autumn figures',
  note: 'For the board',
  status: 'ready',
  threshold: 10,
  rules: 2,
  madeBy: 'Rosa Steward',
  createdAt: '2026-11-20T10:00:00Z',
  checkedAt: '2026-11-20T10:00:05Z',
  publishedAt: null,
  publishedBy: null,
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawnBecause: null,
  version: 2,
  tables: [
    {
      metric: { id: id(10), name: 'Chronic absence' },
      period: { id: id(20), name: '2025-26' },
      schoolYear: '2025-26',
      shown: 120,
      withheld: 14,
      givenUp: 2,
    },
  ],
  findings: [
    {
      kind: 'overlap',
      metric: { id: id(10), name: 'Chronic absence' },
      period: { id: id(20), name: '2025-26' },
      school: { id: id(30), name: 'Lincoln' },
      group: 'all',
    },
  ],
  comparedWith: [{ id: id(2), title: 'Spring figures', publishedAt: '2026-05-01T10:00:00Z' }],
}

it('releases stand in a list with their state; who may not publish is not offered to prepare one', async () => {
  const head = { ...release, tables: 1 }
  const page = await render(
    ReleasesPage,
    answer(api.listReleases, () => ({ items: [head] })),
    { role: 'viewer' },
  )
  for (const text of ['Autumn figures', 'Ready to publish', '10 people on'])
    expect(page.text()).toContain(text)
  expect(page.text()).not.toContain('Prepare a release')
})

it('a checked release says what it holds, what was given up and with what it was compared, and is published knowingly', async () => {
  let published = 0
  const page = await render(
    ReleasePage,
    answer(api.getRelease, () => release),
    answer(api.publishRelease, () => {
      published++
      return { ...release, status: 'published' as const, publishedAt: '2026-11-22T10:00:00Z' }
    }),
    { role: 'steward', props: { releaseId: release.id } },
  )
  for (const text of ['Spring figures', 'because of what an earlier release shows', 'Lincoln, All students'])
    expect(page.text()).toContain(text)
  const publish = page.findAll('button').find((button) => button.text() === 'Publish')
  await publish!.trigger('click')
  // It is asked once more: what was in print stays on record.
  expect(published).toBe(0)
})

it('what could be inferred is told range by range, too close ones first', async () => {
  const cell = {
    value: null,
    n: null,
    suppressed: true,
    reason: 'small_n',
    label: 'fewer than 10',
    bound: { kind: 'below', value: 10, unit: 'people' },
  }
  const shown = {
    metric: { id: id(10), name: 'Chronic absence' },
    period: { id: id(20), name: '2025-26' },
    threshold: 10,
    interval: 5,
    releases: [],
    shown: 20,
    withheld: 2,
    close: 1,
    unproved: 0,
    cells: [
      {
        school: { id: id(30), name: 'Lincoln' },
        group: 'all',
        cell,
        people: { low: 1, high: 9, exact: true, kept: true },
        met: null,
      },
      {
        school: { id: id(31), name: 'Grant' },
        group: 'black',
        cell,
        people: { low: 4, high: 5, exact: true, kept: false },
        met: null,
      },
    ],
  } as unknown as Inference // cells carry the mark of the screening rules
  const metric = {
    id: id(10),
    code: 'chronic_absence_rate',
    name: 'Chronic absence',
    nameEs: '',
    family: 'attendance' as const,
    unit: 'percent' as const,
    direction: 'lower_is_better' as const,
    decimals: 1,
  }
  const period = { id: id(20), label: '2025-26', schoolYear: '2025-26', endsOn: '2026-06-30' }
  const page = await render(
    InferencePage,
    answer(api.listReleasableTables, () => ({ items: [{ metric, period, figures: 40 }] })),
    answer(disclosureContract.inferFigures, () => shown),
    { role: 'steward' },
  )
  const text = page.text()
  expect(text).toContain('1 withheld figure can be narrowed down too far')
  expect(text.indexOf('Grant')).toBeLessThan(text.indexOf('Lincoln'))
  for (const words of ['4 to 5', '1 to 9', 'Too close']) expect(text).toContain(words)
})
