import { activitiesContract as api } from '@common-table/shared/activities/contract'
import { partnerActivitiesContract } from '@common-table/shared/activities/partner-contract'
import type { ActivitiesForPartner } from '@common-table/shared/activities/partner-schemas'
import type { Activity, NewActivity } from '@common-table/shared/activities/schemas'
import { goalsContract } from '@common-table/shared/goals/contract'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import ActivitiesPage from './ActivitiesPage.vue'
import FidelityTable from './FidelityTable.vue'
import LogActivityPage from './LogActivityPage.vue'
import PlanSessionsPage from './PlanSessionsPage.vue'
import SheetPage from './SheetPage.vue'
import TellActivitiesPage from './TellActivitiesPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const activity: Activity = {
  id: id(1),
  kind: 'engagement',
  title: 'Family reading night',
  happensOn: '2026-11-05',
  school: { id: id(2), name: 'Lincoln' },
  service: null,
  organization: null,
  partnership: null,
  planned: 1,
  delivered: 1,
  status: 'held',
  silent: false,
  minutes: null,
  people: { students: null, families: 34, staff: 4, community: null },
  reached: 38,
  audiences: ['families', 'staff'],
  evidence: { capabilities: 'Reading aloud', connections: '', cognition: null, confidence: null },
  built: 1,
  epstein: [],
  languages: [],
  setting: null,
  note: '',
  strategy: null,
  seriesId: null,
  saidBy: 'district',
  saidByName: 'Robin',
  version: 1,
}
const sum = {
  activities: 1,
  held: 1,
  planned: 0,
  cancelled: 0,
  silent: 2,
  people: { students: 0, families: 34, staff: 4, community: 0 },
  engagement: { held: 10, strict: 7, lenient: 8, any: 9 },
}
const schools = answer(schoolsContract.listSchools, () => ({ items: [], nextCursor: null, total: 0 }))
const goals = answer(goalsContract.getGoalTree, () => ({ goals: [] }))
const years = answer(calendarContract.listSchoolYears, () => ({ items: [] }))

it('the log asks for what its address says and adds it up in both readings', async () => {
  const asked: unknown[] = []
  const page = await render(
    ActivitiesPage,
    answer(api.listActivities, ({ query }) => {
      asked.push(query)
      return { items: [activity], nextCursor: null, total: 1 }
    }),
    answer(api.sumActivities, () => sum),
    years,
    { role: 'coordinator', path: '/?cs=some&epstein=parenting&sort=-reached' },
  )
  expect(asked[0]).toMatchObject({ cs: 'some', epstein: ['parenting'], sort: '-reached' })
  for (const text of [
    'Family reading night',
    'Lincoln',
    '1 of 4',
    '70%',
    '7 of 10 for families and staff; 8 of 10',
  ])
    expect(page.text()).toContain(text)
})

it('readers see that people came, not how many', async () => {
  const page = await render(
    ActivitiesPage,
    answer(api.listActivities, () => ({
      items: [{ ...activity, people: null, reached: null }],
      nextCursor: null,
      total: 1,
    })),
    answer(api.sumActivities, () => ({ ...sum, people: null })),
    answer(api.getActivity, () => ({ ...activity, people: null, reached: null })),
    years,
    { role: 'viewer' },
  )
  expect(page.text()).not.toContain('Attendance')
  expect(page.text()).not.toContain('Log an activity')
  await page.get('tbody button').trigger('click')
  await vi.dynamicImportSettled()
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
  expect(document.body.textContent).toContain('Reading aloud')
  expect(document.body.textContent).toContain('Meant, with no word on how: it does not count.')
})

it('an activity is logged with the few fields of a phone, a C that is ticked with no word on how as just that', async () => {
  const sent: NewActivity[] = []
  const page = await render(
    LogActivityPage,
    goals,
    answer(api.logActivity, ({ body }) => {
      sent.push(body)
      return activity
    }),
    schools,
    { role: 'coordinator' },
  )
  const field = (name: string) => page.get(`[data-field="${name}"] input`)
  await field('title').setValue('Open house')
  await field('families').setValue('25')
  const [first] = page.findAll('input[type="checkbox"]')
  await first!.setValue(true)
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(sent[0]).toMatchObject({
    kind: 'engagement',
    title: 'Open house',
    families: 25,
    delivered: 1,
    capabilities: '',
  })
  expect(page.text()).toContain('Saved. You can log the next one.')
})

