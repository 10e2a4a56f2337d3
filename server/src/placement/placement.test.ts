import { beforeAll, describe, expect, it } from 'vitest'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { equityContract } from '@common-table/shared/equity/contract'
import { gapBoardContract } from '@common-table/shared/needs/board-contract'
import { needsContract } from '@common-table/shared/needs/contract'
import type { NewNeed } from '@common-table/shared/needs/schemas'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { servicesContract } from '@common-table/shared/organizations/services-contract'
import type { NewService } from '@common-table/shared/organizations/service-schemas'
import { placementContract as api } from '@common-table/shared/placement/contract'
import type { PlacementRow } from '@common-table/shared/placement/schemas'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'
import { computePlan } from './compute-plan.ts'

const test = useApi()
const coordinator = () => test.as('coordinator')
const director = () => test.as('director')
const d = `'${district}'::uuid`
const [mill, oak, elm] = [id(101), id(102), id(103)]
let tutoring = ''
let food = ''

const service = async (name: string, body: Partial<NewService> = {}, places = 40, at = 'Office') => {
  const { id: organizationId } = await coordinator()(organizationsContract.addOrganization, {
    body: { name: `${name} House`, type: 'nonprofit', languages: ['en'] },
  })
  const added = await coordinator()(servicesContract.addService, {
    params: { organizationId },
    body: { name, categoryId: tutoring, tier: 2, setting: 'after_school', capacityUnit: 'students', ...body },
  })
  const site = await coordinator()(servicesContract.addServiceSite, {
    params: { serviceId: added.id },
    body: { siteName: at, capacityMaximum: places, capacityAvailable: places },
  })
  return { serviceId: added.id, organizationId, siteId: site.id }
}
const need = (schoolId: string, body: Partial<NewNeed> = {}) =>
  coordinator()(needsContract.recordNeed, {
    body: {
      schoolId,
      categoryId: tutoring,
      tier: 2,
      severity: 3,
      studentsAffected: 30,
      title: 'Tutoring',
      ...body,
    },
  })
const compute = async (settings: object = {}) => {
  const begun = await coordinator()(api.startPlacementPlan, { body: { seconds: 10, ...settings } })
  await computePlan(test.services, {
    districtId: district,
    planId: begun.id,
    signal: new AbortController().signal,
  })
  return coordinator()(api.getPlacementPlan, { params: { planId: begun.id } })
}
const rowsOf = async (planId: string) =>
  (await coordinator()(api.listPlanRows, { params: { planId }, query: { limit: 200 } })).items
const accept = ({ id: placementId, version }: PlacementRow, students?: number) =>
  coordinator()(api.acceptPlanRow, {
    params: { placementId },
    ifMatch: version,
    body: students === undefined ? {} : { students },
  })
const siteOf = async (siteId: string) =>
  (
    await test.sql<{ maximum: number; available: number }>(
      'select capacity_maximum as maximum, capacity_available as available from service_sites where id = $1',
      [siteId],
    )
  )[0]
const supplyAt = async (schoolId: string) =>
  (
    await test.sql<{ verified: string; paper: string }>(
      `select coalesce(sum(verified), 0) as verified, coalesce(sum(paper), 0) as paper from coverage_supply where school_id = $1 and category_id = $2`,
      [schoolId, tutoring],
    )
  )[0]

let mentors: Awaited<ReturnType<typeof service>>

