import { reconciliationContract as api } from '@common-table/shared/reconciliation/contract'
import type { MismatchListed, MismatchRow } from '@common-table/shared/reconciliation/schemas'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import ConfirmPartnerPage from './ConfirmPartnerPage.vue'
import ReconciliationPage from './ReconciliationPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const row = (more: Partial<MismatchListed> = {}): MismatchListed => ({
  id: id(1),
  kind: 'presence',
  status: 'open',
  school: { id: id(2), name: 'Lincoln Elementary' },
  organization: { id: id(3), name: 'Harvest Table' },
  service: null,
  name: '',
  says: {
    school: { present: false, by: 'Priya Raman', at: '2026-11-20T08:00:00Z' },
    partner: { present: true, services: [id(4)], by: 'Ana Núñez', at: '2026-11-21T08:00:00Z' },
    record: { present: false, services: [] },
  },
  programs: [{ id: id(4), name: 'Homework Club' }],
  resolution: null,
  reason: '',
  resolvedBy: '',
  resolvedAt: null,
  askedAt: null,
  createdAt: '2026-11-21T08:00:00Z',
  version: 1,
  ...more,
})
const settled: MismatchRow = {
  ...row({ status: 'resolved', resolution: 'add_here', version: 2 }),
  history: [],
}
const press = async (page: VueWrapper, words: string) => {
  await page
    .findAll('button')
    .find((one) => one.text() === words)!
    .trigger('click')
  await flushPromises()
}

describe('the reconciliation', () => {
  it('puts the statements beside each other and settles with one press', async () => {
    const settle = vi.fn(() => settled)
    const page = await render(
      ReconciliationPage,
      { role: 'coordinator' },
      answer(api.listMismatches, () => ({ items: [row()], nextCursor: null, total: 1 })),
      answer(api.settleMismatch, settle),
    )
    const text = page.find('li.rounded-card').text()
    for (const part of ['Is not here', 'Priya Raman', 'Is here · Homework Club', 'Ana Núñez'])
      expect(text).toContain(part)
    await press(page, 'Add here')
    expect(settle).toHaveBeenCalledWith(expect.objectContaining({ body: { how: 'add_here' }, ifMatch: 1 }))
  })

  it('asks for a reason where a difference is left, and says what is missing', async () => {
    const page = await render(
      ReconciliationPage,
      { role: 'coordinator', path: '/needs/reconciliation?kind=seats' },
      answer(api.listMismatches, ({ query }) => {
        expect(query).toMatchObject({ kind: ['seats'], status: ['open'] })
        return {
          items: [row({ kind: 'seats', service: { id: id(4), name: 'Homework Club' } })],
          nextCursor: null,
        }
      }),
    )
    await press(page, 'Leave it')
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(document.body.textContent).toContain('Why does it stay as it is?')
  })

  it('offers a principal no presses', async () => {
    const page = await render(
      ReconciliationPage,
      { role: 'school', locale: 'es' },
      answer(api.listMismatches, () => ({ items: [row()], nextCursor: null, total: 1 })),
    )
    expect(page.text()).toContain('No está aquí')
    expect(page.findAll('button').some((one) => one.text() === 'Añadir aquí')).toBe(false)
  })
})

it('a principal answers the question about a partner with one press', async () => {
  const question = {
    schoolName: 'Lincoln Elementary',
    partnerName: 'Harvest Table',
    programs: ['Homework Club'],
    partnerSays: true,
    schoolSays: null,
  }
  const said = vi.fn(() => question)
  const page = await render(
    ConfirmPartnerPage,
    { link: { purpose: 'confirm-partner' } },
    answer(api.readPartnerQuestion, () => question),
    answer(api.answerPartnerQuestion, said),
  )
  expect(page.find('h1').text()).toBe('Is Harvest Table at Lincoln Elementary?')
  await press(page, 'No, they are not')
  expect(said).toHaveBeenCalledWith(expect.objectContaining({ body: { present: 'no' } }))
  expect(page.text()).toContain('Thank you')
})
