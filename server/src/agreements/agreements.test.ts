import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { agreementsContract as api } from '@common-table/shared/agreements/contract'
import { agreementDocumentsContract as documents } from '@common-table/shared/agreements/documents-contract'
import { partnerAgreementContract as link } from '@common-table/shared/agreements/partner-contract'
import type { Agreement, NewAgreement } from '@common-table/shared/agreements/schemas'
import { agreementSectionsContract as sections } from '@common-table/shared/agreements/sections-contract'
import { consentText } from '@common-table/shared/agreements/signing'
import { agreementStagesContract as stages } from '@common-table/shared/agreements/stages-contract'
import { addDays } from '@common-table/shared/calendar/dates'
import { createCaller, urlOf } from '@common-table/shared/contract/caller'
import { mailContract } from '@common-table/shared/mail/contract'
import { notificationsContract } from '@common-table/shared/notifications/contract'
import { obligationsContract as promises } from '@common-table/shared/obligations/contract'
import { outlookContract } from '@common-table/shared/outlook/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { visionContract } from '@common-table/shared/vision/contract'
import { partnerVisionContract } from '@common-table/shared/vision/partner-contract'
import { district, id, otherDistrict, personOf, sendTo, useApi } from '../../test/support/api.ts'
import { keepAgreements } from './upkeep.ts'

const [organization, partnership, school, contact, goal] = [31, 51, 41, 61, 71].map(id) as [
  string,
  string,
  string,
  string,
  string,
]
/** The day it is where the district is. */
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date())
const term = { startsOn: addDays(today, -30), endsOn: addDays(today, 335) }
const plain = {
  intensity: 'low',
  money: 'none',
  usesSpace: false,
  data: 'none',
  contact: 'supervised',
  worksite: false,
  grassroots: false,
} as const

