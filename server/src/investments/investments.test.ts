import { beforeAll, describe, expect, it } from 'vitest'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { districtContract } from '@common-table/shared/district/contract'
import { bandOf } from '@common-table/shared/investments/balance'
import { investmentsContract as api } from '@common-table/shared/investments/contract'
import { partnerHoursContract as byLink } from '@common-table/shared/investments/partner-contract'
import type { NewContribution } from '@common-table/shared/investments/schemas'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const staff = () => test.as('coordinator')
const usd = (dollars: number) => ({ cents: dollars * 100, currency: 'USD' as const })
let schoolYearId: string
let organizationId: string
const school = id(51)
const otherSchool = id(52)

beforeAll(async () => {
  const { items } = await test.as('viewer')(calendarContract.listSchoolYears)
  const today = new Date().toISOString().slice(0, 10)
  await test.sql(
    `insert into school_years (district_id, label, starts_on, ends_on) values ($1, '2098-99', '2098-07-01', '2099-06-30')`,
    [district],
  )
  const current = items.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn) ?? items[0]!
  // The district of the tests was founded in another year: its latest school year is made to hold today.
  await test.sql(`update school_years set ends_on = '2097-06-30' where id = $1`, [current.id])
  schoolYearId = current.id
  const [organization] = await test.sql<{ id: string }>(
    `insert into organizations (district_id, name) values ($1, 'Harvest Table') returning id`,
    [district],
  )
  organizationId = organization!.id
  await test.sql(
    `insert into contacts (district_id, organization_id, name, email, is_primary) values ($1, $2, 'Ana Núñez', 'ana@harvest.example', true)`,
    [district, organizationId],
  )
  for (const [schoolId, name] of [
    [school, 'Lincoln'],
    [otherSchool, 'Adams'],
  ])
    await test.sql(`insert into schools (district_id, id, code, name) values ($1, $2, $3, $3)`, [
      district,
      schoolId,
      name,
    ])
})

const partnership = async (name = 'Weekend food', schoolIds = [school]) =>
  (
    await staff()(partnershipsContract.createPartnership, {
      body: { organizationId, name, schoolIds, studentsReached: 40 },
    })
  ).id
const add = (partnershipId: string, more: Partial<NewContribution> = {}) =>
  staff()(api.addLedgerLine, {
    params: { partnershipId },
    body: { schoolYearId, side: 'partner', type: 'funding', title: 'Grant', unit: 'dollars', ...more },
  })
const ledger = (partnershipId: string) => staff()(api.getLedger, { params: { partnershipId } })