beforeAll(async () => {
  const { items } = await coordinator()(catalogContract.listCategories)
  const code = (wanted: string) => items.find((one) => one.code === wanted)!.id
  ;[tutoring, food] = [code('ac_tutor'), code('bn_food')]
  for (const [at, name] of ['Mill', 'Oak', 'Elm'].entries())
    await test.sql(
      `insert into schools (district_id, id, code, name, enrolment, grades, latitude, longitude)
       values ($1, $2, $3, $3, 400, '{6,7,8}', 41.9, $4)`,
      [district, id(101 + at), name, -93 - at / 100],
    )
  const { items: metrics } = await director()(metricsContract.listMetrics, { query: { limit: 200 } })
  const metricId = metrics.find((metric) => metric.code === 'chronic_absence_rate')!.id
  for (const [school, value] of [
    [mill, 60],
    [oak, 30],
    [elm, 10],
  ] as const)
    await test.sql(
      `insert into measurements (district_id, metric_id, school_id, group_id, period_id, value, numerator, denominator)
       select ${d}, $1, $2, g.id, p.id, $3::float8, $3::float8 * 4, 400 from student_groups g, periods p
       where g.district_id = ${d} and g.code = 'all' and p.district_id = ${d} and p.kind = 'year' and p.label = '2023-24'`,
      [metricId, school, value],
    )
  await director()(equityContract.keepEquityVersion, {
    body: {
      scaling: 'percentile_rank',
      indicators: [{ metricId, direction: 'more', weight: 1, schoolYear: null }],
    },
  })
})

