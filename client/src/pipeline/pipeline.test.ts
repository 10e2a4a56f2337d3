import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { ProblemError } from '@common-table/shared/contract/problem'
import { mergeContract } from '@common-table/shared/organizations/merge-contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { connectionsContract } from '@common-table/shared/pipeline/connections-contract'
import type { SentOffer } from '@common-table/shared/pipeline/offer-schemas'
import { offersContract } from '@common-table/shared/pipeline/offers-contract'
import { isWorkDone } from '@common-table/shared/pipeline/proof-of-work'
import type { Prospect, ProspectItem } from '@common-table/shared/pipeline/prospect-schemas'
import { prospectsContract as api } from '@common-table/shared/pipeline/prospects-contract'
import { prospectStageTerms } from '@common-table/shared/pipeline/vocabulary'
import { prioritiesContract } from '@common-table/shared/priorities/contract'
import { viewsContract } from '@common-table/shared/views/contract'
import MergeDialog from '../organizations/MergeDialog.vue'
import { answer, render } from '../platform/testing.ts'
import OfferHelpPage from './OfferHelpPage.vue'
import PipelinePage from './PipelinePage.vue'
import ProspectPage from './ProspectPage.vue'
import SchoolTablePart from './SchoolTablePart.vue'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const anItem = (more: Partial<ProspectItem> = {}): ProspectItem => ({
  id: id(1),
  organization: { id: id(2), name: 'Riverside Hardware', type: 'business', sectors: ['business'] },
  stage: 'talking',
  stageSince: '2026-09-01',
  willingness: 'open',
  priority: 1,
  goal: 'Job shadows for ten students',
  owner: null,
  schoolCount: 1,
  knowers: 2,
  lastContactOn: '2026-05-01',
  silentDays: 60,
  cold: true,
  nextOn: null,
  source: 'stakeholder',
  closedReason: null,
  version: 4,
  ...more,
})
const aProspect = (more: Partial<Prospect> = {}): Prospect => ({
  ...anItem(),
  approach: '',
  contact: null,
  categoryIds: [],
  schools: [{ id: id(5), name: 'Lincoln High School' }],
  knownBy: [{ id: id(6), name: 'Ana Ruiz', closeness: 'close', contactName: 'Luis Ortega' }],
  steps: [
    {
      id: id(7),
      channel: 'call',
      what: 'Call Luis',
      owner: null,
      dueOn: '2026-01-01',
      doneOn: null,
      version: 1,
    },
  ],
  partnership: null,
  ...more,
})
const columns = (card: ProspectItem) =>
  prospectStageTerms.map(({ code }) => ({
    stage: code,
    count: code === card.stage ? 1 : 0,
    cards: code === card.stage ? [card] : [],
  }))
const frame = [
  answer(catalogContract.listCategories, () => ({ items: [] })),
  answer(viewsContract.listViews, () => ({ items: [] })),
  answer(prioritiesContract.listPriorities, () => ({ items: [] })),
  answer(partnershipsContract.listPartnershipLeads, () => []),
]
const button = (page: VueWrapper, text: string) =>
  page.findAll('button').find((one) => one.text().includes(text))!
const settled = async () => {
  await vi.dynamicImportSettled()
  await flushPromises()
}

describe('the pipeline', () => {
  it('shows who goes cold, asks what the address says, and asks why before somebody is let go', async () => {
    const asked: unknown[] = []
    const moved: unknown[] = []
    const page = await render(
      PipelinePage,
      { role: 'coordinator', path: '/?sector=business&flags=cold' },
      ...frame,
      answer(api.prospectBoard, ({ query }) => (asked.push(query), columns(anItem()))),
      answer(api.changeProspectStage, ({ body, ifMatch }) => (moved.push([body, ifMatch]), aProspect())),
    )
    await settled()
    expect(asked[0]).toEqual({ sector: ['business'], cold: true })
    for (const text of ['Riverside Hardware', '60 days without contact', 'Known by 2 people'])
      expect(page.text()).toContain(text)
    const column = page
      .findAllComponents({ name: 'BoardColumn' })
      .find((one) => one.text().includes('Riverside'))!
    column.vm.$emit('move', id(1), 'willing')
    await flushPromises()
    expect(moved).toEqual([[{ stage: 'willing' }, 4]])
    column.vm.$emit('move', id(1), 'declined')
    await settled()
    expect(document.body.textContent).toContain('Let Riverside Hardware go for now')
    column.vm.$emit('move', id(1), 'joined')
    await flushPromises()
    expect(moved).toHaveLength(1)
  })

  it('says on a prospect’s page what is overdue, who knows them, and lets them join', async () => {
    const page = await render(
      ProspectPage,
      { role: 'coordinator', props: { prospectId: id(1) } },
      ...frame,
      answer(api.getProspect, () => aProspect()),
      answer(connectionsContract.listTouches, () => ({ items: [], nextCursor: null })),
    )
    await settled()
    for (const text of [
      'Call Luis',
      'Overdue since',
      'Ana Ruiz',
      'Luis Ortega',
      'They join',
      'No touch is noted',
    ])
      expect(page.text()).toContain(text)
  })

  it('offers readers nothing to press', async () => {
    const page = await render(
      ProspectPage,
      { role: 'viewer', props: { prospectId: id(1) } },
      ...frame,
      answer(api.getProspect, () => aProspect()),
      answer(connectionsContract.listTouches, () => ({ items: [], nextCursor: null })),
    )
    for (const text of ['They join', 'Edit', 'Note a touch', 'Suggest steps'])
      expect(page.text()).not.toContain(text)
  })

  it('shows which sectors a school’s table misses, and puts a candidate into the pipeline', async () => {
    const added: unknown[] = []
    const candidate = {
      organization: { id: id(9), name: 'County Counseling' },
      type: 'health' as const,
      tiedToSchool: true,
      trusted: false,
      knowers: 1,
      schoolCount: 0,
    }
    const page = await render(
      SchoolTablePart,
      { role: 'coordinator', props: { schoolId: id(5) } },
      answer(api.getSchoolTable, () => ({
        school: { id: id(5), name: 'Lincoln High School' },
        seated: 1,
        of: 6,
        seats: [
          {
            sector: 'mental_health' as const,
            core: true,
            seat: 'missing' as const,
            members: [],
            candidates: [candidate],
          },
        ],
      })),
      answer(api.addProspect, ({ body }) => (added.push(body), aProspect())),
    )
    for (const text of ['1 of 6 core sectors', 'Missing', 'County Counseling', 'works with our students'])
      expect(page.text()).toContain(text)
    await button(page, 'Put into the pipeline').trigger('click')
    await flushPromises()
    expect(added).toEqual([{ organizationId: id(9), schoolIds: [id(5)], source: 'stakeholder' }])
  })
})

