import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { continuityContract } from '@common-table/shared/continuity/contract'
import type { Departure, Holdings } from '@common-table/shared/continuity/schemas'
import type { Letter } from '@common-table/shared/letters/schemas'
import { answer, render } from '../platform/testing.ts'
import HandoverPage from './HandoverPage.vue'
import PeopleChangesPage from './PeopleChangesPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const partner = { id: id(3), name: 'Harvest Table' }
const place = (n: number, role: 'lead' | 'principal'): Holdings['items'][number] => ({
  partnership: { id: id(n), name: `Partnership ${n}` },
  organization: partner,
  stage: 'active',
  role,
  school: role === 'principal' ? { id: id(50), name: 'Lincoln' } : null,
  studentsReached: 1200,
  suggested: role === 'lead' ? id(8) : null,
})
const holdings: Holdings = {
  person: { kind: 'user', id: id(7), name: 'Priya Raman', title: 'Principal' },
  candidates: [{ id: id(8), name: 'Sam Lee', title: 'Coordinator' }],
  items: [place(20, 'lead'), place(21, 'principal'), place(22, 'principal')],
}
const aLetter: Letter = {
  id: id(30),
  kind: 'leadership_change',
  side: 'partner',
  organization: partner,
  partnership: { id: id(20), name: 'Partnership 20' },
  locale: 'en',
  toName: 'Ana Núñez',
  toAddress: 'ana@harvest.example',
  subject: 'A change of people',
  body: 'Dear Ana Núñez, we meet on {meeting_date}.',
  missing: ['meeting_date'],
  sentAt: null,
  sentHow: null,
  sentByName: '',
  createdAt: '2026-01-02T10:00:00.000Z',
  version: 1,
}
const aPack: Departure = {
  id: id(40),
  personKind: 'user',
  personName: 'Priya Raman',
  personTitle: 'Principal',
  lastDay: '2026-05-02',
  note: 'Keys are at the front office.',
  createdByName: 'Robin Alvarez',
  createdAt: '2026-01-02T10:00:00.000Z',
  partnerships: [
    {
      id: id(20),
      name: 'Partnership 20',
      organization: partner,
      stage: 'active',
      summary: 'Food on Fridays',
      mutualBenefit: '',
      studentsReached: 1200,
      endsOn: null,
      schools: ['Lincoln'],
      partnerLead: { name: 'Ana Núñez', email: 'ana@harvest.example', phone: '' },
      moves: [{ role: 'principal', schoolName: 'Lincoln', toName: 'Sam Lee' }],
      events: [],
      letters: [aLetter],
      task: { id: id(41), dueOn: '2026-06-01', ownerName: 'Sam Lee', doneAt: null, doneByName: null },
    },
  ],
}

const noPeople = answer(continuityContract.listHolderCandidates, () => ({ items: [] }))

describe('someone leaves', () => {
  const leave = (record: (body: unknown) => void) =>
    render(
      PeopleChangesPage,
      { role: 'director', path: `/?user=${id(7)}` },
      noPeople,
      answer(continuityContract.getHoldings, () => holdings),
      answer(continuityContract.recordDeparture, ({ body }) => {
        record(body)
        return aPack
      }),
    )

  it('shows a school as one line with all its partnerships, and moves nothing while a line is open', async () => {
    const bodies: unknown[] = []
    const page = await leave((body) => bodies.push(body))
    expect(page.text()).toContain('3 responsibilities move')
    expect(page.text()).toContain('Principal · 2 partnerships')
    expect(page.text()).toContain('Suggested: stands nearest')
    const last = page.findAll('form').at(-1)!
    await last.trigger('submit')
    await flushPromises()
    expect(bodies).toEqual([])
    expect(page.get('[role=alert]').text()).toContain('one is open')
    expect(page.text()).toContain('Say which day is the last one.')
  })
})

describe('the handover pack', () => {
  it('says who takes over, what is asked, and what a letter still waits for', async () => {
    const page = await render(
      HandoverPage,
      { role: 'coordinator', props: { departureId: aPack.id } },
      answer(continuityContract.getDeparture, () => aPack),
    )
    expect(page.text()).toContain('Principal (Lincoln): Sam Lee')
    expect(page.text()).toContain('Confirm the shared vision again until Jun 1, 2026. In charge: Sam Lee')
    expect(page.get('mark').text()).toBe('[Day of the meeting]')
    const send = page.findAll('button').find((button) => button.text().includes('E-mail it'))!
    expect(send.attributes('aria-disabled')).toBe('true')
    expect(page.text()).toContain('Fill in what is missing first.')
  })
})
