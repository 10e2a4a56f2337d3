import { calendarContract } from '@common-table/shared/calendar/contract'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { boardStatuses } from '@common-table/shared/needs/board'
import { gapBoardContract } from '@common-table/shared/needs/board-contract'
import type { GapBoard, GapCell } from '@common-table/shared/needs/board-schemas'
import { needsContract } from '@common-table/shared/needs/contract'
import type { KeptNeed, NeedListed } from '@common-table/shared/needs/schemas'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { viewsContract } from '@common-table/shared/views/contract'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import GapBoardPage from './GapBoardPage.vue'
import { messages as english } from './messages.en.ts'
import { messages as spanish } from './messages.es.ts'
import NeedsPage from './NeedsPage.vue'
import SuggestionsPage from './SuggestionsPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const aNeed = (more: Partial<NeedListed> = {}): NeedListed => ({
  id: id(1),
  school: { id: id(2), name: 'Mill Creek Middle School', code: '103', level: 'middle', area: 'Mill Creek' },
  category: { id: id(3), name: 'Tutoring', nameEs: 'Tutoría', code: 'ac_tutor', group: 'academic' },
  schoolYear: '2024-25',
  tier: 2,
  severity: 4,
  studentsAffected: 1200,
  urgency: null,
  grades: [],
  population: null,
  title: 'High-dosage tutoring',
  details: '',
  source: 'principal',
  evidence: '',
  cannotMeetAlone: false,
  languages: [],
  settings: [],
  weekdays: [],
  oneProvider: false,
  grounds: [],
  status: 'open',
  createdAt: '2025-01-10T12:00:00.000Z',
  version: 1,
  ...more,
})
const suggested = aNeed({
  status: 'suggested',
  source: 'data',
  title: null,
  grounds: [
    {
      rule: 'chronic_absence_high',
      metric: {
        code: 'chronic_absence_rate',
        name: 'Chronic absence rate',
        nameEs: 'Tasa de ausentismo crónico',
        unit: 'percent',
      },
      comparison: 'at_least',
      trend: null,
      period: '2023-24',
      value: 42,
      bound: null,
      threshold: 30,
      since: null,
    },
  ],
})
const always = [
  answer(catalogContract.listCategories, () => ({ items: [] })),
  answer(viewsContract.listViews, () => ({ items: [] })),
  answer(schoolsContract.listSchools, () => ({ items: [], nextCursor: null })),
  answer(calendarContract.listSchoolYears, () => ({ items: [] })),
] as const