describe('offering help', () => {
  const opened = answer(offersContract.openOfferForm, () => ({
    district: {
      name: 'Cedar Valley',
      website: null,
      contactEmail: 'partners@cedar.example',
      contactPhone: null,
      brandHue: null,
      hasLogo: false,
    },
    categories: [],
    token: 'challenge',
    bits: 4,
  }))

  it('says at each field what is missing, then sends with the work done and thanks', async () => {
    const sent: SentOffer[] = []
    const page = await render(
      OfferHelpPage,
      { props: { district: id(3) }, locale: 'es' },
      opened,
      answer(offersContract.sendOffer, ({ body }) => void sent.push(body)),
    )
    expect(page.get('h1').text()).toBe('Ofrezca su ayuda a Cedar Valley')
    await page.get('form').trigger('submit')
    await settled()
    expect(page.get('[data-field=message]').text()).toContain('Escriba en pocas palabras')
    expect(sent).toEqual([])
    for (const [field, text] of [
      ['organizationName', 'Ferretería del Río'],
      ['contactName', 'Luis Ortega'],
      ['contactEmail', 'luis@rio.example'],
    ])
      await page.get(`[data-field=${field}] input`).setValue(text)
    await page.get('[data-field=message] textarea').setValue('Podemos recibir a diez estudiantes.')
    await page.get('form').trigger('submit')
    await expect.poll(() => sent.length).toBe(1)
    expect(sent[0]).toMatchObject({ locale: 'es', anywhere: true, organizationName: 'Ferretería del Río' })
    expect(isWorkDone('challenge', sent[0]!.nonce, 4)).toBe(true)
    await flushPromises()
    expect(page.get('h1').text()).toBe('¡Gracias!')
  })

  it('says kindly that the form is closed', async () => {
    const page = await render(
      OfferHelpPage,
      { props: { district: id(3) } },
      answer(offersContract.openOfferForm, () => {
        throw new ProblemError('not-found', 'Closed')
      }),
    )
    expect(page.get('h1').text()).toBe('This form is not open')
  })
})

describe('two records of one organization', () => {
  it('shows what would move, merges, and can be taken apart', async () => {
    const merged: unknown[] = []
    const two = { kept: { id: id(2), name: 'Harvest Table' }, gone: { id: id(8), name: 'Harvest Tabel' } }
    const organization = { id: id(2), name: 'Harvest Table', ein: null, website: null, phone: null }
    await render(
      MergeDialog,
      { role: 'coordinator', props: { open: true, organization } },
      answer(organizationsContract.listOrganizations, () => ({ items: [], nextCursor: null })),
      answer(organizationsContract.findDuplicates, () => ({
        items: [
          {
            id: id(8),
            name: 'Harvest Tabel',
            type: 'nonprofit' as const,
            status: 'prospect' as const,
            website: null,
            verdict: 'likely' as const,
            confidence: 0.9,
            reasons: ['similar_name' as const],
          },
        ],
      })),
      answer(mergeContract.previewMerge, () => ({
        ...two,
        counts: [
          { table: 'partnerships', moved: 2, combined: 0 },
          { table: 'contacts', moved: 1, combined: 1 },
          { table: 'something_new', moved: 3, combined: 0 },
        ],
        changes: { website: 'https://harvest.example', former_names: ['Harvest Tabel'] },
        combined: [],
      })),
      answer(mergeContract.mergeOrganizations, ({ body }) => {
        merged.push(body)
        return { id: id(20), kept: two.kept, goneId: id(8), goneName: 'Harvest Tabel', counts: [] }
      }),
    )
    const press = async (text: string) => {
      const found = [...document.querySelectorAll('button')].filter((one) => one.textContent?.trim() === text)
      found.at(-1)!.click()
      await settled()
    }
    await press('Choose')
    for (const text of [
      'Partnerships',
      '2 move',
      '1 is there twice and becomes one',
      'Other records',
      'Formerly',
    ])
      expect(document.body.textContent).toContain(text)
    await press('Merge')
    expect(merged).toEqual([{ goneId: id(8) }])
  })
})
