import { describe, expect, it, vi } from 'vitest'
import { importsContract, reviewContract } from '@common-table/shared/imports/contract'
import type { Import, ReviewItem } from '@common-table/shared/imports/schemas'
import { flushPromises } from '@vue/test-utils'
import { answer, render } from '../platform/testing.ts'
import ImportPage from './ImportPage.vue'
import ImportsPage from './ImportsPage.vue'
import NewImportPage from './NewImportPage.vue'
import ReviewPage from './ReviewPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const one: Import = {
  id: id(1),
  kind: 'schools',
  fileName: 'schools.csv',
  status: 'uploaded',
  rowsTotal: null,
  rowsRead: 0,
  rowsKept: 0,
  rowsRefused: 0,
  rowsRepeated: 0,
  startedByName: 'Robin Alvarez',
  createdAt: '2025-01-15T10:00:00Z',
  finishedAt: null,
  columns: [
    { header: 'DBN', samples: ['01R001'], guess: 'schoolCode', confidence: 0.98, reasons: ['same_header'] },
    { header: 'Label', samples: ['Harbor'], guess: null, confidence: 0, reasons: [] },
  ],
  mapping: ['schoolCode', null],
  options: {},
  counts: {},
  notes: [],
  problems: [],
  failure: null,
  timesInterrupted: 0,
  seconds: null,
  peakBytes: null,
  sizeBytes: 40,
  version: 3,
}
const checked: Import = {
  ...one,
  status: 'checked',
  rowsTotal: 12,
  rowsKept: 10,
  rowsRefused: 2,
  counts: { schools: { new: 8, updated: 1, unchanged: 1 } },
  notes: [{ code: 'read_as_fractions', params: { column: 'pct_poverty' } }],
  problems: [{ code: 'unknown_school', refused: true, n: 2 }],
}
const fields = answer(importsContract.listImportFields, () => ({
  items: [
    {
      key: 'schoolCode',
      label: { en: 'School code', es: 'Código de la escuela' },
      required: true,
      part: 'record' as const,
    },
    {
      key: 'name',
      label: { en: 'School name', es: 'Nombre de la escuela' },
      required: true,
      part: 'record' as const,
    },
  ],
}))
const problems = answer(importsContract.listImportProblems, () => ({
  items: [
    {
      row: 7,
      ordinal: 0,
      column: 'DBN',
      code: 'unknown_school' as const,
      refused: true,
      value: '09X999',
      params: {},
    },
  ],
  nextCursor: null,
  total: 1,
}))
const open = (it: Import, locale: 'en' | 'es' = 'en') =>
  [
    answer(importsContract.getImport, () => it),
    fields,
    problems,
    { props: { importId: it.id }, role: 'admin', locale },
  ] as const
const click = async (page: Awaited<ReturnType<typeof render>>, name: string) => {
  const button = page.findAll('button').find((element) => element.text().includes(name))
  expect(button, `a button “${name}”`).toBeDefined()
  await button!.trigger('click')
  await flushPromises()
}

