import { complianceContract as api } from '@common-table/shared/compliance/contract'
import { standardRequirements } from '@common-table/shared/compliance/requirements'
import type {
  ComplianceDocument,
  DocumentItem,
  OwedByPartner,
  Passport,
} from '@common-table/shared/compliance/schemas'
import type { ClearanceItem } from '@common-table/shared/compliance/clearance-schemas'
import { ProblemError } from '@common-table/shared/contract/problem'
import { partnerLinksContract } from '@common-table/shared/links/contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import ClearancePage from './ClearancePage.vue'
import CompliancePart from './CompliancePart.vue'
import LiveAnswerPage from './LiveAnswerPage.vue'
import SendDocumentsPage from './SendDocumentsPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const harvest = { id: id(31), name: 'Harvest Table' }
const counts = answer(api.countClearances, () => ({ green: 3, amber: 1, red: 2, waiting: 4 }))
const noSchools = answer(schoolsContract.listSchools, () => ({ items: [], nextCursor: null }))
const cleared = (more: Partial<ClearanceItem>): ClearanceItem => ({
  organization: harvest,
  status: 'green',
  reasons: [],
  districtWide: false,
  schools: [{ id: id(41), name: 'Lincoln' }],
  schoolCount: 1,
  ...more,
})
const paper = (more: Partial<ComplianceDocument>): ComplianceDocument => ({
  id: id(51),
  kind: 'clearance_letter',
  status: 'submitted',
  fileName: 'letter.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 2048,
  issuedOn: null,
  expiresOn: null,
  amountCents: null,
  note: '',
  submittedBy: 'Ana Núñez',
  viaLink: true,
  submittedAt: '2026-01-02T10:00:00Z',
  reviewedBy: null,
  reviewedAt: null,
  rejectReason: null,
  rejectNote: '',
  version: 1,
  ...more,
})
const button = (page: VueWrapper, text: string) =>
  page.findAll('button').find((one) => one.text().startsWith(text))!
/** Dialogs come with the press that opens them. */
const dialogOpens = async () => {
  for (let round = 0; round < 3; round++) {
    await flushPromises()
    await vi.dynamicImportSettled()
  }
}
const inDialog = (text: string) =>
  [...document.querySelectorAll<HTMLElement>('[role="dialog"] button')].find(
    (one) => one.textContent?.trim() === text,
  )!
const choose = async (page: VueWrapper, selector: string, file: File) => {
  const input = page.get(selector).element as HTMLInputElement
  Object.defineProperty(input, 'files', { value: [file] })
  await page.get(selector).trigger('change')
}

describe('cleared on campus', () => {
  it('answers the front office by name, with the reason, and says who is not on the list', async () => {
    const asked: object[] = []
    const page = await render(
      ClearancePage,
      counts,
      answer(api.listClearances, ({ query }) => {
        asked.push(query)
        return query.q === 'nobody'
          ? { items: [], nextCursor: null }
          : {
              items: [
                cleared({
                  status: 'red',
                  reasons: [
                    {
                      code: 'document',
                      kind: 'liability_insurance',
                      state: 'expired',
                      expiresOn: '2026-01-31',
                      blocks: true,
                    },
                  ],
                }),
                cleared({ organization: { id: id(32), name: 'Chess Club' }, districtWide: true }),
              ],
              nextCursor: null,
            }
      }),
      { role: 'school' },
    )
    const [first, second] = page.findAll('ul[aria-label] > li')
    expect(first!.text()).toContain('Not cleared')
    expect(first!.text()).toContain('General liability insurance ended on Jan 31, 2026')
    expect(first!.text()).toContain('At Lincoln')
    expect(second!.text()).toContain('Cleared')
    expect(page.find('[role="tablist"]').exists()).toBe(false)
    await page.get('input[type="search"]').setValue('nobody')
    await new Promise((resolve) => setTimeout(resolve, 400))
    await flushPromises()
    expect(asked.at(-1)).toMatchObject({ q: 'nobody' })
    expect(page.text()).toContain('Not on the list: not cleared')
  })

  it('lets reviewers open what waits, send it back only with a reason, and approve it', async () => {
    const sent: object[] = []
    const waiting: DocumentItem = { ...paper({}), organization: harvest }
    const page = await render(
      ClearancePage,
      counts,
      noSchools,
      answer(api.listDocuments, () => ({ items: [waiting], nextCursor: null })),
      answer(api.reviewDocument, ({ body, ifMatch }) => {
        if (body.decision === 'reject' && !body.reason)
          throw new ProblemError('invalid-input', 'Say why.', {
            fields: [{ field: 'reason', rule: 'required', message: 'Say why.' }],
          })
        sent.push({ ...body, ifMatch })
        return passport({})
      }),
      { role: 'coordinator', path: '/cleared-on-campus?view=waiting' },
    )
    expect(page.get('[role="tablist"]').text()).toContain('4')
    await button(page, 'Review').trigger('click')
    await dialogOpens()
    inDialog('Send back').click()
    await flushPromises()
    inDialog('Send back').click()
    await flushPromises()
    expect(document.querySelector('[role="dialog"]')!.textContent).toContain('Choose a reason.')
    inDialog('Not after all').click()
    await flushPromises()
    inDialog('Approve').click()
    await flushPromises()
    expect(sent).toEqual([
      { decision: 'approve', issuedOn: null, expiresOn: null, amountCents: null, ifMatch: 1 },
    ])
  })

  it('shows what the district asks for, and offers the change to who may', async () => {
    const rules = answer(api.listRequirements, () => ({
      items: standardRequirements.map((rule) => ({
        ...rule,
        conditions: [...rule.conditions],
        version: 1,
        standard: true,
      })),
    }))
    const page = await render(ClearancePage, counts, noSchools, rules, {
      role: 'coordinator',
      path: '/cleared-on-campus?view=rules',
    })
    expect(page.text()).toContain('with students without school staff')
    expect(page.text()).toContain('At least $1,000,000')
    expect(button(page, 'Change')).toBeUndefined()
    const director = await render(ClearancePage, counts, noSchools, rules, {
      role: 'director',
      path: '/cleared-on-campus?view=rules',
    })
    expect(button(director, 'Change')).toBeDefined()
  })
})

