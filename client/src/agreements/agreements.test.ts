import { agreementsContract as api } from '@common-table/shared/agreements/contract'
import { agreementDocumentsContract as documents } from '@common-table/shared/agreements/documents-contract'
import type { DocumentContent } from '@common-table/shared/agreements/document'
import type { AgreementItem } from '@common-table/shared/agreements/list-schemas'
import { partnerAgreementContract as link } from '@common-table/shared/agreements/partner-contract'
import type { Agreement } from '@common-table/shared/agreements/schemas'
import { agreementSectionsContract as sections } from '@common-table/shared/agreements/sections-contract'
import { agreementStagesContract as stages } from '@common-table/shared/agreements/stages-contract'
import { ProblemError } from '@common-table/shared/contract/problem'
import { obligationsContract } from '@common-table/shared/obligations/contract'
import type { Partnership } from '@common-table/shared/partnerships/schemas'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { plainSha256 } from '../platform/sha-256.ts'
import { answer, render } from '../platform/testing.ts'
import AgreementPage from './AgreementPage.vue'
import AgreementPart from './AgreementPart.vue'
import AgreementsPage from './AgreementsPage.vue'
import SignAgreementPage from './SignAgreementPage.vue'
import VerifyPage from './VerifyPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const robin = '00000000-0000-4000-8000-0000000000aa'
const partnership = { id: id(51), name: 'Reading together' }
const organization = { id: id(31), name: 'Harvest Table' }
const button = (page: VueWrapper, text: string) =>
  page.findAll('button').find((one) => one.text().startsWith(text))
const settled = async () => {
  for (let round = 0; round < 3; round++) {
    await flushPromises()
    await vi.dynamicImportSettled()
  }
}
const item = (more: Partial<AgreementItem> = {}): AgreementItem => ({
  id: id(81),
  title: 'Reading, this year',
  type: 'moa',
  kind: 'new',
  stage: 'legal',
  stageSince: '2026-01-02T10:00:00Z',
  daysInStage: 26,
  stuck: true,
  limitDays: 20,
  intensity: 'high',
  partnership,
  organization,
  startsOn: '2026-07-01',
  endsOn: '2027-06-30',
  termEndsOn: '2027-06-30',
  noticeBy: null,
  standing: 'unsigned',
  version: 1,
  ...more,
})
const clock = answer(api.getStageClock, () =>
  (['draft', 'legal', 'risk', 'board', 'signatures'] as const).map((stage) => ({
    stage,
    open: stage === 'legal' ? 3 : 0,
    stuck: stage === 'legal' ? 2 : 0,
    longestDays: 26,
    standardDays: 10,
    medianDays: stage === 'legal' ? 19.5 : null,
    finished: stage === 'legal' ? 6 : 0,
    byIntensity: [],
  })),
)
const agreement = (more: Partial<Agreement> = {}): Agreement => ({
  id: id(81),
  partnership,
  organization,
  kind: 'new',
  from: null,
  title: 'Reading, this year',
  type: 'express',
  language: 'en',
  facts: {
    intensity: 'low',
    money: 'none',
    usesSpace: false,
    data: 'none',
    contact: 'supervised',
    worksite: false,
    grassroots: false,
  },
  startsOn: '2026-07-01',
  endsOn: '2027-06-30',
  renews: false,
  termMonths: 12,
  noticeDays: 30,
  amountCents: null,
  dataSharing: null,
  districtSignerId: robin,
  partnerSignerId: id(61),
  stage: 'draft',
  stageSince: '2026-01-02T10:00:00Z',
  route: [{ gate: 'signatures', because: ['always'] }],
  standing: 'unsigned',
  lastDay: null,
  endReason: null,
  noticeGivenOn: null,
  noticeGivenBy: null,
  exitReason: null,
  amendmentReason: null,
  amendmentNote: '',
  districtSigner: { id: robin, name: 'Robin Alvarez' },
  partnerSigner: { id: id(61), name: 'Ana Núñez', email: 'ana@harvest.example' },
  certifiedOn: null,
  sections: [
    {
      id: id(91),
      code: 'purpose',
      group: 'general',
      title: 'Purpose',
      body: 'We read together.',
      state: 'under_discussion',
      notes: '',
      required: true,
      changedBy: null,
      changedAt: '2026-01-02T10:00:00Z',
      version: 1,
    },
  ],
  obligations: [],
  stays: [
    {
      stage: 'draft',
      enteredAt: '2026-01-02T10:00:00Z',
      leftAt: null,
      days: 3,
      outcome: null,
      decidedBy: '',
      note: '',
    },
  ],
  documents: [],
  signatures: [],
  comments: [],
  visionStanding: 'proposed',
  gaps: [
    { field: 'vision', rule: 'vision', message: 'Both sides confirm the shared vision first.' },
    { field: 'sections.purpose', rule: 'open', message: '“Purpose” is still under discussion.' },
    { field: 'obligations.partner', rule: 'required', message: 'Write down something.' },
  ],
  createdAt: '2026-01-02T10:00:00Z',
  version: 4,
  ...more,
})
const noDues = answer(obligationsContract.listDues, () => ({ items: [], nextCursor: null }))
const sha256 = 'a'.repeat(64)
const content: DocumentContent = {
  agreementId: id(81),
  title: 'Reading, this year',
  kind: 'new',
  type: 'express',
  language: 'en',
  districtName: 'Riverbend Schools',
  partnerName: 'Harvest Table',
  partnershipName: 'Reading together',
  amends: null,
  startsOn: '2026-07-01',
  endsOn: '2027-06-30',
  renews: false,
  termMonths: 12,
  noticeDays: 30,
  amountCents: null,
  visionNumber: 1,
  visionStatement: 'Every student reads.',
  schools: ['Lincoln'],
  sections: [{ code: 'purpose', group: 'general', title: 'Purpose', body: 'We read together.' }],
  obligations: [
    {
      side: 'partner',
      what: 'Send two tutors',
      cadence: 'weekly',
      firstDueOn: null,
      evidence: '',
      sectionCode: null,
    },
  ],
  dataSharing: null,
  issuedAt: '2026-01-02T10:00:00Z',
}