describe('the fairest way to place help', () => {
  it('has nothing to place where no need is open, where no place is free and where nothing fits, and says so', async () => {
    const begin = () => coordinator()(api.startPlacementPlan, { body: {} })
    await expect(begin()).rejects.toMatchObject({
      reason: 'nothing-to-place',
      message: expect.stringContaining('need'),
    })
    await need(oak, { title: 'Tutoring at Oak', studentsAffected: 30 })
    await expect(begin()).rejects.toMatchObject({ message: expect.stringContaining('free places') })
    await service('Intensive', { tier: 3 })
    await expect(begin()).rejects.toMatchObject({ message: expect.stringContaining('tier') })
    expect((await coordinator()(api.listPlacementPlans)).items).toEqual([])
  })

  it('goes to the neediest, proves how good it is, and stands beside today and first come, first served', async () => {
    mentors = await service('Mentors', { languages: ['en'] })
    const { organizationId } = mentors
    await coordinator()(partnershipsContract.createPartnership, {
      body: { organizationId, name: 'Mentors at Elm', stage: 'active', schoolIds: [elm] },
    })
    await need(mill, { title: 'Tutoring at Mill', studentsAffected: 25 })
    await need(elm, { title: 'Tutoring at Elm', studentsAffected: 10, languages: ['es'] })
    const plan = await compute()
    expect(plan).toMatchObject({
      status: 'ready',
      size: { needs: 3, services: 2, pairs: 2 },
      proved: true,
      rows: { all: 2, open: 2 },
      changedSince: { needs: 0, services: 0, partnerships: 0, equity: false },
    })
    expect(plan.gap).toBeLessThan(0.005)
    expect(plan.bound).toBeGreaterThanOrEqual(plan.value!)
    const rows = await rowsOf(plan.id)
    // 40 places: all 25 of the neediest school, though Oak asked first; Elm asks for Spanish.
    expect(
      rows.map(({ school, students, unmet, equityTier }) => [school.name, students, unmet, equityTier]),
    ).toEqual([
      ['Mill', 25, 25, 'highest'],
      ['Oak', 15, 30, 'high'],
    ])
    const { today, firstCome, plan: own } = plan.comparison!
    expect([today.placed, firstCome.placed, own.placed]).toEqual([0, 40, 40])
    expect(own.weightedShare).toBeGreaterThan(firstCome.weightedShare)
    expect(own.toFirstTiers).toBe(1)
    const reasons = new Map(rows[0]!.reasons.map((reason) => [reason.code, reason]))
    expect(reasons.get('capacity')).toMatchObject({ verdict: 'fits', figure: 40 })
    expect(reasons.get('relation')).toMatchObject({ words: ['in_district'] })
    expect(
      (
        await coordinator()(api.listPlanRows, {
          params: { planId: plan.id },
          query: { equityTier: ['highest'] },
        })
      ).items,
    ).toHaveLength(1)
  })

  it('is accepted row by row: places move, the board and the need follow, and it can be taken back', async () => {
    const plan = (await coordinator()(api.listPlacementPlans)).items[0]!
    const row = (await rowsOf(plan.id)).find(({ school }) => school.name === 'Mill')!
    expect(await supplyAt(mill)).toEqual({ verified: '0', paper: '0' })
    const accepted = await accept(row)
    expect(accepted).toMatchObject({ decision: 'accepted', accepted: 25, decidedBy: 'The coordinator' })
    expect(await siteOf(mentors.siteId)).toEqual({ maximum: 15, available: 15 })
    // The partnership in force came along to the school, so that what was confirmed counts there.
    expect(await supplyAt(mill)).toEqual({ verified: '25', paper: '0' })
    const board = await coordinator()(gapBoardContract.getGapCell, {
      query: { schoolId: mill, categoryId: tutoring },
    })
    expect(board.needs[0]).toMatchObject({ status: 'in_progress' })
    expect(board.tiers.find(({ tier }) => tier === 2)!.gap).toMatchObject({ status: 'met', unmet: 0 })
    const { rows, changedSince } = await coordinator()(api.getPlacementPlan, { params: { planId: plan.id } })
    expect(rows).toMatchObject({ accepted: 1, open: 1, studentsAccepted: 25 })
    expect(changedSince).toEqual({ needs: 0, services: 0, partnerships: 0, equity: false })
    await expect(accept(accepted)).rejects.toMatchObject({ reason: 'placement-decided' })
    await expect(accept(row)).rejects.toMatchObject({ code: 'stale' })

    const [given] = await test.sql<{ id: string; version: number }>(
      `select t.id, t.version from service_sites t where t.school_id = $1 and t.service_id = $2`,
      [mill, mentors.serviceId],
    )
    const lower = (capacityMaximum: number) =>
      coordinator()(servicesContract.changeServiceSite, {
        params: { siteId: given!.id },
        ifMatch: given!.version,
        body: { capacityMaximum, capacityAvailable: 0 },
      })
    await expect(lower(24)).rejects.toMatchObject({ fields: [{ field: 'capacityMaximum', rule: 'range' }] })
    const file = await test.app.inject({
      url: `/api/v1/placement-plans/${plan.id}/export/csv`,
      headers: { authorization: `Bearer ${test.token('coordinator')}` },
    })
    const lines = file.body.replace('\uFEFF', '').trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(
      /^Mill,Mill,.*,Highest,High-dosage tutoring,2,.*,25,25,.*,accepted,25,,The coordinator$/,
    )

    const reopened = await coordinator()(api.reopenPlanRow, {
      params: { placementId: row.id },
      ifMatch: accepted.version,
    })
    expect(reopened).toMatchObject({ decision: 'open', accepted: null, decidedBy: null })
    expect(await siteOf(mentors.siteId)).toEqual({ maximum: 40, available: 40 })
    expect(await supplyAt(mill)).toEqual({ verified: '0', paper: '0' })
    const [partnership] = await test.sql(
      'select scope, school_count from partnerships where organization_id = $1',
      [mentors.organizationId],
    )
    expect(partnership).toEqual({ scope: 'one_school', school_count: 1 })
    expect(
      (await coordinator()(gapBoardContract.getGapCell, { query: { schoolId: mill, categoryId: tutoring } }))
        .needs[0],
    ).toMatchObject({ status: 'open' })
  })

  it('refuses a row whose need or room changed since, keeps nothing of it, and takes fewer', async () => {
    const plan = (await coordinator()(api.listPlacementPlans)).items[0]!
    const row = (await rowsOf(plan.id)).find(({ school }) => school.name === 'Mill')!
    const site = await coordinator()(servicesContract.getService, {
      params: { serviceId: mentors.serviceId },
    })
    const { version } = site.sites.find(({ id: siteId }) => siteId === mentors.siteId)!
    await coordinator()(servicesContract.changeServiceSite, {
      params: { siteId: mentors.siteId },
      ifMatch: version,
      body: { capacityMaximum: 20, capacityAvailable: 20 },
    })
    const changed = await coordinator()(api.getPlacementPlan, { params: { planId: plan.id } })
    expect(changed.changedSince).toMatchObject({ services: 1, needs: 0 })
    await expect(accept(row)).rejects.toMatchObject({
      reason: 'placement-no-room',
      message: expect.stringContaining('room for 20'),
    })
    await expect(accept(row, 26)).rejects.toMatchObject({ fields: [{ field: 'students' }] })
    expect(await siteOf(mentors.siteId)).toEqual({ maximum: 20, available: 20 })
    const fewer = await accept(row, 20)
    expect(fewer).toMatchObject({ accepted: 20, students: 25 })
    const other = (await rowsOf(plan.id)).find(({ school }) => school.name === 'Oak')!
    await expect(accept(other)).rejects.toMatchObject({ reason: 'placement-no-room' })
    // Students have come to the places: they are not taken from under them.
    await test.sql(`update service_sites set students_served = 20 where school_id = $1 and service_id = $2`, [
      mill,
      mentors.serviceId,
    ])
    await expect(
      coordinator()(api.reopenPlanRow, { params: { placementId: row.id }, ifMatch: fewer.version }),
    ).rejects.toMatchObject({ reason: 'placement-settled' })

    const skipped = await coordinator()(api.skipPlanRow, {
      params: { placementId: other.id },
      ifMatch: other.version,
      body: { reason: 'The school has found someone itself.' },
    })
    expect(skipped).toMatchObject({ decision: 'skipped', reason: 'The school has found someone itself.' })
    const { items } = await coordinator()(api.listPlanRows, {
      params: { planId: plan.id },
      query: { decision: ['open'] },
    })
    expect(items).toEqual([])
  })

  it('refuses a need that was closed, and a group that has its one provider', async () => {
    const group = await need(oak, {
      categoryId: food,
      title: 'Weekend food',
      studentsAffected: 60,
      oneProvider: true,
    })
    await service('Pantry', { categoryId: food }, 60)
    const plan = await compute()
    const [row] = (await rowsOf(plan.id)).filter(({ category }) => category.id === food)
    expect(row).toMatchObject({ students: 60 })
    await test.sql(
      `with other as (insert into services (district_id, organization_id, name, category_id, tier)
         select ${d}, organization_id, 'Second pantry', category_id, 2 from services where name = 'Pantry' returning id, organization_id)
       insert into placement_rows (district_id, plan_id, need_id, service_id, organization_id, school_id, category_id, students, unmet, weight, score,
         reasons, decision, accepted, moves)
       select ${d}, $1, $2, id, organization_id, $3, $4, 1, 1, 1, 0, '[]', 'accepted', 1, '{}' from other`,
      [plan.id, group.id, oak, food],
    )
    await expect(accept(row!)).rejects.toMatchObject({ reason: 'placement-group-divided' })
    await coordinator()(needsContract.moveNeed, {
      params: { needId: group.id },
      ifMatch: group.version,
      body: { status: 'withdrawn', reason: 'Nobody comes on weekends.' },
    })
    await expect(accept(row!)).rejects.toMatchObject({ reason: 'placement-need-closed' })
  })

  it('takes a number of places as given where partners have said nothing, and places them as not confirmed', async () => {
    const silent = await service('Quiet', { categoryId: food, tier: 1 })
    await test.sql(
      'update service_sites set capacity_maximum = null, capacity_available = null where id = $1',
      [silent.siteId],
    )
    await need(elm, { categoryId: food, tier: 1, title: 'Breakfast', studentsAffected: 50 })
    await expect(compute()).rejects.toMatchObject({ reason: 'nothing-to-place' })
    const assumed = await compute({ yardstick: 'assumed', assumedPlaces: 12 })
    const [row] = (await rowsOf(assumed.id)).filter(({ school }) => school.id === elm)
    expect(row).toMatchObject({ students: 12, organization: { serviceName: 'Quiet' } })
    await accept(row!)
    const [there] = await test.sql(
      `select capacity_maximum, verified_on from service_sites where service_id = $1 and school_id = $2`,
      [silent.serviceId, elm],
    )
    expect(there).toEqual({ capacity_maximum: 12, verified_on: null })
  })

  it('is one at a time, can be stopped, and a stopped one leaves nothing', async () => {
    await need(oak, { categoryId: food, title: 'Lunch', tier: 3 })
    await service('Lunch kitchen', { categoryId: food, tier: 3 })
    const begun = await coordinator()(api.startPlacementPlan, { body: { yardstick: 'assumed' } })
    const params = { planId: begun.id }
    await expect(coordinator()(api.startPlacementPlan, { body: {} })).rejects.toMatchObject({
      reason: 'plan-under-way',
    })
    expect(await coordinator()(api.cancelPlacementPlan, { params })).toMatchObject({ status: 'cancelled' })
    await computePlan(test.services, {
      districtId: district,
      ...params,
      signal: new AbortController().signal,
    })
    expect(await coordinator()(api.getPlacementPlan, { params })).toMatchObject({
      status: 'cancelled',
      rows: { all: 0 },
    })
    await expect(coordinator()(api.cancelPlacementPlan, { params })).rejects.toMatchObject({
      reason: 'plan-ended',
    })
  })
})

