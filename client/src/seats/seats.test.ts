import { describe, expect, it } from 'vitest'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { seatsContract as api } from '@common-table/shared/seats/contract'
import type { EmployerSeats, SeatsToSign } from '@common-table/shared/seats/offer-schemas'
import { employerSeatsContract as byLink } from '@common-table/shared/seats/partner-contract'
import type { SeatBoard, SeatDemandSheet, SeatFigures, SeatLine } from '@common-table/shared/seats/schemas'
import { flushPromises } from '@vue/test-utils'
import { answer, render } from '../platform/testing.ts'
import DemandPanel from './DemandPanel.vue'
import EmployerSeatsPage from './EmployerSeatsPage.vue'
import SeatsPage from './SeatsPage.vue'
import SignHoursPage from './SignHoursPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const school = { id: id(1), name: 'North High' }
const line: SeatLine = {
  school,
  kind: 'internship',
  audience: 'student',
  pathway: 'health',
  term: 'fall',
  seekers: 14,
  filled: 3,
  reach: 5,
  unmet: 6,
  over: 0,
  status: 'partly',
  said: { id: id(2), copied: true, by: 'Ana Ruiz', at: '2026-09-01T10:00:00Z', version: 1 },
}
const board: SeatBoard = {
  schoolYear: { id: id(3), label: '2026-27' },
  lines: [line],
  totals: [
    {
      kind: 'internship',
      audience: 'student',
      seekers: 14,
      offered: 9,
      filled: 3,
      unmet: 6,
      spare: 1,
      unconfirmed: 2,
    },
  ],
  silent: [{ id: id(4), name: 'South High' }],
}
const minimums = {
  job_shadow: 0,
  externship: 0,
  service_learning: 0,
  leadership: 0,
  internship: 20,
  apprenticeship: 0,
}
const frame = [
  answer(calendarContract.listSchoolYears, () => ({ items: [] })),
  answer(api.getSeatMinimums, () => minimums),
]
// Cells carry the mark of the screening rules, which a test cannot write by hand.
const hidden = {
  value: null,
  n: null,
  suppressed: true,
  reason: 'small_n',
  label: 'fewer than 10',
  bound: { kind: 'below', value: 10, unit: 'people' },
}

describe('the board of work-based learning', () => {
  it('shows who seeks, who has a seat and who is left, and asks for what the address says', async () => {
    const asked: unknown[] = []
    const page = await render(
      SeatsPage,
      ...frame,
      answer(api.getSeatBoard, ({ query }) => (asked.push(query), board)),
      { role: 'coordinator', path: '/placing/seats?kind=internship&term=fall' },
    )
    expect(asked[0]).toEqual({ kind: 'internship', term: 'fall' })
    const row = page.get('tbody tr').text()
    for (const text of [
      'North High',
      'Internship',
      'Health',
      'Fall',
      '14',
      '3',
      '5',
      '6',
      'last year’s number',
    ])
      expect(row).toContain(text)
    expect(page.text()).toContain('9 seats, 3 taken · 1 open that nobody seeks · 2 to be confirmed')
    expect(page.text()).toContain('1 school has not said what it seeks')
  })

  it('withholds small counts from readers, in Spanish as well', async () => {
    const figures = {
      schoolYear: board.schoolYear,
      threshold: 10,
      lines: [{ ...line, cell: hidden }],
      totals: [],
    } as unknown as SeatFigures
    const page = await render(
      SeatsPage,
      ...frame,
      answer(api.getSeatFigures, () => figures),
      {
        role: 'viewer',
        locale: 'es',
      },
    )
    expect(page.get('tbody tr').text()).toContain('menos de 10')
    expect(page.text()).not.toContain('Decir quién busca plaza')
  })

  it('says what to do when nobody has said anything', async () => {
    const page = await render(
      SeatsPage,
      ...frame,
      answer(api.getSeatBoard, () => ({ ...board, lines: [], totals: [], silent: [] })),
      { role: 'school' },
    )
    expect(page.text()).toContain('Nobody has said yet how many seek a place')
  })
})

