import { describe, expect, it } from 'vitest'
import { explorerContract } from '@common-table/shared/outcomes/explorer-contract'
import type {
  ExploreChoices,
  ExploredMetric,
  ExploredPair,
  ExploreQuery,
} from '@common-table/shared/outcomes/explorer-schemas'
import { publishedTable } from '@common-table/shared/outcomes/published-table'
import type { MetricHead } from '@common-table/shared/outcomes/schemas'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import { viewsContract } from '@common-table/shared/views/contract'
import { answer, render } from '../platform/testing.ts'
import ExplorerPage from './ExplorerPage.vue'
import { gapsOf } from './gap-over-time.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
/** A figure can only be made by the rules, also here: of few students it is a withheld one. */
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
const metric = (n: number, code: string, name: string): MetricHead => ({
  id: id(n),
  code,
  name,
  nameEs: `${name} (es)`,
  family: 'attendance',
  unit: 'percent',
  direction: 'lower_is_better',
  decimals: 1,
})
const [absence, graduation] = [metric(1, 'absence', 'Absence'), metric(2, 'graduation', 'Graduation')]
const choices: ExploreChoices = {
  metrics: [absence, graduation].map((one) => ({
    ...one,
    years: ['2023-24', '2022-23'],
    groups: ['all', 'ell'],
  })),
  groups: [
    { code: 'all', dimension: 'all', name: 'All', nameEs: 'Todos' },
    { code: 'none', dimension: 'language', name: 'No figures', nameEs: '' },
    { code: 'ell', dimension: 'language', name: 'English learners', nameEs: 'Aprendices de inglés' },
  ],
  areas: ['East', 'West'],
  threshold: 10,
}
const periods = ['2022-23', '2023-24'].map((label, at) => ({
  id: id(10 + at),
  label,
  schoolYear: label,
  endsOn: `20${label.slice(5)}-06-30`,
}))
const school = { id: id(30), name: 'Lincoln' }
const none = { shown: [], hidden: [] }
const course: ExploredMetric = {
  metric: absence,
  periods,
  target: 20,
  lines: [
    { scope: 'district', school: null, group: 'all', cells: [cell(30, 900), cell(26, 900)], ...none },
    {
      scope: 'chosen',
      school: null,
      group: 'all',
      cells: [cell(31, 300), cell(28, 300)],
      shown: [3, 3],
      hidden: [0, 1],
    },
    { scope: 'school', school, group: 'all', cells: [cell(40, 100), cell(35, 100)], ...none },
    {
      scope: 'similar',
      school,
      group: 'all',
      cells: [cell(33, 400), cell(32, 400)],
      shown: [4, 4],
      hidden: [0, 0],
    },
  ],
}
const asked: ExploreQuery[] = []
const base = [
  answer(explorerContract.getExploreChoices, () => choices),
  answer(viewsContract.listViews, () => ({ items: [] })),
] as const
const overTime = (metrics: ExploredMetric[]) =>
  answer(explorerContract.exploreOverTime, ({ query }) => {
    asked.push(query)
    return { preparing: false, threshold: 10, metrics }
  })

describe('the explorer', () => {
  it('asks what its address says and sets a school beside the district, the choice and schools like it', async () => {
    const page = await render(ExplorerPage, ...base, overTime([course]), {
      role: 'analyst',
      path: `/outcomes/explore?metric=absence&school=${school.id}&level=high&tier=highest`,
    })
    expect(asked.at(-1)).toEqual({
      metricId: [absence.id],
      schoolId: [school.id],
      level: ['high'],
      tier: ['highest'],
    })
    const chart = page.get('figure')
    expect(chart.get('h2').text()).toBe('Lincoln: Absence fell to 35%, 5 points below 2022-23')
    expect(chart.text()).toContain('District 26% · Chosen schools 28% · Similar to Lincoln 32%')
    expect(chart.text()).toContain('3 schools of the choice show a figure; 1 withheld')
    expect(chart.findAll('thead th').map((head) => head.text())).toEqual([
      'Period',
      'District',
      'Chosen schools',
      'Lincoln',
      'Similar to Lincoln',
      'Target',
    ])
  })

  it('tells how far two groups are apart, and nothing where one is withheld', async () => {
    const hidden = cell(20, 6)
    expect(gapsOf([cell(30, 90), cell(35, 90)], [hidden, cell(20, 90)])).toEqual([null, 15])
    const lines = [
      {
        scope: 'district' as const,
        school: null,
        group: 'all',
        cells: [cell(30, 900), cell(26, 900)],
        ...none,
      },
      {
        scope: 'district' as const,
        school: null,
        group: 'ell',
        cells: [cell(40, 90), cell(39, 90)],
        ...none,
      },
    ]
    const page = await render(ExplorerPage, ...base, overTime([{ ...course, lines }]), {
      role: 'viewer',
      path: '/outcomes/explore?view=gap&metric=absence',
    })
    expect(asked.at(-1)!.group).toEqual(['all', 'ell'])
    expect(page.text()).toContain('Gap between All students and English learners: 13 points in 2023-24')
    expect(page.text()).toContain('wider than in 2022-23 (10 points)')
    expect(page.text()).not.toContain('Equity tier')
  })

  it('draws two metrics against each other, counts who is left out, and says that it is association, in Spanish too', async () => {
    const pair: ExploredPair = {
      preparing: false,
      threshold: 10,
      across: absence,
      up: graduation,
      schoolYear: '2023-24',
      schoolYears: ['2023-24'],
      points: [1, 2].map((n) => ({
        school: { id: id(40 + n), name: `School ${n}` },
        code: `${n}`,
        level: 'high',
        area: 'East',
        tier: n === 1 ? 'highest' : null,
        across: cell(20 + n, 200),
        up: cell(80 - n, 200),
      })),
      hidden: 3,
      left: 0,
      association: { r: -0.72, low: -0.8, high: -0.6, pairs: 120, strength: 'strong', direction: 'opposite' },
    }
    const given = [...base, answer(explorerContract.exploreTogether, () => pair)] as const
    const path = '/outcomes/explore?view=together&metric=absence&metric=graduation'
    const page = await render(ExplorerPage, ...given, { role: 'analyst', path })
    expect(page.text()).toContain(
      'Graduation and Absence: schools with more of one strongly tend to have less of the other',
    )
    expect(page.text()).toContain(
      'Correlation -0.72 (95% interval -0.8 to -0.6) over 120 schools in 2023-24.',
    )
    expect(page.text()).toContain('This is an association.')
    expect(page.text()).toContain('3 schools are left out')
    expect(page.findAll('tbody tr').map((row) => row.text())).toEqual([
      'School 121%79%Highest',
      'School 222%78%No tier',
    ])
    const spanish = await render(ExplorerPage, ...given, { role: 'analyst', path, locale: 'es' })
    expect(spanish.text()).toContain('Esto es una asociación.')
    expect(spanish.text()).not.toContain('left out')
  })
})