it('rows of a sheet that are refused are named by row and column, and stay to be corrected', async () => {
  const page = await render(
    SheetPage,
    answer(api.logActivitySheet, () => ({
      kept: 0,
      problems: [{ row: 0, column: 'school' as const, rule: 'school' as const }],
    })),
    { role: 'coordinator' },
  )
  await page.get('textarea').setValue('Day\tWhat\tSchool\n2026-11-05\tOpen house\tAtlantis')
  const press = async (label: string) => {
    await page
      .findAll('button')
      .find((button) => button.text().includes(label))!
      .trigger('click')
    await flushPromises()
  }
  await press('Put into the table')
  await press('Save all rows')
  expect(page.text()).toContain('Row 1, School: there is no school of this name or code')
  const cell = page.get<HTMLInputElement>('#cell-0-school')
  expect([cell.element.value, cell.attributes('aria-invalid')]).toEqual(['Atlantis', 'true'])
})

it('fidelity stands by quarter with its rule', async () => {
  const kept = { due: 8, delivered: 6, silent: 1, toCome: 2, percent: 75, beyond: 0 }
  const page = await render(
    FidelityTable,
    answer(api.getFidelity, () => ({
      schoolYear: { id: id(3), name: '2026-27' },
      quarters: [{ id: id(4), label: 'Q1', startsOn: '2026-08-01', endsOn: '2026-10-31' }],
      services: [
        {
          id: id(5),
          name: 'Homework help',
          organization: { id: id(6), name: 'Tutors' },
          quarters: [kept],
          year: kept,
        },
      ],
    })),
    { role: 'viewer', props: { query: { partnershipId: id(9) } } },
  )
  for (const text of ['Homework help', '75%', '6 of 8 sessions', 'A session', 'one made up'].slice(0, 3))
    expect(page.text().replace(/\s+/g, ' ')).toContain(text)
})

it('a partner tells by its link what came of a session', async () => {
  const bodies: unknown[] = []
  const shown = (said: boolean): ActivitiesForPartner => ({
    partnershipName: 'Tutors at Lincoln',
    today: '2026-11-22',
    from: '2026-08-01',
    schools: [],
    services: [],
    activities: [
      {
        id: id(1),
        kind: 'session',
        title: 'Week 3',
        happensOn: '2026-11-20',
        schoolName: 'Lincoln',
        serviceName: 'Homework help',
        planned: 2,
        delivered: said ? 2 : null,
        status: said ? 'held' : 'planned',
        silent: !said,
        people: said ? { students: 9, families: null, staff: null, community: null } : null,
        own: said,
        removable: false,
        version: said ? 2 : 1,
      },
    ],
  })
  const page = await render(
    TellActivitiesPage,
    answer(partnerActivitiesContract.readActivitiesByLink, () => shown(false)),
    answer(partnerActivitiesContract.tellActivityByLink, ({ body }) => {
      bodies.push(body)
      return shown(true)
    }),
    { link: { purpose: 'activities' } },
  )
  await page
    .findAll('button')
    .find((button) => button.text() === 'It took place')!
    .trigger('click')
  await page.get('li [data-field="students"] input').setValue('9')
  await page.get('li form').trigger('submit')
  await flushPromises()
  expect(bodies).toEqual([{ delivered: 2, students: 9 }])
  expect(page.text()).toContain('Students: 9')
})

it('sessions in a row ask for what is missing, and say what they need to show their days', async () => {
  const page = await render(
    PlanSessionsPage,
    schools,
    goals,
    answer(api.chooseService, () => ({ items: [] })),
  )
  expect(page.text()).toContain('Choose the days of the week')
  const [, tuesday] = page.findAll('input[type=checkbox]')
  await tuesday!.setValue(true)
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(page.text()).toContain('Choose the last day.')
  expect(page.text()).toContain('Choose the service these sessions belong to.')
})