describe('the list of needs', () => {
  it('shows what is needed, where, how severe and for how many, and asks for what waits', async () => {
    const asked = vi.fn(() => ({ items: [aNeed()], nextCursor: null, total: 1 }))
    const page = await render(
      NeedsPage,
      { role: 'coordinator' },
      ...always,
      answer(needsContract.listNeeds, asked),
    )
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({
        query: expect.objectContaining({ status: ['open', 'in_progress'], sort: '-severity' }),
      }),
    )
    const row = page.find('tbody tr').text()
    for (const part of [
      'High-dosage tutoring',
      'Mill Creek Middle School',
      'Tutoring',
      '1,200',
      'Serious',
      'Open',
    ])
      expect(row).toContain(part)
  })

  it('offers the views that were saved for it', async () => {
    const asked: unknown[] = []
    const page = await render(
      NeedsPage,
      { role: 'viewer', path: '/needs?severity=5' },
      answer(viewsContract.listViews, ({ query }) => {
        asked.push(query)
        const view = { id: id(61), page: 'needs', name: 'Critical', query: 'severity=5', shared: false }
        return { items: [{ ...view, own: true, ownerName: null, version: 1 }] }
      }),
      ...always,
      answer(needsContract.listNeeds, () => ({ items: [aNeed()], nextCursor: null })),
    )
    expect(asked).toEqual([{ page: 'needs' }])
    expect(page.text()).toContain('View: Critical')
  })

  it('calls a need as a person wrote it, else by its figure in the reader’s language', async () => {
    const titled = { ...suggested, id: id(9), title: 'Mentors for grade 9', status: 'open' as const }
    const page = await render(
      NeedsPage,
      { role: 'viewer', locale: 'es' },
      ...always,
      answer(needsContract.listNeeds, () => ({
        items: [suggested, titled],
        nextCursor: null,
      })),
    )
    expect(page.findAll('tbody th').map((cell) => cell.text())).toEqual([
      'Tasa de ausentismo crónico: 42\u00a0% en 2023-24, igual o superior a 30\u00a0%.',
      'Mentors for grade 9',
    ])
  })

  it('keeps its filters in the address and says what to do when nothing fits', async () => {
    const page = await render(
      NeedsPage,
      { role: 'viewer', path: '/needs?status=met&severity=5' },
      ...always,
      answer(needsContract.listNeeds, ({ query }) => {
        expect(query).toMatchObject({ status: ['met'], severity: [5] })
        return { items: [], nextCursor: null }
      }),
    )
    expect(page.text()).toContain('No need fits')
    expect(page.text()).not.toContain('Record a need')
  })

  it('records one beside the list, and warns of a text that names a child', async () => {
    const kept = vi.fn((): KeptNeed => ({
      ...aNeed(),
      closedReason: null,
      closedAt: null,
      recordedBy: 'Robin',
      updatedAt: '2025-01-10T12:00:00.000Z',
      warnings: [],
    }))
    const page = await render(
      NeedsPage,
      { role: 'coordinator', path: `/needs?new=1&school=${id(2)}` },
      ...always,
      answer(needsContract.listNeeds, () => ({ items: [], nextCursor: null })),
      answer(needsContract.recordNeed, kept),
    )
    await vi.waitFor(() => expect(document.querySelector('#record-need')).not.toBeNull())
    const form = document.querySelector<HTMLFormElement>('#record-need')!
    const title = form.querySelector<HTMLInputElement>('[data-field="title"] input')!
    title.value = 'Mentor for student Maria Lopez'
    title.dispatchEvent(new Event('input'))
    await flushPromises()
    expect(form.textContent).toContain('This text seems to name a student')
    form.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(kept).not.toHaveBeenCalled()
    expect(form.textContent).toContain('Choose how serious it is.')
    page.unmount()
  })
})

describe('the queue of suggestions', () => {
  it('shows the figures that led to each, in the language of the reader, and decides', async () => {
    const decided = vi.fn(() => ({ decided: 1, skipped: 0 }))
    const page = await render(
      SuggestionsPage,
      { role: 'coordinator', locale: 'es' },
      ...always,
      answer(needsContract.listNeeds, () => ({ items: [suggested], nextCursor: null, total: 1 })),
      answer(needsContract.decideSuggestions, decided),
    )
    expect(page.text()).toContain('Tasa de ausentismo crónico: 42\u00a0% en 2023-24')
    await page.find('[aria-label="Aceptar la sugerencia para Mill Creek Middle School"]').trigger('click')
    await flushPromises()
    expect(decided).toHaveBeenCalledWith({ body: { needIds: [suggested.id], decision: 'accept' } })
  })

  it('leaves people who only read without buttons', async () => {
    const page = await render(
      SuggestionsPage,
      { role: 'viewer' },
      ...always,
      answer(needsContract.listNeeds, () => ({ items: [suggested], nextCursor: null })),
    )
    expect(page.text()).not.toContain('Decide')
    expect(page.text()).not.toContain('Look at the latest figures')
  })
})

