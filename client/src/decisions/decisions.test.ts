import { expect, it } from 'vitest'
import { decisionsContract } from '@common-table/shared/decisions/contract'
import type { CharterLine, Decision } from '@common-table/shared/decisions/schemas'
import { answer, render } from '../platform/testing.ts'
import DecisionsPage from './DecisionsPage.vue'
import NextTermCard from './NextTermCard.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const aLine: CharterLine = {
  id: id(1),
  title: 'Which needs come first',
  council: null,
  seats: ['chair', 'family'],
  method: 'consensus',
  finalSay: '',
  daysToDecide: 21,
  rotation: '',
  active: true,
  open: 1,
  decided: 2,
  inTime: 1,
  version: 1,
}
const aDecision: Decision = {
  id: id(2),
  line: { id: id(1), name: 'Which needs come first' },
  council: null,
  seats: ['chair', 'family'],
  method: 'consensus',
  question: 'Do we begin with reading?',
  askedOn: '2026-01-05',
  decideBy: '2026-01-26',
  status: 'open',
  late: true,
  outcome: '',
  decidedOn: null,
  seatsPresent: [],
  votesFor: null,
  votesAgainst: null,
  votesAbstained: null,
  meeting: null,
  partnership: null,
  verdict: null,
  advised: null,
  recordedByName: '',
  version: 1,
}
const log = answer(decisionsContract.listDecisions, () => ({ items: [aDecision], nextCursor: null }))

it('the charter says who is at the table, how and how long, and where the youth have no seat', async () => {
  const page = await render(
    DecisionsPage,
    { role: 'director', path: '/?view=charter' },
    answer(decisionsContract.listCharterLines, () => ({ items: [aLine] })),
  )
  expect(page.text()).toContain('The whole district · Consensus · within 21 days')
  expect(page.text()).toContain('No seat for “Youth” at: Which needs come first')
  expect(page.text()).not.toContain('No seat for “Family”')
})

it('the log shows what waits, and offers nothing to those who only read', async () => {
  const staff = await render(DecisionsPage, { role: 'coordinator' }, log)
  expect(staff.text()).toContain('Do we begin with reading?')
  expect(staff.text()).toContain('until Jan 26, 2026')
  expect(staff.text()).toContain('Record the decision')
  const reader = await render(DecisionsPage, { role: 'viewer' }, log)
  expect(reader.text()).not.toContain('Record the decision')
})

it('a decision about the next term stands beside what the rule advised, and is written down under the charter', async () => {
  const sent: object[] = []
  const page = await render(
    NextTermCard,
    { role: 'coordinator', props: { partnership: { id: id(9), name: 'Weekend food' }, advised: 'revise' } },
    answer(decisionsContract.listDecisions, ({ query }) => {
      sent.push(query)
      return {
        items: [
          {
            ...aDecision,
            status: 'decided' as const,
            decidedOn: '2026-02-01',
            outcome: 'It goes on.',
            verdict: 'renew' as const,
            advised: 'revise' as const,
          },
        ],
        nextCursor: null,
      }
    }),
  )
  expect(sent).toEqual([{ partnershipId: id(9), nextTerm: true, limit: 5 }])
  for (const text of ['Renew', 'It goes on.', 'The rule advised: Revise', 'Write down the decision'])
    expect(page.text()).toContain(text)
})
