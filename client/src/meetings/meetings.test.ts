import { calendarFeedsContract } from '@common-table/shared/meetings/feeds-contract'
import { checkInsContract as api } from '@common-table/shared/meetings/check-ins-contract'
import { partnerCheckInContract } from '@common-table/shared/meetings/partner-contract'
import type { Brief } from '@common-table/shared/meetings/brief-schemas'
import type { CheckIn, NewPulse, SignOff } from '@common-table/shared/meetings/schemas'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import CalendarCard from './CalendarCard.vue'
import CheckInPage from './CheckInPage.vue'
import CheckInsPage from './CheckInsPage.vue'
import PartnerCheckInPage from './PartnerCheckInPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const brief: Brief = {
  goals: [{ title: 'Reading', words: 'By third grade' }],
  goalsFrom: 'vision',
  statement: 'Every student reads with joy.',
  lastMet: null,
  lastActions: [],
  promises: [
    { id: id(5), side: 'partner', what: 'Two tutors', dueOn: '2026-01-05', status: 'open', overdue: true },
  ],
  delivery: [{ service: 'Tutoring', place: 'Lincoln', unit: 'students', planned: 50, delivered: 31 }],
  sessions: [{ service: 'Tutoring', due: 20, delivered: 15, percent: 75 }],
  contributions: [
    { id: id(6), side: 'partner', title: 'Tutoring hours', unit: 'hours', planned: 120, delivered: 48 },
  ],
  metrics: [],
  documents: [],
  needs: [],
  openNeeds: 0,
}
const checkIn: CheckIn = {
  id: id(1),
  partnership: { id: id(2), name: 'Reading together' },
  organization: { id: id(3), name: 'Harvest Table' },
  lead: 'Carmen',
  schoolYear: '2025-26',
  quarter: 2,
  day: '2025-11-17',
  startTime: '15:30',
  minutes: 45,
  place: 'Room 4',
  standing: 'overdue',
  waitingFor: ['district', 'partner'],
  briefSentAt: null,
  goals: 'Forty readers',
  progress: 'Thirty-one',
  challenges: 'The bus',
  adjustments: 'Later start',
  cancelReason: '',
  partnerLead: 'Ana',
  actions: [],
  earlierActions: [],
  pulses: [],
  pulseFrom: [],
  answers: [],
  textVersion: 3,
  brief: null,
  next: null,
  version: 4,
}
const button = (page: VueWrapper, text: string) =>
  page.findAll('button').find((one) => one.text().startsWith(text))!

describe('the pages of check-ins', () => {
  it('list them with what each waits for, and say what to do where there is none', async () => {
    const page = await render(
      CheckInsPage,
      answer(api.listCheckIns, ({ query }) => ({
        items: query.standing === 'overdue' ? [checkIn] : [],
        nextCursor: null,
      })),
      { path: '/check-ins?show=overdue' },
    )
    expect(page.text()).toContain('Reading together')
    expect(page.text()).toContain('Overdue')
    const empty = await render(
      CheckInsPage,
      answer(api.listCheckIns, () => ({ items: [], nextCursor: null })),
    )
    expect(empty.text()).toContain('No check-ins here')
  })

  it('show the brief and the four sections, and save only the section that was written', async () => {
    let saved: object = {}
    const page = await render(
      CheckInPage,
      answer(api.getCheckIn, () => checkIn),
      answer(api.getBrief, () => brief),
      answer(api.changeCheckIn, ({ body }) => {
        saved = body
        return checkIn
      }),
      {
        role: 'coordinator',
        path: `/check-ins/${checkIn.id}`,
        routes: [{ path: '/check-ins/:checkInId', name: 'check-in', component: CheckInPage }],
      },
    )
    for (const text of [
      'Set goals',
      'Assess progress',
      'Address challenges',
      'Make adjustments',
      '31 of 50',
      'Tutoring: sessions held15 of 20 · 75%',
      '48 of 120 hours',
      'Two tutors',
    ])
      expect(page.text()).toContain(text)
    await page.findAll('textarea')[1]!.setValue('Thirty-two')
    await button(page, 'Save what is written').trigger('submit')
    await flushPromises()
    expect(saved).toEqual({ progress: 'Thirty-two' })
  })

  it('let the partner say how it goes and sign what was read, behind a link', async () => {
    let said: NewPulse | undefined
    let signed: SignOff | undefined
    const forPartner = { checkIn, brief }
    const page = await render(
      PartnerCheckInPage,
      answer(partnerCheckInContract.readCheckInByLink, () => forPartner),
      answer(partnerCheckInContract.answerPulseByLink, ({ body }) => {
        said = body
        return forPartner
      }),
      answer(partnerCheckInContract.signCheckInByLink, ({ body }) => {
        signed = body
        return forPartner
      }),
      { link: { purpose: 'check-in' } },
    )
    await button(page, 'Save my answers').trigger('submit')
    expect(page.text()).toContain('Answer all six statements.')
    for (const radio of page.findAll('input[type="radio"][value="3"]')) await radio.setValue(true)
    await button(page, 'Save my answers').trigger('submit')
    await flushPromises()
    expect(said).toMatchObject({ reliable: 3, bringsMuch: 3, name: 'Ana Núñez' })
    await button(page, 'Sign off').trigger('submit')
    await flushPromises()
    expect(signed).toEqual({ textVersion: 3, name: 'Ana Núñez' })
    expect(page.text()).toContain('Thank you. You have signed.')
  })

  it('make the address of a calendar and show it this once', async () => {
    const page = await render(
      CalendarCard,
      answer(calendarFeedsContract.listCalendarFeeds, () => ({ items: [] })),
      answer(calendarFeedsContract.makeCalendarFeed, () => ({
        id: id(9),
        partnership: null,
        createdAt: '2026-01-02T10:00:00Z',
        lastUsedAt: null,
        address: 'https://district.example/calendar/x.ics',
      })),
    )
    await button(page, 'Make an address').trigger('click')
    await flushPromises()
    expect(page.find('input').element.value).toBe('https://district.example/calendar/x.ics')
  })
})
