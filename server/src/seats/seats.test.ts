import { beforeAll, describe, expect, it } from 'vitest'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { objectivesContract } from '@common-table/shared/outcomes/objectives-contract'
import { mailContract } from '@common-table/shared/mail/contract'
import { seatsContract as api } from '@common-table/shared/seats/contract'
import type { NewSeatOffer } from '@common-table/shared/seats/offer-schemas'
import { employerSeatsContract as byLink } from '@common-table/shared/seats/partner-contract'
import { todayContract } from '@common-table/shared/today/contract'
import { district, id, otherDistrict, sendTo, useApi } from '../../test/support/api.ts'

const test = useApi()
const staff = () => test.as('coordinator')
const [north, south, other] = [id(61), id(62), id(63)]
const principal = () => test.as('school', { schools: [north] })
const employer = id(71)
let year: string
let yearBefore: string

const offer = (change: Partial<NewSeatOffer> = {}): NewSeatOffer => ({
  organizationId: employer,
  kind: 'internship',
  pathway: 'health',
  term: 'fall',
  title: 'Ward assistants',
  seats: 4,
  hours: 40,
  endsOn: '2020-12-18',
  ...change,
})
const say = (schoolId: string, seekers: number | null, was?: number | null, call = staff()) =>
  call(api.saySeatDemand, {
    params: { schoolId },
    body: {
      kind: 'internship',
      term: 'fall',
      lines: [{ pathway: 'health', seekers, ...(was !== undefined && { was }) }],
    },
  })
const fill = (offerId: string, placed: number, schoolId = north, call = staff()) =>
  call(api.fillSeats, { params: { offerId }, body: { schoolId, pathway: 'health', placed } })
const board = (query: object = {}, call = staff()) => call(api.getSeatBoard, { query })

beforeAll(async () => {
  for (const [districtId, schoolId, name] of [
    [district, north, 'North High'],
    [district, south, 'South High'],
    [otherDistrict, other, 'Far High'],
  ])
    await test.sql(
      "insert into schools (district_id, id, code, name, level, enrolment) values ($1, $2, $3, $3, 'high', 600)",
      [districtId, schoolId, name],
    )
  await test.sql("insert into organizations (district_id, id, name) values ($1, $2, 'Mercy Clinic')", [
    district,
    employer,
  ])
  await test.sql(
    "insert into contacts (district_id, organization_id, name, email) values ($1, $2, 'Rosa Lind', 'rosa@mercy.example')",
    [district, employer],
  )
  const { items } = await staff()(calendarContract.listSchoolYears)
  const at = items.findIndex(({ current }) => current)
  year = items[at]!.id
  yearBefore = items[at + 1]!.id
})

