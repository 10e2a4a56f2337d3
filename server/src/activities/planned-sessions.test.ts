import { activitiesContract } from '@common-table/shared/activities/contract'
import type { NewActivity } from '@common-table/shared/activities/schemas'
import { seriesContract as api } from '@common-table/shared/activities/series-contract'
import type { NewSeries } from '@common-table/shared/activities/series-schemas'
import { addDays, weekday } from '@common-table/shared/calendar/dates'
import { goalsContract } from '@common-table/shared/goals/contract'
import { deliveryContract } from '@common-table/shared/outcomes/delivery-contract'
import { outcomesContract } from '@common-table/shared/outcomes/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const [school, partner, partnership, tutoring] = [id(661), id(671), id(672), id(673)]
const staff = () => test.as('coordinator')
const facts = {} as { today: string; starts: string; ends: string; quarter: string }

beforeAll(async () => {
  await test.sql("insert into schools (district_id, id, code, name) values ($1, $2, '066', 'Bay School')", [
    district,
    school,
  ])
  await test.sql("insert into organizations (district_id, id, name) values ($1, $2, 'Tutor Corps')", [
    district,
    partner,
  ])
  await test.sql(
    `insert into partnerships (district_id, id, organization_id, name, stage) values ($1, $2, $3, 'Tutors at Bay', 'active')`,
    [district, partnership, partner],
  )
  await test.sql(
    `insert into services (district_id, id, organization_id, name, category_id)
     select $1, $2, $3, 'Homework help', k.id from categories k where k.district_id = $1 and k.code = 'ac_tutor'`,
    [district, tutoring, partner],
  )
  await test.sql('insert into partnership_services values ($1, $2, $3)', [district, partnership, tutoring])
  // One school year around today whose only quarter is running.
  const [found] = await test.sql<typeof facts>(
    `with t as (select (now() at time zone time_zone)::date as day from districts where id = $1), gone as (
       delete from school_years where district_id = $1
     ), y as (insert into school_years (district_id, label, starts_on, ends_on)
       select $1, '2031-32', day - 60, day + 200 from t returning id, starts_on, ends_on)
     , p as (insert into periods (district_id, school_year_id, kind, ordinal, label, starts_on, ends_on)
       select $1, y.id, 'quarter', 1, 'Q1', y.starts_on, y.ends_on from y returning id)
     select t.day::text as today, (t.day - 60)::text as starts, (t.day + 200)::text as ends, p.id as quarter from t, p`,
    [district],
  )
  Object.assign(facts, found)
})

const plan = (more: Partial<NewSeries> = {}, call = staff()) =>
  call(api.planSeries, {
    body: {
      title: 'Homework help',
      serviceId: tutoring,
      schoolId: school,
      minutes: 60,
      weekdays: [2],
      everyWeeks: 1,
      startsOn: facts.today,
      endsOn: addDays(facts.today, 41),
      ...more,
    },
  })
const sessionsOf = async (seriesId: string) =>
  (await staff()(activitiesContract.listActivities, { query: { seriesId, sort: 'day', limit: 200 } })).items
const figuresOf = async () => {
  const { metrics } = await test.as('viewer')(deliveryContract.getPartnershipFigures, {
    params: { partnershipId: partnership },
  })
  return Object.fromEntries(
    metrics.map(({ metric, places }) => [
      metric.code,
      places.map(({ kind, cells, origin }) => [kind, cells.at(-1)!.value, origin]),
    ]),
  )
}
const log = (body: Partial<NewActivity>) =>
  staff()(activitiesContract.logActivity, {
    body: {
      kind: 'session',
      title: 'Homework help',
      serviceId: tutoring,
      schoolId: school,
      happensOn: addDays(facts.today, -7),
      minutes: 60,
      ...body,
    },
  })

describe('sessions in a row', () => {
  it('are planned every Tuesday, without the days the district is closed, which the planner sees before', async () => {
    const closed = await test.as('admin')(api.addClosedDays, {
      body: { name: 'Autumn break', startsOn: addDays(facts.today, 14), endsOn: addDays(facts.today, 20) },
    })
    expect(closed.sessions).toBe(0)
    const asked = { weekdays: [2], everyWeeks: 1, startsOn: facts.today, endsOn: addDays(facts.today, 41) }
    const seen = await staff()(api.previewSeries, { body: asked })
    const { seriesId, days, skipped } = await plan()
    expect({ days, skipped }).toEqual(seen)
    expect([days.length, skipped.map(({ name }) => name)]).toEqual([5, ['Autumn break']])
    const made = await sessionsOf(seriesId)
    expect(made.map(({ happensOn }) => happensOn)).toEqual(days)
    expect(made.every(({ happensOn }) => weekday(happensOn) === 2)).toBe(true)
    expect(made[0]).toMatchObject({ status: 'planned', partnership: { name: 'Tutors at Bay' }, minutes: 60 })
  })

  it('one changes alone, or with all that follow; what was told stays', async () => {
    const { seriesId, days } = await plan()
    const [, second, third] = await sessionsOf(seriesId)
    await staff()(activitiesContract.changeActivity, {
      params: { activityId: second!.id },
      body: { title: 'With parents' },
      ifMatch: second!.version,
    })
    const changed = await staff()(api.changeFollowing, {
      params: { activityId: third!.id },
      body: { title: 'Math help', weekday: 3, minutes: 90 },
      ifMatch: third!.version,
    })
    const after = await sessionsOf(seriesId)
    expect(after.map(({ title }) => title)).toEqual([
      'Homework help',
      'With parents',
      ...Array.from({ length: days.length - 2 }, () => 'Math help'),
    ])
    expect(changed).toEqual({ changed: days.length - 2, left: 0 })
    expect(after.at(-1)).toMatchObject({ happensOn: addDays(days.at(-1)!, 1), minutes: 90 })
    await staff()(api.removeFollowing, { params: { activityId: after[1]!.id }, ifMatch: after[1]!.version })
    expect(await sessionsOf(seriesId)).toHaveLength(1)
  })

  it('are refused where they make no sense or are not the planner’s', async () => {
    await expect(plan({ endsOn: addDays(facts.today, -1) })).rejects.toMatchObject({
      fields: [{ field: 'endsOn' }],
    })
    await expect(
      plan({ startsOn: facts.today, endsOn: facts.today, weekdays: [(weekday(facts.today) % 7) + 1] }),
    ).rejects.toMatchObject({ fields: [{ field: 'weekdays' }] })
    await expect(plan({}, test.as('school', { schools: [id(699)] }))).rejects.toMatchObject({
      fields: [{ field: 'schoolId' }],
    })
    const alone = await log({ happensOn: facts.today })
    await expect(
      staff()(api.changeFollowing, {
        params: { activityId: alone.id },
        body: { title: 'X' },
        ifMatch: alone.version,
      }),
    ).rejects.toMatchObject({ reason: 'not-in-a-row' })
    await staff()(activitiesContract.removeActivity, {
      params: { activityId: alone.id },
      ifMatch: alone.version,
    })
  })
})

