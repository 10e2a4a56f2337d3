import { checkInsContract } from '@common-table/shared/meetings/check-ins-contract'
import { outcomesContract } from '@common-table/shared/outcomes/contract'
import { obligationsContract } from '@common-table/shared/obligations/contract'
import type { Due } from '@common-table/shared/obligations/schemas'
import { todayContract } from '@common-table/shared/today/contract'
import type { Today, TodayItem } from '@common-table/shared/today/schemas'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import DistrictNow from './DistrictNow.vue'
import TodayBoard from './TodayBoard.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const item = (n: number, given: Partial<TodayItem>): TodayItem => ({
  id: id(n),
  title: 'Reading together',
  state: 'silent',
  partnership: { id: id(51), name: 'Reading together' },
  organization: { id: id(31), name: 'Harvest Table' },
  parentId: null,
  side: null,
  day: '2026-01-02',
  days: 70,
  students: null,
  category: null,
  count: null,
  version: null,
  ...given,
})
const waiting: Today = {
  today: '2026-03-13',
  quietAfterDays: 60,
  groups: [
    {
      kind: 'actions',
      total: 1,
      more: false,
      items: [
        item(1, {
          title: 'Ask for a bus',
          state: 'overdue',
          side: 'district' as const,
          parentId: id(7),
          days: 2,
          version: 3,
        }),
      ],
    },
    { kind: 'quiet', total: 7, more: false, items: [item(51, { students: 300 })] },
  ],
}

describe('what waits today, on Home', () => {
  it('is told kind by kind with the act that clears it, and one press is enough where it can be', async () => {
    let mine: boolean | undefined
    let done: object | undefined
    const page = await render(
      TodayBoard,
      { role: 'coordinator' },
      answer(todayContract.getToday, ({ query }) => {
        mine = query.mine
        return waiting
      }),
      answer(checkInsContract.changeAction, ({ params, body, ifMatch }) => {
        done = { ...params, ...body, ifMatch }
        return {
          id: id(1),
          what: 'Ask for a bus',
          side: 'district' as const,
          owner: 'Carmen',
          dueOn: '2026-03-11',
          doneOn: '2026-03-13',
          version: 4,
        }
      }),
    )
    expect(mine).toBe(true)
    for (const text of [
      'Overdue actions',
      'Ask for a bus',
      'was due 2 days ago',
      'Quiet partners',
      '300 students',
    ])
      expect(page.text()).toContain(text)
    expect(page.get('[aria-label="Get in touch: Reading together"]').attributes('href')).toBe(
      `/partnerships/${id(51)}?part=overview`,
    )
    await page.get('[aria-label="Done: Ask for a bus"]').trigger('click')
    await flushPromises()
    expect(done).toMatchObject({ actionId: id(1), ifMatch: 3 })
  })

  it('settles a promise in its row: kept with one press and taken back, or not kept with what was in the way', async () => {
    const promise = item(3, {
      title: 'Two tutors',
      state: 'overdue',
      side: 'partner',
      day: '2026-03-10',
      days: 3,
      version: 1,
    })
    const sent: object[] = []
    const due = (status: Due['status'], version: number): Due => ({
      id: id(3),
      obligationId: id(4),
      agreement: { id: id(5), title: 'Reading agreement' },
      partnership: promise.partnership!,
      organization: promise.organization!,
      side: 'partner',
      what: 'Two tutors',
      evidence: '',
      dueOn: '2026-03-10',
      status,
      standing: status === 'open' ? 'overdue' : status,
      keptOn: status === 'kept' ? '2026-03-10' : null,
      note: '',
      settledBy: null,
      settledAt: null,
      version,
    })
    const page = await render(
      TodayBoard,
      { role: 'director' },
      answer(todayContract.getToday, () => ({
        ...waiting,
        groups: [{ kind: 'promises' as const, total: 1, more: false, items: [promise] }],
      })),
      answer(obligationsContract.keepDue, ({ body, ifMatch }) => {
        sent.push({ ...body, ifMatch })
        return due('kept', Number(ifMatch) + 1)
      }),
      answer(obligationsContract.reopenDue, ({ ifMatch }) => {
        sent.push({ ifMatch })
        return due('open', Number(ifMatch) + 1)
      }),
      answer(obligationsContract.missDue, ({ body, ifMatch }) => {
        sent.push({ ...body, ifMatch })
        return due('missed', Number(ifMatch) + 1)
      }),
    )
    await vi.waitFor(() => expect(page.find('[aria-label="Kept: Two tutors"]').exists()).toBe(true))
    const press = async (text: string) => {
      await page
        .findAll('button')
        .find((button) => button.text() === text)!
        .trigger('click')
      await flushPromises()
    }
    await press('Kept')
    expect(page.text()).toContain('Recorded as kept on its day, Mar 10, 2026.')
    await page.get('form input').setValue('A photo')
    await page.get('form').trigger('submit')
    await flushPromises()
    await press('Undo')
    await press('Not kept')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('Say what was in the way.')
    await page.get('form input').setValue('Flu')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('Recorded as not kept.')
    expect(sent).toEqual([
      { keptOn: '2026-03-10', ifMatch: 1 },
      { keptOn: '2026-03-10', note: 'A photo', ifMatch: 2 },
      { ifMatch: 3 },
      { reason: 'Flu', ifMatch: 4 },
    ])
  })

  it('names a gap by its school and kind of help, and leads to the need', async () => {
    const gap = item(8, {
      title: 'Lincoln',
      state: 'open',
      partnership: null,
      organization: null,
      count: 5,
      students: 40,
      category: { id: id(9), name: 'Food pantry', nameEs: 'Despensa' },
    })
    const page = await render(
      TodayBoard,
      { role: 'director' },
      answer(todayContract.getToday, () => ({
        ...waiting,
        groups: [{ kind: 'gaps' as const, total: 1, more: false, items: [gap] }],
      })),
    )
    expect(page.text()).toContain('Severity 5 of 5; 40 students without help')
    expect(page.get('[aria-label="Find help: Lincoln: Food pantry"]').attributes('href')).toBe(
      `/needs/${id(8)}`,
    )
  })

  it('offers no act to who may only look, and says so when nothing waits', async () => {
    const viewer = await render(
      TodayBoard,
      { role: 'viewer' },
      answer(todayContract.getToday, () => waiting),
    )
    expect(viewer.text()).toContain('Harvest Table')
    expect(viewer.find('[aria-label^="Get in touch"]').exists()).toBe(false)
    const empty = await render(
      TodayBoard,
      { role: 'director' },
      answer(todayContract.getToday, () => ({ ...waiting, groups: [] })),
    )
    expect(empty.text()).toContain('Nothing waits')
  })
})

describe('a district on its first day', () => {
  it('is told to begin with its schools by whoever may bring them in, and no more once they are there', async () => {
    const seen = async (role: 'admin' | 'viewer', schoolsWithout: number) =>
      render(
        DistrictNow,
        { role },
        answer(outcomesContract.getDashboard, () => ({
          schoolYear: null,
          schoolYears: [],
          preparing: false,
          asOf: '2026-03-13T12:00:00.000Z',
          threshold: 10,
          metrics: [],
          reach: { partnerships: [], schoolsWithPartners: 0, schoolsWithout, openNeeds: [], priorities: [] },
        })),
      )
    const first = await seen('admin', 0)
    expect(first.text()).toContain('No school is here yet')
    expect(first.findAll('a').map((link) => link.text())).toContain('Bring in the list of schools')
    expect((await seen('viewer', 0)).text()).not.toContain('No school is here yet')
    expect((await seen('admin', 3)).text()).not.toContain('No school is here yet')
  })
})
