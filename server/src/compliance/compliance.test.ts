import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@common-table/shared/calendar/dates'
import { complianceContract as api } from '@common-table/shared/compliance/contract'
import type { DocumentKind } from '@common-table/shared/compliance/vocabulary'
import type { FactsChange, Passport } from '@common-table/shared/compliance/schemas'
import { mailContract } from '@common-table/shared/mail/contract'
import { notificationsContract } from '@common-table/shared/notifications/contract'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'
import { pdf, sendFile } from '../../test/support/send-file.ts'
import { remindDistrict } from './remind.ts'
import { settleDistrict } from './settle.ts'

const [lincoln, douglass] = [id(41), id(42)]
const million = 100_000_000

describe('the compliance passport', () => {
  const test = useApi()
  let today = ''
  let made = 0

  beforeAll(async () => {
    for (const school of [lincoln, douglass])
      await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $4)', [
        district,
        school,
        school!.slice(-3),
        school === lincoln ? 'Lincoln' : 'Douglass',
      ])
    const [row] = await test.sql<{ today: string }>(
      'select (now() at time zone time_zone)::date::text as today from districts where id = $1',
      [district],
    )
    today = row!.today
  })

  /** An organisation with a partnership in force at Lincoln, and a contact. */
  const partner = async (
    name: string,
    { intensity = 'medium', type = 'nonprofit', trusted = false, stage = 'active', contact = true } = {},
  ): Promise<string> => {
    const [row] = await test.sql<{ id: string }>(
      'insert into organizations (district_id, name, type, trusted_in_community) values ($1, $2, $3, $4) returning id',
      [district, name, type, trusted],
    )
    const organizationId = row!.id
    if (contact)
      await test.sql(
        'insert into contacts (district_id, organization_id, name, email, is_primary) values ($1, $2, $3, $4, true)',
        [district, organizationId, 'Ana Núñez', `ana${(made += 1)}@harvest.example`],
      )
    await test.sql(
      `with p as (insert into partnerships (district_id, organization_id, name, stage, intensity) values ($1, $2, $3, $4, $5) returning id)
       insert into partnership_schools (district_id, partnership_id, school_id) select $1, p.id, $6 from p`,
      [district, organizationId, name, stage, intensity, lincoln],
    )
    return organizationId
  }
  const passport = (organizationId: string, role: 'coordinator' | 'viewer' = 'coordinator') =>
    test.as(role)(api.getPassport, { params: { organizationId } })
  const say = async (organizationId: string, body: FactsChange) =>
    test.as('coordinator')(api.changePassport, {
      params: { organizationId },
      body,
      ifMatch: (await passport(organizationId)).version,
    })
  const staffSends = (organizationId: string, kind: DocumentKind, more: object = {}, content = pdf(kind)) =>
    sendFile(
      test,
      test.token('coordinator'),
      api.handInDocument,
      { name: `${kind}.pdf`, content },
      { params: { organizationId }, query: { kind, ...more } },
    )
  const newest = ({ documents }: Passport, kind: DocumentKind) => documents.find((one) => one.kind === kind)!
  const review = (document: { id: string; version: number }, body: object) =>
    test.as('coordinator')(api.reviewDocument, {
      params: { documentId: document.id },
      ifMatch: document.version,
      body: { decision: 'approve', ...body },
    })
  const approve = async (organizationId: string, kind: DocumentKind, more: object = {}) => {
    const { body, status } = await staffSends(organizationId, kind, more)
    expect(status, JSON.stringify(body)).toBe(201)
    return review(newest(body, kind), {})
  }
  const stateOf = ({ owed }: Passport, kind: DocumentKind) => owed.find((one) => one.kind === kind)?.state
  const insured = (days: number) => ({ expiresOn: addDays(today, days), amountCents: million })
  const listed = async (query: object) =>
    (await test.as('coordinator')(api.listClearances, { query })).items.map(({ organization, status }) => [
      organization.name,
      status,
    ])
  const mailsTo = async (address: string) =>
    (await test.as('admin')(mailContract.listMails, { query: { limit: 200 } })).items.filter(
      ({ toAddress }) => toAddress === address,
    )
  const mailText = async (mailId: string) =>
    (await test.as('admin')(mailContract.getMail, { params: { mailId } })).body

  it('asks first, owes by rule once it is known what its people do, and turns green with the last paper', async () => {
    const one = await partner('Harvest Table')
    expect(await passport(one)).toMatchObject({
      status: 'amber',
      reasons: [{ code: 'contact_unknown' }],
      intensity: 'medium',
      schools: [{ name: 'Lincoln', status: 'amber' }],
    })
    const said = await say(one, { contact: 'supervised' })
    expect(said.owed.map(({ kind, state, because }) => [kind, state, because])).toEqual([
      ['liability_insurance', 'missing', ['contact_from_medium']],
      ['clearance_letter', 'missing', ['contact_from_medium']],
    ])
    expect(said.status).toBe('red')
    const { body: waiting } = await staffSends(one, 'clearance_letter')
    expect(stateOf(waiting, 'clearance_letter')).toBe('submitted')
    expect(await review(newest(waiting, 'clearance_letter'), {})).toMatchObject({ status: 'red' })
    expect(await approve(one, 'liability_insurance', insured(200))).toMatchObject({
      status: 'green',
      reasons: [],
      schools: [{ status: 'green' }],
    })
    expect(await listed({ q: 'harvest table' })).toEqual([['Harvest Table', 'green']])
  })

  it('asks less of a trusted small group while staff are there, and says what is not needed', async () => {
    const one = await partner('Tias of Elm Street', { type: 'grassroots', trusted: true })
    const said = await say(one, { contact: 'supervised' })
    expect(said).toMatchObject({ lighterLane: true })
    expect(said.owed.map(({ kind, lane, state }) => [kind, lane, state])).toEqual([
      ['liability_insurance', 'waived', 'waived'],
      ['clearance_letter', 'simpler', 'missing'],
    ])
    expect((await say(one, { contact: 'unsupervised' })).lighterLane).toBe(false)
    await test.sql("update organizations set type = 'business' where id = $1", [one])
    expect((await say(one, { contact: 'supervised' })).owed[0]).toMatchObject({ lane: 'standard' })
  })

  it('is filled by the partner’s link on a phone, reviewed, sent back with the reason, and mended', async () => {
    const one = await partner('Riverside Mentors')
    await say(one, { contact: 'supervised' })
    const coordinator = test.as('coordinator')
    const { email } = await coordinator(api.askForDocuments, {
      params: { organizationId: one },
      body: { note: 'Before Monday, please.' },
    })
    const [mail] = await mailsTo(email)
    const text = await mailText(mail!.id)
    expect(text).toContain('Before Monday, please.')
    const token = `Link ${/\/link\/documents#(\S+)/.exec(text)![1]!}`
    const send = (given: { name: string; content: Buffer | string }, query: object) =>
      sendFile(test, token, api.sendDocument, given, { query: query as { kind: DocumentKind } })
    const { body, status } = await send(
      { name: 'photo of the letter.jpg', content: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) },
      { kind: 'clearance_letter', note: 'Front page' },
    )
    expect(status).toBe(201)
    expect(body.items.map(({ kind, state }) => [kind, state])).toEqual([
      ['liability_insurance', 'missing'],
      ['clearance_letter', 'submitted'],
    ])
    expect(
      (await coordinator(notificationsContract.listNotifications, { query: {} })).items[0],
    ).toMatchObject({ kind: 'compliance.handedIn', facts: { organization: 'Riverside Mentors' } })
    const waiting = (
      await coordinator(api.listDocuments, { query: { show: 'waiting', kind: 'clearance_letter' } })
    ).items.find(({ organization }) => organization.id === one)!
    expect(waiting).toMatchObject({ viaLink: true, submittedBy: 'Ana Núñez', mediaType: 'image/jpeg' })
    const file = await test.app.inject({
      method: 'GET',
      url: `/api/v1/compliance/documents/${waiting.id}/file`,
      headers: { authorization: `Bearer ${test.token('coordinator')}` },
    })
    expect(file.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment; filename="photo of the letter.jpg"',
      'x-content-type-options': 'nosniff',
    })
    await expect(review(waiting, { decision: 'reject' })).rejects.toMatchObject({
      fields: [{ field: 'reason' }],
    })
    await expect(review(waiting, { decision: 'reject', reason: 'other' })).rejects.toMatchObject({
      fields: [{ field: 'note' }],
    })
    const back = await review(waiting, { decision: 'reject', reason: 'unreadable', note: 'Too dark.' })
    expect(stateOf(back, 'clearance_letter')).toBe('rejected')
    const [told] = await mailsTo(email)
    const again = await mailText(told!.id)
    expect(again).toContain('“Clearance letter (fingerprints, TB)”: It cannot be read. Too dark.')
    const fresh = `Link ${/\/link\/documents#(\S+)/.exec(again)![1]!}`
    const { body: mended } = await sendFile(
      test,
      fresh,
      api.sendDocument,
      { name: 'letter.pdf', content: pdf() },
      { query: { kind: 'clearance_letter' } },
    )
    expect(mended.items[1]).toMatchObject({ state: 'submitted', latest: { fileName: 'letter.pdf' } })
    const audit = await test.sql<{ actor_kind: string; actor_name: string }>(
      "select actor_kind, actor_name from audit_log where table_name = 'compliance_documents' and action = 'insert' order by id desc limit 1",
    )
    expect(audit).toEqual([{ actor_kind: 'link', actor_name: 'Ana Núñez' }])
  })

  it('shows a link’s holder the one organisation and nothing of another', async () => {
    const [mine, theirs] = [await partner('Mine'), await partner('Theirs')]
    await say(theirs, { contact: 'unsupervised' })
    const { call } = await test.link({
      purpose: 'documents',
      organizationId: mine,
      subject: { table: 'organizations', id: theirs },
    })
    expect(await call(api.listOwedDocuments)).toEqual({ organizationName: 'Mine', items: [] })
  })

  it('refuses what is too large or only pretends to be a document, and keeps nothing of it', async () => {
    const one = await partner('Uploads')
    const { token } = await test.link({ purpose: 'documents', organizationId: one })
    const stored = async () =>
      (await readdir(join(test.services.settings.dataDir, 'files'), { recursive: true })).length
    await staffSends(one, 'training')
    const before = await stored()
    for (const [name, content, code] of [
      ['insurance.pdf', '<!doctype html><script>alert(1)</script>', 'unreadable-file'],
      ['insurance.pdf', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'unreadable-file'],
      ['letter.docx', Buffer.from('PK\u0003\u0004'), 'unreadable-file'],
      ['empty.pdf', '', 'unreadable-file'],
      ['scan.pdf', Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(50_000_000)]), 'too-large'],
    ] as const)
      expect(
        (await sendFile(test, token, api.sendDocument, { name, content }, { query: { kind: 'tax_form' } }))
          .body,
        name,
      ).toMatchObject({ code })
    expect(await stored()).toBe(before)
    expect((await passport(one)).documents.map(({ kind }) => kind)).toEqual(['training'])
  })

  it('refuses dates and amounts that cannot be, and says which field', async () => {
    const one = await partner('Dates')
    const refusals: [object, DocumentKind, string][] = [
      [{}, 'liability_insurance', 'expiresOn'],
      [{ expiresOn: addDays(today, -1), amountCents: million }, 'liability_insurance', 'expiresOn'],
      [{ expiresOn: addDays(today, 9), issuedOn: addDays(today, 1) }, 'training', 'issuedOn'],
      [{ expiresOn: addDays(today, 9) }, 'liability_insurance', 'amountCents'],
      [{ expiresOn: addDays(today, 9), amountCents: million - 1 }, 'liability_insurance', 'amountCents'],
    ]
    for (const [said, kind, field] of refusals) {
      const { body, status } = await staffSends(one, kind, said)
      expect([status, body.fields?.[0]?.field], JSON.stringify(said)).toEqual([400, field])
    }
    expect((await passport(one)).documents).toEqual([])
  })

  it('tells the second of two reviewers that the first was faster', async () => {
    const one = await partner('Two reviewers')
    const { body } = await staffSends(one, 'training')
    const document = newest(body, 'training')
    await review(document, {})
    await expect(review(document, { decision: 'reject', reason: 'incomplete' })).rejects.toMatchObject({
      code: 'stale',
      current: { status: 'approved', reviewedBy: 'The coordinator' },
    })
    const { version } = await passport(one)
    await say(one, { space: true })
    await expect(
      test.as('director')(api.changePassport, {
        params: { organizationId: one },
        body: { contact: 'none' },
        ifMatch: version,
      }),
    ).rejects.toMatchObject({ code: 'stale', current: { facts: { space: true, contact: null } } })
  })

  it('follows the district’s own list at once, everywhere', async () => {
    const one = await partner('Own list', { intensity: 'low' })
    expect((await say(one, { contact: 'none' })).status).toBe('green')
    const director = test.as('director')
    const { items } = await director(api.listRequirements)
    const { version, standard, ...letter } = items.find(({ kind }) => kind === 'nonprofit_letter')!
    expect([version, standard]).toEqual([1, true])
    const change = { ...letter, conditions: ['always' as const], blocks: true }
    const changed = await director(api.changeRequirement, { body: change, ifMatch: 1 })
    expect(changed).toMatchObject({ version: 2, standard: false })
    await expect(director(api.changeRequirement, { body: change, ifMatch: 1 })).rejects.toMatchObject({
      code: 'stale',
      current: { version: 2 },
    })
    expect(await passport(one)).toMatchObject({ status: 'red', owed: [{ kind: 'nonprofit_letter' }] })
    expect(await listed({ q: 'own list' })).toEqual([['Own list', 'red']])
    const back = { ...letter, conditions: [] }
    await director(api.changeRequirement, { body: back, ifMatch: 2 })
    expect(await listed({ q: 'own list' })).toEqual([['Own list', 'green']])
    await expect(
      test.as('coordinator')(api.changeRequirement, { body: back, ifMatch: 3 }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
  })

  it('turns amber and red as days pass, without anyone touching it', async () => {
    const one = await partner('Days pass')
    await say(one, { contact: 'supervised' })
    await approve(one, 'clearance_letter')
    await approve(one, 'liability_insurance', insured(31))
    expect(await listed({ q: 'days pass' })).toEqual([['Days pass', 'green']])
    const end = async (days: number) => {
      await test.sql(
        'update compliance_documents set expires_on = $2 where organization_id = $1 and expires_on is not null',
        [one, addDays(today, days)],
      )
      await test.sql('update passports set stale = false, changes_on = $2 where organization_id = $1', [
        one,
        today,
      ])
    }
    await end(10)
    expect(await listed({ q: 'days pass' })).toEqual([['Days pass', 'amber']])
    await end(-1)
    expect(await listed({ q: 'days pass' })).toEqual([['Days pass', 'red']])
    expect((await passport(one)).reasons).toMatchObject([
      { kind: 'liability_insurance', state: 'expired', expiresOn: addDays(today, -1) },
    ])
  })

  it('reminds the partner before a document ends, once for each time, and staff where nobody can be reached', async () => {
    const one = await partner('Reminded')
    await say(one, { contact: 'supervised' })
    await approve(one, 'liability_insurance', insured(20))
    const { recipient } = await passport(one)
    const about = async () => (await mailsTo(recipient!.email)).length
    for (let n = 0; n < 3; n++) await remindDistrict(test.services, district)
    expect(await about()).toBe(1)
    const [mail] = await mailsTo(recipient!.email)
    expect(await mailText(mail!.id)).toContain('These documents end soon: General liability insurance')
    await test.sql('update compliance_documents set expires_on = $2 where organization_id = $1', [
      one,
      addDays(today, 14),
    ])
    await remindDistrict(test.services, district)
    expect(await about()).toBe(2)
    await staffSends(one, 'liability_insurance', insured(300))
    await test.sql(
      "update compliance_documents set expires_on = $2 where organization_id = $1 and status = 'approved'",
      [one, addDays(today, 2)],
    )
    await remindDistrict(test.services, district)
    expect(await about()).toBe(2)
    const silent = await partner('Nobody to remind', { contact: false })
    await say(silent, { contact: 'supervised' })
    await approve(silent, 'clearance_letter', { expiresOn: addDays(today, 5) })
    await remindDistrict(test.services, district)
    expect(
      (await test.as('director')(notificationsContract.listNotifications, { query: {} })).items[0],
    ).toMatchObject({ kind: 'compliance.nobodyToRemind', facts: { organization: 'Nobody to remind' } })
  })

  it('lists what waits, what ends soon and what has ended', async () => {
    const one = await partner('Queue')
    await approve(one, 'training', { expiresOn: addDays(today, 12) })
    await approve(one, 'state_clearance', { expiresOn: addDays(today, 8) })
    await test.sql(
      "update compliance_documents set expires_on = $2 where organization_id = $1 and kind = 'state_clearance'",
      [one, addDays(today, -3)],
    )
    const kinds = async (show: 'waiting' | 'expiring' | 'expired') =>
      (await test.as('coordinator')(api.listDocuments, { query: { show, limit: 200 } })).items
        .filter(({ organization }) => organization.id === one)
        .map(({ kind }) => kind)
    expect(await kinds('expiring')).toEqual(['training'])
    expect(await kinds('expired')).toEqual(['state_clearance'])
    await staffSends(one, 'state_clearance')
    expect(await kinds('expired')).toEqual([])
    expect(await kinds('waiting')).toEqual(['state_clearance'])
  })

  describe('cleared on campus', () => {
    const principal = (schools: string[]) => test.as('school', { schools })

    it('answers a principal for the own school, with the reason, and refuses another school', async () => {
      const one = await partner('Chess at Lincoln', { intensity: 'low' })
      await say(one, { contact: 'none' })
      const look = async (school: string, query: object) =>
        (await principal([school])(api.listClearances, { query })).items
      expect(await look(lincoln!, { q: 'chess' })).toMatchObject([
        { status: 'green', schools: [{ name: 'Lincoln' }], schoolCount: 1 },
      ])
      expect(await look(douglass!, { q: 'chess' })).toMatchObject([
        { status: 'red', reasons: [{ code: 'not_here' }], schools: [] },
      ])
      const names = (items: { organization: { name: string } }[]) =>
        items.map(({ organization }) => organization.name)
      expect(names(await look(lincoln!, { limit: 200 }))).toContain('Chess at Lincoln')
      expect(await look(douglass!, {})).toEqual([])
      await expect(
        principal([douglass!])(api.listClearances, { query: { schoolId: lincoln! } }),
      ).rejects.toMatchObject({ code: 'not-found' })
      await test.sql("update partnerships set scope = 'district' where organization_id = $1", [one])
      expect(await look(douglass!, {})).toMatchObject([{ status: 'green', districtWide: true }])
      await test.sql("update partnerships set stage = 'ended' where organization_id = $1", [one])
      expect(await look(lincoln!, { q: 'chess' })).toMatchObject([
        { status: 'red', reasons: [{ code: 'no_partnership' }] },
      ])
    })

    it('judges a school by the partnerships at it: high at one asks no more at another', async () => {
      const one = await partner('Two schools', { intensity: 'low' })
      await say(one, { contact: 'supervised' })
      await test.sql(
        `with p as (insert into partnerships (district_id, organization_id, name, stage, intensity) values ($1, $2, 'High', 'active', 'high') returning id)
         insert into partnership_schools (district_id, partnership_id, school_id) select $1, p.id, $3 from p`,
        [district, one, douglass],
      )
      expect((await passport(one)).schools).toMatchObject([
        { name: 'Douglass', status: 'red' },
        { name: 'Lincoln', status: 'green' },
      ])
      expect(await listed({ q: 'two schools', schoolId: lincoln })).toEqual([['Two schools', 'green']])
      expect(await listed({ q: 'two schools' })).toEqual([['Two schools', 'red']])
    })

    it('pages by name, filters by answer, and counts the same', async () => {
      const all: string[] = []
      let cursor: string | undefined
      do {
        const page = await test.as('viewer')(api.listClearances, {
          query: { limit: 3, ...(cursor && { cursor }) },
        })
        all.push(...page.items.map(({ organization }) => organization.name))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      expect(all).toEqual([...new Set(all)])
      const { green, amber, red } = await test.as('viewer')(api.countClearances)
      expect(green + amber + red).toBe(all.length)
      const reds = await listed({ status: 'red', limit: 200 })
      expect(reds).toHaveLength(red)
      expect(new Set(reds.map(([, status]) => status))).toEqual(new Set(['red']))
      await settleDistrict(test.services, district)
      expect(await test.as('viewer')(api.countClearances)).toMatchObject({ green, amber, red })
    })

    it('opens by QR code to anyone: organisation, status and time, nothing else; a new code ends the old', async () => {
      const one = await partner('On the door')
      const { code } = await passport(one)
      const look = (code: string) => test.anonymous(api.lookAtClearance, { params: { code } })
      expect(await look(code!)).toEqual({
        organizationName: 'On the door',
        districtName: 'Riverbend Schools',
        status: 'amber',
        at: expect.any(String),
      })
      await test.sql("update partnerships set stage = 'paused' where organization_id = $1", [one])
      expect(await look(code!)).toMatchObject({ status: 'red' })
      const { code: next } = await test.as('coordinator')(api.changeClearanceCode, {
        params: { organizationId: one },
      })
      await expect(look(code!)).rejects.toMatchObject({ code: 'not-found' })
      await expect(look(next!)).resolves.toMatchObject({ status: 'red' })
      await expect(look(one)).rejects.toMatchObject({ code: 'not-found' })
    })
  })

  it('is closed to the other district, and its papers to those who only read', async () => {
    const one = await partner('Private')
    const { body } = await staffSends(one, 'training')
    const document = newest(body, 'training')
    const there = test.as('director', { districtId: otherDistrict })
    await expect(there(api.getPassport, { params: { organizationId: one } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(there(api.changeClearanceCode, { params: { organizationId: one } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      there(api.askForDocuments, { params: { organizationId: one }, body: {} }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      there(api.reviewDocument, {
        params: { documentId: document.id },
        ifMatch: 1,
        body: { decision: 'approve' },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect((await there(api.listClearances, { query: { q: 'private' } })).items).toEqual([])
    const file = await test.app.inject({
      method: 'GET',
      url: `/api/v1/compliance/documents/${document.id}/file`,
      headers: { authorization: `Bearer ${test.token('admin', { districtId: otherDistrict })}` },
    })
    expect(file.statusCode).toBe(404)
    expect(await passport(one, 'viewer')).toMatchObject({ documents: [], recipient: null })
  })

  it('says of an organisation without a partnership that it has none', async () => {
    const [row] = await test.sql<{ id: string }>(
      "insert into organizations (district_id, name) values ($1, 'Brand new') returning id",
      [district],
    )
    expect(await passport(row!.id)).toMatchObject({
      status: 'red',
      reasons: [{ code: 'no_partnership' }],
      intensity: null,
      code: null,
    })
    expect(await say(row!.id, { contact: 'unsupervised' })).toMatchObject({
      version: 2,
      code: expect.any(String),
    })
  })
})
