import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { needsContract } from '@common-table/shared/needs/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import type { HelpForPartner } from '@common-table/shared/requests/answer-schemas'
import { helpRequestsContract as api } from '@common-table/shared/requests/contract'
import type { HelpPartner, HelpRequest, HelpRequestListed } from '@common-table/shared/requests/schemas'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { answer, render } from '../platform/testing.ts'
import AnswerPage from './AnswerPage.vue'
import RequestPage from './RequestPage.vue'
import RequestsCard from './RequestsCard.vue'
import RequestsPage from './RequestsPage.vue'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const listed: HelpRequestListed = {
  id: id(1),
  school: { id: id(2), name: 'Lincoln' },
  need: { id: id(3), title: 'Reading tutors' },
  category: { id: id(4), name: 'Tutoring', nameEs: 'Tutoría' },
  tier: 2,
  students: 40,
  title: 'Reading tutors for grade 6',
  wantedBy: '2026-12-15',
  status: 'offered',
  waits: 'offered',
  answerDueOn: '2026-11-25',
  firstAnsweredOn: '2026-11-24',
  timing: 'on_time',
  askedByName: 'Priya Raman',
  createdAt: '2026-11-20T10:00:00Z',
  closedAt: null,
  version: 3,
  asked: 2,
  willing: 1,
}
const partner = (n: number, more: Partial<HelpPartner>): HelpPartner => ({
  id: id(n),
  organization: { id: id(n + 100), name: `Partner ${n}` },
  toName: 'Tess',
  toEmail: 'tess@tutors.example',
  status: 'open',
  askedAt: '2026-11-20T10:00:00Z',
  dueOn: '2026-11-25',
  answeredOn: null,
  timing: 'waiting',
  answer: null,
  answeredByName: '',
  students: null,
  startsOn: null,
  declinedReason: null,
  note: '',
  once: false,
  service: null,
  partnership: null,
  deliveredOn: null,
  deliveredStudents: null,
  deliveredNote: '',
  remindedAt: null,
  version: 5,
  ...more,
})
const offering = partner(11, {
  status: 'offered',
  answeredOn: '2026-11-24',
  timing: 'on_time',
  answer: 'partly',
  answeredByName: 'Tess',
  students: 25,
})
const { asked: _asked, willing: _willing, ...shown } = listed
const request = (more: Partial<HelpRequest> = {}): HelpRequest => ({
  ...shown,
  details: 'Twice a week.',
  grades: ['6'],
  languages: ['es'],
  closedReason: null,
  closedByName: '',
  outcomeNote: '',
  studentsHelped: null,
  needClosed: false,
  partners: [offering, partner(12, {})],
  events: [
    {
      id: id(30),
      kind: 'answered_partly',
      organization: { id: id(111), name: 'Partner 11' },
      byName: 'Tess',
      students: 25,
      day: null,
      reason: null,
      note: 'Two tutors.',
      at: '2026-11-24T10:00:00Z',
    },
  ],
  ...more,
})
const suggestion = {
  organization: { id: id(50), name: 'Tutor Corps' },
  service: { id: id(51), name: 'After-school tutoring' },
  score: 80,
  room: 30,
  metres: 1200,
  misfits: [],
  reasons: [],
  to: { name: 'Tess', email: 'tess@tutors.example' },
}
const nowhere = { render: () => null }
const routes = [
  { path: '/placing/requests', name: 'help-requests', component: nowhere },
  { path: '/placing/requests/:helpRequestId', name: 'help-request', component: nowhere },
]
type Page = Awaited<ReturnType<typeof render>>
const button = (page: Page, text: string) => page.findAll('button').find((one) => one.text() === text)!
const press = async (text: string) => {
  const found = [...document.body.querySelectorAll('button')].findLast(
    (one) => one.textContent?.trim() === text,
  )!
  found.click()
  await flushPromises()
}
const dialog = async () => {
  await vi.dynamicImportSettled()
  await flushPromises()
}
const choose = async (label: string) => {
  const found = [...document.body.querySelectorAll('label')].find((one) => one.textContent?.includes(label))!
  found.querySelector('input')!.click()
  await flushPromises()
}

