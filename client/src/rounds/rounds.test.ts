import { ProblemError } from '@common-table/shared/contract/problem'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { roundsContract } from '@common-table/shared/rounds/contract'
import type { CensusForm } from '@common-table/shared/rounds/census-schemas'
import { censusContract } from '@common-table/shared/rounds/census-contract'
import { snapshotContract } from '@common-table/shared/rounds/snapshot-contract'
import type { SnapshotForm } from '@common-table/shared/rounds/snapshot-schemas'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import MultiCombo from '../ui/MultiCombo.vue'
import CensusLinkPage from './CensusLinkPage.vue'
import RoundsPage from './RoundsPage.vue'
import SnapshotLinkPage from './SnapshotLinkPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const frame = {
  round: {
    id: id(1),
    schoolYear: '2026-27',
    opensOn: '2026-11-01',
    dueOn: '2026-12-04',
    note: '',
    state: 'open' as const,
  },
  replyId: id(2),
  savedAt: null,
  submittedAt: null,
  submittedBy: '',
  filledFrom: null,
  categories: [
    { id: id(3), code: 'bn_food', name: 'Food pantry', nameEs: 'Despensa', group: 'basic_needs', tiers: [2] },
  ],
  version: 1,
}
const snapshot = (more: Partial<SnapshotForm> = {}): SnapshotForm => ({
  ...frame,
  school: { id: id(4), name: 'Lincoln Elementary', enrolment: 300 },
  partners: [{ id: id(5), name: 'Harvest Table', programs: ['Homework Club'] }],
  answers: {
    needs: [
      {
        needId: null,
        categoryId: id(3),
        tier: 2,
        severity: null,
        studentsAffected: 400,
        urgency: null,
        cannotMeetAlone: false,
        note: '',
        over: false,
      },
    ],
    partners: [],
    others: [],
  },
  ...more,
})
const button = (page: VueWrapper, words: string) =>
  page
    .findAll('button')
    .find((one) => one.text().includes(words) || one.attributes('aria-label')?.includes(words))!

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())
const rest = async () => {
  await vi.advanceTimersByTimeAsync(1000)
  await flushPromises()
}

describe('a principal’s snapshot by link', () => {
  it('is kept while it is typed, says what is missing, and is sent with the newest version', async () => {
    const keep = vi.fn(() => ({ savedAt: '2026-11-22T08:00:00Z', version: 2 }))
    const send = vi.fn(({ body }) => ({
      ...snapshot({
        answers: body,
        submittedAt: '2026-11-22T08:01:00Z',
        submittedBy: 'Priya Raman',
        version: 3,
      }),
    }))
    const page = await render(
      SnapshotLinkPage,
      { link: { purpose: 'snapshot' } },
      answer(snapshotContract.getSnapshotByLink, () => snapshot()),
      answer(snapshotContract.keepSnapshotDraftByLink, keep),
      answer(snapshotContract.sendSnapshotByLink, send),
    )
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('Say how much it matters.')
    expect(page.text()).toContain('More students than the school has.')
    expect(send).not.toHaveBeenCalled()
    await page.find('[data-field="needs.0.severity"] select').setValue('4')
    await page.find('[data-field="needs.0.studentsAffected"] input').setValue('60')
    await page.find('input[type=radio][value=yes]').setValue(true)
    await rest()
    expect(keep).toHaveBeenLastCalledWith(
      expect.objectContaining({
        ifMatch: 1,
        body: expect.objectContaining({ partners: [{ organizationId: id(5), present: 'yes' }] }),
      }),
    )
    expect(page.text()).toContain('Many students miss school or fail courses for lack of it.')
    await page.find('form').trigger('submit')
    await rest()
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ ifMatch: 2 }))
    expect(page.text()).toContain('Sent by Priya Raman')
  })

  it('says when it is not kept, and keeps it at the second try', async () => {
    let online = false
    const keep = vi.fn(() => {
      if (!online) throw new ProblemError('unreachable', 'No answer.')
      return { savedAt: '2026-11-22T08:00:00Z', version: 2 }
    })
    const page = await render(
      SnapshotLinkPage,
      { link: { purpose: 'snapshot' } },
      answer(snapshotContract.getSnapshotByLink, () => snapshot()),
      answer(snapshotContract.keepSnapshotDraftByLink, keep),
    )
    await page.find('[data-field="needs.0.severity"] select').setValue('4')
    await rest()
    expect(page.text()).toContain('This is not saved yet')
    online = true
    await button(page, 'Try again').trigger('click')
    await rest()
    expect(keep).toHaveBeenCalledTimes(2)
    expect(page.text()).toContain('Saved. Nothing is sent yet.')
  })

  it('takes nothing once the window is closed', async () => {
    const page = await render(
      SnapshotLinkPage,
      { link: { purpose: 'snapshot' }, locale: 'es' },
      answer(snapshotContract.getSnapshotByLink, () =>
        snapshot({ round: { ...frame.round, state: 'over' } }),
      ),
    )
    expect(page.find('fieldset').attributes('disabled')).toBeDefined()
    expect(page.text()).toContain('El plazo terminó')
  })
})