describe('the list of agreements', () => {
  it('shows the stage clock and marks what is stuck, and for how long', async () => {
    const page = await render(
      AgreementsPage,
      { role: 'director' },
      clock,
      answer(api.listAgreements, () => ({ items: [item()], nextCursor: null })),
    )
    expect(page.text()).toContain('usually 19.5 days (6 finished)')
    expect(page.text()).toContain('2 stuck')
    expect(page.find('tbody tr').text()).toContain('26 days')
    expect(button(page, 'Set standards')).toBeDefined()
  })

  it('keeps its filters in the address, and asks for what it says', async () => {
    const asked: unknown[] = []
    await render(
      AgreementsPage,
      { role: 'viewer', path: '/?attention=stuck&stage=legal&standing=over&sort=-endsOn&q=read' },
      clock,
      answer(api.listAgreements, ({ query }) => {
        asked.push(query)
        return { items: [], nextCursor: null }
      }),
    )
    expect(asked).toEqual([
      {
        q: 'read',
        stage: ['legal'],
        standing: 'over',
        stuck: true,
        sort: 'endsOn',
        descending: true,
        limit: 50,
      },
    ])
  })
})

describe('an agreement on its way', () => {
  const show = (
    what: Agreement,
    role: 'coordinator' | 'director' = 'coordinator',
    ...more: ReturnType<typeof answer>[]
  ) =>
    render(
      AgreementPage,
      { props: { agreementId: id(81) }, role },
      answer(api.getAgreement, () => what),
      noDues,
      ...more,
    )

  it('names what keeps it in draft, and does not offer to send it on', async () => {
    const page = await show(agreement())
    expect(page.text()).toContain('3 things are missing')
    expect(page.text()).toContain('“Purpose” is not finalized.')
    expect(page.text()).toContain('Something the partner will do')
    expect(button(page, 'Freeze and send on')!.attributes('aria-disabled')).toBe('true')
  })

  it('says in Spanish what is missing', async () => {
    const page = await render(
      AgreementPage,
      { props: { agreementId: id(81) }, role: 'coordinator', locale: 'es' },
      answer(api.getAgreement, () => agreement()),
    )
    expect(page.text()).toContain('«Purpose» no está terminada.')
    expect(page.text()).toContain('Primero ambas partes confirman la visión compartida.')
  })

  it('shows what somebody else wrote when both edit the same section', async () => {
    const page = await show(
      agreement(),
      'coordinator',
      answer(sections.changeSection, () => {
        throw new ProblemError('stale', 'The director changed this in the meantime.', {
          current: {
            ...agreement().sections[0]!,
            body: 'We read on Mondays.',
            changedBy: 'The director',
            version: 2,
          },
        })
      }),
    )
    await button(page, 'Write')!.trigger('click')
    await page.find('textarea').setValue('We read on Fridays.')
    await page.find('form').trigger('submit')
    await settled()
    expect(page.text()).toContain('The director changed this section')
    expect(page.text()).toContain('We read on Mondays.')
    expect((page.find('textarea').element as HTMLTextAreaElement).value).toBe('We read on Fridays.')
    expect(page.text()).toContain('Save mine in its place')
  })

  it('records a decision with who took it, and asks why it goes back', async () => {
    const decided: unknown[] = []
    const atLegal = agreement({
      stage: 'legal',
      gaps: [],
      route: [
        { gate: 'legal', because: ['high_intensity'] },
        { gate: 'signatures', because: ['always'] },
      ],
    })
    const page = await show(
      atLegal,
      'director',
      answer(stages.decideGate, ({ body }) => {
        decided.push(body)
        return agreement({ stage: 'signatures', gaps: [] })
      }),
    )
    expect(page.text()).toContain('Because of: high intensity.')
    await button(page, 'Record the decision')!.trigger('click')
    await settled()
    const form = document.querySelector<HTMLFormElement>('[role=dialog] form')!
    form.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click()
    await flushPromises()
    form.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(form.textContent).toContain('Say what must change before it comes back.')
    expect(decided).toEqual([])
  })

  it('lets the one who signs read the document and sign it', async () => {
    const signed: unknown[] = []
    const page = await show(
      agreement({
        stage: 'signatures',
        gaps: [],
        documents: [
          {
            id: id(95),
            kind: 'issued',
            sha256,
            sizeBytes: 1,
            issuedAt: '2026-01-02T10:00:00Z',
            current: true,
          },
        ],
      }),
      'director',
      answer(documents.getAgreementDocument, () => ({
        sha256,
        kind: 'issued' as const,
        content,
        signatures: [],
      })),
      answer(stages.signAgreement, ({ body }) => {
        signed.push(body)
        return agreement({ stage: 'signatures', gaps: [] })
      }),
    )
    await button(page, 'Read and sign')!.trigger('click')
    await settled()
    const panel = document.querySelector('[role=dialog]')!
    expect(panel.textContent).toContain('Send two tutors — every week')
    const form = panel.querySelector('form')!
    form.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(form.textContent).toContain('Check the box to sign.')
    form.querySelector<HTMLInputElement>('input[type=checkbox]')!.click()
    await flushPromises()
    form.dispatchEvent(new Event('submit'))
    await settled()
    expect(signed).toEqual([{ sha256, name: 'Robin Alvarez', title: '', consent: true, language: 'en' }])
  })
})

