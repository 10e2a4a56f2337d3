import { timelineContract } from '@common-table/shared/timeline/contract'
import type { TimelineItem, TimelineKind } from '@common-table/shared/timeline/schemas'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import PartnershipStory from './PartnershipStory.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const partnership = { id: id(51), name: 'Reading together' }
const item = (n: number, kind: TimelineKind, given: Partial<TimelineItem>): TimelineItem => ({
  id: id(n),
  at: '2026-03-01T10:00:00.000Z',
  kind,
  code: 'sent',
  by: 'Carmen',
  byKind: 'user',
  partnership,
  title: null,
  text: null,
  to: null,
  day: null,
  state: null,
  reason: null,
  recordId: null,
  change: null,
  ...given,
})
const items: TimelineItem[] = [
  item(1, 'change', {
    code: 'update',
    change: {
      table: 'partnerships',
      action: 'update',
      changes: { lead_user_id: [id(81), id(82)] },
      names: { [id(81)]: { en: 'Ben', es: 'Ben' }, [id(82)]: { en: 'Dana', es: 'Dana' } },
    },
  }),
  item(2, 'check_in', {
    code: 'signed',
    by: 'Ana',
    to: 'partner',
    day: '2026-02-10',
    recordId: id(71),
  }),
  item(3, 'link', { title: 'check-in', to: 'Ana <ana@harvest.example>', state: 'used' }),
  item(4, 'stage', { code: 'active', state: 'forming', reason: 'funding' }),
]

describe('the timeline on a page', () => {
  it('tells who changed what from what to what, links to the record, and is filtered by kind', async () => {
    const asked: (readonly TimelineKind[] | undefined)[] = []
    const page = await render(
      PartnershipStory,
      { role: 'coordinator', props: { partnership } },
      answer(timelineContract.getPartnershipStory, ({ query }) => {
        asked.push(query.kind)
        return { items: query.kind ? items.slice(2, 3) : items, nextCursor: null }
      }),
    )
    for (const text of [
      'Carmen changed: Partnership',
      'Ben',
      'Dana',
      'Ana (Partner) signed the check-in of Feb 10, 2026',
      'Carmen sent a link: Check-in',
      'to Ana <ana@harvest.example> · used',
      'Carmen moved it from Forming to Active',
      'Funding',
    ])
      expect(page.text()).toContain(text)
    expect(page.get('a').attributes('href')).toBe(`/check-ins/${id(71)}`)
    await page
      .findAll('button[aria-pressed]')
      .find((button) => button.text() === 'Links')!
      .trigger('click')
    await flushPromises()
    expect(asked.at(-1)).toEqual(['link'])
    expect(page.text()).not.toContain('Forming')
  })

  it('offers a reader only what a reader is told, and says what will appear where nothing has happened', async () => {
    const page = await render(
      PartnershipStory,
      { role: 'viewer', props: { partnership } },
      answer(timelineContract.getPartnershipStory, () => ({ items: [], nextCursor: null })),
    )
    expect(page.findAll('button[aria-pressed]').map((button) => button.text())).toEqual([
      'Contacts',
      'Stages',
      'Check-ins',
      'Documents',
    ])
    expect(page.text()).toContain('Nothing has happened yet')
  })
})