describe('the ledger', () => {
  it('keeps what each side promised and put in, with its balance in money and without, and the value per student', async () => {
    const partnershipId = await partnership()
    await add(partnershipId, {
      planned: 9000,
      delivered: 8000,
      plannedValue: usd(9000),
      deliveredValue: usd(8000),
    })
    await add(partnershipId, {
      side: 'district',
      type: 'space',
      title: 'Kitchen',
      unit: 'rooms',
      planned: 1,
      delivered: 1,
      deliveredValue: usd(2000),
    })
    await add(partnershipId, {
      side: 'district',
      type: 'coordination',
      title: 'Liaison',
      unit: 'hours',
      planned: 40,
      delivered: 30.5,
    })
    expect(await ledger(partnershipId)).toMatchObject({
      schoolYear: { id: schoolYearId },
      lines: [
        { side: 'partner', title: 'Grant', plannedValue: usd(9000) },
        { title: 'Liaison', delivered: 30.5, deliveredValue: null },
        { title: 'Kitchen' },
      ],
      balance: {
        byValue: { partnerShare: 80, band: 'leans_on_partner' },
        withoutMoney: { partnerShare: 33, band: 'leans_on_district' },
        district: { lines: 2, valued: 1, kinds: 2, deliveredCents: 200_000 },
      },
      centsPerStudent: 25_000,
    })
    const { items } = await staff()(api.listInvestments)
    expect(items.find((item) => item.partnership.id === partnershipId)).toMatchObject({
      band: 'leans_on_partner',
      lineCount: 3,
      valuedCount: 2,
      partnerDeliveredCents: 800_000,
      centsPerStudent: 25_000,
    })
  })

  it('changes a line, refuses an old version, and forgets a line written by mistake', async () => {
    const partnershipId = await partnership()
    const { id: contributionId, version } = await add(partnershipId, { planned: 10 })
    const change = (ifMatch: number) =>
      staff()(api.changeLedgerLine, {
        params: { contributionId },
        body: { delivered: 5, deliveredValue: usd(5) },
        ifMatch,
      })
    expect(await change(version)).toMatchObject({ delivered: 5, planned: 10, version: version + 1 })
    await expect(change(version)).rejects.toMatchObject({ code: 'stale', current: { delivered: 5 } })
    await staff()(api.removeLedgerLine, { params: { contributionId } })
    expect((await ledger(partnershipId)).lines).toEqual([])
    const { items } = await staff()(api.listInvestments)
    expect(items.some((item) => item.partnership.id === partnershipId)).toBe(false)
  })

  it('keeps sums that are those of the lines while two people write at once', async () => {
    const partnershipId = await partnership()
    await Promise.all(
      Array.from({ length: 8 }, () => add(partnershipId, { delivered: 1, deliveredValue: usd(1) })),
    )
    const [totals] = await test.sql(
      'select line_count, partner_delivered_cents from investment_totals where partnership_id = $1',
      [partnershipId],
    )
    expect(totals).toEqual({ line_count: 8, partner_delivered_cents: 800 })
  })

  it('goes with its partnership', async () => {
    const partnershipId = await partnership()
    await add(partnershipId)
    await test.sql('delete from partnerships where id = $1', [partnershipId])
    expect(
      await test.sql('select from investment_totals where partnership_id = $1', [partnershipId]),
    ).toEqual([])
  })

  it('is nothing for another district, for a principal of another school, and for readers to write', async () => {
    const partnershipId = await partnership()
    await add(partnershipId)
    const params = { partnershipId }
    for (const stranger of [
      test.as('coordinator', { districtId: otherDistrict }),
      test.as('school', { schools: [otherSchool] }),
    ]) {
      await expect(stranger(api.getLedger, { params })).rejects.toMatchObject({ code: 'not-found' })
      await expect(stranger(api.listVolunteerHours, { params })).rejects.toMatchObject({ code: 'not-found' })
      const { items } = await stranger(api.listInvestments)
      expect(items.some((item) => item.partnership.id === partnershipId)).toBe(false)
      expect((await stranger(api.sumInvestments)).partnerships).toBe(0)
    }
    expect((await test.as('school', { schools: [school] })(api.getLedger, { params })).partnership.id).toBe(
      partnershipId,
    )
    await expect(
      test.as('viewer')(api.addLedgerLine, {
        params,
        body: { schoolYearId, side: 'partner', type: 'space', title: 'x', unit: 'rooms' },
      }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
  })
})

describe('volunteer hours', () => {
  const report = {
    workedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    hours: 6,
    people: 3,
    activity: 'Packing food',
    schoolId: school,
  }

  it('are reported by link, counted once approved, and valued at the rate of the district', async () => {
    const admin = test.as('admin')
    const now = await admin(districtContract.getDistrict)
    await expect(
      admin(districtContract.changeDistrict, { body: { volunteerHourCents: 3000 }, ifMatch: now.version }),
    ).rejects.toMatchObject({ fields: [{ field: 'volunteerHourSource' }] })
    await admin(districtContract.changeDistrict, {
      body: { volunteerHourCents: 3000, volunteerHourSource: 'State office, 2025' },
      ifMatch: now.version,
    })
    const partnershipId = await partnership()
    const params = { partnershipId }
    expect(await staff()(api.askForVolunteerHours, { params, body: {} })).toEqual({
      email: 'ana@harvest.example',
    })
    const [mail] = await test.sql<{ body: string }>('select body from mails order by id desc limit 1')
    expect(mail!.body).toContain('report volunteer hours')

    const partner = await test.link({
      purpose: 'hours',
      organizationId,
      subject: { table: 'partnerships', id: partnershipId },
    })
    expect(await partner.call(byLink.readHoursByLink)).toMatchObject({
      partnershipName: 'Weekend food',
      schools: [{ name: 'Lincoln' }],
      reported: [],
    })
    const sent = await partner.call(byLink.reportHoursByLink, { body: report })
    expect(sent.reported).toMatchObject([
      { hours: 6, people: 3, status: 'submitted', schoolName: 'Lincoln', removable: true },
    ])
    expect(await ledger(partnershipId)).toMatchObject({ hoursWaiting: 1, lines: [] })
    expect((await staff()(api.sumInvestments, { query: { organizationId } })).hoursWaiting).toBe(1)

    const { items } = await staff()(api.listVolunteerHours, { params, query: { status: 'submitted' } })
    const decide = (decision: 'approved' | 'rejected', version: number, reason?: string) =>
      staff()(api.decideVolunteerHours, {
        params: { volunteerHoursId: items[0]!.id },
        body: { decision, ...(reason && { reason }) },
        ifMatch: version,
      })
    const approved = await decide('approved', items[0]!.version)
    const [line] = (await ledger(partnershipId)).lines
    expect(line).toMatchObject({
      type: 'volunteer_hours',
      side: 'partner',
      delivered: 6,
      deliveredValue: usd(180),
    })
    await expect(decide('approved', approved.version)).rejects.toMatchObject({ reason: 'hours-decided' })
    await expect(decide('rejected', approved.version)).rejects.toMatchObject({
      fields: [{ field: 'reason' }],
    })
    await expect(
      partner.call(byLink.removeHoursByLink, { params: { volunteerHoursId: items[0]!.id } }),
    ).rejects.toMatchObject({ reason: 'hours-decided' })
    await expect(
      staff()(api.removeLedgerLine, { params: { contributionId: line!.id } }),
    ).rejects.toMatchObject({ reason: 'hours-approved' })

    // A new rate changes no hours that were approved before it.
    const later = await admin(districtContract.getDistrict)
    await admin(districtContract.changeDistrict, {
      body: { volunteerHourCents: 4000 },
      ifMatch: later.version,
    })
    await staff()(api.addVolunteerHours, { params, body: { ...report, hours: 1, people: 1 } })
    expect((await ledger(partnershipId)).lines[0]).toMatchObject({ delivered: 7, deliveredValue: usd(220) })

    expect(await decide('rejected', approved.version, 'Counted twice')).toMatchObject({ status: 'rejected' })
    expect((await ledger(partnershipId)).lines[0]).toMatchObject({ delivered: 1, deliveredValue: usd(40) })
    expect((await partner.call(byLink.readHoursByLink)).reported).toContainEqual(
      expect.objectContaining({ status: 'rejected', reason: 'Counted twice' }),
    )
  })

  it('are refused for a day to come, a day before the calendar, too many hours, and a school of another partnership', async () => {
    const partnershipId = await partnership()
    const partner = await test.link({
      purpose: 'hours',
      organizationId,
      subject: { table: 'partnerships', id: partnershipId },
    })
    for (const [change, field] of [
      [{ workedOn: '2099-01-01' }, 'workedOn'],
      [{ workedOn: '1990-01-01' }, 'workedOn'],
      [{ hours: 73 }, 'hours'],
      [{ schoolId: otherSchool }, 'schoolId'],
    ] as const)
      await expect(
        partner.call(byLink.reportHoursByLink, { body: { ...report, ...change } }),
      ).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field }] })
    expect(await test.sql('select from volunteer_hours where partnership_id = $1', [partnershipId])).toEqual(
      [],
    )
  })

  it('of one partnership are no business of the link of another', async () => {
    const [mine, theirs] = [await partnership('Mine'), await partnership('Theirs')]
    const link = (partnershipId: string) =>
      test.link({ purpose: 'hours', organizationId, subject: { table: 'partnerships', id: partnershipId } })
    const [own, other] = [await link(mine), await link(theirs)]
    const { reported } = await own.call(byLink.reportHoursByLink, { body: report })
    expect((await other.call(byLink.readHoursByLink)).reported).toEqual([])
    const params = { volunteerHoursId: reported[0]!.id }
    await expect(other.call(byLink.removeHoursByLink, { params })).rejects.toMatchObject({
      reason: 'hours-decided',
    })
    expect((await own.call(byLink.removeHoursByLink, { params })).reported).toEqual([])
  })

  it('are delivered by approval alone, on one line for each side', async () => {
    const partnershipId = await partnership()
    const hours = { type: 'volunteer_hours', title: 'Tutors', unit: 'hours', planned: 100 } as const
    await expect(add(partnershipId, { ...hours, delivered: 5 })).rejects.toMatchObject({
      fields: [{ field: 'delivered', rule: 'approved-hours' }],
    })
    const line = await add(partnershipId, hours)
    expect(line.plannedValue).toEqual(usd(4000))
    await expect(add(partnershipId, hours)).rejects.toMatchObject({ fields: [{ field: 'type' }] })
    await staff()(api.addVolunteerHours, { params: { partnershipId }, body: report })
    expect((await ledger(partnershipId)).lines).toMatchObject([
      { title: 'Tutors', planned: 100, delivered: 6 },
    ])
  })
})

