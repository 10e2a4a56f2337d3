import { beforeAll, describe, expect, it } from 'vitest'
import { lettersContract as api } from '@common-table/shared/letters/contract'
import type { NewLetter } from '@common-table/shared/letters/schemas'
import { mailContract } from '@common-table/shared/mail/contract'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'

const test = useApi()
const [school, otherSchool, organizationId, partnershipId, ana, other] = [51, 52, 61, 62, 63, 64].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
const staff = () => test.as('coordinator')
const principal = () => test.as('school', { schools: [school] })
const write = (body: Partial<NewLetter> & Pick<NewLetter, 'kind'>) =>
  staff()(api.composeLetter, { body: { organizationId, partnershipId, ...body } })

beforeAll(async () => {
  const d = `'${district}'`
  await test.sql(`insert into schools (district_id, id, code, name, principal_name) values
    (${d}, '${school}', '051', 'Lincoln', 'Priya Raman'), (${d}, '${otherSchool}', '052', 'Adams', '')`)
  await test.sql(`insert into organizations (district_id, id, name) values
    (${d}, '${organizationId}', 'Harvest Table'), (${d}, '${other}', 'Tutor Corps')`)
  await test.sql(`insert into contacts (district_id, id, organization_id, name, email, language)
    values (${d}, '${ana}', '${organizationId}', 'Ana Núñez', 'ana@harvest.example', 'es')`)
  await test.sql(`insert into partnerships (district_id, id, organization_id, name, stage, students_reached, starts_on, ends_on, lead_user_id, partner_lead_id)
    values (${d}, '${partnershipId}', '${organizationId}', 'Weekend food', 'active', 1200, '2025-08-18', '2026-06-12', '${personOf('coordinator')}', '${ana}')`)
  await test.sql(`insert into partnership_schools values (${d}, '${partnershipId}', '${school}')`)
  await test.sql(`insert into school_years (district_id, label, starts_on, ends_on) select ${d}, '2098-99', current_date - 30, current_date + 300
    where not exists (select from school_years where district_id = ${d} and current_date between starts_on and ends_on)`)
  await test.sql(`insert into contributions (district_id, partnership_id, school_year_id, side, type, title, unit, delivered, delivered_cents)
    select ${d}, '${partnershipId}', id, 'partner', 'materials', 'Bags', 'items', 400, 1250000 from school_years
    where district_id = ${d} and current_date between starts_on and ends_on`)
})