describe('who could help, and where help is needed most', () => {
  it('ranks services for a need with the reason of each, and names those one limit away', async () => {
    const near = await service('Near readers', { languages: ['en', 'es'] })
    await test.sql(
      `insert into locations (district_id, organization_id, latitude, longitude) values ($1, $2, 41.9, -93.02)`,
      [district, near.organizationId],
    )
    const asked = await need(elm, {
      title: 'Reading in Spanish',
      languages: ['es'],
      weekdays: ['MO'],
      grades: ['7'],
      severity: 5,
    })
    const { unmet, items, almost } = await coordinator()(api.matchServices, { params: { needId: asked.id } })
    expect(unmet).toBe(30)
    expect(items.map(({ organization }) => organization.serviceName)).toEqual(['Near readers'])
    expect(items[0]!.metres).toBe(0)
    const reason = (code: string) => items[0]!.reasons.find((one) => one.code === code)
    expect(reason('language')).toMatchObject({ verdict: 'fits', words: ['es'] })
    expect(reason('days')).toMatchObject({ verdict: 'unknown' })
    expect(almost.find(({ organization }) => organization.serviceName === 'Intensive')?.misfits).toEqual([
      'tier',
    ])
  })

  it('ranks needs for a service, and shows a principal those of the own schools', async () => {
    const { items: all } = await coordinator()(api.matchNeeds, { params: { serviceId: mentors.serviceId } })
    expect(all.map(({ school }) => school.name)).toContain('Oak')
    const principal = test.as('school', { schools: [mill] })
    const { items } = await principal(api.matchNeeds, { params: { serviceId: mentors.serviceId } })
    expect(items.every(({ school }) => school.id === mill)).toBe(true)
    const { items: needs } = await coordinator()(needsContract.listNeeds, { query: { schoolId: [oak] } })
    await expect(principal(api.matchServices, { params: { needId: needs[0]!.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('a plan', () => {
  it('is seen by who may see the equity index, decided by who places help, and of the own district only', async () => {
    const [plan] = (await director()(api.listPlacementPlans)).items
    const params = { planId: plan!.id }
    await expect(
      test.as('school', { schools: [mill] })(api.getPlacementPlan, { params }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(test.as('analyst')(api.startPlacementPlan, { body: {} })).rejects.toMatchObject({
      code: 'not-permitted',
    })
    const stranger = test.as('admin', { districtId: otherDistrict })
    await expect(stranger(api.getPlacementPlan, { params })).rejects.toMatchObject({ code: 'not-found' })
    expect((await stranger(api.listPlacementPlans)).items).toEqual([])
  })
})