describe('requests for help', () => {
  it('are listed with who can help, what each waits for and whether the answer came in time', async () => {
    let asked: object | undefined
    const page = await render(
      RequestsPage,
      { role: 'school', path: '/?show=late&status=open' },
      answer(catalogContract.listCategories, () => ({ items: [] })),
      answer(api.listHelpRequests, ({ query }) => {
        asked = query
        return { items: [listed], nextCursor: null, total: 1 }
      }),
    )
    expect(asked).toMatchObject({ late: true, status: ['open'] })
    for (const text of [
      'Reading tutors for grade 6',
      'Lincoln',
      '1 of 2',
      'Offered',
      'Waits for: The school to accept',
      'Answered on time',
    ])
      expect(page.text()).toContain(text)
  })

  it('begin with a need, whose words are taken over, and partners that suit', async () => {
    let sent: object | undefined
    const page = await render(
      RequestsPage,
      { role: 'school', routes, path: `/?new=1&school=${id(2)}&need=${id(3)}` },
      answer(catalogContract.listCategories, () => ({ items: [] })),
      answer(schoolsContract.getSchool, () => ({ id: id(2), name: 'Lincoln' }) as never),
      answer(schoolsContract.listSchools, () => ({ items: [], nextCursor: null }) as never),
      answer(organizationsContract.listOrganizations, () => ({ items: [], nextCursor: null }) as never),
      answer(api.listHelpRequests, () => ({ items: [], nextCursor: null, total: 0 })),
      answer(
        needsContract.getNeed,
        () =>
          ({
            id: id(3),
            school: { id: id(2), name: 'Lincoln' },
            category: { id: id(4), name: 'Tutoring', nameEs: '' },
            tier: 2,
            studentsAffected: 40,
            title: 'Reading tutors',
            grounds: [],
            details: 'Twice a week.',
          }) as never, // only what the form takes over
      ),
      answer(api.suggestPartners, ({ query }) => {
        expect(query).toMatchObject({ schoolId: id(2), categoryId: id(4), tier: 2, students: 40 })
        return {
          items: [suggestion, { ...suggestion, organization: { id: id(52), name: 'No Mail' }, to: null }],
        }
      }),
      answer(api.askForHelp, ({ body }) => {
        sent = body
        return request()
      }),
    )
    expect(page.exists()).toBe(true)
    expect(document.body.textContent).toContain('No contact with an e-mail address')
    await press('Ask for help')
    expect(document.body.textContent).toContain('Choose at least one partner to ask.')
    await choose('Tutor Corps')
    await press('Ask 1 partner')
    expect(sent).toMatchObject({
      schoolId: id(2),
      needId: id(3),
      title: 'Reading tutors',
      details: 'Twice a week.',
      students: 40,
      partners: [{ organizationId: id(50), serviceId: id(51) }],
    })
  })

  it('stand with everything that came of them, and the school accepts what it wants', async () => {
    let accepted: object | undefined
    const page = await render(
      RequestPage,
      { props: { helpRequestId: id(1) }, role: 'school' },
      answer(api.getHelpRequest, () => request()),
      answer(api.acceptHelp, (input) => {
        accepted = input
        return request()
      }),
    )
    for (const text of [
      'Twice a week.',
      'A partner can help. Accept it',
      'Tess: We can help in part',
      '25 students',
      'Two tutors.',
    ])
      expect(page.text()).toContain(text)
    await button(page, 'Accept').trigger('click')
    await dialog()
    await choose('It is given once')
    await press('Accept')
    expect(accepted).toMatchObject({
      params: { partnerId: id(11) },
      body: { students: 25, once: true },
      ifMatch: 5,
    })
  })

  it('are closed with what came of them; a viewer is shown no button', async () => {
    let closed: object | undefined
    const done = partner(11, {
      status: 'started',
      deliveredOn: '2026-12-10',
      deliveredStudents: 24,
      students: 25,
    })
    const answers = [
      answer(api.getHelpRequest, () => request({ status: 'started', waits: 'delivered', partners: [done] })),
      answer(api.closeHelpRequest, (input) => {
        closed = input
        return request()
      }),
    ]
    const page = await render(RequestPage, { props: { helpRequestId: id(1) }, role: 'school' }, ...answers)
    await button(page, 'Say what came of it').trigger('click')
    await dialog()
    expect(document.body.textContent).not.toContain('Nobody could help')
    await choose('The need is met with this')
    await press('Say what came of it')
    expect(closed).toMatchObject({
      body: { reason: 'got_it', studentsHelped: 24, needMet: true },
      ifMatch: 3,
    })
    page.unmount()
    const readOnly = await render(
      RequestPage,
      { props: { helpRequestId: id(1) }, role: 'viewer' },
      ...answers,
    )
    expect(readOnly.findAll('button')).toEqual([])
  })

  it('stand on the page of a school and of a need, with a way to ask that brings both along', async () => {
    const page = await render(
      RequestsCard,
      { props: { schoolId: id(2), needId: id(3) }, role: 'school', locale: 'es', routes },
      answer(api.listHelpRequests, ({ query }) => {
        expect(query).toMatchObject({ needId: id(3) })
        return { items: [listed], nextCursor: null }
      }),
    )
    expect(page.text()).toContain('1 de 2 aliados pueden ayudar')
    expect(page.find('a[href*="new=1"]').attributes('href')).toContain(`school=${id(2)}&need=${id(3)}`)
  })
})