describe('a letter', () => {
  it('thanks the partner with its own figures, in the reader’s language; a figure nobody has stays marked', async () => {
    const letter = await write({ kind: 'thank_you' })
    expect(letter).toMatchObject({
      locale: 'es',
      toName: 'Ana Núñez',
      toAddress: 'ana@harvest.example',
      subject: 'Gracias, Harvest Table',
      missing: ['hours_given', 'sender_title'],
      sentAt: null,
    })
    expect(letter.body).toContain('Hola, Ana Núñez:')
    expect(letter.body).toContain('1,200 estudiantes')
    expect(letter.body).toContain('$12,500')
    expect(letter.body).toContain('{hours_given} horas')
    const params = { letterId: letter.id }
    for (const how of ['email', 'paper'] as const)
      await expect(
        staff()(api.sendLetter, { params, body: { how }, ifMatch: letter.version }),
      ).rejects.toMatchObject({
        reason: 'letter-incomplete',
        fields: [{ field: 'fill.hours_given' }, { field: 'fill.sender_title' }],
      })
    await expect(staff()(api.downloadLetter, { params })).rejects.toMatchObject({
      reason: 'letter-incomplete',
    })
    expect((await test.as('admin')(mailContract.listMails)).items).toEqual([])
  })

  it('of every kind is filled from the records, in both languages, and nothing in it is blank', async () => {
    for (const kind of ['principal_existing', 'principal_new', 'welcome', 'thank_you', 'renewal'] as const)
      for (const locale of ['en', 'es'] as const) {
        const { subject, body, missing } = await write({ kind, locale })
        expect(`${subject} ${body}`).not.toMatch(/null|undefined|\s[,.;:]|\(\)/)
        expect(body).toContain('Ana Núñez')
        for (const field of missing) expect(`${subject} ${body}`).toContain(`{${field}}`)
      }
    expect((await write({ kind: 'welcome', locale: 'en' })).body).toContain('From August 18, 2025 on')
  })

  it('is a PDF and an e-mail, once, and stands on the timeline', async () => {
    const draft = await write({ kind: 'principal_existing', locale: 'en', meetingDate: '2026-03-09' })
    expect(draft.body).toContain('on March 9, 2026')
    const params = { letterId: draft.id }
    const filled = await staff()(api.changeLetter, {
      params,
      body: { fill: { needs: 'tutoring', existing_service: 'weekend food' } },
      ifMatch: draft.version,
    })
    expect(filled.missing).toEqual([])
    const answer = await test.app.inject({
      url: `/api/v1/letters/${draft.id}/pdf`,
      headers: { authorization: `Bearer ${test.token('coordinator')}` },
    })
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const sent = await staff()(api.sendLetter, { params, body: { how: 'email' }, ifMatch: filled.version })
    const [mail] = await test.sql('select to_address, subject, body from mails')
    expect(mail).toEqual({ to_address: 'ana@harvest.example', subject: sent.subject, body: `${sent.body}\n` })
    expect(await test.sql("select body, author_name from partnership_events where kind = 'letter'")).toEqual([
      { body: sent.subject, author_name: 'The coordinator' },
    ])
    expect(
      await test.sql('select last_contact_on from partnerships where last_contact_on is not null'),
    ).toHaveLength(1)
    await expect(staff()(api.removeLetter, { params, ifMatch: sent.version })).rejects.toMatchObject({
      reason: 'letter-sent',
    })
    const list = (standing: 'draft' | 'sent') =>
      staff()(api.listLetters, { query: { partnershipId, standing } })
    expect((await list('sent')).items.map((one) => one.id)).toEqual([draft.id])
    const [last] = (await list('draft')).items
    await staff()(api.removeLetter, { params: { letterId: last!.id }, ifMatch: last!.version })
    expect((await list('draft')).items.map((one) => one.id)).not.toContain(last!.id)
  })

  it('without an address goes out on paper only', async () => {
    const draft = await staff()(api.composeLetter, {
      body: { kind: 'welcome', organizationId: other, locale: 'en' },
    })
    expect(draft.missing).toContain('contact_name')
    const params = { letterId: draft.id }
    const named = await staff()(api.changeLetter, {
      params,
      body: { toName: 'Sam Lee', body: 'Dear {contact_name}, welcome.', subject: 'Welcome' },
      ifMatch: draft.version,
    })
    expect(named.body).toBe('Dear Sam Lee, welcome.')
    await expect(
      staff()(api.sendLetter, { params, body: { how: 'email' }, ifMatch: named.version }),
    ).rejects.toMatchObject({ fields: [{ field: 'toAddress' }] })
    const sent = await staff()(api.sendLetter, { params, body: { how: 'paper' }, ifMatch: named.version })
    expect(sent.sentHow).toBe('paper')
  })
})

describe('who writes', () => {
  it('is a principal for the own school, and nobody for another one', async () => {
    const invite = (schoolId: string) =>
      principal()(api.composeLetter, { body: { kind: 'principal_new', organizationId: other, schoolId } })
    const mine = await invite(school)
    expect(mine.body).toContain('I am the principal of Lincoln')
    expect((await principal()(api.getLetter, { params: { letterId: mine.id } })).id).toBe(mine.id)
    await expect(invite(otherSchool)).rejects.toMatchObject({ fields: [{ field: 'schoolId' }] })
    const neighbour = test.as('school', { schools: [otherSchool] })
    expect((await neighbour(api.listLetters)).items).toEqual([])
    await expect(neighbour(api.getLetter, { params: { letterId: mine.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await principal()(api.listLetters)).items.length).toBeGreaterThan(1)
  })

  it('is refused another partner’s contact, another district and readers', async () => {
    await expect(write({ kind: 'welcome', organizationId: other })).rejects.toMatchObject({
      fields: [{ field: 'partnershipId' }],
    })
    const stranger = test.as('director', { districtId: otherDistrict })
    await expect(
      stranger(api.composeLetter, { body: { kind: 'welcome', organizationId } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect((await stranger(api.listLetters)).items).toEqual([])
    await expect(test.as('viewer')(api.listLetters)).rejects.toMatchObject({ code: 'not-permitted' })
  })
})
