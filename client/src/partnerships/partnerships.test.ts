import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import type { PartnershipItem } from '@common-table/shared/partnerships/schemas'
import { answer, render } from '../platform/testing.ts'
import PartnershipsPage from './PartnershipsPage.vue'

const anItem = (more: Partial<PartnershipItem> = {}): PartnershipItem => ({
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Weekend food',
  organization: { id: '00000000-0000-4000-8000-000000000002', name: 'Harvest Table' },
  stage: 'active',
  stageSince: '2025-01-15',
  scope: 'one_school',
  formality: 'informal',
  intensity: 'low',
  startsOn: null,
  endsOn: null,
  schoolCount: 1,
  studentsReached: 1200,
  categoryCodes: [],
  priorityCount: 0,
  lead: null,
  lastContactOn: null,
  version: 1,
  ...more,
})
const noCategories = answer(catalogContract.listCategories, () => ({ items: [] }))
const noYears = answer(calendarContract.listSchoolYears, () => ({ items: [] }))

describe('the list of partnerships', () => {
  it('shows who helps, at what stage and how many are reached', async () => {
    const page = await render(
      PartnershipsPage,
      { role: 'coordinator' },
      noCategories,
      noYears,
      answer(partnershipsContract.listPartnerships, () => ({ items: [anItem()], nextCursor: null })),
    )
    const [row] = page.findAll('tbody tr')
    expect(row!.text()).toContain('Weekend food')
    expect(row!.text()).toContain('Harvest Table')
    expect(row!.text()).toContain('Active')
    expect(row!.text()).toContain('1,200')
    expect(row!.text()).toContain('No lead yet')
    expect(page.text()).toContain('New partnership')
  })

  it('offers no button to people who may only read', async () => {
    const page = await render(
      PartnershipsPage,
      { role: 'viewer' },
      noCategories,
      noYears,
      answer(partnershipsContract.listPartnerships, () => ({ items: [anItem()], nextCursor: null })),
    )
    expect(page.text()).not.toContain('New partnership')
  })

  it('asks for what the address says', async () => {
    const asked: unknown[] = []
    await render(
      PartnershipsPage,
      {
        role: 'director',
        path: '/?q=food&stage=active&stage=paused&intensity=high&flags=withoutLead&flags=shouldFormalise&sort=-studentsReached',
      },
      noCategories,
      noYears,
      answer(partnershipsContract.listPartnerships, ({ query }) => {
        asked.push(query)
        return { items: [], nextCursor: null }
      }),
    )
    expect(asked).toEqual([
      {
        q: 'food',
        stage: ['active', 'paused'],
        intensity: 'high',
        withoutLead: true,
        shouldFormalise: true,
        sort: 'studentsReached',
        descending: true,
        limit: 50,
      },
    ])
  })

  it('says what to do when there is nothing, in Spanish too', async () => {
    const page = await render(
      PartnershipsPage,
      { role: 'coordinator', locale: 'es' },
      noCategories,
      noYears,
      answer(partnershipsContract.listPartnerships, () => ({ items: [], nextCursor: null })),
    )
    expect(page.text()).toContain('Todavía no hay alianzas')
  })

  it('moves a card on the board by its menu, and asks why before it pauses', async () => {
    const moved: unknown[] = []
    const page = await render(
      PartnershipsPage,
      { role: 'coordinator', path: '/?view=board' },
      noCategories,
      noYears,
      answer(partnershipsContract.listPartnerships, () => ({ items: [], nextCursor: null })),
      answer(partnershipsContract.partnershipBoard, () =>
        (['exploring', 'forming', 'active', 'expanding', 'renewing', 'paused', 'ended'] as const).map(
          (stage) => ({
            stage,
            count: stage === 'active' ? 1 : 0,
            studentsReached: 0,
            cards: stage === 'active' ? [anItem()] : [],
          }),
        ),
      ),
      answer(partnershipsContract.changePartnershipStage, ({ body }) => {
        moved.push(body)
        return { ...anItem(), stage: body.stage } as never // the page reads the version only
      }),
    )
    await flushPromises()
    await expect.poll(() => page.findAll('section h2').map((heading) => heading.text())).toContain('Active')
    const column = page
      .findAllComponents({ name: 'BoardColumn' })
      .find((each) => each.text().includes('Weekend food'))!
    column.vm.$emit('move', anItem().id, 'expanding')
    await flushPromises()
    expect(moved).toEqual([{ stage: 'expanding' }])
    column.vm.$emit('move', anItem().id, 'paused')
    await flushPromises()
    expect(document.body.textContent).toContain('Move to Paused')
    expect(moved).toHaveLength(1)
  })
})