describe('agreements', () => {
  const test = useApi()
  const coordinator = () => test.as('coordinator')
  const director = () => test.as('director')

  beforeAll(async () => {
    const values = [
      [
        "insert into organizations (district_id, id, name) values ($1, $2, 'Harvest Table')",
        [district, organization],
      ],
      [
        "insert into schools (district_id, id, code, name) values ($1, $2, '041', 'Lincoln Elementary')",
        [district, school],
      ],
      [
        "insert into contacts (district_id, id, organization_id, name, email, is_primary) values ($1, $2, $3, 'Ana Núñez', 'ana@harvest.example', true)",
        [district, contact, organization],
      ],
      [
        "insert into priorities (district_id, id, title) values ($1, $2, 'Reading by third grade')",
        [district, goal],
      ],
      [
        "insert into partnerships (district_id, id, organization_id, name, lead_user_id) values ($1, $2, $3, 'Reading together', $4)",
        [district, partnership, organization, personOf('coordinator')],
      ],
      ['insert into partnership_schools values ($1, $2, $3)', [district, partnership, school]],
    ] as const
    for (const [text, given] of values) await test.sql(text, [...given])
  })

  /** The partner, holding the link of this purpose that was mailed last. */
  const partner = async (purpose: 'vision' | 'agreement') => {
    const { items } = await test.as('admin')(mailContract.listMails, { query: {} })
    for (const { id: mailId, toAddress } of items) {
      if (toAddress !== 'ana@harvest.example') continue
      const { body } = await test.as('admin')(mailContract.getMail, { params: { mailId } })
      const token = new RegExp(`/link/${purpose}#(\\S+)`).exec(body)?.[1]
      if (token) return createCaller(sendTo(test.app, `Link ${token}`))
    }
    throw new Error(`Nobody mailed a link of purpose ${purpose}.`)
  }
  const begin = (more: Partial<NewAgreement> = {}) =>
    coordinator()(api.beginAgreement, {
      params: { partnershipId: partnership },
      body: {
        type: 'express',
        facts: plain,
        ...term,
        districtSignerId: personOf('director'),
        partnerSignerId: contact,
        ...more,
      },
    })
  const read = (agreementId: string) => coordinator()(api.getAgreement, { params: { agreementId } })

  /** Everything a draft needs, so that a test can leave out what it is about. */
  const fill = async (agreement: Agreement): Promise<Agreement> => {
    for (const section of agreement.sections)
      await coordinator()(sections.changeSection, {
        params: { sectionId: section.id },
        body: { body: section.body || 'As both sides agreed.', state: 'finalized' },
        ifMatch: section.version,
      })
    for (const body of [
      { side: 'district', what: 'Give a quiet room', cadence: 'once', firstDueOn: addDays(today, -10) },
      { side: 'partner', what: 'Send two tutors', cadence: 'monthly' },
    ] as const)
      await coordinator()(promises.addObligation, { params: { agreementId: agreement.id }, body })
    return read(agreement.id)
  }
  const agreeOnVision = async () => {
    const params = { partnershipId: partnership }
    const written = await coordinator()(visionContract.writeVision, {
      params,
      body: {
        statement: 'Every student at Lincoln reads with joy.',
        goals: [{ priorityId: goal, words: '' }],
        districtExpectations: ['Tutors come on time'],
        partnerExpectations: ['A quiet room'],
        processes: ['The leads talk every other week'],
        outcomes: [{ what: 'More readers', metricId: null, measure: 'Benchmark', target: '60 %' }],
      },
      ifMatch: 0,
    })
    await coordinator()(visionContract.proposeVision, {
      params,
      body: { contactId: contact },
      ifMatch: written.version,
    })
    const ana = await partner('vision')
    await ana(partnerVisionContract.confirmVisionByLink, { body: { number: 1, name: 'Ana Núñez' } })
  }
  const submit = ({ id: agreementId, version }: Agreement) =>
    coordinator()(stages.submitAgreement, { params: { agreementId }, ifMatch: version })
  const ready = async (more: Partial<NewAgreement> = {}) => submit(await fill(await begin(more)))
  const current = (agreement: Agreement) =>
    agreement.documents.find(({ kind, current: now }) => kind === 'issued' && now)!.sha256
  const signAs = (
    call: ReturnType<typeof director>,
    agreementId: string,
    sha256: string,
    more: object = {},
  ) =>
    call(stages.signAgreement, {
      params: { agreementId },
      body: { sha256, name: 'The Director', consent: true, ...more },
    })
  const partnerSigns = async (sha256: string, name = 'Ana Núñez') =>
    (await partner('agreement'))(link.signAgreementByLink, {
      body: { sha256, name, title: 'Executive Director', consent: true, language: 'es' },
    })
  const signed = async (more: Partial<NewAgreement> = {}): Promise<Agreement> => {
    const agreement = await ready(more)
    await partnerSigns(current(agreement))
    return signAs(director(), agreement.id, current(agreement))
  }

  it('begin from the template of their type, as a checklist', async () => {
    const agreement = await begin()
    expect(agreement).toMatchObject({
      title: 'Express partner agreement: Reading together',
      stage: 'draft',
      standing: 'unsigned',
      route: [{ gate: 'signatures', because: ['always'] }],
      stays: [{ stage: 'draft', leftAt: null, outcome: null }],
      version: 1,
    })
    expect(agreement.sections.map(({ state }) => state)).toContain('not_yet_addressed')
    const parties = agreement.sections.find(({ code }) => code === 'parties')!
    expect(parties).toMatchObject({ state: 'under_discussion', required: true })
    expect(parties.body).toContain('Riverbend Schools (“the district”) and Harvest Table')
  })

  it('grow by the sections that new facts ask for, and take sections of their own', async () => {
    const { id: agreementId, version } = await begin()
    const wider = await coordinator()(api.changeAgreement, {
      params: { agreementId },
      body: { type: 'moa', facts: { ...plain, intensity: 'high', contact: 'unsupervised' } },
      ifMatch: version,
    })
    expect(wider.route.map(({ gate }) => gate)).toEqual(['legal', 'risk', 'board', 'signatures'])
    expect(wider.sections.filter(({ required }) => required).map(({ code }) => code)).toContain('screening')
    const own = await coordinator()(sections.addSection, {
      params: { agreementId },
      body: { title: 'Snacks', body: 'The partner brings fruit.' },
    })
    expect(own).toMatchObject({ group: 'own', required: false, state: 'under_discussion' })
    await coordinator()(sections.removeSection, { params: { sectionId: own.id } })
    const [purpose] = wider.sections
    await expect(
      coordinator()(sections.removeSection, { params: { sectionId: purpose!.id } }),
    ).rejects.toMatchObject({ code: 'step-not-possible', reason: 'section-needed' })
    await expect(
      coordinator()(sections.changeSection, {
        params: { sectionId: purpose!.id },
        body: { state: 'finalized', body: ' ' },
        ifMatch: purpose!.version,
      }),
    ).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'body', rule: 'empty' }] })
  })

  it('do not leave draft before both sides have confirmed the shared vision', async () => {
    const agreement = await fill(await begin())
    await expect(submit(agreement)).rejects.toMatchObject({
      code: 'step-not-possible',
      reason: 'agreement-gaps',
      fields: [{ field: 'vision', rule: 'vision' }],
    })
    await agreeOnVision()
    await expect(submit(await read(agreement.id))).rejects.toMatchObject({ fields: [{ field: 'vision' }] })
    await coordinator()(visionContract.confirmVision, {
      params: { partnershipId: partnership },
      body: { number: 1, name: 'The coordinator' },
    })
    expect(await submit(await read(agreement.id))).toMatchObject({ stage: 'signatures', gaps: [] })
  })

  it('name everything else that is missing, field by field, and save nothing', async () => {
    const empty = await begin({ startsOn: null, districtSignerId: null, partnerSignerId: null })
    const refused = submit(empty)
    await expect(refused).rejects.toMatchObject({ code: 'step-not-possible' })
    const { fields } = (await refused.catch((error: unknown) => error)) as { fields: { field: string }[] }
    expect(fields.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'startsOn',
        'sections.purpose',
        'obligations.district',
        'obligations.partner',
        'districtSignerId',
        'partnerSignerId',
      ]),
    )
    const after = await read(empty.id)
    expect(after).toMatchObject({ stage: 'draft', documents: [], version: 1 })
    expect(after.gaps.map(({ field }) => field)).toEqual(fields.map(({ field }) => field))
    await expect(begin({ endsOn: term.startsOn })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'endsOn', rule: 'order' }],
    })
  })

  it('go from gate to gate, skip none, and go back to draft with a reason', async () => {
    const agreement = await ready({ type: 'moa', facts: { ...plain, intensity: 'high' } })
    expect(agreement).toMatchObject({
      stage: 'legal',
      route: [{ gate: 'legal' }, { gate: 'risk' }, { gate: 'board' }, { gate: 'signatures' }],
    })
    const params = { agreementId: agreement.id }
    const decide = (
      gate: 'legal' | 'risk' | 'board' | 'signatures',
      decision: 'approved' | 'returned',
      version: number,
      note = '',
    ) =>
      director()(stages.decideGate, {
        params,
        body: { gate, decision, decidedBy: 'General Counsel', note },
        ifMatch: version,
      })
    await expect(decide('board', 'approved', agreement.version)).rejects.toMatchObject({
      code: 'step-not-possible',
      reason: 'agreement-gate',
      fields: [{ field: 'stage', rule: 'gate' }],
    })
    await expect(signAs(director(), agreement.id, current(agreement))).rejects.toMatchObject({
      reason: 'agreement-not-ready',
      fields: [{ field: 'stage' }],
    })
    await expect(
      coordinator()(stages.decideGate, {
        params,
        body: { gate: 'legal', decision: 'approved', decidedBy: 'Me' },
        ifMatch: agreement.version,
      }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    const atRisk = await decide('legal', 'approved', agreement.version)
    expect(atRisk.stage).toBe('risk')
    await expect(decide('risk', 'returned', atRisk.version)).rejects.toMatchObject({
      fields: [{ field: 'note' }],
    })
    const back = await decide('risk', 'returned', atRisk.version, 'Name the insurance.')
    expect(back).toMatchObject({
      stage: 'draft',
      stays: [
        { stage: 'draft', outcome: 'submitted' },
        { stage: 'legal', outcome: 'approved', decidedBy: 'General Counsel' },
        { stage: 'risk', outcome: 'returned', note: 'Name the insurance.' },
        { stage: 'draft', leftAt: null },
      ],
    })
    expect(back.documents.every(({ current: now }) => !now)).toBe(true)
  })

  it('are signed for the district by directors and administrators only', async () => {
    const names = (await coordinator()(api.listSigners)).map(({ name }) => name)
    expect(names).toEqual(['The admin', 'The director'])
    await expect(begin({ districtSignerId: personOf('coordinator') })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'districtSignerId', rule: 'choose' }],
    })
    const { id: agreementId, version } = await begin()
    await expect(
      coordinator()(api.changeAgreement, {
        params: { agreementId },
        body: { districtSignerId: personOf('school') },
        ifMatch: version,
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'districtSignerId' }] })
  })

  it('are frozen while they are reviewed', async () => {
    const agreement = await ready()
    const [section] = agreement.sections
    await expect(
      coordinator()(sections.changeSection, {
        params: { sectionId: section!.id },
        body: { body: 'x' },
        ifMatch: section!.version,
      }),
    ).rejects.toMatchObject({ reason: 'agreement-not-draft', fields: [{ field: 'stage' }] })
    await expect(
      coordinator()(promises.removeObligation, { params: { obligationId: agreement.obligations[0]!.id } }),
    ).rejects.toMatchObject({ reason: 'agreement-not-draft' })
    await expect(
      coordinator()(api.changeAgreement, {
        params: { agreementId: agreement.id },
        body: { title: 'x' },
        ifMatch: agreement.version,
      }),
    ).rejects.toMatchObject({ reason: 'agreement-not-draft' })
    expect(
      await coordinator()(api.changeAgreement, {
        params: { agreementId: agreement.id },
        body: { districtSignerId: personOf('admin') },
        ifMatch: agreement.version,
      }),
    ).toMatchObject({ districtSigner: { name: 'The admin' } })
  })

  it('are signed by both sides inside the product, each with name, consent, time and fingerprint', async () => {
    const agreement = await ready()
    const sha256 = current(agreement)
    const ana = await partner('agreement')
    const shown = await ana(link.readAgreementByLink)
    expect(shown).toMatchObject({
      stage: 'signatures',
      waitingFor: ['district', 'partner'],
      document: { sha256, kind: 'issued' },
    })
    await expect(
      ana(link.signAgreementByLink, { body: { sha256, name: '...', consent: true, language: 'en' } }),
    ).rejects.toMatchObject({ fields: [{ field: 'name' }] })
    await expect(
      ana(link.signAgreementByLink, { body: { sha256, name: '李明', consent: true, language: 'en' } }),
    ).rejects.toMatchObject({ fields: [{ field: 'name', rule: 'letters' }] })
    const after = await ana(link.signAgreementByLink, {
      body: { sha256, name: 'Ana Núñez', title: 'Executive Director', consent: true, language: 'es' },
    })
    expect(after).toMatchObject({
      waitingFor: ['district'],
      signatures: [{ side: 'partner', name: 'Ana Núñez', sha256 }],
    })
    await expect(
      ana(link.signAgreementByLink, { body: { sha256, name: 'Ana Núñez', consent: true, language: 'es' } }),
    ).rejects.toMatchObject({ code: 'link-used' })
    await expect(signAs(test.as('admin'), agreement.id, sha256)).rejects.toMatchObject({
      code: 'not-permitted',
      reason: 'other-signer',
    })
    const done = await signAs(director(), agreement.id, sha256, { title: 'Superintendent' })
    expect(done).toMatchObject({
      stage: 'signed',
      standing: 'in_force',
      documents: [
        { kind: 'signed', current: true },
        { kind: 'issued', sha256 },
      ],
      signatures: [
        { side: 'partner' },
        { side: 'district', name: 'The Director', title: 'Superintendent', sha256 },
      ],
    })
    const document = await coordinator()(documents.getAgreementDocument, {
      params: { documentId: done.documents[0]!.id },
    })
    expect(document.signatures).toMatchObject([
      { name: 'Ana Núñez', consent: consentText.es, organization: 'Harvest Table', sha256 },
      { name: 'The Director', consent: consentText.en, organization: 'Riverbend Schools', sha256 },
    ])
    await expect(signAs(director(), agreement.id, sha256)).rejects.toMatchObject({
      reason: 'agreement-signed',
    })
    const formality = await coordinator()(partnershipsContract.getPartnership, {
      params: { partnershipId: partnership },
    })
    expect(formality.formality).toBe('formal')
  })

  const pdf = async (documentId: string): Promise<Buffer> => {
    const answer = await test.app.inject({
      url: urlOf(documents.downloadAgreementDocument, { documentId }),
      headers: { authorization: `Bearer ${test.token('coordinator')}` },
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('application/pdf')
    return answer.rawPayload
  }
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

  it('make a PDF that cannot change: the shown one is inside the signed one, and both can be verified by anyone', async () => {
    const { documents: made, title } = await signed({
      title: 'Lectura en la escuela Peñafiel',
      language: 'es',
    })
    const [final, shown] = await Promise.all(made.map(({ id: documentId }) => pdf(documentId)))
    expect(hashOf(final!)).toBe(made[0]!.sha256)
    expect(hashOf(shown!)).toBe(made[1]!.sha256)
    expect(final!.includes(shown!)).toBe(true)
    const verify = (sha256: string) => test.anonymous(documents.verifyDocument, { body: { sha256 } })
    expect(await verify(made[0]!.sha256)).toMatchObject({
      found: true,
      document: 'signed',
      districtName: 'Riverbend Schools',
      partnerName: 'Harvest Table',
      title,
      standing: 'in_force',
      signers: [{ name: 'Ana Núñez' }, { name: 'The Director' }],
    })
    expect(await verify(made[1]!.sha256)).toMatchObject({ document: 'issued', standing: 'in_force' })
    expect(await verify(hashOf(Buffer.concat([final!, Buffer.from(' ')])))).toEqual({ found: false })
    await expect(verify('abc')).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'sha256' }],
    })
  })

  it('make the same PDF again when its file is lost or damaged', async () => {
    const { rm, writeFile } = await import('node:fs/promises')
    const { documents: made } = await signed()
    for (const { id: documentId, sha256 } of made) {
      await rm(test.services.files.pathOf(sha256))
      expect(hashOf(await pdf(documentId))).toBe(sha256)
      await writeFile(test.services.files.pathOf(sha256), 'something else')
      expect(hashOf(await pdf(documentId))).toBe(sha256)
    }
  })

  it('keep documents and signatures as they are, whoever asks the database', async () => {
    const author = { kind: 'system', id: null, name: 'test', requestId: null } as const
    for (const table of ['agreement_documents', 'agreement_signatures'])
      for (const change of [`update ${table} set sha256 = sha256`, `delete from ${table}`])
        await expect(
          test.services.write(district, author, (db) => db.run({ name: '', text: change })),
        ).rejects.toThrow(/permission denied/)
  })

  it('refuse a signature under a document that changed since it was shown', async () => {
    const first = await ready()
    const shown = current(first)
    const back = await director()(stages.decideGate, {
      params: { agreementId: first.id },
      body: { gate: 'signatures', decision: 'returned', decidedBy: 'The director', note: 'Another day.' },
      ifMatch: first.version,
    })
    await expect((await partner('agreement'))(link.readAgreementByLink)).rejects.toMatchObject({
      code: 'link-revoked',
    })
    const changed = await coordinator()(api.changeAgreement, {
      params: { agreementId: first.id },
      body: { endsOn: addDays(term.endsOn, 30) },
      ifMatch: back.version,
    })
    const again = await submit(changed)
    expect(current(again)).not.toBe(shown)
    await expect(signAs(director(), first.id, shown)).rejects.toMatchObject({
      code: 'stale',
      reason: 'agreement-changed',
      fields: [{ field: 'sha256', rule: 'changed' }],
      current: { sha256: current(again) },
    })
    await expect(partnerSigns(shown)).rejects.toMatchObject({ code: 'stale', reason: 'agreement-changed' })
    expect((await read(first.id)).signatures).toEqual([])
    await partnerSigns(current(again))
    expect(await signAs(director(), first.id, current(again))).toMatchObject({ stage: 'signed' })
  })

  it('are completed once when both sides sign at the same moment', async () => {
    const agreement = await ready()
    const sha256 = current(agreement)
    const answers = await Promise.allSettled([partnerSigns(sha256), signAs(director(), agreement.id, sha256)])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    const done = await read(agreement.id)
    expect(done.stage).toBe('signed')
    expect(done.documents.filter(({ kind }) => kind === 'signed')).toHaveLength(1)
  })

  it('show the second of two people who edit what the first one changed, and lose nothing', async () => {
    const {
      sections: [section],
      id: agreementId,
      version,
    } = await begin()
    const params = { sectionId: section!.id }
    const write = (as: 'coordinator' | 'director', body: string) =>
      test.as(as)(sections.changeSection, {
        params,
        body: { body, state: 'under_discussion' },
        ifMatch: section!.version,
      })
    await write('director', 'We meet on Mondays.')
    await expect(write('coordinator', 'We meet on Fridays.')).rejects.toMatchObject({
      code: 'stale',
      fields: expect.arrayContaining([
        {
          field: 'body',
          rule: 'changed',
          message: 'The director changed it from nothing to “We meet on Mondays.”.',
        },
      ]),
      current: { body: 'We meet on Mondays.', changedBy: 'The director' },
    })
    await director()(api.changeAgreement, {
      params: { agreementId },
      body: { noticeDays: 60 },
      ifMatch: version,
    })
    await expect(
      coordinator()(api.changeAgreement, {
        params: { agreementId },
        body: { title: 'Mine' },
        ifMatch: version,
      }),
    ).rejects.toMatchObject({
      code: 'stale',
      message: expect.stringContaining('The director'),
      fields: [{ field: 'noticeDays', message: 'The director changed it from “30” to “60”.' }],
      current: { noticeDays: 60 },
    })
    expect(await read(agreementId)).toMatchObject({
      noticeDays: 60,
      title: expect.not.stringContaining('Mine'),
    })
  })

  it('let two people write different sections at once', async () => {
    const { sections: list } = await begin()
    const saved = await Promise.all(
      list.slice(0, 2).map((section, at) =>
        test.as(at === 0 ? 'coordinator' : 'director')(sections.changeSection, {
          params: { sectionId: section.id },
          body: { body: `Text ${at}` },
          ifMatch: section.version,
        }),
      ),
    )
    expect(saved.map(({ body }) => body)).toEqual(['Text 0', 'Text 1'])
  })

  it('turn their clauses into promises with days when they are signed', async () => {
    const { id: agreementId } = await signed()
    const { items } = await coordinator()(promises.listDues, { query: { agreementId, limit: 200 } })
    expect(items.filter(({ side }) => side === 'partner').length).toBeGreaterThanOrEqual(11)
    expect(items.every(({ dueOn }) => dueOn >= term.startsOn && dueOn <= term.endsOn)).toBe(true)
    const due = items.find(({ side }) => side === 'district')!
    expect(due).toMatchObject({ dueOn: addDays(today, -10), standing: 'overdue', what: 'Give a quiet room' })
    const keep = (keptOn: string, ifMatch: number) =>
      coordinator()(promises.keepDue, { params: { dueId: due.id }, body: { keptOn, note: 'Photo' }, ifMatch })
    const kept = await keep(due.dueOn, due.version)
    expect(kept).toMatchObject({ status: 'kept', settledBy: 'The coordinator', note: 'Photo' })
    await expect(
      coordinator()(promises.waiveDue, {
        params: { dueId: due.id },
        body: { reason: 'x' },
        ifMatch: due.version,
      }),
    ).rejects.toMatchObject({ code: 'stale', current: { status: 'kept' } })
    await expect(keep(addDays(today, 2), kept.version)).rejects.toMatchObject({
      fields: [{ field: 'keptOn' }],
    })
    const open = await coordinator()(promises.reopenDue, { params: { dueId: due.id }, ifMatch: kept.version })
    expect(open).toMatchObject({ status: 'open', keptOn: null, note: '' })
    const late = await keep(addDays(due.dueOn, 1), open.version)
    expect(late).toMatchObject({ status: 'late' })
    const ofTheDistrict = async () =>
      (await coordinator()(outlookContract.getOutlook, { params: { partnershipId: due.partnership.id } }))
        .promises.district
    const before = await ofTheDistrict()
    const miss = (dueId: string, ifMatch: number, reason = 'The room was under repair.') =>
      coordinator()(promises.missDue, { params: { dueId }, body: { reason }, ifMatch })
    expect(await miss(due.id, late.version)).toMatchObject({
      status: 'missed',
      keptOn: null,
      note: 'The room was under repair.',
    })
    const after = await ofTheDistrict()
    expect([after.late, after.missed]).toEqual([before.late - 1, before.missed + 1])
    const ahead = items.find(({ dueOn }) => dueOn > today)!
    await expect(miss(ahead.id, ahead.version)).rejects.toMatchObject({ reason: 'promise-not-due' })
    const waived = await coordinator()(promises.waiveDue, {
      params: { dueId: items[3]!.id },
      body: { reason: 'The school was closed.' },
      ifMatch: items[3]!.version,
    })
    expect(waived).toMatchObject({ status: 'waived', note: 'The school was closed.' })
  })

  it('show the partner what it promised, behind the link that brings the signed copy', async () => {
    await signed()
    const ana = await partner('agreement')
    expect(await ana(link.readAgreementByLink)).toMatchObject({
      stage: 'signed',
      document: { kind: 'signed' },
      promises: expect.arrayContaining([expect.objectContaining({ what: 'Send two tutors' })]),
    })
  })

  it('hear what the partner would change, before anything is signed', async () => {
    const agreement = await ready()
    const ana = await partner('agreement')
    await ana(link.wishForAgreement, {
      body: { name: 'Ana Núñez', text: 'Thursday does not work.', sectionCode: 'activities' },
    })
    const { comments } = await read(agreement.id)
    expect(comments).toMatchObject([
      { sectionCode: 'activities', text: 'Thursday does not work.', resolvedAt: null },
    ])
    const after = await coordinator()(sections.resolveComment, { params: { commentId: comments[0]!.id } })
    expect(after.comments[0]!.resolvedAt).not.toBeNull()
  })

  it('are renewed from last year’s, and amended with a reason, which replaces them', async () => {
    const first = await signed({ title: 'Reading, this year' })
    const params = { agreementId: first.id }
    const renewal = await coordinator()(api.renewAgreement, { params })
    expect(renewal).toMatchObject({
      kind: 'renewal',
      from: { id: first.id },
      title: 'Reading, this year',
      startsOn: addDays(term.endsOn, 1),
      stage: 'draft',
      obligations: [{ what: 'Give a quiet room' }, { what: 'Send two tutors' }],
    })
    expect(renewal.sections.every(({ state, body }) => state === 'under_discussion' && body !== '')).toBe(
      true,
    )
    const amend = (effectiveOn: string) =>
      coordinator()(api.amendAgreement, {
        params,
        body: { reason: 'funding', note: 'The grant ended.', effectiveOn },
      })
    await expect(amend(term.startsOn)).rejects.toMatchObject({
      fields: [{ field: 'effectiveOn', rule: 'order' }],
    })
    const amendment = await amend(addDays(today, 10))
    expect(amendment).toMatchObject({
      kind: 'amendment',
      amendmentReason: 'funding',
      startsOn: addDays(today, 10),
      endsOn: term.endsOn,
    })
    await expect(amend(addDays(today, 20))).rejects.toMatchObject({ reason: 'amendment-under-way' })
    const atSignatures = await submit(amendment)
    await partnerSigns(current(atSignatures))
    const done = await signAs(director(), amendment.id, current(atSignatures))
    const shown = await coordinator()(documents.getAgreementDocument, {
      params: { documentId: done.documents[0]!.id },
    })
    expect(shown.content.amends).toMatchObject({
      title: 'Reading, this year',
      reason: 'funding',
      note: 'The grant ended.',
      sha256: first.documents[0]!.sha256,
    })
    expect(await read(first.id)).toMatchObject({
      lastDay: addDays(today, 9),
      endReason: 'replaced',
      standing: 'in_force',
    })
    const { items } = await coordinator()(promises.listDues, { query: { agreementId: first.id, limit: 200 } })
    expect(
      items.filter(({ dueOn }) => dueOn > addDays(today, 9)).every(({ status }) => status === 'void'),
    ).toBe(true)
    await expect(amend(addDays(today, 30))).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('renew themselves until a side gives notice in time, and end early with a reason', async () => {
    const renewing = await signed({ renews: true, termMonths: 12, noticeDays: 30 })
    const notice = (agreement: Agreement, givenOn: string) =>
      director()(stages.giveNotice, {
        params: { agreementId: agreement.id },
        body: { side: 'partner', givenOn },
        ifMatch: agreement.version,
      })
    await expect(notice(renewing, addDays(today, 1))).rejects.toMatchObject({
      fields: [{ field: 'givenOn' }],
    })
    expect(await notice(renewing, today)).toMatchObject({
      lastDay: term.endsOn,
      endReason: 'notice',
      noticeGivenBy: 'partner',
      standing: 'in_force',
    })
    const plainly = await signed()
    await expect(notice(plainly, today)).rejects.toMatchObject({ reason: 'no-renewal' })
    const end = (lastDay: string) =>
      director()(stages.endAgreement, {
        params: { agreementId: plainly.id },
        body: { lastDay, reason: 'funding_ended' },
        ifMatch: plainly.version,
      })
    await expect(end(addDays(term.endsOn, 1))).rejects.toMatchObject({
      fields: [{ field: 'lastDay', rule: 'order' }],
    })
    expect(await end(addDays(today, -1))).toMatchObject({ standing: 'ended', exitReason: 'funding_ended' })
    await expect(end(today)).rejects.toMatchObject({ reason: 'agreement-over' })
  })

  it('that share data carry their ground, elements and the day they are destroyed, and wait for the certificate', async () => {
    const dataSharing = {
      basis: 'studies',
      purpose: 'See whether tutoring helps',
      scope: 'Grades 3 to 5',
      elements: ['Attendance by month'],
      roles: ['Evaluator'],
      redisclosure: 'Never',
      destroyBy: null,
    } as const
    const facts = { ...plain, contact: 'none', data: 'student_level' } as const
    const draft = await fill(
      await begin({ type: 'data_sharing', facts, dataSharing: { ...dataSharing, elements: [], roles: [] } }),
    )
    await expect(submit(draft)).rejects.toMatchObject({
      fields: [
        { field: 'dataSharing.elements' },
        { field: 'dataSharing.roles' },
        { field: 'dataSharing.destroyBy' },
      ],
    })
    const complete = await coordinator()(api.changeAgreement, {
      params: { agreementId: draft.id },
      body: {
        dataSharing: {
          ...dataSharing,
          elements: [...dataSharing.elements],
          roles: [...dataSharing.roles],
          destroyBy: term.endsOn,
        },
      },
      ifMatch: draft.version,
    })
    const atLegal = await submit(complete)
    expect(atLegal.stage).toBe('legal')
    const upload = async (content: string, type: string) => {
      const form = new FormData()
      form.append('file', new Blob([content], { type }), 'certificate.pdf')
      return test.app.inject({
        method: 'POST',
        url: urlOf(documents.certifyDestruction, { agreementId: draft.id }),
        headers: { authorization: `Bearer ${test.token('coordinator')}` },
        payload: form,
      })
    }
    expect((await upload('%PDF-1.7 x', 'application/pdf')).json()).toMatchObject({ reason: 'no-shared-data' })
    const atSignatures = await director()(stages.decideGate, {
      params: { agreementId: draft.id },
      body: { gate: 'legal', decision: 'approved', decidedBy: 'General Counsel' },
      ifMatch: atLegal.version,
    })
    await partnerSigns(current(atSignatures))
    await signAs(director(), draft.id, current(atSignatures))
    expect((await upload('<html>', 'application/pdf')).json()).toMatchObject({
      code: 'unreadable-file',
      reason: 'not-a-certificate',
    })
    expect((await upload('%PDF-1.7 certificate', 'text/html')).json()).toMatchObject({ certifiedOn: today })
    const file = await test.app.inject({
      url: urlOf(documents.downloadDestructionCertificate, { agreementId: draft.id }),
      headers: { authorization: `Bearer ${test.token('viewer')}` },
    })
    expect(file.body).toBe('%PDF-1.7 certificate')
    expect(file.headers['content-disposition']).toContain('attachment')
  })

  it('never print a sign as a hole: what the page cannot show is refused', async () => {
    const agreement = await fill(await begin())
    const [section] = agreement.sections
    await coordinator()(sections.changeSection, {
      params: { sectionId: section!.id },
      body: { body: 'Reading 读书 together', state: 'finalized' },
      ifMatch: section!.version,
    })
    await expect(submit(await read(agreement.id))).rejects.toMatchObject({
      code: 'invalid-input',
      reason: 'agreement-letters',
      fields: [{ field: `sections.${section!.code}`, rule: 'letters' }],
    })
  })

  it('remind people once of what ends, of promises that are overdue and of certificates that are missing', async () => {
    const told = async () =>
      (await test.as('coordinator')(notificationsContract.listNotifications, { query: { limit: 200 } })).items
        .map(({ kind }) => kind)
        .filter((kind) => ['agreements.ending', 'agreements.overdue', 'vision.reconfirm'].includes(kind))
    const soon = await signed({ endsOn: addDays(today, 20) })
    await keepAgreements(test.services)
    const first = await told()
    expect(first).toEqual(expect.arrayContaining(['agreements.ending', 'agreements.overdue']))
    await keepAgreements(test.services)
    expect(await told()).toEqual(first)
    await coordinator()(api.renewAgreement, { params: { agreementId: soon.id } })
    await test.sql("update vision_answers set answered_at = answered_at - interval '11 months'")
    await keepAgreements(test.services)
    expect(await told()).toHaveLength(first.length + 1)
  })

  it('write the days of promises further down as time goes on, once each', async () => {
    const { id: agreementId } = await signed({ renews: true, noticeDays: 30 })
    const dues = async () =>
      (await test.sql('select due_on from obligation_dues where agreement_id = $1', [agreementId])).length
    const planned = await dues()
    await test.sql('delete from obligation_dues where agreement_id = $1 and due_on > current_date + 100', [
      agreementId,
    ])
    expect(await dues()).toBeLessThan(planned)
    await keepAgreements(test.services)
    await keepAgreements(test.services)
    expect(await dues()).toBe(planned)
  })

  it('are withdrawn before they are signed, never after', async () => {
    const agreement = await ready()
    const params = { agreementId: agreement.id }
    expect(
      await coordinator()(stages.withdrawAgreement, {
        params,
        body: { note: 'The partner closed.' },
        ifMatch: agreement.version,
      }),
    ).toMatchObject({ stage: 'withdrawn' })
    const done = await signed()
    await expect(
      coordinator()(stages.withdrawAgreement, {
        params: { agreementId: done.id },
        body: { note: 'x' },
        ifMatch: done.version,
      }),
    ).rejects.toMatchObject({ reason: 'agreement-signed' })
  })

  it('are seen by a principal of their school, and by nobody of another school or district', async () => {
    const { id: agreementId, documents: made } = await signed()
    const own = test.as('school', { schools: [school] })
    expect(await own(api.getAgreement, { params: { agreementId } })).toMatchObject({ id: agreementId })
    expect((await own(api.listAgreements)).items.length).toBeGreaterThan(0)
    for (const stranger of [
      test.as('school', { schools: [id(42)] }),
      test.as('director', { districtId: otherDistrict }),
    ]) {
      await expect(stranger(api.getAgreement, { params: { agreementId } })).rejects.toMatchObject({
        code: 'not-found',
      })
      await expect(
        stranger(documents.getAgreementDocument, { params: { documentId: made[0]!.id } }),
      ).rejects.toMatchObject({ code: 'not-found' })
      expect((await stranger(api.listAgreements)).items).toEqual([])
      expect((await stranger(promises.listDues)).items).toEqual([])
    }
    await expect(
      test.as('director', { districtId: otherDistrict })(api.renewAgreement, { params: { agreementId } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
