import { networkContract } from '@common-table/shared/network/contract'
import type { PartnerNetwork } from '@common-table/shared/network/schemas'
import { expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import NetworkPage from './NetworkPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const figures = {
  partners: 2,
  schools: 3,
  links: 4,
  linkDensity: 0.5,
  ties: 1,
  tieDensity: 1,
  groups: 1,
  largestPartners: 2,
  largestSchools: 3,
  bridges: 1,
  isolatedSchools: 1,
  isolatedPartners: 0,
}
/** Tutors alone hold Gamma; Delta has nobody. A year before there were only Readers at Alpha. */
const now: PartnerNetwork = {
  schoolYear: '2026-27',
  asOf: '2026-11-20',
  years: ['2026-27', '2025-26'],
  height: 680,
  figures,
  partners: [
    [id(1), 'Readers', 'nonprofit', 200, 200, 2, 1, 0.1, 0, 1, 0, 0],
    [id(2), 'Tutors', 'nonprofit', 600, 400, 2, 1, 0.3, 0, 1, 0, 0],
  ],
  schools: [
    [id(11), 'Alpha', 100, 300, 1, 0, 0, 0, 0],
    [id(12), 'Beta', 400, 300, 2, 0.5, 0, 1, 1],
    [id(13), 'Gamma', 800, 300, 1, 0, 0, 0, 0],
    [id(14), 'Delta', 20, 660, 0, 0, -1, 0, 0],
  ],
  links: [
    [0, 0, 3],
    [0, 1, 1],
    [1, 1, 1],
    [1, 2, 2],
  ],
}
const before: PartnerNetwork = {
  ...now,
  schoolYear: '2025-26',
  asOf: '2026-06-30',
  figures: { ...figures, partners: 1, schools: 1, links: 1, ties: 0, tieDensity: null },
  partners: [now.partners[0]!],
  schools: now.schools,
  links: [[0, 0, 1]],
}
const open = (query = '') =>
  render(
    NetworkPage,
    { path: `/partnerships/network${query}`, role: 'director' },
    answer(networkContract.getPartnerNetwork, ({ query: { schoolYear } }) =>
      schoolYear === '2025-26' ? before : now,
    ),
  )

it('draws partners and schools, and says in words who holds whom to the rest', async () => {
  const page = await open()
  const marks = page.findAll('[data-mark]').map((mark) => mark.attributes('aria-label'))
  expect(marks).toContain('Tutors, 2 schools, holds 1 school to the rest')
  expect(marks).toContain('Delta, no partner yet')
  expect(page.text()).toMatch(/If Tutors left, 1 school would have no link to the rest:\s*Gamma\./)
  expect(page.text()).toContain('1 school without a partner')
})

it('sets two school years side by side: figures, who joined, and which links are new', async () => {
  const page = await open()
  const row = (name: string) => page.findAll('tbody tr').find((one) => one.text().startsWith(name))!
  expect(
    row('Partners at schools')
      .findAll('td')
      .map((cell) => cell.text()),
  ).toEqual(['1', '2', '+1'])
  expect(
    row('Density among partners')
      .findAll('td')
      .map((cell) => cell.text()),
  ).toEqual(['–', '100%', '+100 points'])
  expect(page.find('[aria-label="What changed"]').text()).toMatch(
    /3 links joined, no links ended.*Partners who joined\s*1\s*Tutors/,
  )
  page.unmount()
  const alone = await open('?before=none')
  expect(alone.find('[aria-label="What changed"]').exists()).toBe(false)
})

it('opens one by Enter with what its leaving would mean, and gives the focus back', async () => {
  const page = await open()
  await page.find(`[data-mark="${id(2)}"]`).trigger('keydown', { key: 'Enter' })
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('network-card'))
  const card = page.find('[aria-labelledby="network-card"]')
  expect(card.text()).toMatch(/Works at 2 schools: Beta and Gamma.*30% of the shortest ways.*If Tutors left/)
  await card.trigger('keydown', { key: 'Escape' })
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('data-mark')).toBe(id(2)))
})

it('tells the same as a table, partners and schools, sorted by any figure', async () => {
  const page = await open('?view=table&who=schools&sort=-cut')
  const names = () =>
    page
      .findAll('table')[0]!
      .findAll('tbody th')
      .map((cell) => cell.text())
  expect(names()).toEqual(['Beta', 'Alpha', 'Delta', 'Gamma'])
  expect(page.findAll('table')[0]!.find('tbody tr').text()).toContain('1 school and 1 partner')
})
