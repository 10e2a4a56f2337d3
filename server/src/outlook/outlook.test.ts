import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, addMonths } from '@common-table/shared/calendar/dates'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { outlookContract as api } from '@common-table/shared/outlook/contract'
import type { Outlook, QualityLevels } from '@common-table/shared/outlook/schemas'
import { district, id, personOf, useApi } from '../../test/support/api.ts'

const test = useApi()
const staff = () => test.as('coordinator')
const [organization, school, otherSchool, tutoring, idle, ending] = [31, 41, 42, 51, 52, 53].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date())
const levels: QualityLevels = {
  alignment: 4,
  delivery: 3,
  relationship: 3,
  equity: 3,
  data: 2,
  sustainability: 3,
}
let schoolYearId: string

/** A signed agreement with the days promises of both sides were due, as signing and time leave them. */
const sign = async (
  partnershipId: string,
  dues: Record<'district' | 'partner', string[]>,
  endsOn: string,
) => {
  const [agreement] = await test.sql<{ id: string }>(
    `insert into agreements (district_id, partnership_id, title, type, intensity, money, uses_space, data, contact, worksite,
       grassroots, stage, starts_on, ends_on) values ($1, $2, 'Tutoring agreement', 'express', 'low', 'none', false, 'none',
       'supervised', false, false, 'signed', $3, $4) returning id`,
    [district, partnershipId, addMonths(today, -14), endsOn],
  )
  for (const side of ['district', 'partner'] as const) {
    const [obligation] = await test.sql<{ id: string }>(
      `insert into obligations (district_id, agreement_id, side, what, cadence) values ($1, $2, $3, 'A promise', 'weekly') returning id`,
      [district, agreement!.id, side],
    )
    for (const [at, status] of dues[side].entries())
      await test.sql(
        `insert into obligation_dues (district_id, obligation_id, agreement_id, partnership_id, side, due_on, status, kept_on, note)
         values ($1, $2, $3, $4, $5, $6::date, $7, case $7 when 'kept' then $6::date when 'late' then $6::date + 1 end, 'Closed')`,
        [district, obligation!.id, agreement!.id, partnershipId, side, addDays(today, -7 * (at + 1)), status],
      )
    // Older than a year, and still to come: neither counts.
    for (const day of [addDays(today, -400), addDays(today, 7)])
      await test.sql(
        `insert into obligation_dues (district_id, obligation_id, agreement_id, partnership_id, side, due_on)
         values ($1, $2, $3, $4, $5, $6)`,
        [district, obligation!.id, agreement!.id, partnershipId, side, day],
      )
  }
}

beforeAll(async () => {
  const { items } = await test.as('viewer')(calendarContract.listSchoolYears)
  schoolYearId = items
    .filter(({ startsOn }) => startsOn <= today)
    .toSorted((a, b) => b.startsOn.localeCompare(a.startsOn))[0]!.id
  const values = [
    [
      "insert into organizations (district_id, id, name) values ($1, $2, 'Harvest Table')",
      [district, organization],
    ],
    [
      "insert into schools (district_id, id, code, name) values ($1, $2, '041', 'Lincoln'), ($1, $3, '042', 'Adams')",
      [district, school, otherSchool],
    ],
    [
      `insert into partnerships (district_id, id, organization_id, name, stage, formality, lead_user_id, starts_on) values
        ($1, $2, $5, 'Reading together', 'active', 'formal', $6, '2020-08-01'), ($1, $3, $5, 'Quiet room', 'active', 'informal', null, null),
        ($1, $4, $5, 'Ending soon', 'renewing', 'formal', $6, '2024-08-01')`,
      [district, tutoring, idle, ending, organization, personOf('coordinator')],
    ],
    [
      'insert into partnership_schools (district_id, partnership_id, school_id) values ($1, $2, $3), ($1, $4, $5)',
      [district, tutoring, school, idle, otherSchool],
    ],
    [
      `insert into school_years (district_id, label, starts_on, ends_on) values ($1, '2098-99', '2098-07-01', '2099-06-30')`,
      [district],
    ],
  ] as const
  for (const [text, given] of values) await test.sql(text, [...given])
  await sign(
    tutoring,
    { district: ['kept', 'open', 'waived'], partner: ['kept', 'kept', 'kept', 'late', 'kept'] },
    addMonths(today, 10),
  )
  await sign(ending, { district: [], partner: ['open', 'open', 'open', 'kept'] }, addDays(today, 20))
})

