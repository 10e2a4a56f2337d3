import { beforeAll, describe, expect, it } from 'vitest'
import { agreementsContract } from '@common-table/shared/agreements/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { placesContract } from '@common-table/shared/organizations/places-contract'
import { obligationsContract } from '@common-table/shared/obligations/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { checkInsContract } from '@common-table/shared/meetings/check-ins-contract'
import { timelineContract as api } from '@common-table/shared/timeline/contract'
import type { TimelineKind } from '@common-table/shared/timeline/schemas'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'

const [organization, school, contact] = [31, 41, 61].map(id) as [string, string, string]

describe('the timeline of a partnership and of a partner', () => {
  const test = useApi()
  const coordinator = () => test.as('coordinator')
  let partnership = ''

  beforeAll(async () => {
    await test.sql("insert into organizations (district_id, id, name) values ($1, $2, 'Harvest Table')", [
      district,
      organization,
    ])
    await test.sql("insert into schools (district_id, id, code, name) values ($1, $2, '041', 'Lincoln')", [
      district,
      school,
    ])
    await test.sql(
      "insert into contacts (district_id, id, organization_id, name, email, is_primary) values ($1, $2, $3, 'Ana Núñez', 'ana@harvest.example', true)",
      [district, contact, organization],
    )
    // Through the API, as people do it: the audit is what is told here.
    const made = await coordinator()(partnershipsContract.createPartnership, {
      body: {
        organizationId: organization,
        name: 'Reading together',
        stage: 'active',
        leadUserId: personOf('coordinator'),
        schoolIds: [school],
      },
    })
    partnership = made.id
    const params = { partnershipId: partnership }
    await coordinator()(partnershipsContract.changePartnership, {
      params,
      body: { summary: 'Thirty readers on Tuesdays' },
      ifMatch: made.version,
    })
    await coordinator()(partnershipsContract.addTimelineEntry, {
      params,
      body: { kind: 'call', body: 'Talked about the bus', happenedOn: '2026-03-01' },
    })
    const [day] = await test.sql<{ day: string }>('select current_date::text as day')
    const year = await test.sql(
      'select 1 from school_years where district_id = $1 and $2 between starts_on and ends_on',
      [district, day!.day],
    )
    if (year.length === 0)
      await test.sql(
        'update school_years set starts_on = $2::date - 30, ends_on = $2::date + 300 where district_id = $1',
        [district, day!.day],
      )
    await test.sql('delete from periods where district_id = $1', [district])
    await test.sql(
      `insert into periods (district_id, school_year_id, kind, ordinal, label, starts_on, ends_on)
       select $1, id, 'quarter', 1, 'Q', $2::date - 20, $2::date + 60 from school_years
       where district_id = $1 and $2 between starts_on and ends_on`,
      [district, day!.day],
    )
    const checkIn = await coordinator()(checkInsContract.planCheckIn, { params, body: { day: day!.day } })
    await coordinator()(checkInsContract.askPartner, { params: { checkInId: checkIn.id }, body: {} })
    await coordinator()(checkInsContract.changeCheckIn, {
      params: { checkInId: checkIn.id },
      body: { place: 'Library' },
      ifMatch: checkIn.version,
    })
  })

  const story = async (kind?: TimelineKind[], caller = coordinator()) =>
    (
      await caller(api.getPartnershipStory, {
        params: { partnershipId: partnership },
        query: { ...(kind && { kind }) },
      })
    ).items

  it('tells who changed what from what to what, in the order of time', async () => {
    const items = await story()
    expect(items.map(({ id }) => id)).toEqual(
      items
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    )
    const changed = items.find(({ change }) => change?.table === 'partnerships')
    expect(changed).toMatchObject({
      kind: 'change',
      by: 'The coordinator',
      change: { action: 'update', changes: { summary: ['', 'Thirty readers on Tuesdays'] } },
    })
    expect(items.find(({ change }) => change?.table === 'partnership_schools')?.change).toMatchObject({
      action: 'insert',
      names: { [school]: { en: 'Lincoln' } },
    })
  })

  it('tells every contact, e-mail, link and check-in, and can be looked at by kind', async () => {
    expect(await story(['touch'])).toMatchObject([{ code: 'call', text: 'Talked about the bus' }])
    expect(await story(['email'])).toMatchObject([
      { state: 'kept', to: 'Ana Núñez <ana@harvest.example>', partnership: { name: 'Reading together' } },
    ])
    expect(await story(['link'])).toMatchObject([{ title: 'check-in', state: 'open', by: 'The coordinator' }])
    const checkIns = await story(['check_in'])
    expect(checkIns.map(({ code }) => code)).toEqual(['update', 'planned'])
    expect(checkIns[0]!.change?.changes).toMatchObject({ place: ['', 'Library'] })
    expect((await story(['link', 'touch'])).map(({ kind }) => kind)).toEqual(['link', 'touch'])
  })

  it('tells what becomes of an agreement and of a document', async () => {
    await coordinator()(agreementsContract.beginAgreement, {
      params: { partnershipId: partnership },
      body: {
        type: 'no_cost_mou',
        title: 'Reading agreement',
        facts: {
          intensity: 'low',
          money: 'none',
          usesSpace: false,
          data: 'none',
          contact: 'none',
          worksite: false,
          grassroots: false,
        },
      },
    })
    const agreed = await story(['agreement'])
    expect(agreed.map(({ change }) => change?.table)).toContain('agreements')
    await test.sql(
      `with f as (insert into files (district_id, name, media_type, size_bytes, sha256)
         values ($1, 'a.pdf', 'application/pdf', 1, repeat('a', 64)) returning id)
       insert into compliance_documents (district_id, organization_id, kind, file_id, submitted_by, via_link)
       select $1, $2, 'tax_form', id, 'Ana Núñez', true from f`,
      [district, organization],
    )
    expect((await story(['document']))[0]).toMatchObject({
      code: 'handed_in',
      title: 'tax_form',
      by: 'Ana Núñez',
      byKind: 'link',
      state: 'submitted',
    })
  })

  it('is paged, every thing once', async () => {
    const all = await story()
    const met: string[] = []
    let cursor: string | undefined
    do {
      const page = await coordinator()(api.getPartnershipStory, {
        params: { partnershipId: partnership },
        query: { limit: 3, ...(cursor && { cursor }) },
      })
      met.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(met).toEqual(all.map(({ id }) => id))
  })

  it('of a partner holds its own changes beside those of its partnerships', async () => {
    const current = await coordinator()(organizationsContract.getOrganization, {
      params: { organizationId: organization },
    })
    await coordinator()(organizationsContract.changeOrganization, {
      params: { organizationId: organization },
      body: { website: 'https://harvest.example' },
      ifMatch: current.version,
    })
    const { items } = await coordinator()(api.getOrganizationStory, {
      params: { organizationId: organization },
      query: {},
    })
    expect(items.map(({ change }) => change?.table)).toEqual(
      expect.arrayContaining(['organizations', 'partnerships', 'meetings']),
    )
    expect(items.find(({ kind }) => kind === 'touch')).toMatchObject({
      partnership: { name: 'Reading together' },
    })
  })

  it('tells what was removed, and a stage once whatever changed with it', async () => {
    const params = { partnershipId: partnership }
    const [agreement] = await test.sql<{ id: string }>(
      `insert into agreements (district_id, partnership_id, title, type, intensity, money, uses_space, data, contact, worksite, grassroots)
       values ($1, $2, 'Draft', 'no_cost_mou', 'low', 'none', false, 'none', 'none', false, false) returning id`,
      [district, partnership],
    )
    const promise = await coordinator()(obligationsContract.addObligation, {
      params: { agreementId: agreement!.id },
      body: { side: 'partner', what: 'Two tutors', cadence: 'yearly' },
    })
    await coordinator()(obligationsContract.removeObligation, { params: { obligationId: promise.id } })
    const contact = await coordinator()(placesContract.addContact, {
      params: { organizationId: organization },
      body: { name: 'Luis Ortega' },
    })
    await coordinator()(placesContract.removeContact, { params: { contactId: contact.id } })
    const before = await coordinator()(partnershipsContract.getPartnership, { params })
    await coordinator()(partnershipsContract.changePartnershipStage, {
      params,
      body: { stage: 'paused', reason: 'funding', resumesOn: '2099-01-01' },
      ifMatch: before.version,
    })
    const { items } = await coordinator()(api.getPartnershipStory, { params, query: { limit: 100 } })
    expect(
      items.find(({ change }) => change?.table === 'obligations' && change.action === 'delete'),
    ).toMatchObject({
      kind: 'agreement',
      by: 'The coordinator',
      change: { changes: { what: 'Two tutors' } },
    })
    expect(items.filter(({ kind }) => kind === 'stage')[0]).toMatchObject({
      code: 'paused',
      reason: 'funding',
    })
    expect(items[0]!.change?.changes ?? items[1]!.change?.changes).toEqual({
      resumes_on: [null, '2099-01-01'],
    })
    expect(
      items.filter(({ change }) => change?.table === 'partnerships' && 'stage' in change.changes),
    ).toEqual([])
    const story = await coordinator()(api.getOrganizationStory, {
      params: { organizationId: organization },
      query: { limit: 100 },
    })
    expect(
      story.items.find(({ change }) => change?.table === 'contacts' && change.action === 'delete'),
    ).toMatchObject({ change: { changes: { name: 'Luis Ortega' } } })
  })

  it('shows a principal only own schools, a reader no changes or addresses, another district nothing', async () => {
    const own = test.as('school', { schools: [school] })
    const kinds = new Set(
      (await story(undefined, own)).map(({ kind, change }) => `${kind}${change ? '!' : ''}`),
    )
    expect([...kinds].toSorted()).toEqual(['check_in', 'document', 'stage', 'touch'])
    expect(await story(['email'], test.as('viewer'))).toEqual([])
    for (const stranger of [
      test.as('school', { schools: [id(42)] }),
      test.as('director', { districtId: otherDistrict }),
    ])
      await expect(story(undefined, stranger)).rejects.toMatchObject({ code: 'not-found' })
    const { items } = await test.as('school', { schools: [id(42)] })(api.getOrganizationStory, {
      params: { organizationId: organization },
      query: {},
    })
    expect(items.every(({ kind }) => kind === 'document')).toBe(true)
  })
})
