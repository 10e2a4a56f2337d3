import { checkInsContract } from '@common-table/shared/meetings/check-ins-contract'
import { todayContract } from '@common-table/shared/today/contract'
import type { Today, TodayItem } from '@common-table/shared/today/schemas'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { answer, render } from '../platform/testing.ts'
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