const passport = (more: Partial<Passport>): Passport => ({
  organization: harvest,
  facts: { contact: 'supervised', studentData: false, districtPays: false, space: false },
  lighterLane: false,
  intensity: 'medium',
  status: 'red',
  reasons: [
    { code: 'document', kind: 'clearance_letter', state: 'submitted', expiresOn: null, blocks: true },
  ],
  owed: [
    {
      kind: 'clearance_letter',
      lane: 'standard',
      because: ['contact_from_medium'],
      blocks: true,
      state: 'submitted',
      documentId: id(51),
      waitingId: id(51),
      expiresOn: null,
    },
  ],
  documents: [
    paper({}),
    paper({ id: id(50), status: 'rejected', rejectReason: 'unreadable', rejectNote: 'Too dark.' }),
  ],
  schools: [{ id: id(41), name: 'Lincoln', status: 'red' }],
  districtWide: false,
  recipient: { contactId: id(61), name: 'Ana Núñez', email: 'ana@harvest.example' },
  code: id(71),
  today: '2026-02-01',
  version: 3,
  ...more,
})
const noLinks = answer(partnerLinksContract.listLinks, () => ({ items: [], nextCursor: null }))

describe('the compliance of an organisation', () => {
  it('says whether it is cleared, what it owes and why, and asks the partner by link', async () => {
    const asked: object[] = []
    const page = await render(
      CompliancePart,
      noLinks,
      answer(api.getPassport, () => passport({})),
      answer(api.askForDocuments, ({ body }) => {
        asked.push(body)
        return { name: 'Ana Núñez', email: 'ana@harvest.example' }
      }),
      { role: 'coordinator', props: { organizationId: harvest.id } },
    )
    expect(page.text()).toContain('Not cleared')
    expect(page.text()).toContain('Clearance letter (fingerprints, TB): to be reviewed')
    expect(page.text()).toContain('Needed because: its people are with students, at medium or high intensity')
    expect(page.text()).toContain('2 documents handed in')
    expect(page.text()).toContain('Sent back: It cannot be read · Too dark.')
    expect(page.get('svg[role="img"]').attributes('aria-label')).toBe(
      'QR code: today’s answer for Harvest Table',
    )
    await button(page, 'Ask the partner').trigger('click')
    await dialogOpens()
    inDialog('Send the link').click()
    await flushPromises()
    expect(asked).toEqual([{ contactId: id(61) }])
  })

  it('lets readers read, and says why nobody can be asked', async () => {
    const reader = await render(
      CompliancePart,
      answer(api.getPassport, () => passport({ documents: [], recipient: null })),
      { role: 'viewer', props: { organizationId: harvest.id } },
    )
    expect(button(reader, 'Hand in')).toBeUndefined()
    expect(button(reader, 'New code')).toBeUndefined()
    const page = await render(
      CompliancePart,
      noLinks,
      answer(api.getPassport, () => passport({ recipient: null })),
      { role: 'coordinator', props: { organizationId: harvest.id } },
    )
    expect(button(page, 'Ask the partner').attributes('aria-disabled')).toBe('true')
  })

  it('says in Spanish what is wrong, in whole sentences', async () => {
    const page = await render(
      CompliancePart,
      noLinks,
      answer(api.getPassport, () => passport({ reasons: [{ code: 'contact_unknown' }], status: 'amber' })),
      { role: 'coordinator', locale: 'es', props: { organizationId: harvest.id } },
    )
    expect(page.text()).toContain('Nadie ha dicho todavía si sus personas están con estudiantes')
    expect(page.text()).toContain('Pregunte antes')
  })
})

