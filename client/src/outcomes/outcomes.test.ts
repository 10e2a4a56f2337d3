import { describe, expect, it, vi } from 'vitest'
import { deliveryContract } from '@common-table/shared/outcomes/delivery-contract'
import { outcomesContract } from '@common-table/shared/outcomes/contract'
import { objectivesContract } from '@common-table/shared/outcomes/objectives-contract'
import { publishedTable } from '@common-table/shared/outcomes/published-table'
import type { Dashboard, MetricHead, MetricSeries, PeriodHead } from '@common-table/shared/outcomes/schemas'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import { answer, render } from '../platform/testing.ts'
import DashboardPage from './DashboardPage.vue'
import { gapOf } from './gap.ts'
import MetricPage from './MetricPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
/** A figure can only be made by the rules, also here. */
const cell = (value: number, n: number): PublicCell =>
  publishedTable(
    [
      {
        school: null,
        group: 'all',
        dimension: 'all',
        status: 'reported',
        value,
        numerator: null,
        denominator: n,
      },
    ],
    { unit: 'percent', threshold: 10 },
  )[0]!.cells.all!

const metric: MetricHead = {
  id: id(1),
  code: 'chronic_absence_rate',
  name: 'Chronic absence rate',
  nameEs: 'Tasa de ausentismo crónico',
  family: 'attendance',
  unit: 'percent',
  direction: 'lower_is_better',
  decimals: 1,
}
const periods: PeriodHead[] = ['2022-23', '2023-24'].map((label, at) => ({
  id: id(10 + at),
  label,
  schoolYear: label,
  endsOn: `20${label.slice(5)}-06-30`,
}))
const cells = [cell(30, 900), cell(26.4, 900)]
const groups = [
  {
    code: 'black',
    dimension: 'race',
    name: 'Black',
    nameEs: 'Negros',
    cells: [cell(33, 300), cell(31, 300)],
  },
  {
    code: 'white',
    dimension: 'race',
    name: 'White',
    nameEs: 'Blancos',
    cells: [cell(20, 300), cell(19, 300)],
  },
  {
    code: 'asian',
    dimension: 'race',
    name: 'Asian',
    nameEs: 'Asiáticos',
    cells: [cell(20, 60), cell(20, 6)],
  },
]
const target = {
  id: id(2),
  value: 20,
  dueOn: '2026-06-30',
  standing: {
    status: 'at_risk' as const,
    expected: 25,
    words: { en: 'A little behind.', es: 'Algo por detrás.' },
  },
}
const trend = { direction: 'falling' as const, perPeriod: -3.6 }
const dashboard = (more: Partial<Dashboard> = {}): Dashboard => ({
  schoolYear: '2023-24',
  schoolYears: ['2023-24', '2022-23'],
  preparing: false,
  asOf: '2025-01-15T12:00:00.000Z',
  threshold: 10,
  metrics: [
    {
      metric,
      periods,
      cells,
      method: 'weighted',
      trend,
      target,
      reported: 12,
      withheld: 1,
      levels: [{ level: 'high', cell: cell(31, 300), schools: 2 }],
      groups,
      underTarget: {
        total: 3,
        items: [{ school: { id: id(5), name: 'Grant Middle' }, cell: cell(41, 200), target: 20 }],
      },
    },
  ],
  reach: {
    partnerships: [{ value: 'active', count: 7 }],
    schoolsWithPartners: 9,
    schoolsWithout: 3,
    openNeeds: [{ value: 5, count: 2 }],
    priorities: [{ id: id(6), title: 'Every child in school', partnerships: 0 }],
  },
  ...more,
})