it('a sheet sends what was changed with what stood there, and warns below what is filled', async () => {
  const sent: SeatDemandSheet[] = []
  await render(
    DemandPanel,
    answer(schoolsContract.listSchools, () => ({ items: [], nextCursor: null })),
    answer(api.getSeatBoard, () => ({
      ...board,
      lines: [{ ...line, said: { ...line.said!, copied: false } }],
    })),
    answer(api.saySeatDemand, ({ body }) => {
      sent.push(body)
      return { lines: [], belowFilled: [] }
    }),
    { props: { open: true, start: { school, kind: 'internship', term: 'fall' } } },
  )
  await flushPromises()
  const box = document.querySelector<HTMLInputElement>('input[aria-label="Health"]')!
  expect(box.value).toBe('14')
  box.value = '2'
  box.dispatchEvent(new Event('change'))
  await flushPromises()
  expect(document.body.textContent).toContain('Fewer than have a seat already')
  document.querySelector<HTMLFormElement>('#seat-demand')!.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(sent).toEqual([
    {
      kind: 'internship',
      audience: 'student',
      term: 'fall',
      lines: [{ pathway: 'health', seekers: 2, was: 14 }],
    },
  ])
})

describe('behind an e-mailed link', () => {
  it('an employer sees the own seats, and small groups of schools withheld', async () => {
    const seats = {
      organization: { id: id(7), name: 'Mercy Clinic' },
      schoolYear: { id: id(3), name: '2026-27' },
      today: '2026-11-22',
      minimumHours: minimums,
      schools: [school],
      offers: [
        {
          id: id(8),
          schoolYear: { id: id(3), name: '2026-27' },
          organization: { id: id(7), name: 'Mercy Clinic' },
          school: null,
          kind: 'internship',
          audience: 'student',
          pathway: 'health',
          term: 'fall',
          title: 'Ward assistants',
          seats: 4,
          hours: 40,
          paid: false,
          endsOn: '2026-12-18',
          note: '',
          status: 'offered',
          confirmedOn: null,
          version: 1,
          fills: [{ id: id(9), school, pathway: 'health', placed: 2 }],
          fromSchools: hidden,
        },
      ],
    } as unknown as EmployerSeats
    const page = await render(
      EmployerSeatsPage,
      answer(byLink.readSeatsByLink, () => seats),
      { link: {} },
    )
    for (const text of [
      'Ward assistants',
      'North High: 2 people',
      'Schools have filled seats',
      'Does it still hold?',
    ])
      expect(page.text()).toContain(text)
  })

  it('a supervisor signs for a group whose size is not told', async () => {
    const toSign = {
      organization: { id: id(7), name: 'Mercy Clinic' },
      offer: {
        id: id(8),
        title: 'Ward assistants',
        kind: 'internship',
        term: 'fall',
        schoolYear: '2026-27',
        hours: 40,
        minimumHours: 20,
        endsOn: '2026-12-18',
      },
      groups: [{ id: id(9), school, pathway: 'health', placed: hidden, signed: null, version: 3 }],
    } as unknown as SeatsToSign
    const sent: unknown[] = []
    const page = await render(
      SignHoursPage,
      answer(byLink.readHoursToSign, () => toSign),
      answer(byLink.signHoursByLink, ({ body, ifMatch }) => (sent.push({ ...body, ifMatch }), toSign)),
      { link: {} },
    )
    expect(page.text()).toContain('fewer than 10 students took seats')
    const [people, hours, reached] = page.findAll('input')
    await people!.setValue('3')
    await hours!.setValue('112.5')
    await reached!.setValue('2')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(sent).toEqual([{ people: 3, hours: 112.5, reached: 2, ifMatch: 3 }])
    expect(page.text()).toContain('Thank you, this is signed')
  })
})
