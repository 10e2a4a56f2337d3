import { outcomesContract } from '@common-table/shared/outcomes/contract'
import type { SchoolMetric } from '@common-table/shared/outcomes/schemas'
import { schoolsContract as api } from '@common-table/shared/schools/contract'
import type {
  School,
  SchoolFacets,
  SchoolListed,
  SchoolOverview,
  SchoolQuery,
} from '@common-table/shared/schools/schemas'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import { placeMap } from './place-map.ts'
import { gradeSpans } from './school-words.ts'
import SchoolPage from './SchoolPage.vue'
import SchoolsPage from './SchoolsPage.vue'

const school: School = {
  id: '00000000-0000-4000-8000-000000000001',
  code: '101',
  name: 'Lincoln High School',
  level: 'high',
  status: 'open',
  kind: 'regular',
  grades: ['9', '10', '11', '12'],
  area: 'North',
  address: '12 Mill Road',
  city: 'Riverbend',
  state: 'IA',
  postalCode: '00000',
  latitude: 41.4,
  longitude: -91.2,
  phone: '',
  website: null,
  principalName: 'Ana Ruiz',
  principalEmail: 'ana@example.org',
  communitySchool: true,
  enrolment: 1340,
  enrolmentYear: '2024-25',
  partners: 2,
  openNeeds: 1,
  version: 3,
}
const listed: SchoolListed = school
const facets: SchoolFacets = {
  total: 1,
  level: [{ value: 'high', count: 1 }],
  area: [{ value: 'North', count: 1 }],
  status: [{ value: 'open', count: 1 }],
  kind: [{ value: 'regular', count: 1 }],
  communitySchool: 1,
  hasPartners: 1,
  hasOpenNeeds: 1,
}
const overview: SchoolOverview = {
  school,
  partnerships: [
    {
      id: '00000000-0000-4000-8000-000000000011',
      name: 'Homework club',
      stage: 'active',
      organization: { id: '00000000-0000-4000-8000-000000000012', name: 'Harbor House' },
      categories: [{ id: '00000000-0000-4000-8000-000000000013', name: 'Tutoring' }],
      startsOn: '2024-09-01',
      endsOn: null,
      studentsReached: 40,
    },
  ],
  needs: [],
  nearby: [
    {
      id: '00000000-0000-4000-8000-000000000002',
      name: 'Cedar Hill',
      level: 'elementary',
      latitude: 41.41,
      longitude: -91.2,
      kilometres: 1.1,
    },
  ],
}

