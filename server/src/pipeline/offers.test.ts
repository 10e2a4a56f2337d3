import { describe, expect, it } from 'vitest'
import { districtContract } from '@common-table/shared/district/contract'
import { mailContract } from '@common-table/shared/mail/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { offersContract as api } from '@common-table/shared/pipeline/offers-contract'
import { prospectsContract } from '@common-table/shared/pipeline/prospects-contract'
import { searchWork } from '@common-table/shared/pipeline/proof-of-work'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'

describe('offers of help', () => {
  const test = useApi()
  const params = { districtId: district }

  /** A form opened so many seconds ago, with its work done. */
  const opened = (secondsAgo = 60, districtId = district) => {
    const token = test.services.cursors.write(`offer ${districtId}`, [
      Date.now() - secondsAgo * 1000,
      crypto.randomUUID(),
    ])
    return { token, nonce: searchWork(token, 0, 5_000_000)! }
  }
  const help = (more: object = {}) => ({
    organizationName: 'Corner Bakery',
    contactName: 'Rosa Lima',
    contactEmail: `rosa.${crypto.randomUUID().slice(0, 8)}@bakery.example.org`,
    message: 'We would like to give bread to families on Fridays.',
    locale: 'en' as const,
    ...more,
  })
  const send = (more: object = {}, form = opened()) =>
    test.anonymous(api.sendOffer, { params, body: { ...help(more), ...form } })
  const latest = async () => (await test.as('coordinator')(api.listOffers)).items[0]!
  const director = () => test.as('director')

  it('arrive through a public form that needs no account, and directors are told', async () => {
    const form = await test.anonymous(api.openOfferForm, { params })
    expect(form.district.name).toBe('Riverbend Schools')
    expect(form.categories.length).toBeGreaterThan(40)
    await send({ categoryIds: [form.categories[0]!.id, id(99)], contributions: ['materials'], students: 40 })
    expect(await latest()).toMatchObject({
      organizationName: 'Corner Bakery',
      status: 'new',
      signs: [],
      categoryIds: [form.categories[0]!.id],
      students: 40,
    })
    const [notice] = await test.sql(
      'select kind, facts from notifications where user_id = $1 order by id desc',
      [personOf('director')],
    )
    expect(notice).toEqual({ kind: 'pipeline.offer', facts: { name: 'Corner Bakery' } })
    const [audit] = await test.sql(
      "select actor_kind, actor_name, changes ? 'token_hash' as secret from audit_log where table_name = 'offers' order by id desc limit 1",
    )
    expect(audit).toEqual({ actor_kind: 'link', actor_name: 'public form', secret: false })
  })

  it('are one offer when the same form is sent twice', async () => {
    const form = opened()
    await send({ organizationName: 'Twice' }, form)
    await send({ organizationName: 'Twice' }, form)
    expect(await test.sql("select 1 from offers where organization_name = 'Twice'")).toHaveLength(1)
  })

  it('are refused without our own fresh form and its work, with a sentence that says what to do', async () => {
    const { token, nonce } = opened()
    await expect(send({}, { token, nonce: nonce + 1 })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(send({}, { token: `x${token}`, nonce })).rejects.toMatchObject({ code: 'link-expired' })
    await expect(send({}, opened(25 * 3600))).rejects.toMatchObject({ code: 'link-expired' })
    await expect(send({}, opened(60, otherDistrict))).rejects.toMatchObject({ code: 'link-expired' })
    await expect(send({ message: '  ' })).rejects.toMatchObject({ fields: [{ field: 'message' }] })
    await expect(send({ contactEmail: 'rosa' })).rejects.toMatchObject({
      fields: [{ field: 'contactEmail' }],
    })
  })

  it('that look like spam are kept aside and nobody is turned away: a person decides', async () => {
    await send({ organizationName: 'Robot', companyUrl: 'http://x' })
    await send({ organizationName: 'Hurry' }, opened(1))
    const { items } = await test.as('coordinator')(api.listOffers, { query: { status: ['suspected'] } })
    expect(items.map(({ organizationName, signs }) => [organizationName, signs])).toEqual([
      ['Hurry', ['too_fast']],
      ['Robot', ['hidden_field']],
    ])
    const judge = (offerId: string, spam: boolean, ifMatch: number) =>
      director()(api.judgeOffer, { params: { offerId }, body: { spam }, ifMatch })
    expect(await judge(items[0]!.id, false, items[0]!.version)).toMatchObject({ status: 'new' })
    expect(await judge(items[1]!.id, true, items[1]!.version)).toMatchObject({
      status: 'spam',
      decidedByName: 'The director',
    })
    await expect(judge(items[1]!.id, true, items[1]!.version)).rejects.toMatchObject({ code: 'stale' })
  })

  it('become a new organisation with contact, contributions, prospect and first touch, and a kind answer', async () => {
    await send({
      organizationName: 'Lakeside Dentists',
      organizationType: 'health',
      website: 'lakeside.example.org',
      contactPhone: 'ask for Rosa',
      contributions: ['expertise', 'staff_fte'],
      locale: 'es',
      message: 'Revisiones dentales gratuitas.',
    })
    const offer = await latest()
    const taken = await director()(api.acceptOffer, {
      params: { offerId: offer.id },
      body: { reply: true, ownerUserId: personOf('coordinator') },
      ifMatch: offer.version,
    })
    expect(taken).toMatchObject({
      status: 'accepted',
      replied: true,
      organization: { name: 'Lakeside Dentists' },
    })
    const profile = await director()(organizationsContract.getOrganization, {
      params: { organizationId: taken.organization!.id },
    })
    expect(profile).toMatchObject({
      type: 'health',
      status: 'prospect',
      website: 'https://lakeside.example.org',
      phone: null,
      contacts: [{ name: 'Rosa Lima', language: 'es', isPrimary: true }],
    })
    const prospect = await director()(prospectsContract.getProspect, {
      params: { prospectId: taken.prospectId! },
    })
    expect(prospect).toMatchObject({
      source: 'offer',
      stage: 'contacted',
      goal: 'Revisiones dentales gratuitas.',
      owner: { name: 'The coordinator' },
      contact: { name: 'Rosa Lima' },
      lastContactOn: new Date().toISOString().slice(0, 10),
    })
    const [mail] = (await test.as('admin')(mailContract.listMails)).items
    expect(mail).toMatchObject({ subject: 'Gracias por ofrecer su ayuda a Riverbend Schools' })
    await expect(
      director()(api.acceptOffer, {
        params: { offerId: offer.id },
        body: { reply: false },
        ifMatch: taken.version,
      }),
    ).rejects.toMatchObject({ code: 'step-not-possible' })
  })

  it('show whom they may be from, and join that one instead of making another', async () => {
    const known = await director()(organizationsContract.addOrganization, {
      body: { name: 'Riverside Youth Center', website: 'riverside.example.org' },
    })
    await send({
      organizationName: 'The Riverside Youth Center Inc',
      contactEmail: 'ana@riverside.example.org',
    })
    const offer = await director()(api.getOffer, { params: { offerId: (await latest()).id } })
    expect(offer.duplicates).toMatchObject([{ id: known.id, verdict: 'same' }])
    const taken = await director()(api.acceptOffer, {
      params: { offerId: offer.id },
      body: { reply: false, organizationId: known.id },
      ifMatch: offer.version,
    })
    expect(taken).toMatchObject({ organization: { id: known.id }, duplicates: [] })
    await send({ organizationName: 'Riverside Youth Center', contactEmail: 'ana@riverside.example.org' })
    const second = await latest()
    const again = await director()(api.acceptOffer, {
      params: { offerId: second.id },
      body: { reply: false, organizationId: known.id },
      ifMatch: second.version,
    })
    expect(again.prospectId).toBe(taken.prospectId)
    expect(
      await test.sql('select 1 from contacts where district_id = $1 and organization_id = $2', [
        district,
        known.id,
      ]),
    ).toHaveLength(1)
  })

  it('are declined with a reason, and said so kindly when wished', async () => {
    await send({ organizationName: 'Fireworks Ltd' })
    const offer = await latest()
    const declined = await director()(api.declineOffer, {
      params: { offerId: offer.id },
      body: { reason: 'not_a_fit', note: 'No fireworks.', reply: false },
      ifMatch: offer.version,
    })
    expect(declined).toMatchObject({
      status: 'declined',
      declinedReason: 'not_a_fit',
      note: 'No fireworks.',
      replied: false,
    })
    await expect(
      director()(api.declineOffer, {
        params: { offerId: offer.id },
        body: { reason: 'other', reply: false },
        ifMatch: declined.version,
      }),
    ).rejects.toMatchObject({ code: 'step-not-possible' })
  })

  it('stop when a district closes its form, belong to one district, and are not for principals', async () => {
    const admin = test.as('admin')
    const { version } = await admin(districtContract.getDistrict)
    await admin(districtContract.changeDistrict, { body: { offersOpen: false }, ifMatch: version })
    await expect(test.anonymous(api.openOfferForm, { params })).rejects.toMatchObject({ code: 'not-found' })
    await expect(send()).rejects.toMatchObject({ code: 'not-found' })
    await expect(test.anonymous(api.openOfferForm, { params: { districtId: id(77) } })).rejects.toMatchObject(
      { code: 'not-found' },
    )
    const foreign = test.as('director', { districtId: otherDistrict })
    expect((await foreign(api.listOffers)).items).toEqual([])
    await expect(foreign(api.getOffer, { params: { offerId: (await latest()).id } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(test.as('school', { schools: [] })(api.listOffers)).rejects.toMatchObject({
      code: 'not-permitted',
    })
  })
})