describe('agreements on a partnership’s page', () => {
  it('say why a formal partnership needs one, and begin it with the kind that fits', async () => {
    const begun: unknown[] = []
    const page = await render(
      AgreementPart,
      {
        role: 'coordinator',
        routes: [{ path: '/agreements/:agreementId', name: 'agreement', component: { render: () => null } }],
        props: {
          partnership: {
            ...partnership,
            formality: 'formal',
            intensity: 'low',
            startsOn: '2026-07-01',
            endsOn: null,
            organization: { ...organization, type: 'nonprofit' },
            partnerLead: null,
          } as unknown as Partnership, // the part reads these only
        },
      },
      answer(api.listAgreements, () => ({ items: [], nextCursor: null })),
      noDues,
      answer(api.beginAgreement, ({ body }) => {
        begun.push(body)
        return agreement()
      }),
    )
    expect(page.text()).toContain('its help counts only once an agreement is signed')
    await button(page, 'Begin an agreement')!.trigger('click')
    await settled()
    const form = document.querySelector<HTMLFormElement>('#begin-agreement')!
    expect(form.textContent).toContain('Low intensity, school staff present')
    const pays = [...form.querySelectorAll('label')].find(({ textContent }) =>
      textContent?.includes('The district pays'),
    )!
    pays.querySelector('input')?.click()
    pays.click()
    await flushPromises()
    expect(form.textContent).toContain('The district pays for services.')
    expect(form.textContent).toContain('Legal review → Signatures')
    form.dispatchEvent(new Event('submit'))
    await settled()
    expect(begun).toMatchObject([
      { type: 'paid_services', facts: { money: 'district_pays' }, startsOn: '2026-07-01' },
    ])
  })
})

