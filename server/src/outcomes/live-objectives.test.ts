import { activitiesContract } from '@common-table/shared/activities/contract'
import type { NewActivity } from '@common-table/shared/activities/schemas'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import { objectivesContract as api } from '@common-table/shared/outcomes/objectives-contract'
import type { ObjectiveRule } from '@common-table/shared/outcomes/objectives'
import { outcomesContract } from '@common-table/shared/outcomes/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { district, id, useApi } from '../../test/support/api.ts'

const test = useApi()
const staff = () => test.as('director')
const [north, south] = [id(61), id(62)]
let day = ''
let years: { endsOn: string; periods: readonly { id: string; kind: string }[] }[] = []

const objective = async (rule: ObjectiveRule, call = staff()) => {
  const { items } = await call(api.listObjectives)
  return items.find((one) => one.rule === rule)!
}
const rows = async (rule: ObjectiveRule, way: string, call = staff()) => {
  const { id: objectiveId } = await objective(rule, call)
  const { breakdowns } = await call(api.getObjective, { params: { objectiveId } })
  return breakdowns.find((one) => one.way === way)!.rows
}

beforeAll(async () => {
  for (const [schoolId, name] of [
    [north, 'North High'],
    [south, 'South High'],
  ])
    await test.sql(
      "insert into schools (district_id, id, code, name, level) values ($1, $2, $3, $3, 'high')",
      [district, schoolId, name],
    )
  years = (await staff()(calendarContract.listSchoolYears)).items.map((year) => ({ ...year }))
  day = (await staff()(calendarContract.listSchoolYears)).items.find(({ current }) => current)!.startsOn
})

describe('engagement builds all four Cs', () => {
  const all = { capabilities: 'a', connections: 'b', cognition: 'c', confidence: 'd' }
  const hold = (body: Partial<NewActivity>) =>
    staff()(activitiesContract.logActivity, {
      body: {
        kind: 'engagement',
        title: 'Evening',
        happensOn: day,
        schoolId: north,
        delivered: 1,
        audiences: ['families', 'staff'],
        ...body,
      },
    })

  it('has no data before the first activity was held, and is due at 90 percent', async () => {
    await hold({ ...all, delivered: null })
    await hold({ ...all, delivered: 0 })
    expect(await objective('activities_build_four_cs')).toMatchObject({
      targetValue: 90,
      figure: { value: null, suppressed: false },
      tally: { of: 0, met: 0 },
      standing: { status: 'no_data' },
    })
  })

  it('is told strictly, with the lenient reading beside it: a C without a line on how does not count', async () => {
    await hold(all)
    await hold({ ...all, schoolId: south, epstein: ['parenting'] })
    await hold({ ...all, audiences: ['families'] })
    await hold({ ...all, confidence: '' })
    // A service session is not an engagement activity, and last year’s do not count.
    await hold({ ...all, happensOn: '2024-10-01' })
    expect(await objective('activities_build_four_cs')).toMatchObject({
      figure: { value: 50, n: null },
      tally: { of: 4, met: 2 },
      beside: [
        { code: 'lenient', cell: { value: 75 }, tally: { of: 4, met: 3 } },
        { code: 'any', cell: { value: 100 } },
      ],
      standing: { status: 'off_track' },
    })
    await hold(all)
    expect((await objective('activities_build_four_cs')).figure.value).toBe(60)
  })

  it('says which C is missing and where, to a principal of the own school', async () => {
    const cs = await rows('activities_build_four_cs', 'c')
    expect(cs.map(({ codes, tally }) => [codes['c'], tally?.met])).toEqual([
      ['capabilities', 5],
      ['connections', 5],
      ['cognition', 5],
      ['confidence', 4],
    ])
    expect(await rows('activities_build_four_cs', 'epstein')).toMatchObject([
      { codes: { epstein: 'parenting' }, tally: { of: 1, met: 1 }, met: true },
    ])
    const schools = await rows('activities_build_four_cs', 'school')
    expect(schools).toMatchObject([
      { school: { name: 'North High' }, tally: { of: 4, met: 2 }, met: false },
      { school: { name: 'South High' }, met: true },
    ])
    const own = test.as('school', { schools: [south] }) as ReturnType<typeof staff>
    expect(await rows('activities_build_four_cs', 'school', own)).toHaveLength(1)
  })
})

describe('families respond favorably', () => {
  const record = async (code: string, figures: [string, number, number][], year = 1) => {
    const { items } = await staff()(metricsContract.listMetrics, { query: { limit: 200 } })
    const { items: groups } = await staff()(metricsContract.listStudentGroups)
    const periodId = years[year]!.periods.find(({ kind }) => kind === 'year')!.id
    await test.as('analyst')(outcomesContract.recordMeasurements, {
      body: {
        items: figures.map(([schoolId, numerator, denominator]) => ({
          metricId: items.find((metric) => metric.code === code)!.id,
          groupId: groups.find((group) => group.code === 'all')!.id,
          schoolId,
          periodId,
          status: 'reported' as const,
          numerator,
          denominator,
        })),
      },
    })
  }

  it('comes from the latest survey that was imported, with the response rate beside it', async () => {
    expect(await objective('families_respond_favorably')).toMatchObject({
      targetValue: 95,
      period: null,
      beside: [],
      standing: { status: 'no_data' },
    })
    await record('family_favorable_rate', [
      [north, 180, 200],
      [south, 90, 100],
    ])
    await record('survey_response_rate', [
      [north, 200, 800],
      [south, 100, 400],
    ])
    const found = await objective('families_respond_favorably')
    expect(found).toMatchObject({
      figure: { value: 90, n: 300 },
      tally: null,
      beside: [{ code: 'response_rate', cell: { value: 25 } }],
      standing: { status: 'at_risk' },
    })
    expect(found.period).toMatch(/^\d{4}-\d{2}$/)
  })

  it('withholds a small school, as every reader of figures sees it', async () => {
    await record('family_favorable_rate', [[south, 4, 6]])
    const [, small] = await rows('families_respond_favorably', 'school')
    expect(small).toMatchObject({ school: { name: 'South High' }, met: null, cell: { suppressed: true } })
  })
})
