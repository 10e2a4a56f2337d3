import { calendarContract } from '@common-table/shared/calendar/contract'
import { balanceOf } from '@common-table/shared/investments/balance'
import { investmentsContract } from '@common-table/shared/investments/contract'
import { partnerHoursContract } from '@common-table/shared/investments/partner-contract'
import type { Contribution, VolunteerHours } from '@common-table/shared/investments/schemas'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import InvestmentPart from './InvestmentPart.vue'
import ReportHoursPage from './ReportHoursPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const usd = (dollars: number) => ({ cents: dollars * 100, currency: 'USD' as const })
const line = (n: number, more: Partial<Contribution>): Contribution => ({
  id: id(n),
  side: 'partner',
  type: 'funding',
  title: 'Grant',
  unit: 'dollars',
  planned: 10,
  delivered: 5,
  plannedValue: null,
  deliveredValue: null,
  note: '',
  version: 1,
  ...more,
})
const hours: VolunteerHours = {
  id: id(70),
  side: 'partner',
  workedOn: '2026-02-03',
  hours: 6,
  people: 3,
  activity: 'Packing food',
  school: null,
  status: 'submitted',
  byLink: true,
  submittedBy: 'Ana Núñez',
  submittedAt: '2026-02-04T10:00:00Z',
  decidedBy: null,
  reason: '',
  version: 4,
}
const lines = [
  line(1, { deliveredValue: usd(8000) }),
  line(2, { side: 'district', type: 'space', title: 'Kitchen', unit: 'rooms', deliveredValue: usd(2000) }),
  line(3, { side: 'district', type: 'coordination', title: 'Liaison', unit: 'hours' }),
]
const years = answer(calendarContract.listSchoolYears, () => ({ items: [] }))
const ledger = answer(investmentsContract.getLedger, () => ({
  partnership: { id: id(40), name: 'Weekend food' },
  schoolYear: { id: id(41), label: '2025-26' },
  studentsReached: 40,
  volunteerRate: { cents: 3000, source: 'State office, 2025' },
  hoursWaiting: 1,
  lines,
  balance: balanceOf(
    lines.map(({ plannedValue, deliveredValue, ...rest }) => ({
      ...rest,
      plannedCents: plannedValue?.cents ?? null,
      deliveredCents: deliveredValue?.cents ?? null,
    })),
  ),
  centsPerStudent: 25_000,
}))
const partnership = {
  id: id(40),
  name: 'Weekend food',
  schools: [],
  organization: { id: id(2), name: 'Harvest' },
}

it('shows the balance in money beside the one without, and approves reported hours', async () => {
  const decided: unknown[] = []
  const page = await render(
    InvestmentPart,
    { role: 'coordinator', props: { partnership, mayWrite: true } },
    years,
    ledger,
    answer(investmentsContract.listVolunteerHours, () => ({ items: [hours], nextCursor: null })),
    answer(investmentsContract.decideVolunteerHours, ({ params, body, ifMatch }) => {
      decided.push([params.volunteerHoursId, body, ifMatch])
      return { ...hours, status: 'approved' as const }
    }),
  )
  const words = page.text()
  expect(words).toContain('80%')
  expect(words).toContain('Leans on the partner')
  expect(words).toContain('33%')
  expect(words).toContain('Leans on the district')
  expect(words).toContain('$250')
  expect(words).toContain('2 of 3 contributions carry a value')
  expect(words).toContain('An hour counts as $30 (State office, 2025).')
  await page
    .findAll('button')
    .find((button) => button.attributes('aria-label')?.startsWith('Approve'))!
    .trigger('click')
  await flushPromises()
  expect(decided).toEqual([[id(70), { decision: 'approved' }, 4]])
})

it('offers readers nothing to press', async () => {
  const page = await render(
    InvestmentPart,
    { role: 'viewer', props: { partnership, mayWrite: false } },
    years,
    ledger,
    answer(investmentsContract.listVolunteerHours, () => ({ items: [hours], nextCursor: null })),
  )
  for (const word of ['Add a contribution', 'Approve', 'Ask the partner'])
    expect(page.findAll('button').filter((button) => button.text().startsWith(word))).toEqual([])
})

it('lets a partner report hours behind the link, in Spanish too, and see what became of them', async () => {
  const page = await render(
    ReportHoursPage,
    { link: {}, locale: 'es' },
    answer(partnerHoursContract.readHoursByLink, () => ({
      partnershipName: 'Weekend food',
      today: '2026-02-10',
      from: '2013-07-01',
      schools: [],
      approved: 4,
      reported: [
        {
          id: id(70),
          workedOn: '2026-02-03',
          hours: 6,
          people: 3,
          activity: 'Packing food',
          schoolName: null,
          status: 'rejected' as const,
          reason: 'Counted twice',
          removable: false,
        },
      ],
    })),
  )
  expect(page.get('h1').text()).toBe('Anotar horas de voluntariado')
  expect(page.text()).toContain('Counted twice')
  expect(page.text()).toContain('4 horas aprobadas')
  await page.get('form').trigger('submit')
  await flushPromises()
  await expect.poll(() => page.findAll('form [aria-invalid="true"]').length).toBeGreaterThan(0)
})