describe('demand for places at work', () => {
  it('is said by a school, pathway by pathway, and stands on the board with who is left', async () => {
    const before = await board()
    expect(before.silent.map(({ name }) => name)).toEqual(['North High', 'South High'])
    await say(north, 12)
    const now = await board()
    expect(now.silent.map(({ name }) => name)).toEqual(['South High'])
    expect(now.lines).toMatchObject([
      {
        school: { name: 'North High' },
        pathway: 'health',
        seekers: 12,
        filled: 0,
        reach: 0,
        unmet: 12,
        status: 'unmet',
      },
    ])
    expect(now.lines[0]!.said).toMatchObject({ copied: false, by: 'The coordinator' })
  })

  it('is a principal’s to say for the own school, and for no other', async () => {
    await say(north, 14, 12, principal())
    await expect(say(south, 3, null, principal())).rejects.toMatchObject({ code: 'not-found' })
    await say(south, 11)
    expect((await board({}, principal())).lines.map(({ school }) => school.id)).toEqual([north])
    await expect(say(north, 3, undefined, test.as('viewer'))).rejects.toMatchObject({ code: 'not-permitted' })
  })

  it('is not overwritten unseen, not said of more students than there are, nor twice', async () => {
    await expect(say(north, 20, 12)).rejects.toMatchObject({ code: 'stale' })
    await expect(say(north, 601)).rejects.toMatchObject({
      fields: [{ field: 'lines.0.seekers', rule: 'range' }],
    })
    const twice = { pathway: 'health', seekers: 1 } as const
    await expect(
      staff()(api.saySeatDemand, {
        params: { schoolId: north },
        body: { kind: 'internship', term: 'fall', lines: [twice, twice] },
      }),
    ).rejects.toMatchObject({ fields: [{ rule: 'twice' }] })
    await expect(
      staff()(api.saySeatDemand, {
        params: { schoolId: north },
        body: { kind: 'internship', audience: 'staff', term: 'fall', lines: [twice] },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'audience' }] })
    expect((await board({ schoolId: north })).lines[0]).toMatchObject({ seekers: 14 })
  })

  it('belongs to one district', async () => {
    const far = test.as('coordinator', { districtId: otherDistrict })
    expect((await board({}, far)).lines).toEqual([])
    await expect(say(north, 1, undefined, far)).rejects.toMatchObject({ code: 'not-found' })
    await expect(board({ schoolYearId: year }, far)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('seats', () => {
  it('are offered by employers; each open seat is counted to one school', async () => {
    const made = await staff()(api.addSeatOffer, { body: offer({ seats: 20 }) })
    expect(made).toMatchObject({
      organization: { name: 'Mercy Clinic' },
      filled: 0,
      school: null,
      source: 'staff',
    })
    const { lines, totals } = await board()
    expect(lines.reduce((sum, { reach }) => sum + reach, 0)).toBe(20)
    expect(totals).toMatchObject([
      { kind: 'internship', seekers: 25, offered: 20, filled: 0, unmet: 5, spare: 0 },
    ])
    await staff()(api.addSeatOffer, { body: offer({ term: 'spring', title: 'Spring wards' }) })
    expect((await board()).totals).toMatchObject([{ offered: 24, unmet: 5, spare: 4 }])
  })

  it('are never filled beyond what is offered, and a lower demand than what is filled warns', async () => {
    const { id: offerId } = await staff()(api.addSeatOffer, { body: offer({ title: 'Lab' }) })
    const first = await fill(offerId, 3)
    expect(first).toMatchObject({
      offer: { filled: 3, unsigned: 1 },
      fills: [{ placed: 3, saidBy: 'district' }],
    })
    await expect(fill(offerId, 2, south)).rejects.toMatchObject({ reason: 'not-so-many-seats' })
    await expect(fill(offerId, 1)).rejects.toMatchObject({ reason: 'group-there' })
    const two = await Promise.allSettled([fill(offerId, 1, south), fill(offerId, 1, south)])
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [group] = first.fills
    const change = (placed: number) =>
      staff()(api.changeSeatFill, {
        params: { fillId: group!.id },
        body: { placed },
        ifMatch: group!.version,
      })
    await expect(change(4)).rejects.toMatchObject({ reason: 'not-so-many-seats' })
    await expect(test.sql('update seat_fills set placed = 9 where id = $1', [group!.id])).rejects.toThrow(
      'seat_offers_not_overfilled',
    )
    const full = await staff()(api.getSeatOffer, { params: { offerId } })
    await expect(
      staff()(api.changeSeatOffer, { params: { offerId }, body: { seats: 3 }, ifMatch: full.offer.version }),
    ).rejects.toMatchObject({ reason: 'seats-below-filled' })
    await expect(
      staff()(api.removeSeatOffer, { params: { offerId }, ifMatch: full.offer.version }),
    ).rejects.toMatchObject({ reason: 'seats-taken' })
    expect(await say(north, 2, 14)).toEqual({
      lines: [{ pathway: 'health', seekers: 2, filled: 3 }],
      belowFilled: [{ pathway: 'health', seekers: 2, filled: 3 }],
    })
    expect((await board({ schoolId: north })).lines[0]).toMatchObject({ over: 1, unmet: 0, status: 'over' })
    await say(north, 14, 2)
  })

  it('give at least the hours the district asks of their kind', async () => {
    expect(await test.as('viewer')(api.getSeatMinimums)).toMatchObject({ internship: 20, externship: 0 })
    await expect(staff()(api.addSeatOffer, { body: offer({ hours: 19 }) })).rejects.toMatchObject({
      fields: [{ field: 'hours', rule: 'range' }],
    })
    const asked = await staff()(api.getSeatMinimums)
    await expect(staff()(api.setSeatMinimums, { body: asked })).rejects.toMatchObject({
      code: 'not-permitted',
    })
    await test.as('director')(api.setSeatMinimums, { body: { ...asked, internship: 10 } })
    await staff()(api.addSeatOffer, { body: offer({ hours: 10, title: 'Short' }) })
    await test.as('director')(api.setSeatMinimums, { body: asked })
  })

  it('are a principal’s where they are held for the own school; those open to all are filled, not changed', async () => {
    await expect(principal()(api.addSeatOffer, { body: offer() })).rejects.toMatchObject({
      reason: 'seats-of-the-district',
    })
    const own = await principal()(api.addSeatOffer, { body: offer({ schoolId: north, title: 'For North' }) })
    const foreign = await staff()(api.addSeatOffer, { body: offer({ schoolId: south, title: 'For South' }) })
    await expect(principal()(api.getSeatOffer, { params: { offerId: foreign.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(fill(own.id, 1, south)).rejects.toMatchObject({ fields: [{ field: 'schoolId' }] })
    await expect(fill(own.id, 1, south, principal())).rejects.toMatchObject({
      fields: [{ field: 'schoolId' }],
    })
    const { items } = await principal()(api.listSeatOffers, { query: { only: 'open' } })
    expect(items.map(({ title }) => title)).toEqual(['For North', 'Short', 'Spring wards', 'Ward assistants'])
    const ward = items.at(-1)!
    await fill(ward.id, 2, north, principal())
    await expect(
      principal()(api.changeSeatOffer, {
        params: { offerId: ward.id },
        body: { seats: 9 },
        ifMatch: ward.version,
      }),
    ).rejects.toMatchObject({ reason: 'seats-of-the-district' })
    await expect(
      staff()(api.changeSeatOffer, { params: { offerId: own.id }, body: { seats: 9 }, ifMatch: 7 }),
    ).rejects.toMatchObject({ code: 'stale' })
    const gone = await staff()(api.changeSeatOffer, {
      params: { offerId: foreign.id },
      body: { status: 'withdrawn' },
      ifMatch: foreign.version,
    })
    await expect(fill(gone.id, 1, south)).rejects.toMatchObject({ reason: 'seats-not-open' })
    await expect(
      test.as('coordinator', { districtId: otherDistrict })(api.getSeatOffer, {
        params: { offerId: own.id },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('readers who do not place students', () => {
  it('see small counts withheld, on the page and in the file, and not who took a seat', async () => {
    await staff()(api.saySeatDemand, {
      params: { schoolId: south },
      body: { kind: 'internship', term: 'spring', lines: [{ pathway: 'finance', seekers: 4 }] },
    })
    const viewer = test.as('viewer')
    await expect(board({}, viewer)).rejects.toMatchObject({ code: 'not-permitted' })
    const figures = await viewer(api.getSeatFigures)
    const finance = figures.lines.find(({ pathway }) => pathway === 'finance')!
    expect(finance.cell).toMatchObject({ value: null, n: null, suppressed: true, reason: 'small_n' })
    // One hidden line follows from the total: another is hidden with it, or the total.
    expect(figures.lines.filter(({ cell }) => cell.suppressed).length).toBeGreaterThan(1)
    // The objective adds up the same people, so it withholds the very same lines.
    const objectives = await viewer(objectivesContract.listObjectives)
    const objective = objectives.items.find(({ rule }) => rule === 'seats_meet_demand')
    const detail = await viewer(objectivesContract.getObjective, { params: { objectiveId: objective!.id } })
    const lines = detail.breakdowns.find(({ way }) => way === 'line')!.rows
    expect(lines.map(({ cell }) => cell)).toEqual(
      figures.lines.filter(({ kind }) => kind === 'internship').map(({ cell }) => cell),
    )
    const file = await test.app.inject({
      url: '/api/v1/seats/figures/export/csv',
      headers: { authorization: `Bearer ${test.token('viewer')}` },
    })
    expect(file.body).toContain('South High,Internship,Students,Finance,Spring,fewer than 10,fewer than 10')
    const { items } = await viewer(api.listSeatOffers)
    expect(new Set(items.map(({ filled, supervisor }) => filled ?? supervisor))).toEqual(new Set([null]))
  })

  it('and staff take the whole board away as a file', async () => {
    const file = await test.app.inject({
      url: '/api/v1/seats/board/export/csv?pathway=finance',
      headers: { authorization: `Bearer ${test.token('coordinator')}` },
    })
    expect(file.body.trim().split('\r\n').at(-1)).toBe(
      'South High,Internship,Students,Finance,Spring,4,0,0,4,0,said',
    )
  })
})

/** What the newest mail to an address leads to. */
const holding = async (email: string) => {
  const { items } = await test.as('admin')(mailContract.listMails, { query: { limit: 50 } })
  const newest = items.find(({ toAddress }) => toAddress === email)!
  const { body } = await test.as('admin')(mailContract.getMail, { params: { mailId: newest.id } })
  const { createCaller } = await import('@common-table/shared/contract/caller')
  return createCaller(sendTo(test.app, `Link ${/\/link\/[a-z-]+#(\S+)/.exec(body)![1]}`))
}

describe('an employer with an e-mailed link', () => {
  it('offers seats and says who filled them, for itself alone', async () => {
    expect(await staff()(api.askForSeats, { params: { organizationId: employer }, body: {} })).toEqual({
      email: 'rosa@mercy.example',
    })
    const rosa = await holding('rosa@mercy.example')
    const page = await rosa(byLink.readSeatsByLink)
    expect(page).toMatchObject({ organization: { name: 'Mercy Clinic' }, minimumHours: { internship: 20 } })
    const fromSchools = page.offers.find(({ title }) => title === 'Ward assistants')!.fromSchools
    expect(fromSchools).toMatchObject({ value: null, suppressed: true, label: 'fewer than 10' })
    const body = { ...offer({ title: 'Pharmacy', seats: 2 }), organizationId: undefined }
    const { organizationId: _, ...typed } = body
    await expect(rosa(byLink.offerSeatsByLink, { body: { ...typed, hours: 5 } })).rejects.toMatchObject({
      fields: [{ field: 'hours' }],
    })
    const after = await rosa(byLink.offerSeatsByLink, { body: typed })
    const pharmacy = after.offers.find(({ title }) => title === 'Pharmacy')!
    const took = (placed: number) =>
      rosa(byLink.fillSeatsByLink, {
        params: { offerId: pharmacy.id },
        body: { schoolId: south, pathway: 'health', placed },
      })
    await took(1)
    await took(2)
    await expect(took(3)).rejects.toMatchObject({ reason: 'not-so-many-seats' })
    const told = await staff()(api.getSeatOffer, { params: { offerId: pharmacy.id } })
    expect(told).toMatchObject({
      offer: { source: 'link', filled: 2, supervisor: { email: 'rosa@mercy.example' } },
      fills: [{ school: { id: south }, placed: 2, saidBy: 'partner', saidByName: 'Rosa Lind' }],
    })
    const [notice] = await test.sql("select facts from notifications where kind = 'seats.offered'")
    expect(notice).toMatchObject({ facts: { seats: 2, title: 'Pharmacy' } })
    const stranger = await test.link({ purpose: 'seats' })
    await expect(
      stranger.call(byLink.changeSeatsByLink, {
        params: { offerId: pharmacy.id },
        body: { seats: 9 },
        ifMatch: 1,
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(rosa(byLink.readHoursToSign)).rejects.toMatchObject({ code: 'link-for-something-else' })
  })

  it('signs for the hours of a group, whose size is not told', async () => {
    const { items } = await staff()(api.listSeatOffers, { query: { only: 'unsigned' } })
    const lab = items.find(({ title }) => title === 'Lab')!
    expect(lab.unsigned).toBe(2)
    await staff()(api.askToSignHours, { params: { offerId: lab.id }, body: {} })
    const supervisor = await holding('rosa@mercy.example')
    const page = await supervisor(byLink.readHoursToSign)
    expect(page.offer).toMatchObject({ title: 'Lab', minimumHours: 20 })
    const [group] = page.groups
    expect(group!.placed).toMatchObject({ value: null, label: 'fewer than 10' })
    const sign = (people: number, hours: number, reached: number) =>
      supervisor(byLink.signHoursByLink, {
        params: { fillId: group!.id },
        body: { people, hours, reached },
        ifMatch: group!.version,
      })
    await expect(sign(9, 10, 1)).rejects.toMatchObject({ fields: [{ field: 'people' }] })
    await expect(sign(3, 10, 4)).rejects.toMatchObject({ fields: [{ field: 'reached' }] })
    expect((await sign(3, 112.5, 2)).groups[0]!.signed).toMatchObject({
      people: 3,
      hours: 112.5,
      reached: 2,
      by: 'Rosa Lind',
    })
    await expect(sign(3, 1, 1)).rejects.toMatchObject({ code: 'stale' })
    const now = await staff()(api.getSeatOffer, { params: { offerId: lab.id } })
    expect(now.offer.unsigned).toBe(1)
    const signed = now.fills.find(({ id: one }) => one === group!.id)!
    await expect(
      staff()(api.removeSeatFill, { params: { fillId: signed.id }, ifMatch: signed.version }),
    ).rejects.toMatchObject({ reason: 'hours-signed' })
  })
})

describe('what waits today', () => {
  const waits = async (kind: 'seat_hours' | 'seat_demand', call = staff()) =>
    (await call(todayContract.getToday, { query: { kind } })).groups.flatMap(({ items }) => items)

  it('is hours nobody signed for, and schools that have not said who seeks a seat', async () => {
    expect(await waits('seat_hours')).toMatchObject([
      { title: 'Ward assistants', count: 1, organization: { name: 'Mercy Clinic' }, day: '2020-12-18' },
      { title: 'Lab', count: 1 },
      { title: 'Pharmacy', count: 1 },
    ])
    expect(await waits('seat_demand')).toEqual([])
    await test.sql(
      "insert into schools (district_id, id, code, name, level) values ($1, $2, 'W', 'West High', 'high')",
      [district, id(64)],
    )
    expect((await waits('seat_demand')).map(({ title }) => title)).toEqual(['West High'])
    expect(await waits('seat_demand', principal())).toEqual([])
    expect(await waits('seat_demand', test.as('viewer'))).toEqual([])
    await test.sql('delete from schools where id = $1', [id(64)])
  })
})

describe('a new school year', () => {
  it('begins with last year’s demand and offers, to be confirmed before they count', async () => {
    await test.sql(
      `insert into seat_demands (district_id, school_year_id, school_id, kind, pathway, term, seekers)
       values ($1, $2, $3, 'job_shadow', 'stem', 'spring', 30), ($1, $2, $4, 'job_shadow', 'stem', 'spring', 20)`,
      [district, yearBefore, north, south],
    )
    await test.sql(
      `insert into seat_offers (district_id, school_year_id, organization_id, kind, pathway, term, title, seats, hours, ends_on, confirmed_on)
       values ($1, $2, $3, 'job_shadow', 'stem', 'spring', 'A day in the lab', 40, 6, '2025-05-30', '2024-09-01')`,
      [district, yearBefore, employer],
    )
    const copy = (call = staff()) => call(api.copySeats, { body: { what: 'both' } })
    expect(await copy(principal())).toMatchObject({ demands: 1, offers: 0 })
    expect(await copy()).toMatchObject({ demands: 1, offers: 1 })
    expect(await copy()).toMatchObject({ demands: 0, offers: 0 })
    const shadows = () => board({ kind: 'job_shadow' })
    expect((await shadows()).lines.map(({ said, unmet }) => [said!.copied, unmet])).toEqual([
      [true, 30],
      [true, 20],
    ])
    const { items } = await staff()(api.listSeatOffers, { query: { only: 'unconfirmed' } })
    expect(items).toMatchObject([{ title: 'A day in the lab', endsOn: '2026-05-30', confirmedOn: null }])
    await staff()(api.changeSeatOffer, {
      params: { offerId: items[0]!.id },
      body: { confirmed: true },
      ifMatch: items[0]!.version,
    })
    const now = await shadows()
    expect(now.lines.reduce((sum, { reach }) => sum + reach, 0)).toBe(40)
    const far = test.as('coordinator', { districtId: otherDistrict })
    expect(await far(api.copySeats, { body: { what: 'both' } })).toMatchObject({ demands: 0, offers: 0 })
  })
})
