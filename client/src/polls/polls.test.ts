import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { deliveryPollsContract as api } from '@common-table/shared/polls/contract'
import type { DeliveryQuestion, Poll, PollAnswer, PollBoard } from '@common-table/shared/polls/schemas'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { answer, render } from '../platform/testing.ts'
import CanDeliverPage from './CanDeliverPage.vue'
import PollPage from './PollPage.vue'
import PollsPart from './PollsPart.vue'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const nowhere = { render: () => null }
const routes = [{ path: '/placing/polls/:pollId', name: 'delivery-poll', component: nowhere }]
const poll: Poll = {
  id: id(1),
  note: 'All buildings are closed from Monday.',
  categories: [],
  schools: [],
  tier: null,
  startedByName: 'Robin',
  startedAt: '2026-11-20T10:00:00Z',
  closedAt: null,
  closedByName: '',
  counts: { asked: 4, unreachable: 1, yes: 1, partly: 0, no: 1, silent: 2 },
  version: 2,
}
const said = (n: number, more: Partial<PollAnswer>): PollAnswer => ({
  id: id(n),
  organization: { id: id(n + 50), name: `Partner ${n}` },
  to: { name: 'Tess', email: 'tess@tutors.example' },
  timesAsked: 1,
  askedAt: '2026-11-20T10:00:00Z',
  answer: null,
  fromDay: null,
  note: '',
  answeredAt: null,
  answeredByName: '',
  version: 3,
  ...more,
})
const board: PollBoard = {
  poll,
  answers: [
    said(10, { answer: 'no', answeredAt: '2026-11-20T11:00:00Z', answeredByName: 'Tess', note: 'No bus.' }),
    said(11, { to: null, timesAsked: 0, askedAt: null }),
  ],
  loss: {
    asOf: '2026-11-20',
    schoolYear: '2026-27',
    gone: { organizations: [{ id: id(60), name: 'Partner 10' }], partnerships: 1, endsAfter: null },
    places: 30,
    schools: 1,
    categories: [],
    tiers: [],
    items: [
      {
        school: { id: id(2), name: 'Lincoln' },
        category: { id: id(3), name: 'Tutoring', nameEs: '' },
        tier: 2,
        demand: 40,
        servedBefore: 30,
        servedAfter: 0,
        lost: 30,
        providersLeft: 0,
      },
    ],
    total: 1,
  },
}
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

describe('an emergency poll', () => {
  it('is not offered to who may not start one', async () => {
    const page = await render(PollsPart, { role: 'school', routes })
    expect(page.text()).toBe('')
  })

  it('is started with one action that says how many it asks', async () => {
    let started: object | undefined
    const page = await render(
      PollsPart,
      { role: 'coordinator', routes },
      answer(catalogContract.listCategories, () => ({ items: [] })),
      answer(schoolsContract.listSchools, () => ({ items: [], nextCursor: null }) as never),
      answer(api.listPolls, () => ({ items: [poll] })),
      answer(api.weighAudience, () => ({ partners: 4, unreachable: 1 })),
      answer(api.startPoll, ({ body }) => {
        started = body
        return poll
      }),
    )
    expect(page.text()).toContain('2 of 4 answered')
    await button(page, 'Ask all partners').trigger('click')
    await dialog()
    expect(document.body.textContent).toContain('1 has no e-mail address')
    await press('Ask 4 partners')
    expect(started).toEqual({})
  })

  it('has a board of who said what and what would be missing, and asks the silent again', async () => {
    let again = 0
    let wrote: object | undefined
    const page = await render(
      PollPage,
      { props: { pollId: id(1) }, role: 'coordinator' },
      answer(api.getPollBoard, () => board),
      answer(api.askSilentAgain, () => {
        again += 1
        return { sent: 1, unreachable: 1 }
      }),
      answer(api.answerPollForPartner, (input) => {
        wrote = input
        return board.answers[1]!
      }),
    )
    for (const text of [
      'All buildings are closed',
      'Partner 10',
      'No bus.',
      'No e-mail address: call them.',
      'Lincoln',
      '1 to call',
    ])
      expect(page.text()).toContain(text)
    await button(page, 'Ask the silent again').trigger('click')
    await flushPromises()
    expect(again).toBe(1)
    await page.find('button[aria-label="Write down what Partner 11 said"]').trigger('click')
    await dialog()
    ;[...document.body.querySelectorAll('label')]
      .find((one) => one.textContent?.includes('Yes, as usual'))!
      .querySelector('input')!
      .click()
    await flushPromises()
    await press('Write down')
    expect(wrote).toMatchObject({ params: { answerId: id(11) }, body: { answer: 'yes' }, ifMatch: 3 })
  })
})

describe('a partner with a link', () => {
  const question: DeliveryQuestion = {
    organizationName: 'Tutor Corps',
    note: 'All buildings are closed.',
    startedAt: '2026-11-20T10:00:00Z',
    closed: false,
    schools: ['Alpha', 'Beta'],
    answer: null,
    fromDay: null,
    answerNote: '',
    answeredAt: null,
  }
  it('answers with one tap, and may add a word', async () => {
    const sent: object[] = []
    const page = await render(
      CanDeliverPage,
      { link: { purpose: 'can-deliver' }, locale: 'es' },
      answer(api.readPollByLink, () => question),
      answer(api.answerPollByLink, ({ body }) => {
        sent.push(body)
        return { ...question, answer: body.answer }
      }),
    )
    expect(page.text()).toContain('Se trata de su ayuda en Alpha y Beta.')
    await button(page, 'Solo en parte').trigger('click')
    await flushPromises()
    expect(sent).toEqual([{ answer: 'partly' }])
    expect(button(page, 'Solo en parte').attributes('aria-pressed')).toBe('true')
    await page.find('textarea').setValue('En línea.')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(sent[1]).toEqual({ answer: 'partly', note: 'En línea.' })
  })

  it('is told when the poll is closed', async () => {
    const page = await render(
      CanDeliverPage,
      { link: { purpose: 'can-deliver' } },
      answer(api.readPollByLink, () => ({ ...question, closed: true })),
    )
    expect(page.findAll('button')).toEqual([])
    expect(page.text()).toContain('This poll is closed.')
  })
})