describe('the district’s list', () => {
  it('adds up an organisation, filters by band and pages by value', async () => {
    const { items, nextCursor } = await staff()(api.listInvestments, {
      query: { limit: 1, descending: true, organizationId },
    })
    expect(nextCursor).not.toBeNull()
    const next = await staff()(api.listInvestments, {
      query: { limit: 1, descending: true, organizationId, cursor: nextCursor! },
    })
    const value = (item: (typeof items)[0]) => item.partnerDeliveredCents + item.districtDeliveredCents
    expect(value(next.items[0]!)).toBeLessThanOrEqual(value(items[0]!))
    const balanced = await staff()(api.listInvestments, { query: { band: ['leans_on_partner'] } })
    expect(new Set(balanced.items.map(({ band }) => band))).toEqual(new Set(['leans_on_partner']))
    const all = await staff()(api.listInvestments, { query: { organizationId, limit: 200 } })
    const sum = await staff()(api.sumInvestments, { query: { organizationId } })
    expect(sum).toMatchObject({
      partnerships: all.items.length,
      partnerDeliveredCents: all.items.reduce((total, item) => total + item.partnerDeliveredCents, 0),
    })
  })

  it('names bands as the rule does', async () => {
    const grid = Array.from({ length: 101 }, (_, partner) => [100 - partner, partner] as const)
    const rows = await test.sql<{ band: string }>(
      'select investment_band(d, p) as band from unnest($1::numeric[], $2::numeric[]) with ordinality t (d, p, at) order by at',
      [grid.map(([d]) => d), grid.map(([, p]) => p)],
    )
    expect(rows.map(({ band }) => band)).toEqual(grid.map(([d, p]) => bandOf(d, p)))
  })
})