describe('bringing in a file by hand', () => {
  it('offers the kinds one may write, and waits for a file', async () => {
    const page = await render(NewImportPage, { role: 'analyst' })
    expect(
      page.findAll('input[type=radio]').map((radio) => (radio.element as HTMLInputElement).value),
    ).toEqual(['measurements', 'delivery_measurements'])
    expect(page.find('button[type=submit]').attributes('aria-disabled')).toBe('true')
  })

  it('shows columns with samples, and sends what was chosen to be checked', async () => {
    const change = vi.fn()
    const check = vi.fn()
    const page = await render(
      ImportPage,
      ...open(one),
      answer(importsContract.changeImport, (input) => (change(input), one)),
      answer(importsContract.checkImport, () => (check(), { ...one, status: 'checking' as const })),
    )
    expect(page.text()).toContain('1 of 2 columns are used')
    expect(page.text()).toContain('01R001')
    expect(page.text()).toContain('Same name')
    await click(page, 'Check the file')
    expect(change).toHaveBeenCalledWith(
      expect.objectContaining({
        ifMatch: 3,
        body: expect.objectContaining({ mapping: ['schoolCode', null] }),
      }),
    )
    expect(check).toHaveBeenCalled()
  })

  it('says what would happen and what to do about each row, before anything is written', async () => {
    const run = vi.fn()
    const page = await render(
      ImportPage,
      ...open(checked),
      answer(importsContract.runImport, () => (run(), { ...checked, status: 'queued' as const })),
    )
    expect(page.text()).toContain('pct_poverty holds fractions from 0 to 1')
    expect(page.text()).toContain('No school has the code “09X999”')
    expect(page.text()).toContain('Download the 2 refused rows to fix')
    await click(page, 'Bring in 10 rows')
    expect(run).toHaveBeenCalled()
  })

  it('takes back what was brought in, after asking', async () => {
    const undo = vi.fn()
    const page = await render(
      ImportPage,
      ...open({ ...checked, status: 'done', seconds: 2.5 }),
      answer(importsContract.undoImport, () => (undo(), { ...checked, status: 'undoing' as const })),
    )
    await click(page, 'Take back')
    expect(undo).not.toHaveBeenCalled()
    const confirm = [...document.querySelectorAll<HTMLButtonElement>('[role=alertdialog] button')].find(
      (button) => button.textContent?.includes('Take back'),
    )
    confirm!.click()
    await flushPromises()
    expect(undo).toHaveBeenCalled()
  })

  it('lists what was brought in, and speaks Spanish', async () => {
    const page = await render(
      ImportsPage,
      answer(importsContract.listImports, () => ({ items: [checked], nextCursor: null })),
      { role: 'admin', locale: 'es' },
    )
    expect(page.find('h1').text()).toBe('Importaciones')
    expect(page.text()).toContain('10 de 12 conservadas')
  })
})

const question: ReviewItem = {
  id: id(20),
  kind: 'site_school',
  subject: { name: 'Harbor School', area: 'Eastside' },
  candidates: [
    {
      id: id(30),
      name: 'Harbor Elementary School',
      code: '01R001',
      area: 'Eastside',
      address: '12 Harbor Street',
      grades: ['K'],
      confidence: 0.8,
      reasons: ['name_agrees'],
    },
    {
      id: id(31),
      name: 'Harbor Middle School',
      code: '01R004',
      area: 'Eastside',
      address: '14 Harbor Street',
      grades: ['6'],
      confidence: 0.5,
      reasons: ['area_agrees'],
    },
  ],
  confidence: 0.6,
  status: 'open',
  organizations: [{ id: id(40), name: 'Summit Mentors' }],
  decision: null,
  decidedByName: '',
  decidedAt: null,
  createdAt: '2025-01-15T10:00:00Z',
  version: 1,
}

describe('the review queue', () => {
  it('shows the evidence side by side and accepts by keyboard', async () => {
    const accepted = vi.fn()
    const page = await render(
      ReviewPage,
      answer(reviewContract.listReviewItems, () => ({ items: [question], nextCursor: null, total: 1 })),
      answer(
        reviewContract.acceptReviewItem,
        (input) => (accepted(input), { ...question, status: 'accepted' as const, version: 2 }),
      ),
      { role: 'coordinator' },
    )
    expect(page.text()).toContain('Summit Mentors')
    expect(page.text()).toContain('Name agrees')
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await flushPromises()
    expect(accepted).toHaveBeenCalledWith(
      expect.objectContaining({ params: { reviewItemId: id(20) }, body: { choice: id(30) }, ifMatch: 1 }),
    )
  })

  it('says when there is nothing to answer', async () => {
    const page = await render(
      ReviewPage,
      answer(reviewContract.listReviewItems, () => ({ items: [], nextCursor: null, total: 0 })),
      { role: 'coordinator' },
    )
    expect(page.text()).toContain('No question is open')
  })
})