const read = (partnershipId = tutoring) => staff()(api.getOutlook, { params: { partnershipId } })
const ground = ({ recommendation }: Outlook, code: string) =>
  recommendation.grounds.find((one) => one.code === code)
const part = ({ sustainability }: Outlook, code: string) =>
  sustainability.parts.find((one) => one.code === code)

describe('the outlook of a partnership', () => {
  it('counts the promises each side kept within a year, and says on what it advises', async () => {
    const outlook = await read()
    expect(outlook).toMatchObject({
      asOf: today,
      promises: {
        district: { kept: 1, late: 0, missed: 1, waived: 1, share: 0.5 },
        partner: { kept: 4, late: 1, missed: 0, share: 0.8 },
      },
      recommendation: { verdict: 'revise' },
      agreement: { title: 'Tutoring agreement', endsOn: addMonths(today, 10), renews: false },
      sustainability: { singleChampion: true },
    })
    expect(ground(outlook, 'partner_promises')).toMatchObject({ judgement: 'good', have: 4, of: 5 })
    expect(ground(outlook, 'district_promises')).toMatchObject({ judgement: 'weak', have: 1, of: 2 })
    expect(ground(outlook, 'quality')).toMatchObject({ judgement: 'unknown' })
    expect(part(outlook, 'agreement')).toMatchObject({ have: 10, of: 12, points: 17 })
    expect(part(outlook, 'funding')).toMatchObject({ have: null, points: null })
  })

  it('knows what pays for it once somebody says so, and takes it back', async () => {
    const params = { partnershipId: tutoring }
    const grant = await staff()(api.addFunding, {
      params,
      body: { name: 'City youth grant', kind: 'grant', needed: true, endsOn: addMonths(today, 6) },
    })
    await staff()(api.addFunding, {
      params,
      body: { name: 'Snacks', kind: 'donations', needed: false, endsOn: addMonths(today, 1) },
    })
    let outlook = await read()
    expect(outlook.fundings.map(({ name }) => name)).toEqual(['City youth grant', 'Snacks'])
    expect(part(outlook, 'funding')).toMatchObject({ have: 6, of: 24, points: 5 })
    expect(ground(outlook, 'funding')).toMatchObject({ judgement: 'weak', have: 6 })
    const change = (ifMatch: number) =>
      staff()(api.changeFunding, { params: { fundingId: grant.id }, body: { endsOn: null }, ifMatch })
    expect(await change(grant.version)).toMatchObject({
      name: 'City youth grant',
      endsOn: null,
      needed: true,
    })
    await expect(change(grant.version)).rejects.toMatchObject({ code: 'stale', current: { endsOn: null } })
    outlook = await read()
    expect(ground(outlook, 'funding')).toMatchObject({ judgement: 'good', word: 'lasting' })
    await staff()(api.removeFunding, { params: { fundingId: grant.id } })
    await expect(staff()(api.removeFunding, { params: { fundingId: grant.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await read()).fundings).toHaveLength(1)
  })

  it('is looked at once a school year in six items, and a second save says what the first wrote', async () => {
    const review = (ifMatch: number, more: Partial<QualityLevels> = {}, year = schoolYearId) =>
      staff()(api.reviewQuality, {
        params: { partnershipId: tutoring, schoolYearId: year },
        body: { levels: { ...levels, ...more }, note: 'Seen in two visits.' },
        ifMatch,
      })
    const first = await review(0)
    expect(first.reviews).toMatchObject([
      { levels, note: 'Seen in two visits.', reviewedBy: 'The coordinator', version: 1 },
    ])
    expect(first.schoolYear?.id).toBe(schoolYearId)
    expect(ground(first, 'quality')).toMatchObject({ judgement: 'good', have: 18, of: 24 })
    await expect(review(0)).rejects.toMatchObject({ code: 'stale', current: { reviews: [{ levels }] } })
    const second = await review(1, { delivery: 1 })
    expect(second.reviews).toMatchObject([{ levels: { delivery: 1 }, version: 2 }])
    expect(ground(second, 'quality')).toMatchObject({ judgement: 'weak' })
    const [later] = await test.sql<{ id: string }>(`select id from school_years where label = '2098-99'`)
    await expect(review(0, {}, later!.id)).rejects.toMatchObject({ fields: [{ field: 'schoolYearId' }] })
    await expect(review(0, {}, id(77))).rejects.toMatchObject({ code: 'not-found' })
    await expect(review(2, { equity: 5 })).rejects.toMatchObject({ code: 'invalid-input' })
    const audit = await test.sql<{ n: number }>(
      `select count(*)::integer as n from audit_log where table_name = 'quality_reviews'`,
    )
    expect(audit[0]!.n).toBe(2)
  })

  it('advises an exit on two bad grounds, and nothing where too little is known', async () => {
    await staff()(api.reviewQuality, {
      params: { partnershipId: ending, schoolYearId },
      body: { levels: { alignment: 2, delivery: 1, relationship: 2, equity: 1, data: 1, sustainability: 1 } },
      ifMatch: 0,
    })
    expect((await read(ending)).recommendation.verdict).toBe('exit')
    expect(await read(idle)).toMatchObject({
      recommendation: { verdict: null },
      sustainability: { score: null, singleChampion: true },
      champions: { district: [], partner: [] },
    })
  })
})

it('counts check-ins whose day has gone by, held or not', async () => {
  const plan = (quarter: number, day: string, status: string) =>
    test.sql(
      `insert into meetings (district_id, kind, partnership_id, school_year_id, quarter, day, status)
       values ($1, 'check_in', $2, $3, $4, $5, $6)`,
      [district, tutoring, schoolYearId, quarter, day, status],
    )
  await plan(1, addDays(today, -200), 'signed')
  await plan(2, addDays(today, -100), 'planned')
  await plan(3, addDays(today, 20), 'planned')
  await plan(4, addDays(today, -50), 'cancelled')
  const outlook = await read()
  expect(ground(outlook, 'check_ins')).toMatchObject({ judgement: 'weak', have: 1, of: 2 })
  expect(part(outlook, 'check_ins')).toMatchObject({ points: 10 })
})

describe('the outlook of all partnerships', () => {
  const names = async (query: object, call = staff()) =>
    (await call(api.listOutlooks, { query })).items.map(({ partnership }) => partnership.name)

  it('lists what was kept, what is advised and why, filtered by what needs a look', async () => {
    const { items } = await staff()(api.listOutlooks, { query: {} })
    expect(items.map(({ partnership, verdict }) => [partnership.name, verdict])).toEqual([
      ['Ending soon', 'exit'],
      ['Quiet room', null],
      ['Reading together', 'revise'],
    ])
    expect(items[0]).toMatchObject({
      agreementEndsOn: addDays(today, 20),
      concerns: expect.arrayContaining(['partner_promises', 'quality']),
      promises: { partner: { kept: 1, missed: 3 } },
      reviewed: true,
    })
    expect(await names({ unreviewed: true })).toEqual(['Quiet room'])
    expect(await names({ endsBefore: addDays(today, 60) })).toEqual(['Ending soon'])
    expect(await names({ singleChampion: true })).toHaveLength(3)
    expect(await names({ organizationId: id(77) })).toEqual([])
    const page = await staff()(api.listOutlooks, { query: { limit: 2 } })
    expect(await names({ limit: 2, cursor: page.nextCursor })).toEqual(['Reading together'])
  })

  it('adds up the promises of both sides over an organization', async () => {
    expect(await staff()(api.sumKeptPromises, { query: { organizationId: organization } })).toMatchObject({
      partnerships: 3,
      district: { kept: 1, missed: 1, waived: 1 },
      partner: { kept: 5, late: 1, missed: 3 },
    })
  })

  it('is nothing for another district, only its own for a principal, and nothing to write for readers', async () => {
    const principal = test.as('school', { schools: [otherSchool] })
    expect(await names({}, principal)).toEqual(['Quiet room'])
    await expect(principal(api.getOutlook, { params: { partnershipId: tutoring } })).rejects.toMatchObject({
      code: 'not-found',
    })
    const elsewhere = test.as('director', { districtId: id(901) })
    expect(await names({}, elsewhere)).toEqual([])
    await expect(
      elsewhere(api.addFunding, {
        params: { partnershipId: tutoring },
        body: { name: 'A grant', kind: 'grant', needed: true, endsOn: null },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      test.as('viewer')(api.reviewQuality, {
        params: { partnershipId: tutoring, schoolYearId },
        body: { levels },
        ifMatch: 0,
      }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
  })
})