describe('the agreement behind a link', () => {
  const read = {
    title: 'Reading, this year',
    partnershipName: 'Reading together',
    stage: 'signatures',
    standing: 'unsigned',
    lastDay: null,
    document: { id: id(95), sha256, kind: 'issued', content, signatures: [] },
    signatures: [],
    comments: [],
    waitingFor: ['district', 'partner'],
    promises: [],
  } as const
  it('is read and signed with a typed name and consent', async () => {
    const signed: unknown[] = []
    const page = await render(
      SignAgreementPage,
      { link: { name: 'Ana Núñez' } },
      answer(link.readAgreementByLink, () => structuredClone(read) as never), // a literal of the answer
      answer(link.signAgreementByLink, ({ body }) => {
        signed.push(body)
        return { ...structuredClone(read), waitingFor: ['district'] } as never
      }),
    )
    expect(page.text()).toContain('We read together.')
    expect(page.text()).toContain(sha256)
    const form = page.find('form')
    await form.find('input[type=checkbox]').setValue(true)
    await form.find('input[type=text]').setValue('A')
    await form.trigger('submit')
    expect(page.text()).toContain('Type your name as you sign it.')
    await form.find('input[type=text]').setValue('Ana Núñez')
    await form.trigger('submit')
    await settled()
    expect(signed).toEqual([{ sha256, name: 'Ana Núñez', title: '', consent: true, language: 'en' }])
    expect(page.text()).toContain('Thank you, you have signed')
  })

  it('shows the new document when the old one changed before it was signed', async () => {
    let reads = 0
    const page = await render(
      SignAgreementPage,
      { link: { name: 'Ana Núñez' } },
      answer(link.readAgreementByLink, () => {
        reads++
        return structuredClone(read) as never
      }),
      answer(link.signAgreementByLink, () => {
        throw new ProblemError('stale', 'The document changed since it was shown to you.', {
          reason: 'agreement-changed',
        })
      }),
    )
    await page.find('input[type=checkbox]').setValue(true)
    await page.find('form').trigger('submit')
    await settled()
    expect(page.text()).toContain('The document changed since it was shown to you.')
    expect(reads).toBe(2)
  })
})

describe('verifying', () => {
  it('asks for the fingerprint only, and says what it belongs to', async () => {
    const asked: unknown[] = []
    const page = await render(
      VerifyPage,
      answer(documents.verifyDocument, ({ body }) => {
        asked.push(body)
        return {
          found: true as const,
          document: 'signed' as const,
          districtName: 'Riverbend Schools',
          partnerName: 'Harvest Table',
          title: 'Reading, this year',
          type: 'moa' as const,
          kind: 'new' as const,
          startsOn: '2026-07-01',
          endsOn: '2027-06-30',
          signedAt: '2026-06-01T10:00:00Z',
          signers: [{ side: 'partner' as const, name: 'Ana Núñez', at: '2026-06-01T10:00:00Z' }],
          standing: 'in_force' as const,
          asOf: '2026-11-22',
        }
      }),
    )
    await page.find('form').trigger('submit')
    expect(page.text()).toContain('A fingerprint has 64 signs')
    const fingerprint = plainSha256(new TextEncoder().encode('the file'))
    await page.find('input[type=text]').setValue(` ${fingerprint.toUpperCase()} `)
    await page.find('form').trigger('submit')
    await settled()
    expect(asked).toEqual([{ sha256: fingerprint }])
    expect(page.text()).toContain('This is a genuine signed agreement')
    expect(page.text()).toContain('Ana Núñez')
  })
})
