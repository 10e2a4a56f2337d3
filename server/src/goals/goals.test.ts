import { goalsContract as api } from '@common-table/shared/goals/contract'
import type { GoalNodeChange, NewGoalNode } from '@common-table/shared/goals/schemas'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import { objectivesContract } from '@common-table/shared/outcomes/objectives-contract'
import { targetsContract } from '@common-table/shared/outcomes/targets-contract'
import { activitiesContract } from '@common-table/shared/activities/contract'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { prioritiesContract } from '@common-table/shared/priorities/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'

const test = useApi()
const director = () => test.as('director')
const [north, south] = [id(61), id(62)]
let goalId = ''

const add = (body: Partial<NewGoalNode>, call = director()) =>
  call(api.addGoalNode, { body: { goalId, title: 'x', ...body } })
const change = (nodeId: string, body: GoalNodeChange, ifMatch: number) =>
  director()(api.changeGoalNode, { params: { nodeId }, body, ifMatch })
const goal = async (call = director()) => (await call(api.getGoalTree)).goals[0]!

beforeAll(async () => {
  for (const schoolId of [north, south])
    await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $3)', [
      district,
      schoolId,
      schoolId.slice(-2),
    ])
  goalId = (await director()(prioritiesContract.addPriority, { body: { title: 'Families are partners' } })).id
})

describe('the goal tree', () => {
  it('grows from the district’s priorities: strategies, then objectives, each with its owner', async () => {
    await director()(api.setGoalOwner, { params: { goalId }, body: { ownerId: personOf('director') } })
    await add({ title: 'Activities that build', ownerId: personOf('coordinator') })
    const { strategies } = (await add({ title: 'Listen' })).goals[0]!
    await add({ title: 'All four Cs', strategyId: strategies[0]!.id })
    expect(await goal()).toMatchObject({
      title: 'Families are partners',
      owner: { name: 'The director' },
      status: 'no_data',
      strategies: [
        {
          title: 'Activities that build',
          owner: { name: 'The coordinator' },
          objectives: [{ title: 'All four Cs', owner: null, measure: null, status: 'no_data' }],
        },
        { title: 'Listen', objectives: [] },
      ],
    })
  })

  it('stands as the weakest of what its objectives are measured by, live or by a target', async () => {
    const { items: live } = await director()(objectivesContract.listObjectives)
    const objectiveId = live.find(({ rule }) => rule === 'activities_build_four_cs')!.id
    const [first] = (await goal()).strategies
    const [objective] = first!.objectives
    await change(objective!.id, { objectiveId }, objective!.version)
    const { items: years } = await director()(calendarContract.listSchoolYears)
    await director()(activitiesContract.logActivity, {
      body: {
        kind: 'engagement',
        title: 'Evening',
        happensOn: years.find(({ current }) => current)!.startsOn,
        delivered: 1,
        audiences: ['families', 'staff'],
        capabilities: 'a',
        connections: 'b',
        cognition: 'c',
        confidence: 'd',
      },
    })
    const { items: metrics } = await director()(metricsContract.listMetrics, { query: { limit: 200 } })
    const metric = metrics.find(({ code }) => code === 'chronic_absence_rate') ?? metrics[0]!
    const target = await director()(targetsContract.addTarget, {
      body: { metricId: metric.id, schoolId: south, targetValue: 10, dueOn: '2090-06-30' },
    })
    await add({ title: 'Fewer away', strategyId: first!.id, targetId: target.id })
    const { status, counts, strategies } = await goal()
    expect({ status, counts }).toMatchObject({ status: 'met', counts: { met: 1, no_data: 1, off_track: 0 } })
    expect(strategies[0]!.objectives).toMatchObject([
      { status: 'met', measure: { kind: 'live', metricId: null } },
      { status: 'no_data', measure: { kind: 'target', metricId: metric.id, school: { id: south } } },
    ])
    // A school-based reader sees no target of another school.
    const own = test.as('school', { schools: [north] }) as ReturnType<typeof director>
    expect((await goal(own)).strategies[0]!.objectives).toHaveLength(1)
  })

  it('is put in another order, reworded, measured by one thing, and cut back', async () => {
    const order = async () => (await goal()).strategies.map(({ title }) => title)
    const [first, second] = (await goal()).strategies
    await change(second!.id, { move: -1 }, second!.version)
    expect(await order()).toEqual(['Listen', 'Activities that build'])
    await expect(change(first!.id, { title: 'y' }, 99)).rejects.toMatchObject({ code: 'stale' })
    const [objective] = first!.objectives
    await expect(
      change(
        objective!.id,
        { objectiveId: objective!.measure!.id, targetId: first!.objectives[1]!.measure!.id },
        objective!.version,
      ),
    ).rejects.toMatchObject({ fields: [{ field: 'targetId', rule: 'one' }] })
    const now = (await goal()).strategies.find(({ id: one }) => one === first!.id)!
    await director()(api.removeGoalNode, { params: { nodeId: now.id }, ifMatch: now.version })
    expect(await order()).toEqual(['Listen'])
  })

  it('is changed by those who set the goals, in their own district only', async () => {
    await expect(add({}, test.as('coordinator') as ReturnType<typeof director>)).rejects.toMatchObject({
      code: 'not-permitted',
    })
    const far = test.as('director', { districtId: otherDistrict }) as ReturnType<typeof director>
    await expect(add({}, far)).rejects.toMatchObject({ code: 'not-found' })
    expect((await test.as('viewer')(api.getGoalTree)).goals).toHaveLength(1)
  })
})