const owedItem = (more: Partial<OwedByPartner['items'][number]>): OwedByPartner['items'][number] => ({
  kind: 'liability_insurance',
  lane: 'standard',
  because: ['unsupervised'],
  blocks: true,
  state: 'missing',
  documentId: null,
  waitingId: null,
  expiresOn: null,
  expiry: 'required',
  minimumCents: 100_000_000,
  instructions: 'Name the district as certificate holder.',
  latest: null,
  ...more,
})

describe('the partner behind the link', () => {
  it('sees what is needed, hands it in, and is thanked', async () => {
    const sent: object[] = []
    let items = [owedItem({})]
    const page = await render(
      SendDocumentsPage,
      answer(api.listOwedDocuments, () => ({ organizationName: 'Harvest Table', items })),
      answer(api.sendDocument, ({ query }) => {
        sent.push(query)
        if (!query.expiresOn)
          throw new ProblemError('invalid-input', 'Say until when.', {
            fields: [
              { field: 'expiresOn', rule: 'required', message: 'Say until when the document is good.' },
            ],
          })
        return { organizationName: 'Harvest Table', items }
      }),
      { link: {} },
    )
    expect(page.get('h1').text()).toBe('Your documents')
    expect(page.text()).toContain('One document is still needed.')
    expect(page.text()).toContain('Name the district as certificate holder.')
    await button(page, 'Hand in').trigger('click')
    await flushPromises()
    expect(page.get('h1').text()).toBe('Hand in: General liability insurance')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('Choose the file first.')
    await choose(
      page,
      'input[type="file"]',
      new File(['%PDF-1.4'], 'insurance.pdf', { type: 'application/pdf' }),
    )
    await page.get('[data-field="amountCents"] input').setValue('1,000,000')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(sent).toEqual([{ kind: 'liability_insurance', amountCents: 100_000_000 }])
    expect(page.get('[data-field="expiresOn"]').text()).toContain('Say until when the document is good.')
    items = [owedItem({ state: 'submitted' })]
    await button(page, 'Cancel').trigger('click')
    expect(page.get('h1').text()).toBe('Your documents')
  })

  it('is told why a document came back, and that nothing is needed when all is there', async () => {
    const back = await render(
      SendDocumentsPage,
      answer(api.listOwedDocuments, () => ({
        organizationName: 'Harvest Table',
        items: [
          owedItem({
            state: 'rejected',
            latest: {
              status: 'rejected',
              fileName: 'dark.jpg',
              submittedAt: '2026-01-02T10:00:00Z',
              expiresOn: null,
              rejectReason: 'unreadable',
              rejectNote: 'Too dark.',
            },
          }),
        ],
      })),
      { link: {}, locale: 'es' },
    )
    expect(back.text()).toContain('Devuelto: No se puede leer')
    expect(back.text()).toContain('Too dark.')
    const done = await render(
      SendDocumentsPage,
      answer(api.listOwedDocuments, () => ({
        organizationName: 'Harvest Table',
        items: [owedItem({ state: 'approved', expiresOn: '2027-01-01' })],
      })),
      { link: {} },
    )
    expect(done.text()).toContain('Nothing is needed from you now. Thank you!')
  })
})

describe('the live answer', () => {
  it('says organisation, colour and time to anyone, and no more', async () => {
    const page = await render(
      LiveAnswerPage,
      answer(api.lookAtClearance, () => ({
        organizationName: 'Harvest Table',
        districtName: 'Riverbend Schools',
        status: 'amber' as const,
        at: '2026-02-01T10:00:00Z',
      })),
      { props: { code: id(71) } },
    )
    expect(page.get('h1').text()).toBe('Harvest Table')
    expect(page.get('[role="status"]').text()).toBe('Ask the office first')
  })

  it('does not clear anyone with an old code', async () => {
    const page = await render(
      LiveAnswerPage,
      answer(api.lookAtClearance, () => {
        throw new ProblemError('not-found', 'No.')
      }),
      { props: { code: id(71) } },
    )
    expect(page.get('h1').text()).toBe('This code is not valid')
  })
})