describe('the dashboard', () => {
  it('says where each metric stands, which way it moved and what the target says', async () => {
    const page = await render(
      DashboardPage,
      answer(objectivesContract.listObjectives, () => ({ items: [] })),
      { role: 'viewer' },
      answer(outcomesContract.getDashboard, () => dashboard()),
    )
    const text = page.text()
    expect(text).toContain('26.4%')
    expect(text).toContain('3.6 points less than in 2022-23')
    expect(text).toContain('At risk')
    expect(text).toContain('Chronic absence rate fell to 26.4%, 3.6 points below 2022-23')
    expect(text).toContain('The widest gap lies between White (19%) and Black (31%): 12 points.')
    expect(text).toContain('One group is withheld')
    expect(text).toContain('3 schools with shown figures miss their target.')
    expect(page.find(`a[href="/school/${id(5)}"]`).text()).toBe('Grant Middle')
    expect(text).toContain('9 of 12 open schools')
    expect(text).not.toContain('20%)')
  })

  it('asks for the year of the address, and speaks Spanish', async () => {
    const asked: unknown[] = []
    const page = await render(
      DashboardPage,
      answer(objectivesContract.listObjectives, () => ({ items: [] })),
      { role: 'viewer', locale: 'es', path: '/outcomes?year=2022-23' },
      answer(outcomesContract.getDashboard, ({ query }) => (asked.push(query), dashboard())),
    )
    expect(asked).toEqual([{ schoolYear: '2022-23' }])
    expect(page.text()).toContain('Tasa de ausentismo crónico')
    expect(page.text()).toContain('3,6 puntos menos que en 2022-23')
  })

  it('says what to do when there are no figures yet', async () => {
    const page = await render(
      DashboardPage,
      answer(objectivesContract.listObjectives, () => ({ items: [] })),
      { role: 'analyst' },
      answer(outcomesContract.getDashboard, () =>
        dashboard({ metrics: [], schoolYear: null, schoolYears: [] }),
      ),
    )
    expect(page.text()).toContain('No figures yet')
    expect(page.find('a[href="/imports"]').exists()).toBe(true)
  })
})

describe('a metric', () => {
  const series: MetricSeries = {
    metric,
    preparing: false,
    threshold: 10,
    periods: periods.map((period) => ({ ...period, method: 'weighted' as const, reported: 12, withheld: 1 })),
    cells,
    groups,
    schools: [{ school: { id: id(7), name: 'Tiny Academy' }, cells: [cell(20, 40), cell(50, 6)] }],
    trend,
    target,
  }
  it('lists partnerships and services with where each figure comes from, what is withheld in words', async () => {
    const place = { organization: { id: id(31), name: 'Tutor Corps' }, before: null }
    const page = await render(
      MetricPage,
      { role: 'viewer', path: '/?tab=delivery&kind=service', props: { metricId: metric.id } },
      answer(outcomesContract.getMetricSeries, () => series),
      answer(deliveryContract.listMetricDelivery, ({ query }) => {
        expect(query).toMatchObject({ kind: 'service', sort: 'name' })
        return {
          items: [
            {
              ...place,
              kind: 'service' as const,
              id: id(32),
              name: 'Homework help',
              cell: cell(41, 200),
              origin: 'activities' as const,
            },
            {
              ...place,
              kind: 'service' as const,
              id: id(33),
              name: 'Reading hour',
              cell: cell(50, 6),
              origin: 'entered' as const,
            },
          ],
          nextCursor: null,
        }
      }),
    )
    await vi.waitFor(() => expect(page.text()).toContain('Homework help'))
    expect(page.text()).toContain('Computed from activities')
    expect(page.text()).toContain('fewer than 10 students')
  })
  const metricPage = (path: string) =>
    render(
      MetricPage,
      { role: 'viewer', path, props: { metricId: metric.id } },
      answer(outcomesContract.getMetricSeries, () => series),
      answer(outcomesContract.listMetricSchools, () => ({
        items: [
          {
            school: { id: id(5), name: 'Grant Middle' },
            code: '1',
            level: 'middle' as const,
            area: '',
            cell: cell(41, 200),
            before: null,
          },
          {
            school: { id: id(7), name: 'Tiny Academy' },
            code: '2',
            level: 'other' as const,
            area: '',
            cell: cell(50, 6),
            before: cell(20, 40),
          },
        ],
        nextCursor: null,
      })),
    )

  it('is drawn with its target, and a withheld point is a gap with words', async () => {
    const page = await metricPage('/outcomes/metrics/x?tab=trend')
    expect(page.text()).toContain('A little behind.')
    const rows = page.findAll('figure tbody tr').map((row) => row.text())
    expect(rows[1]).toContain('26.4%')
    expect(rows[1]).not.toContain('50%')
  })

  it('lists schools, with words where a figure is withheld', async () => {
    const page = await metricPage('/outcomes/metrics/x?tab=schools')
    const [grant, tiny] = page.findAll('table tbody tr').map((row) => row.text())
    expect(grant).toContain('41%')
    expect(tiny).toContain('fewer than 10 students')
    expect(tiny).not.toContain('50%')
  })
})

it('the widest gap leaves withheld groups out and knows which way is better', () => {
  expect(gapOf(metric, groups)).toMatchObject({
    ahead: { code: 'white' },
    behind: { code: 'black' },
    size: 12,
  })
  expect(gapOf({ direction: 'higher_is_better' }, groups)).toMatchObject({ ahead: { code: 'black' } })
  expect(gapOf(metric, groups.slice(2))).toBeNull()
})
