import { expect, it } from 'vitest'
import { contributionContract as api } from '@common-table/shared/contribution/contract'
import type { Contribution } from '@common-table/shared/contribution/schemas'
import { answer, render } from '../platform/testing.ts'
import ContributionPart from './ContributionPart.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const cell = { value: 120, n: 120, suppressed: false }
const school = (n: number, before: number, after: number) => ({
  school: { id: id(n), name: `School ${n}` },
  before,
  after,
})
const period = (label: string, n: number) => ({ id: id(n), label, schoolYear: label, endsOn: '2025-06-30' })
const contribution = {
  partnership: { id: id(1), name: 'Mentors everywhere' },
  evidence: 'comparison_group',
  chain: {
    barriers: [{ code: 'transport', name: 'No way to school', nameEs: 'Sin transporte' }],
    needs: {
      total: 1,
      students: cell,
      items: [{ id: id(5), title: 'Mentors for grade 6', school: { id: id(30), name: 'Lincoln' } }],
    },
    services: [{ id: id(6), name: 'One-to-one mentoring' }],
    dosage: { planned: 40, delivered: 36, hours: 54, places: cell },
    metric: {
      id: id(10),
      code: 'chronic_absence_rate',
      name: 'Chronic absence',
      nameEs: '',
      family: 'attendance',
      unit: 'percent',
      direction: 'lower_is_better',
      decimals: 1,
    },
  },
  metrics: [],
  before: period('2023-24', 21),
  after: period('2024-25', 22),
  comparison: {
    estimate: -3.2,
    low: -5.1,
    high: -1.3,
    servedChange: -4.4,
    similarChange: -1.2,
    finding: 'better',
    balance: [{ trait: 'before', served: 24.1, similar: 23.8, apart: 0.05, balanced: true }],
    sets: [{ served: school(30, 24, 19), like: [school(40, 24, 23)] }],
    alone: [],
  },
  refused: null,
  beforeAndAfter: { schools: 8, before: 24, after: 19.6 },
  series: { periods: ['2023-24', '2024-25'], served: [24, 19.6], similar: [23.8, 22.6] },
  cost: { cents: 1_200_000, students: cell, perStudentCents: 10_000 },
  study: null,
} as unknown as Contribution // cells carry the mark of the screening rules

const show = (value: Contribution) =>
  render(
    ContributionPart,
    answer(api.getContribution, () => value),
    { role: 'coordinator', props: { partnership: { id: id(1) }, mayWrite: true } },
  )

it('the chain, the difference with its interval, the balance and the cost stand together, and nothing is said to be caused', async () => {
  const text = (await show(contribution)).text()
  for (const words of [
    'No way to school',
    'Mentors for grade 6',
    '36 of 40 sessions',
    'Better than in similar schools by 3.2 points',
    'between −5.1 points and −1.3 points',
    'This is an association.',
    'How alike both sides were at the start',
    '$100',
  ])
    expect(text).toContain(words)
  expect(text).not.toMatch(/caus/i)
})

it('a refusal says why, how many there are and how many it takes, and what the schools show by themselves', async () => {
  const text = (
    await show({
      ...contribution,
      evidence: 'pre_post',
      comparison: null,
      refused: { reason: 'few_served', found: 3, needed: 6 },
      cost: { ...contribution.cost, perStudentCents: null, cents: null },
    })
  ).text()
  for (const words of [
    'No comparison is made',
    '3 of its schools have figures',
    'a comparison needs 6',
    'went from 24% to 19.6%',
    'Nothing is valued in the ledger yet',
  ])
    expect(text).toContain(words)
})