describe('the list of schools', () => {
  const pages = (given: (query: SchoolQuery) => SchoolListed[]) => [
    answer(api.listSchools, ({ query }) => {
      const items = given(query)
      return { items, nextCursor: null, total: items.length }
    }),
    answer(api.countSchools, () => facets),
  ]

  it('shows schools with their numbers, and links to each', async () => {
    const page = await render(SchoolsPage, ...pages(() => [listed]), { role: 'viewer' })
    expect(page.get('h1').text()).toBe('Schools')
    const row = page.get('tbody tr').text()
    for (const text of ['Lincoln High School', 'High', '9–12', 'North', '1,340', '2', '1'])
      expect(row).toContain(text)
    expect(page.get('tbody a').attributes('href')).toBe(`/school/${school.id}`)
    expect(page.text()).toContain('1 of 1')
    expect(page.text()).not.toContain('Add a school')
  })

  it('asks for what the address says', async () => {
    const asked: SchoolQuery[] = []
    await render(SchoolsPage, ...pages((query) => (asked.push(query), [listed])), {
      role: 'director',
      path: '/schools?q=linc&level=high&area=North&partners=none&needs=1&sort=-enrolment',
    })
    expect(asked[0]).toEqual({
      q: 'linc',
      level: ['high'],
      area: ['North'],
      hasPartners: false,
      hasOpenNeeds: true,
      sort: '-enrolment',
    })
  })

  it('searches when the typing rests', async () => {
    vi.useFakeTimers()
    try {
      const asked: (string | undefined)[] = []
      const page = await render(SchoolsPage, ...pages(({ q }) => (asked.push(q), [listed])), {
        role: 'viewer',
      })
      await page.get('input[type=search]').setValue('lin')
      await page.get('input[type=search]').setValue('lincoln')
      await vi.advanceTimersByTimeAsync(300)
      await flushPromises()
      expect(asked).toEqual([undefined, 'lincoln'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('says what to do when there is none, and when none matches', async () => {
    const empty = await render(SchoolsPage, ...pages(() => []), { role: 'director' })
    expect(empty.text()).toContain('No schools yet')
    expect(empty.text()).toContain('Import schools')
    empty.unmount()
    const none = await render(SchoolsPage, ...pages(() => []), { role: 'director', path: '/schools?q=zzz' })
    expect(none.text()).toContain('No school matches')
    none.unmount()
    const own = await render(SchoolsPage, ...pages(() => []), { role: 'school', locale: 'es' })
    expect(own.text()).toContain('Aún no tiene ninguna escuela asignada')
  })
})

const period = (schoolYear: string, n: number) => ({
  id: `00000000-0000-4000-8000-00000000010${n}`,
  label: schoolYear,
  schoolYear,
  endsOn: `20${schoolYear.slice(5)}-06-30`,
})
// Cells carry the mark of the screening rules, which a test cannot write by hand.
const poverty = {
  metric: {
    id: '00000000-0000-4000-8000-000000000100',
    code: 'poverty_rate',
    name: 'Students in poverty',
    nameEs: 'Alumnado en situación de pobreza',
    family: 'context',
    unit: 'percent',
    direction: 'lower_is_better',
    decimals: 1,
  },
  periods: [period('2022-23', 1), period('2023-24', 2), period('2024-25', 3)],
  cells: [
    { value: 24.5, n: 400, suppressed: false },
    {
      value: null,
      n: null,
      suppressed: true,
      reason: 'extreme',
      label: '<10%',
      bound: { kind: 'below', value: 10, unit: 'percent' },
    },
    { value: null, n: null, suppressed: true, reason: 'small_n', label: 'fewer than 10', bound: null },
  ],
  district: [],
  groups: [],
  trend: { direction: 'unknown', perPeriod: null },
  target: null,
} as unknown as SchoolMetric

describe('the page of a school', () => {
  const shown = (setting: object, change = () => school) =>
    render(
      SchoolPage,
      answer(api.getSchoolOverview, () => overview),
      answer(api.changeSchool, change),
      answer(outcomesContract.getSchoolOutcomes, () => ({
        school: { id: school.id, name: school.name },
        preparing: false,
        threshold: 10,
        metrics: [poverty],
      })),
      {
        props: { schoolId: school.id },
        ...setting,
      },
    )

  it('tells facts, partners, needs and place on one page', async () => {
    const page = await shown({ role: 'viewer' })
    expect(page.get('h1').text()).toBe('Lincoln High School')
    for (const text of [
      '1,340',
      'in 2024-25',
      'Harbor House',
      'Homework club',
      'Tutoring',
      'Active',
      '9–12',
      'Ana Ruiz',
      'Cedar Hill',
      '1.1 km',
    ])
      expect(page.text()).toContain(text)
    for (const text of ['Students in poverty', '2022-23', '24.5%', '<10%', 'Withheld'])
      expect(page.text()).toContain(text)
    expect(page.text()).toContain('No need is open.')
    expect(page.text()).not.toContain('Edit')
    expect(page.get('svg[role=img]').attributes('aria-label')).toBe(
      'Map of Lincoln High School and the schools around it',
    )
  })

  it('speaks Spanish, and lets those who may edit', async () => {
    const page = await shown({ role: 'director', locale: 'es' })
    for (const text of ['Alianzas', 'Necesidades', 'Ubicación', 'Editar', 'Registrar una necesidad'])
      expect(page.text()).toContain(text)
  })
})

describe('small words and maps', () => {
  it.each([
    [['PK', 'K', '1', '2', '3'], 'PK–3'],
    [['K', '3', '4', '5'], 'K, 3–5'],
    [['12', 'UG'], '12, UG'],
    [[], ''],
  ])('grades %j read %s', (grades, text) => expect(gradeSpans(grades)).toBe(text))

  it('puts the school in the middle, north up, with a bar of a round length', () => {
    const { points, bar } = placeMap({ latitude: 41, longitude: -91 }, [
      { latitude: 41.01, longitude: -91 },
      { latitude: 41, longitude: -90.99 },
    ])
    expect(points[0]).toMatchObject({ x: 50 })
    expect(points[0]!.y).toBeLessThan(10)
    expect(points[1]!.x).toBeGreaterThan(75)
    expect(bar.kilometres).toBe(0.5)
    expect(placeMap({ latitude: 41, longitude: -91 }, []).points).toEqual([])
  })
})