const census: CensusForm = {
  ...frame,
  organization: { id: id(5), name: 'Harvest Table' },
  schools: [{ id: id(4), name: 'Lincoln Elementary', grades: ['K'] }],
  answers: {
    note: '',
    programs: [
      {
        serviceId: id(6),
        name: 'Homework Club',
        categoryId: id(3),
        tier: 2,
        confirmed: false,
        running: true,
        setting: 'after_school',
        grades: [],
        languages: [],
        weekdays: [],
        sites: [{ schoolId: id(4), present: true, maximum: 20, available: 5 }],
        roomToGrow: null,
        growth: '',
      },
    ],
  },
}

describe('a partner’s census by link', () => {
  it('confirms a program with one press and says what came of it', async () => {
    const send = vi.fn(() => ({ verified: 1, updated: 0, added: 0, mismatches: 2 }))
    const page = await render(
      CensusLinkPage,
      { link: { purpose: 'census' } },
      answer(censusContract.getCensusByLink, () => census),
      answer(censusContract.keepCensusDraftByLink, () => ({ savedAt: '2026-11-22T08:00:00Z', version: 2 })),
      answer(censusContract.sendCensusByLink, send),
    )
    expect(page.text()).toContain('One program still to look through')
    await button(page, 'All still right').trigger('click')
    expect(page.text()).toContain('All programs are looked through')
    await page.find('form').trigger('submit')
    await rest()
    expect(send).toHaveBeenCalledWith(
      expect.objectContaining({
        ifMatch: 2,
        body: expect.objectContaining({ programs: [expect.objectContaining({ confirmed: true })] }),
      }),
    )
    expect(page.text()).toContain('One site is verified as of today')
    expect(page.text()).toContain('The district looks at 2 differences')
  })
})

describe('the district’s side', () => {
  it('shows who has answered and reminds the rest', async () => {
    const remind = vi.fn(() => ({ sent: 1, unreachable: 0 }))
    const page = await render(
      RoundsPage,
      { role: 'director' },
      answer(roundsContract.listRounds, () => ({
        items: [
          {
            ...frame.round,
            kind: 'snapshot' as const,
            closedAt: null,
            createdBy: 'Daniel',
            counts: { asked: 2, unreachable: 0, opened: 2, answered: 1 },
            version: 1,
          },
        ],
      })),
      answer(roundsContract.listReplies, () => ({
        items: [
          {
            id: id(2),
            who: { id: id(4), name: 'Lincoln Elementary' },
            state: 'opened' as const,
            to: { name: 'Priya', email: 'priya@lincoln.example' },
            askedAt: '2026-11-20T08:00:00Z',
            openedAt: '2026-11-21T08:00:00Z',
            savedAt: null,
            submittedAt: null,
            submittedBy: '',
            remindedAt: null,
            entries: null,
            roomToGrow: null,
            mismatches: 0,
          },
        ],
        nextCursor: null,
        total: 1,
      })),
      answer(roundsContract.remindOfRound, remind),
    )
    expect(page.text()).toContain('1 of 2 have answered')
    await button(page, 'Remind Lincoln Elementary').trigger('click')
    await flushPromises()
    expect(remind).toHaveBeenCalledWith(expect.objectContaining({ body: { replyIds: [id(2)] } }))
  })

  it('asks more partners in a census that is open, and not nobody', async () => {
    const census = {
      ...frame.round,
      kind: 'census' as const,
      closedAt: null,
      createdBy: 'Daniel',
      counts: { asked: 2, unreachable: 0, opened: 2, answered: 1 },
      version: 1,
    }
    const invite = vi.fn(() => census)
    const page = await render(
      RoundsPage,
      { role: 'director', path: '/?kind=census' },
      answer(roundsContract.listRounds, () => ({ items: [census] })),
      answer(roundsContract.listReplies, () => ({ items: [], nextCursor: null, total: 0 })),
      answer(organizationsContract.listOrganizations, () => ({ items: [], nextCursor: null })),
      answer(roundsContract.inviteToRound, invite),
    )
    await button(page, 'Ask more partners').trigger('click')
    await vi.dynamicImportSettled()
    await flushPromises()
    document.querySelector<HTMLFormElement>('#ask-partners')!.requestSubmit()
    await flushPromises()
    expect(document.body.textContent).toContain('Choose at least one partner.')
    expect(invite).not.toHaveBeenCalled()
    page.findComponent(MultiCombo).vm.$emit('update:modelValue', [id(7)])
    await flushPromises()
    document.querySelector<HTMLFormElement>('#ask-partners')!.requestSubmit()
    await flushPromises()
    expect(invite).toHaveBeenCalledWith(expect.objectContaining({ body: { organizationIds: [id(7)] } }))
  })
})
