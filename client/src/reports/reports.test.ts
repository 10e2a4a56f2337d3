import { districtContract } from '@common-table/shared/district/contract'
import { reportsContract } from '@common-table/shared/reports/contract'
import type { Report } from '@common-table/shared/reports/schemas'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import MakeReport from './MakeReport.vue'
import ReportPage from './ReportPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const none = { count: 0, items: [] }
const withheld = {
  value: null,
  n: null,
  suppressed: true,
  reason: 'small_n',
  label: 'fewer than 10',
  bound: null,
} as never // the mark of a screened figure cannot be written by hand
const report: Report = {
  id: id(1),
  kind: 'funder_year',
  from: '2026-07-01',
  to: '2027-06-30',
  lead: null,
  funder: 'City youth grant',
  status: 'ready',
  progress: 1,
  createdByName: 'Amara Osei',
  createdAt: '2026-11-22T10:00:00.000Z',
  readyAt: '2026-11-22T10:00:01.000Z',
  version: 2,
  body: {
    districtName: 'Riverbend',
    asOf: '2026-11-22T10:00:01.000Z',
    schoolYear: '2026-27',
    quarter: 2,
    threshold: 10,
    reach: null,
    figures: [],
    objectives: null,
    equity: null,
    agreements: { toApprove: none, signed: none },
    value: { districtCents: 0, partnerCents: 125_000, volunteerHours: 7.5 },
    delivery: {
      checkInsDue: 2,
      checkInsHeld: 1,
      promisesDue: 4,
      promisesKept: 3,
      promisesLate: 1,
      promisesOpen: 0,
    },
    needs: null,
    risks: {
      ending: none,
      overdue: {
        count: 7,
        items: [
          {
            partnership: { id: id(3), name: 'Mentoring' },
            partner: 'Mentors',
            what: 'Send two people',
            side: 'partner',
            day: '2026-10-01',
          },
        ],
      },
      stuck: none,
      unserved: none,
    },
    partnerships: [
      {
        partnership: { id: id(3), name: 'Mentoring' },
        partner: 'Mentors',
        stage: 'active',
        schools: 2,
        students: withheld,
        endsOn: null,
        checkInsHeld: 1,
        volunteerHours: 7.5,
        partnerCents: 125_000,
      },
    ],
    next: null,
    storyIds: [],
  },
  stories: [],
}
const open = (shown: Report = report) =>
  render(
    ReportPage,
    answer(reportsContract.getReport, () => shown),
    answer(districtContract.getDistrict, () => ({ schoolYearStartMonth: 7 }) as never), // all the words need of it
    { props: { reportId: id(1) } },
  )

it('tells a funder what was kept, with few students withheld and the rest counted', async () => {
  const page = await open()
  const text = page.text().replaceAll(/\s+/g, ' ')
  expect(text).toContain('Report to a funder · City youth grant · School year 2026-27')
  expect(text).toMatch(/3 of 4.*promises kept|promises kept.*3 of 4/)
  expect(text).toContain('$1,250')
  expect(text).toContain('And 6 more.')
  expect(page.find('[aria-label="Partnerships"] tbody').text()).not.toMatch(/\b4\b/)
  expect(text).toContain('No figures are on the dashboard yet.')
})

it('says when it could not be made, and what to do', async () => {
  const page = await open({ ...report, status: 'failed', body: null })
  expect(page.text()).toContain('Remove it and make it again')
})

it('asks for the funder of a funder’s report, and says so in its own words', async () => {
  const asked: unknown[] = []
  await render(
    MakeReport,
    answer(districtContract.getDistrict, () => ({ schoolYearStartMonth: 7 }) as never), // all the words need of it
    answer(partnershipsContract.listPartnershipLeads, () => []),
    answer(reportsContract.listFunders, () => ({ items: [{ name: 'City youth grant', partnerships: 2 }] })),
    answer(reportsContract.makeReport, ({ body }) => {
      asked.push(body)
      return { ...report, status: 'waiting' as const }
    }),
    { props: { open: true } },
  )
  const panel = document.querySelector<HTMLElement>('[role=dialog]')!
  expect([...panel.querySelectorAll('label, legend')].map((one) => one.textContent?.trim())).toContain(
    'About',
  )
  panel.querySelector<HTMLInputElement>('input[value=funder_year]')!.click()
  await vi.waitFor(() => expect(panel.textContent).toContain('City youth grant (2 partnerships)'))
  const funder = [...panel.querySelectorAll('select')].at(-1)!
  funder.value = 'City youth grant'
  funder.dispatchEvent(new Event('change'))
  panel.querySelector('form')!.dispatchEvent(new Event('submit'))
  await vi.waitFor(() =>
    expect(asked).toEqual([
      { kind: 'funder_year', day: expect.any(String) as string, funder: 'City youth grant' },
    ]),
  )
})