describe('figures computed from activities', () => {
  it('fidelity, students served and hours follow every session, once for the service and once for its partnership', async () => {
    await test.sql('delete from activities where district_id = $1', [district])
    const held = await log({ planned: 1, delivered: 1, students: 20 })
    await log({ planned: 1, delivered: 1, students: 10, happensOn: addDays(facts.today, -14) })
    const missed = await log({ planned: 2, happensOn: addDays(facts.today, -3) })
    expect(await figuresOf()).toEqual({
      fidelity_rate: [
        ['partnership', 50, 'activities'],
        ['service', 50, 'activities'],
      ],
      // Twenty came to the fullest session; thirty hours of students are one and a half each.
      participation_count: [
        ['partnership', 20, 'activities'],
        ['service', 20, 'activities'],
      ],
      dosage_hours: [
        ['partnership', 1.5, 'activities'],
        ['service', 1.5, 'activities'],
      ],
    })
    const told = await staff()(api.tellAsPlanned, { body: { activityIds: [held.id, missed.id, id(1)] } })
    expect(told).toEqual({ told: 1, left: 2 })
    expect((await figuresOf()).fidelity_rate![0]).toEqual(['partnership', 100, 'activities'])
    await staff()(activitiesContract.removeActivity, {
      params: { activityId: held.id },
      ifMatch: held.version,
    })
    expect((await figuresOf()).participation_count![1]).toEqual(['service', 10, 'activities'])
  })

  it('what a person says of a figure stays; a correction of a quarter that has ended is kept', async () => {
    const [metric] = await test.sql<{ id: string; group: string }>(
      `select m.id, g.id as group from metrics m join student_groups g on g.district_id = m.district_id and g.code = 'all'
       where m.district_id = $1 and m.code = 'participation_count'`,
      [district],
    )
    await test.as('steward')(outcomesContract.recordMeasurement, {
      body: {
        metricId: metric!.id,
        schoolId: null,
        serviceId: tutoring,
        groupId: metric!.group,
        periodId: facts.quarter,
        status: 'reported',
        value: 64,
      },
    })
    await log({ planned: 1, delivered: 1, students: 30, happensOn: addDays(facts.today, -5) })
    const { participation_count: served } = await figuresOf()
    expect(served).toEqual([
      ['partnership', 30, 'activities'],
      ['service', 64, 'entered'],
    ])
    await test.sql('update periods set ends_on = $2 where district_id = $1', [
      district,
      addDays(facts.today, -2),
    ])
    await log({ planned: 1, delivered: 1, students: 40, happensOn: addDays(facts.today, -6) })
    const { items } = await test.as('steward')(outcomesContract.listCorrections, {
      params: { metricId: metric!.id },
    })
    expect(items.map(({ delivery }) => delivery)).toEqual(['Tutors at Bay', 'Homework help'])
  })

  it('an activity names the strategy it serves, and the goal tree counts it', async () => {
    const [goal] = await test.sql<{ id: string }>(
      `insert into priorities (district_id, title) values ($1, 'Every child reads') returning id`,
      [district],
    )
    const tree = await test.as('director')(goalsContract.addGoalNode, {
      body: { goalId: goal!.id, title: 'Tutors' },
    })
    const strategyId = tree.goals.find(({ id: one }) => one === goal!.id)!.strategies[0]!.id
    await log({ strategyId, delivered: 1, happensOn: facts.today })
    const { goals } = await test.as('viewer')(goalsContract.getGoalTree)
    expect(goals.find(({ id: one }) => one === goal!.id)!.strategies[0]).toMatchObject({
      activities: { held: 1, planned: 0 },
    })
    const listed = await staff()(activitiesContract.listActivities, { query: { strategyId } })
    expect(listed.items).toMatchObject([{ strategy: { id: strategyId, name: 'Tutors' } }])
    await expect(log({ strategyId: goal!.id })).rejects.toMatchObject({ fields: [{ field: 'strategyId' }] })
    await expect(
      test.as('admin', { districtId: otherDistrict })(activitiesContract.listActivities, {
        query: { strategyId },
      }),
    ).resolves.toMatchObject({ items: [] })
  })
})