describe('a partner with a link', () => {
  const asked: HelpForPartner = {
    schoolName: 'Lincoln',
    schoolArea: '',
    organizationName: 'Tutor Corps',
    categoryName: 'Tutoring',
    categoryNameEs: 'Tutoría',
    tier: 2,
    studentsWanted: 40,
    title: 'Reading tutors for grade 6',
    details: '',
    grades: [],
    languages: [],
    wantedBy: null,
    askedByName: 'Priya Raman',
    dueOn: '2026-11-25',
    status: 'open',
    answer: null,
    students: null,
    startsOn: null,
    note: '',
    declinedReason: null,
    deliveredOn: null,
    deliveredStudents: null,
    deliveredNote: '',
    closedReason: null,
  }

  it('says no with a reason, and is thanked', async () => {
    let said: object | undefined
    const page = await render(
      AnswerPage,
      { link: { purpose: 'help-request', name: 'Tess' } },
      answer(api.readHelpRequestByLink, () => asked),
      answer(api.answerHelpRequest, ({ body }) => {
        said = body
        return {
          ...asked,
          status: 'declined' as const,
          answer: 'no' as const,
          declinedReason: 'no_staff' as const,
        }
      }),
    )
    expect(page.text()).toContain('Lincoln asks Tutor Corps')
    await choose('We cannot')
    await page.find('select').setValue('no_staff')
    await button(page, 'Send').trigger('submit')
    await flushPromises()
    expect(said).toEqual({ name: 'Tess', answer: 'no', reason: 'no_staff' })
    expect(page.text()).toContain('Thank you for telling the school.')
    expect(page.find('form').exists()).toBe(false)
  })

  it('later says what was delivered', async () => {
    let told: object | undefined
    const page = await render(
      AnswerPage,
      { link: { purpose: 'help-request', name: 'Tess' } },
      answer(api.readHelpRequestByLink, () => ({
        ...asked,
        status: 'started' as const,
        answer: 'yes' as const,
        students: 40,
      })),
      answer(api.tellHelpProgress, ({ body }) => {
        told = body
        return { ...asked, status: 'started' as const, deliveredOn: '2026-12-10', deliveredStudents: 38 }
      }),
    )
    expect(page.text()).not.toContain('A first day is set')
    await choose('It is done')
    await page.find('input[inputmode]').setValue('38')
    await button(page, 'Send').trigger('submit')
    await flushPromises()
    expect(told).toMatchObject({ name: 'Tess', step: 'delivered', students: 38 })
    expect(page.text()).toContain('The school is asked to confirm')
  })
})