const status = (name: (typeof boardStatuses)[number]) => boardStatuses.indexOf(name)
const board: GapBoard = {
  schoolYear: '2024-25',
  asOf: '2025-01-15',
  capacityFreshDays: 90,
  overSupplyPercent: 120,
  statuses: [...boardStatuses],
  levels: ['middle', 'high'],
  areas: ['North', 'South'],
  categories: [
    [id(31), 'ac_tutor', 'Tutoring', 'Tutoría', 'academic'],
    [id(32), 'bn_food', 'Weekend food', 'Comida', 'basic_needs'],
    [id(33), 'os_arts', 'Arts', 'Artes', 'out_of_school'],
  ],
  schools: [
    [id(21), '101', 'Alpha', 0, 0, 400],
    [id(22), '102', 'Beta', 1, 1, 900],
    [id(23), '103', 'Gamma', 1, 1, null],
  ],
  cells: [
    [0, 0, 2, status('partly_met'), 2, 60, 20, 40, 0, 1, 4, 1, 0],
    [1, 0, 2, status('unmet'), 4, 30, 30, 0, 0, 1, 3, 0, 0],
    [1, 1, 1, status('unverified'), 4, 90, 90, 0, 50, 1, 5, 1, 1],
    [2, 1, 1, status('unmet'), 4, 0, 0, 0, 0, 1, 2, 0, 1],
  ],
}
const cell: GapCell = {
  school: { id: id(22), name: 'Beta', enrolment: 900 },
  category: { id: id(32), name: 'Weekend food', nameEs: 'Comida', code: 'bn_food' },
  schoolYear: '2024-25',
  asOf: '2025-01-15',
  capacityFreshDays: 90,
  tiers: [],
  sufficiency: [],
  missingDeeperTiers: [2, 3],
  needs: [],
  services: [
    {
      siteId: id(50),
      id: id(51),
      name: 'Backpacks of food',
      tier: 1,
      organization: { id: id(52), name: 'Harvest Table' },
      capacity: 50,
      unit: 'students',
      students: 50,
      verifiedOn: null,
      doubt: 'never_verified',
    },
  ],
  partnerships: [],
}
const gap = (path = '/needs/gaps', locale: 'en' | 'es' = 'en') =>
  render(
    GapBoardPage,
    { role: 'coordinator', path, locale },
    ...always,
    answer(gapBoardContract.getGapBoard, () => board),
    answer(gapBoardContract.getGapCell, () => cell),
  )
const grid = (page: Awaited<ReturnType<typeof gap>>) =>
  page
    .findAll('tbody tr')
    .map((row) => [row.find('th').text(), ...row.findAll('td').map((one) => one.text())].join(' | '))

describe('the gap board', () => {
  it('prints missing places, sums first, the school with most on top', async () => {
    const page = await gap()
    expect(grid(page)).toEqual([
      'All 3 schools | 140* | 50 | 90*',
      'Beta | 120* | 30 | 90*',
      'Alpha | 20 | 20 | ·',
      'Gamma | ? | · | ?',
    ])
    expect(page.findAll('thead th').map((head) => head.text())).toEqual([
      'School',
      'All kinds of help',
      'Tutoring',
      'Weekend food',
    ])
    const spoken = page.find('[aria-label^="Beta, Weekend food"]').attributes('aria-label')
    expect(spoken).toBe('Beta, Weekend food: Unverified: 90 of 90 places missing, 0 confirmed, 50 on paper')
  })

  it('is filtered and sorted by its address', async () => {
    expect(grid(await gap('/needs/gaps?group=academic&sort=name'))).toEqual([
      'All 2 schools | 50 | 50',
      'Alpha | 20 | 20',
      'Beta | 30 | 30',
    ])
    expect(grid(await gap('/needs/gaps?level=high&tier=1&status=unverified'))).toEqual([
      '1 school | 90* | 90*',
      'Beta | 90* | 90*',
    ])
    expect(grid(await gap('/needs/gaps?q=gam'))).toHaveLength(2)
    expect((await gap('/needs/gaps?q=nothing')).text()).toContain('No school fits')
  })

  it('opens a cell on what stands behind it', async () => {
    const page = await gap()
    await page.find('[aria-label^="Beta, Weekend food"]').trigger('click')
    await vi.waitFor(() => expect(document.body.textContent).toContain('Backpacks of food'))
    expect(document.body.textContent).toContain('On paper: never confirmed')
    expect(document.body.textContent).toContain('Nothing is offered at tier 2, 3.')
    page.unmount()
  })

  it.each([
    [english, /students?\b/i],
    [spanish, /estudiantes?\b/i],
  ])('counts places, never students, wherever it says a number', ({ board }, students) => {
    const sums = { ...board, text: '' } // the one sentence that tells what a place is
    const counting = JSON.stringify(sums).match(/"[^"]*\{\w+\}[^"]*"/g) ?? []
    expect(counting.length).toBeGreaterThan(10)
    expect([...counting, board.caption, board.sorts.unmet].filter((words) => students.test(words))).toEqual(
      [],
    )
    expect(board.text).toMatch(students)
  })

  it('speaks Spanish', async () => {
    const page = await gap('/needs/gaps', 'es')
    expect(page.text()).toContain('Tablero de brechas')
    expect(page.find('thead').text()).toContain('Tutoría')
  })
})
