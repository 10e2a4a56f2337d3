import { addDays } from '@common-table/shared/calendar/dates'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { activitiesContract as api } from '@common-table/shared/activities/contract'
import { partnerActivitiesContract as byLink } from '@common-table/shared/activities/partner-contract'
import type { NewActivity } from '@common-table/shared/activities/schemas'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { authorizationOf, district, id, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const [north, south] = [id(61), id(62)]
const [partner, partnership, tutoring] = [id(71), id(72), id(73)]
const staff = () => test.as('coordinator')
const principal = () => test.as('school', { schools: [north] })
let today = ''
let quarter = { startsOn: '', endsOn: '' }

const log = (body: Partial<NewActivity>, call = staff()) =>
  call(api.logActivity, {
    body: { kind: 'engagement', title: 'Reading night', happensOn: today, schoolId: north, ...body },
  })
const session = (body: Partial<NewActivity>, call = staff()) =>
  log({ kind: 'session', title: 'Tutoring', serviceId: tutoring, ...body }, call)
const evidence = {
  capabilities: 'Parents practised reading aloud',
  connections: 'Each family met a teacher at its table',
  cognition: 'Parents wrote down their part',
  confidence: 'Six parents read to the group',
}
const titles = async (query: object = {}, call = staff()) =>
  (await call(api.listActivities, { query: { sort: 'title', ...query } })).items.map(({ title }) => title)

beforeAll(async () => {
  for (const [schoolId, name] of [
    [north, 'North High'],
    [south, 'South High'],
  ])
    await test.sql(
      "insert into schools (district_id, id, code, name, level) values ($1, $2, $3, $4, 'high')",
      [district, schoolId, name!.slice(0, 3), name],
    )
  await test.sql("insert into organizations (district_id, id, name) values ($1, $2, 'Tutor Corps')", [
    district,
    partner,
  ])
  await test.sql(
    `insert into contacts (district_id, organization_id, name, email, is_primary) values ($1, $2, 'Ana', 'ana@tutors.example', true)`,
    [district, partner],
  )
  await test.sql(
    `insert into partnerships (district_id, id, organization_id, name, stage, scope, formality)
     values ($1, $2, $3, 'Tutors at North', 'active', 'one_school', 'informal')`,
    [district, partnership, partner],
  )
  await test.sql('insert into partnership_schools values ($1, $2, $3)', [district, partnership, north])
  await test.sql(
    `insert into services (district_id, id, organization_id, name, category_id)
     select $1, $2, $3, 'Homework help', k.id from categories k where k.district_id = $1 and k.code = 'ac_tutor'`,
    [district, tutoring, partner],
  )
  await test.sql('insert into partnership_services values ($1, $2, $3)', [district, partnership, tutoring])
  const { items } = await staff()(calendarContract.listSchoolYears)
  const year = items.find(({ current }) => current)!
  quarter = year.periods.filter(({ kind }) => kind === 'quarter')[0]!
  today = (
    await test.sql<{ day: string }>(
      'select (now() at time zone time_zone)::date::text as day from districts where id = $1',
      [district],
    )
  )[0]!.day
})
beforeEach(() => test.sql('delete from activities'))

describe('an activity', () => {
  it('is written down with whom it reached, for whom it was, and how each C was built', async () => {
    const kept = await log({
      delivered: 1,
      families: 34,
      staff: 4,
      ...evidence,
      cognition: ' ',
      epstein: ['learning_at_home'],
      languages: ['en', 'es'],
      setting: 'after_school',
      partnershipId: partnership,
    })
    expect(kept).toMatchObject({
      status: 'held',
      reached: 38,
      audiences: ['families', 'staff'],
      built: 3,
      evidence: { cognition: ' ' },
      organization: { name: 'Tutor Corps' },
      saidBy: 'district',
      saidByName: 'The coordinator',
      silent: false,
    })
    expect(await staff()(api.getActivity, { params: { activityId: kept.id } })).toEqual(kept)
  })

  it('is planned until somebody says what came of it, and belongs to the partnership of its service', async () => {
    const planned = await session({ planned: 4, happensOn: addDays(today, -2) })
    expect(planned).toMatchObject({
      status: 'planned',
      silent: true,
      partnership: { name: 'Tutors at North' },
    })
    const change = (body: object, ifMatch: number) =>
      staff()(api.changeActivity, { params: { activityId: planned.id }, body, ifMatch })
    const held = await change({ delivered: 3, students: 21 }, planned.version)
    expect(held).toMatchObject({ status: 'held', silent: false, reached: 21, audiences: ['students'] })
    expect(await change({ delivered: 0 }, held.version)).toMatchObject({ status: 'cancelled' })
    await expect(change({ delivered: 4 }, held.version)).rejects.toMatchObject({ code: 'stale' })
    await staff()(api.removeActivity, { params: { activityId: planned.id }, ifMatch: held.version + 1 })
    expect(await titles()).toEqual([])
  })

  it.each([
    ['a day to come has no outcome', { happensOn: '2099-01-01', delivered: 1 }, 'happensOn'],
    ['a session needs its service', { kind: 'session', serviceId: null }, 'serviceId'],
    ['engagement takes place once', { delivered: 2 }, 'planned'],
    ['something was planned or took place', { planned: 0 }, 'planned'],
    ['the school is there', { schoolId: id(999) }, 'schoolId'],
  ] as const)('%s', async (_, body, field) => {
    await expect(log(body as Partial<NewActivity>)).rejects.toMatchObject({ fields: [{ field }] })
  })

  it('is the own schools’ for a principal, and nobody’s of another district', async () => {
    const [mine, theirs, all] = [
      await log({}, principal()),
      await log({ schoolId: south, title: 'Far' }),
      await log({ schoolId: null, title: 'All' }),
    ]
    expect(await titles({}, principal())).toEqual(['All', 'Reading night'])
    await expect(log({ schoolId: south }, principal())).rejects.toMatchObject({ code: 'invalid-input' })
    const change = { body: { note: 'x' }, ifMatch: 1 }
    await expect(
      principal()(api.changeActivity, { params: { activityId: theirs.id }, ...change }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      principal()(api.changeActivity, { params: { activityId: all.id }, ...change }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    const stranger = test.as('coordinator', { districtId: otherDistrict })
    await expect(stranger(api.getActivity, { params: { activityId: mine.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('the log', () => {
  beforeEach(async () => {
    await log({
      title: 'A',
      delivered: 1,
      families: 30,
      staff: 2,
      ...evidence,
      epstein: ['parenting'],
      languages: ['es'],
    })
    await log({ title: 'B', delivered: 1, families: 3, ...evidence, schoolId: south })
    await log({
      title: 'C',
      delivered: 1,
      families: 12,
      capabilities: 'Yes',
      connections: '',
      happensOn: addDays(today, -1),
    })
    await log({ title: 'D', happensOn: addDays(today, 5) })
    await session({ title: 'E', planned: 2, happensOn: addDays(today, -1) })
  })

  it.each([
    [{ cs: 'all' }, ['A', 'B']],
    [{ cs: 'some' }, ['C']],
    [{ cs: 'unsaid' }, ['C']],
    [{ builds: ['capabilities'] }, ['A', 'B', 'C']],
    [{ status: ['planned'] }, ['D', 'E']],
    [{ silent: true }, ['E']],
    [{ kind: 'session' }, ['E']],
    [{ from: '2090-01-01' }, []],
    [{ epstein: ['parenting', 'volunteering'] }, ['A']],
    [{ language: ['es'] }, ['A']],
    [{ audience: ['staff'] }, ['A']],
    [{ organizationId: partner }, ['E']],
    [{ schoolId: [south] }, ['B']],
    [{ q: 'b' }, ['B']],
  ])('filters by %j', async (query, found) => expect(await titles(query)).toEqual(found))

  it('sorts by day, by title and by how many came, and adds up under the same filters', async () => {
    expect(await titles({ sort: '-reached', kind: 'engagement' })).toEqual(['A', 'C', 'B', 'D'])
    const sum = await staff()(api.sumActivities, { query: { kind: 'engagement' } })
    expect(sum).toMatchObject({
      activities: 4,
      held: 3,
      planned: 1,
      people: { families: 45, staff: 2, students: 0 },
      engagement: { held: 3, strict: 1, lenient: 2, any: 3 },
    })
  })

  it('shows readers who do not log activities no number of people, nor lets them sort by it', async () => {
    const viewer = test.as('viewer')
    const { items } = await viewer(api.listActivities, { query: {} })
    expect(items.map(({ people, reached }) => [people, reached])).toEqual(items.map(() => [null, null]))
    expect((await viewer(api.sumActivities, { query: {} })).people).toBeNull()
    await expect(viewer(api.listActivities, { query: { sort: '-reached' } })).rejects.toMatchObject({
      fields: [{ rule: 'beyond-role' }],
    })
  })

  it('goes out as CSV, with the line on how', async () => {
    const answer = await test.app.inject({
      url: '/api/v1/activities/export/csv?cs=all',
      headers: { authorization: authorizationOf(test.token('coordinator')) },
    })
    const lines = answer.body.trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain('Each family met a teacher at its table')
  })
})

describe('rows of a sheet', () => {
  const send = (rows: object[], call = staff()) => call(api.logActivitySheet, { body: { rows } })
  const rows = () => [
    {
      day: today,
      title: 'Family math',
      school: 'north high',
      families: '22',
      capabilities: 'Games to take home',
    },
    {
      day: addDays(today, -1),
      title: 'Homework',
      school: 'Sou',
      service: 'Tutor Corps: Homework help',
      planned: '3',
      delivered: '2',
      students: '14',
    },
  ]
  it('are all kept, found by the names of schools and services', async () => {
    expect(await send(rows())).toEqual({ kept: 2, problems: [] })
    expect(await titles()).toEqual(['Family math', 'Homework'])
  })
  it('are none kept when one cell cannot be taken, and each such cell is named', async () => {
    const answer = await send([...rows(), { day: 'soon', title: 'X', school: 'Atlantis' }])
    expect(answer).toEqual({
      kept: 0,
      problems: [
        { row: 2, column: 'day', rule: 'day' },
        { row: 2, column: 'school', rule: 'school' },
      ],
    })
    expect(await titles()).toEqual([])
  })
  it('are not taken twice, nor for a principal beyond the own schools', async () => {
    await send(rows())
    expect((await send(rows())).problems.map(({ rule }) => rule)).toEqual(['there', 'there'])
    expect((await send([{ day: today, title: 'X', school: 'South High' }], principal())).problems).toEqual([
      { row: 0, column: 'school', rule: 'school' },
    ])
  })
})

describe('fidelity', () => {
  it('is sessions delivered of those planned, by service and quarter, up to today', async () => {
    await session({ planned: 4, delivered: 3, happensOn: quarter.startsOn })
    await session({ planned: 2, happensOn: quarter.startsOn, title: 'Silent' })
    await session({
      planned: 0,
      delivered: 1,
      happensOn: addDays(quarter.startsOn, 3),
      title: 'Made up',
      schoolId: south,
    })
    const { services, quarters } = await staff()(api.getFidelity, { query: { partnershipId: partnership } })
    expect(quarters).toHaveLength(4)
    const [one] = services
    expect(one).toMatchObject({ name: 'Homework help', organization: { name: 'Tutor Corps' } })
    expect(one!.quarters[0]).toMatchObject({ due: 6, delivered: 4, silent: 2, percent: 66.7, beyond: 0 })
    expect(one!.year).toMatchObject({ due: 6, delivered: 4, percent: 66.7 })
    const own = await principal()(api.getFidelity, { query: { organizationId: partner } })
    expect(own.services[0]!.year).toMatchObject({ due: 6, delivered: 3, percent: 50 })
  })
})

it('tells sessions that are planned apart from those that are due', async () => {
  const [year] = await test.sql<{ id: string }>(
    `insert into school_years (district_id, label, starts_on, ends_on)
     values ($1, '2090-91', $2::date - 30, $2::date + 300) returning id`,
    [district, today],
  )
  await session({ planned: 5, happensOn: addDays(today, 3) })
  await session({ planned: 2, delivered: 3, happensOn: today, title: 'Today' })
  const query = { schoolYearId: year!.id, serviceId: tutoring }
  const { services } = await staff()(api.getFidelity, { query })
  expect(services[0]!.year).toMatchObject({ due: 2, delivered: 3, beyond: 1, percent: 100, toCome: 5 })
  await test.sql("delete from school_years where label = '2090-91'")
})

describe('a partner by its link', () => {
  const link = async () =>
    (
      await test.link({
        purpose: 'activities',
        subject: { table: 'partnerships', id: partnership },
        organizationId: partner,
        partnershipId: partnership,
      })
    ).call

  it('is asked by e-mail', async () => {
    expect(await staff()(api.askForActivities, { params: { partnershipId: partnership }, body: {} })).toEqual(
      { email: 'ana@tutors.example' },
    )
  })
  it('says what came of a planned session, corrects it, and the lead hears of new ones', async () => {
    const { id: activityId } = await session({ planned: 3, happensOn: addDays(today, -2) })
    const call = await link()
    const before = (await call(byLink.readActivitiesByLink)).activities[0]!
    expect(before).toMatchObject({ silent: true, people: null, own: false })
    const tell = (delivered: number, students: number, ifMatch: number) =>
      call(byLink.tellActivityByLink, { params: { activityId }, body: { delivered, students }, ifMatch })
    const said = (await tell(2, 6, before.version)).activities[0]!
    expect(said).toMatchObject({ status: 'held', people: { students: 6 }, own: true })
    await expect(tell(3, 7, before.version)).rejects.toMatchObject({ code: 'stale' })
    expect((await tell(3, 7, said.version)).activities[0]).toMatchObject({ delivered: 3 })
    const after = await call(byLink.reportActivityByLink, {
      body: { title: 'Extra hour', happensOn: today, serviceId: tutoring, schoolId: north, students: 9 },
    })
    expect(after.activities.map(({ title, removable }) => [title, removable])).toEqual([
      ['Extra hour', true],
      ['Tutoring', false],
    ])
    const notices = await test.sql("select facts from notifications where kind = 'activities.reported'")
    expect(notices.length).toBeGreaterThan(0)
    const extra = after.activities[0]!.id
    const left = await call(byLink.removeActivityByLink, { params: { activityId: extra } })
    expect(left.activities).toHaveLength(1)
  })
  it('sees no number of people the district counted, and cannot touch what the district said', async () => {
    const { id: activityId, version } = await session({ delivered: 1, students: 4 })
    const call = await link()
    const answer = await call(byLink.readActivitiesByLink)
    expect(answer.activities[0]).toMatchObject({ delivered: 1, people: null, own: false })
    expect(JSON.stringify(answer)).not.toContain('"students":4')
    const touched = call(byLink.tellActivityByLink, {
      params: { activityId },
      body: { delivered: 0 },
      ifMatch: version,
    })
    await expect(touched).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(call(byLink.removeActivityByLink, { params: { activityId } })).rejects.toMatchObject({
      code: 'not-permitted',
    })
  })
  it('reports for the schools and services of its partnership only', async () => {
    const call = await link()
    const body = { title: 'X', happensOn: today }
    await expect(
      call(byLink.reportActivityByLink, { body: { ...body, schoolId: south } }),
    ).rejects.toMatchObject({ fields: [{ field: 'schoolId' }] })
    await expect(
      call(byLink.reportActivityByLink, { body: { ...body, serviceId: id(999) } }),
    ).rejects.toMatchObject({ fields: [{ field: 'serviceId' }] })
    await expect(
      call(byLink.reportActivityByLink, { body: { ...body, happensOn: addDays(today, 1) } }),
    ).rejects.toMatchObject({ fields: [{ field: 'happensOn' }] })
  })
})
