import { beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '@common-table/shared/contract/caller'
import { equityContract } from '@common-table/shared/equity/contract'
import { gapBoardContract } from '@common-table/shared/needs/board-contract'
import { needsContract } from '@common-table/shared/needs/contract'
import { offerDeskContract as api } from '@common-table/shared/offers/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { placesContract } from '@common-table/shared/organizations/places-contract'
import { offersContract } from '@common-table/shared/pipeline/offers-contract'
import { createCaller } from '@common-table/shared/contract/caller'
import { district, id, otherDistrict, sendTo, useApi } from '../../test/support/api.ts'
import { passOnLapsed } from './lapse.ts'

const test = useApi()
const d = `'${district}'::uuid`
const director = () => test.as('director')
const tiersOf = ['highest', 'high', 'moderate', 'low', 'lowest']
let [category, organizationId] = ['', '']
let schools: string[] = []

beforeAll(async () => {
  const rows = await test.sql<{
    id: string
  }>(`insert into schools (district_id, code, name, enrolment, grades, principal_name, principal_email, latitude, longitude)
    select ${d}, 's' || n, 'School ' || n, 400, '{6,7,8}', 'Principal ' || n, case when n < 5 then 'p' || n || '@schools.example' end, 40.7, -74 + n * 0.01
    from generate_series(1, 5) n returning id`)
  schools = rows.map((row) => row.id)
  const [version] = await test.sql<{ id: string }>(
    `insert into equity_versions (district_id, number, scaling, indicators) values (${d}, 1, 'percentile_rank', '[]') returning id`,
  )
  for (const [at, tier] of tiersOf.entries())
    await test.sql(
      `insert into equity_scores (district_id, version_id, school_id, score, rank, tier, known, contributions) values (${d}, $1, $2, $3, $4, $5, 1, '[]')`,
      [version!.id, schools[at], 100 - at * 20, at + 1, tier],
    )
  category = (
    await test.sql<{ id: string }>(`select id from categories where district_id = ${d} and code = 'me_group'`)
  )[0]!.id
  // The school of least need has help already, so that there is a ratio to move.
  for (const [at, schoolId] of schools.entries())
    await director()(needsContract.recordNeed, {
      body: {
        schoolId,
        categoryId: category,
        tier: 2,
        severity: at < 4 ? 4 : 2,
        studentsAffected: 50 - at,
        title: 'Mentors for grade 6',
        source: 'principal',
      },
    })
  const program = await test.sql<{ id: string }>(
    `insert into organizations (district_id, name, type, status) values (${d}, 'District mentors', 'district_program', 'active') returning id`,
  )
  await test.sql(
    `with s as (insert into services (district_id, organization_id, name, category_id, tier) values (${d}, $1, 'Mentors', $2, 2) returning id)
     insert into service_sites (district_id, service_id, school_id, capacity_maximum, verified_on) select ${d}, s.id, $3, 20, current_date from s`,
    [program[0]!.id, category, schools[4]],
  )
  const organization = await director()(organizationsContract.addOrganization, {
    body: { name: 'Lakeside Mentors' },
  })
  organizationId = organization.id
  await director()(placesContract.addContact, {
    params: { organizationId },
    body: { name: 'Rosa Lima', email: 'rosa@lakeside.example', language: 'es', isPrimary: true },
  })
})

const offer = (students: number | null = 60, more: object = {}) =>
  director()(offersContract.addOffer, {
    body: {
      message: 'Group mentoring on Tuesdays.',
      organizationId,
      categoryIds: [category],
      tier: 2,
      students,
      weekdays: ['TU'],
      setting: 'after_school',
      ...more,
    },
  })
const rank = (offerId: string) =>
  director()(api.rankSchools, { params: { offerId }, query: { categoryId: category, tier: 2 } })
const place = (offerId: string, chosen: [number, number][], more: object = {}) =>
  director()(api.placeOffer, {
    params: { offerId },
    body: {
      categoryId: category,
      tier: 2,
      how: 'ask',
      schools: chosen.map(([at, students]) => ({ schoolId: schools[at]!, students })),
      ...more,
    },
  })
const statuses = async (offerId: string) =>
  (await director()(api.listPlacements, { params: { offerId } })).items.map(
    ({ school, status, students }) => [school.name, status, students],
  )
const mails = (address: string) =>
  test.sql<{ kind: string; locale: string; body: string }>(
    'select kind, locale, body from mails where district_id = $1 and to_address = $2 order by id desc',
    [district, address],
  )
const mailed = async (address: string, purpose: string): Promise<Call> => {
  const [mail] = await mails(address)
  const token = new RegExp(`/link/${purpose}#(\\S+)`).exec(mail!.body)![1]!
  return createCaller(sendTo(test.app, `Link ${token}`))
}
const boardCell = async (at: number) =>
  director()(gapBoardContract.getGapCell, { query: { schoolId: schools[at]!, categoryId: category } })
const ratio = async () => (await director()(equityContract.equityOfSupply)).ratio

describe('the offer desk', () => {
  it('takes an offer that is typed in, of a known organization whose contact stands in, or from another system', async () => {
    expect(await offer()).toMatchObject({
      status: 'accepted',
      source: 'staff',
      tier: 2,
      weekdays: ['TU'],
      contactEmail: 'rosa@lakeside.example',
      locale: 'es',
      organization: { id: organizationId },
      placed: 0,
    })
    const typed = await test.client(['pipeline:write'])(offersContract.addOffer, {
      body: {
        message: 'Books for sixth graders.',
        organizationName: 'Paper Trail',
        contactName: 'Ada',
        contactEmail: 'ada@paper.example',
        students: 30,
      },
    })
    expect(typed).toMatchObject({ source: 'api', status: 'accepted', organization: { name: 'Paper Trail' } })
    expect(typed.prospectId).not.toBeNull()
    await expect(
      director()(offersContract.addOffer, { body: { message: 'Books', organizationName: 'Nobody' } }),
    ).rejects.toMatchObject({ fields: [{ field: 'contactName' }] })
    await expect(offer(10, { categoryIds: [id(5)] })).rejects.toMatchObject({
      fields: [{ field: 'categoryIds' }],
    })
    const { items } = await director()(offersContract.listOffers, { query: { toPlace: true } })
    expect(items.map(({ organizationName }) => organizationName)).toContain('Paper Trail')
  })

  it('ranks the schools with an open gap, says why, and what each would do to the equity ratio before the click', async () => {
    const { id: offerId } = await offer()
    const ranking = await rank(offerId)
    expect(ranking).toMatchObject({ inNeed: 5, ratio: 0, version: 1, seatsFree: 60, firstRefusalDays: 5 })
    expect(ranking.items.map(({ school }) => school.name)).toEqual([
      'School 1',
      'School 2',
      'School 3',
      'School 4',
      'School 5',
    ])
    const [first] = ranking.items
    expect(first).toMatchObject({
      equityTier: 'highest',
      demand: 50,
      unmet: 50,
      students: 50,
      ratioAfter: 2.5,
      reachable: true,
    })
    expect(first!.reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(first!.score, 9)
    expect(ranking.items[4]).toMatchObject({ unmet: 26, ratioAfter: 0 })
    const effect = await director()(api.weighChoice, {
      params: { offerId },
      body: {
        schools: [
          { schoolId: schools[0]!, students: 40 },
          { schoolId: schools[3]!, students: 10 },
        ],
      },
    })
    expect(effect).toMatchObject({ before: { ratio: 0 }, after: { ratio: 2 }, toFirstTiers: 0.8 })
    expect(await ratio()).toBe(0)
    const none = await offer(10, { grades: ['1'] })
    expect((await rank(none.id)).items).toEqual([])
  })

  it('asks the neediest first by mail, and a yes makes the service: board, equity and giver follow', async () => {
    const { id: offerId } = await offer(60)
    const { items, seatsFree } = await place(
      offerId,
      [
        [2, 20],
        [0, 40],
        [1, 30],
      ],
      { because: '' },
    )
    expect(seatsFree).toBe(0)
    expect(items.map(({ school, status, students }) => [school.name, status, students])).toEqual([
      ['School 1', 'asked', 40],
      ['School 2', 'asked', 20],
      ['School 3', 'waiting', 20],
    ])
    const [asked] = await mails('p1@schools.example')
    expect(asked).toMatchObject({ kind: 'firstRefusal', locale: 'en' })
    expect(asked!.body).toContain('Group mentoring on Tuesdays.')

    const principal = await mailed('p1@schools.example', 'first-refusal')
    expect(await principal(api.readFirstRefusal)).toMatchObject({
      schoolName: 'School 1',
      organizationName: 'Lakeside Mentors',
      students: 40,
      unmet: 50,
      status: 'asked',
      weekdays: ['TU'],
    })
    await expect(
      principal(api.acceptFirstRefusal, { body: { name: 'Pat', students: 41 } }),
    ).rejects.toMatchObject({
      fields: [{ field: 'students' }],
    })
    // It takes fewer than it could have; the rest goes to the next in line.
    expect(await principal(api.acceptFirstRefusal, { body: { name: 'Pat', students: 30 } })).toMatchObject({
      status: 'placed',
    })
    await expect(principal(api.acceptFirstRefusal, { body: { name: 'Pat' } })).rejects.toMatchObject({
      code: 'link-used',
    })
    expect(await statuses(offerId)).toEqual([
      ['School 1', 'placed', 30],
      ['School 2', 'asked', 20],
      ['School 3', 'asked', 10],
    ])

    const cell = await boardCell(0)
    expect(cell.services).toMatchObject([
      { name: 'Group mentoring', tier: 2, students: 30, doubt: null, organization: { id: organizationId } },
    ])
    expect(cell.tiers.find(({ tier }) => tier === 2)!.gap).toMatchObject({
      verified: 30,
      unmet: 20,
      status: 'partly_met',
    })
    expect(await ratio()).toBe(1.5)
    const [told] = await mails('rosa@lakeside.example')
    expect(told).toMatchObject({ kind: 'offerPlaced', locale: 'es' })
    const giver = await mailed('rosa@lakeside.example', 'offer')
    expect(await giver(api.readOfferByLink)).toMatchObject({
      waiting: 2,
      placed: [{ schoolName: 'School 1', students: 30 }],
    })

    // Every place is promised: one more school can stand in line, for what it would get if the others said no.
    expect((await rank(offerId)).items.find(({ school }) => school.name === 'School 4')?.students).toBe(47)
    // A no with its reason passes it on; the last place closes the offer.
    const second = await mailed('p2@schools.example', 'first-refusal')
    expect(
      await second(api.declineFirstRefusal, {
        body: { name: 'Sam', reason: 'no_space', note: 'Gym is closed.' },
      }),
    ).toMatchObject({ status: 'declined' })
    expect((await director()(api.listPlacements, { params: { offerId } })).items[1]).toMatchObject({
      status: 'declined',
      declinedReason: 'no_space',
      note: 'Gym is closed.',
      answeredByName: 'Sam',
    })
    const [notice] = await test.sql(
      `select kind, link from notifications where district_id = ${d} order by id desc limit 1`,
    )
    expect(notice).toEqual({ kind: 'offers.declined', link: `/placing/offers/${offerId}` })
  })

  it('passes on when the days are over, and says so to whoever opens the link late', async () => {
    const { id: offerId } = await offer(20)
    await place(
      offerId,
      [
        [0, 20],
        [1, 20],
      ],
      { days: 2 },
    )
    const late = await mailed('p1@schools.example', 'first-refusal')
    await test.sql(
      `update offer_placements set until = now() - interval '1 minute' where offer_id = $1 and status = 'asked'`,
      [offerId],
    )
    await expect(late(api.acceptFirstRefusal, { body: { name: 'Pat' } })).rejects.toMatchObject({
      reason: 'window-over',
    })
    await passOnLapsed(test.services)
    expect(await statuses(offerId)).toEqual([
      ['School 1', 'lapsed', 20],
      ['School 2', 'asked', 20],
    ])
    expect(await late(api.readFirstRefusal)).toMatchObject({ status: 'lapsed' })
    await expect(late(api.acceptFirstRefusal, { body: { name: 'Pat' } })).rejects.toMatchObject({
      reason: 'window-over',
    })
  })

  it('does not pass over schools with more need without saying why, nor give away more places than there are', async () => {
    const { id: offerId } = await offer(25)
    await expect(place(offerId, [[3, 10]])).rejects.toMatchObject({
      code: 'step-not-possible',
      reason: 'first-refusal-due',
      current: { schools: [{ name: 'School 1' }, { name: 'School 2' }] },
    })
    const placed = await place(offerId, [[3, 10]], {
      how: 'place',
      because: 'The library stands next to it.',
    })
    expect(placed).toMatchObject({
      seatsFree: 15,
      items: [{ status: 'placed', because: 'The library stands next to it.', onPaper: false }],
    })
    await expect(
      place(
        offerId,
        [
          [0, 10],
          [1, 10],
        ],
        { how: 'place' },
      ),
    ).rejects.toMatchObject({ reason: 'seats-gone' })
    await expect(place(offerId, [[0, 500]], { how: 'place' })).rejects.toMatchObject({
      fields: [{ field: 'schools.0.students' }],
    })
    await expect(place(offerId, [[4, 5]], { because: 'x' })).rejects.toMatchObject({
      reason: 'no-principal-address',
    })
    expect(await statuses(offerId)).toHaveLength(1)
    // Two schools for the last places: the second yes is one too many.
    await place(offerId, [
      [0, 15],
      [1, 15],
    ])
    const [, first, second] = (await director()(api.listPlacements, { params: { offerId } })).items
    const say = (of: typeof first, answer: 'yes' | 'no' | 'withdraw', more: object = {}) =>
      director()(api.answerForSchool, {
        params: { placementId: of!.id },
        body: { answer, ...more },
        ifMatch: of!.version,
      })
    expect(second!.status).toBe('waiting')
    await expect(say(second, 'yes')).rejects.toMatchObject({ reason: 'seats-gone' })
    await expect(say(first, 'no')).rejects.toMatchObject({ fields: [{ field: 'reason' }] })
    await expect(
      director()(offersContract.changeOffer, {
        params: { offerId },
        body: { students: 20 },
        ifMatch: (await director()(offersContract.getOffer, { params: { offerId } })).version,
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'students' }] })
    await say(first, 'yes')
    await expect(say(first, 'yes')).rejects.toMatchObject({ code: 'stale' })
    expect(await statuses(offerId)).toEqual([
      ['School 4', 'placed', 10],
      ['School 1', 'placed', 15],
      ['School 2', 'withdrawn', 15],
    ])
    await expect(place(offerId, [[1, 5]])).rejects.toMatchObject({ reason: 'offer-closed' })
  })

  it('ends with a mail on what came of it, and a formal partnership keeps its paper', async () => {
    const partner = await director()(organizationsContract.addOrganization, {
      body: { name: 'Formal Friends', email: 'hi@formal.example' },
    })
    await director()(placesContract.addContact, {
      params: { organizationId: partner.id },
      body: { name: 'Fay', email: 'fay@formal.example' },
    })
    await test.sql(
      `with p as (insert into partnerships (district_id, organization_id, name, stage, formality, scope) values (${d}, $1, 'Friends', 'active', 'formal', 'district') returning id) select id from p`,
      [partner.id],
    )
    const { id: offerId, version } = await offer(30, { organizationId: partner.id })
    const placed = await place(offerId, [[1, 10]], { how: 'place' })
    expect(placed.items).toMatchObject([{ status: 'placed', onPaper: true }])
    expect((await boardCell(1)).services).toContainEqual(
      expect.objectContaining({ name: 'Group mentoring', doubt: 'no_agreement' }),
    )
    await director()(api.closeOffer, { params: { offerId }, ifMatch: version })
    const [mail] = await mails('fay@formal.example')
    expect(mail).toMatchObject({ kind: 'offerClosed' })
    expect(mail!.body).toContain('It reaches 10 students now.')
    await expect(director()(api.closeOffer, { params: { offerId }, ifMatch: version })).rejects.toMatchObject(
      { reason: 'offer-closed' },
    )
  })

  it('belongs to one district and its office, and a link opens its own school’s question only', async () => {
    const { id: offerId } = await offer(5)
    const foreign = test.as('director', { districtId: otherDistrict })
    await expect(foreign(api.listPlacements, { params: { offerId } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      foreign(api.placeOffer, {
        params: { offerId },
        body: {
          categoryId: category,
          tier: 2,
          how: 'place',
          schools: [{ schoolId: schools[0]!, students: 1 }],
        },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      place(offerId, [[0, 1]], { schools: [{ schoolId: id(7), students: 1 }] }),
    ).rejects.toMatchObject({ fields: [{ field: 'schools.0.schoolId' }] })
    const principal = test.as('school', { schools: [schools[0]!] })
    await expect(principal(api.listPlacements, { params: { offerId } })).rejects.toMatchObject({
      code: 'not-permitted',
    })
    const stranger = await test.link({ purpose: 'offer', subject: { table: 'offers', id: offerId } })
    await expect(stranger.call(api.readFirstRefusal)).rejects.toMatchObject({
      code: 'link-for-something-else',
    })
  })
})
