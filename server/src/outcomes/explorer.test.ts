import { beforeAll, describe, expect, it } from 'vitest'
import { outcomesContract } from '@common-table/shared/outcomes/contract'
import { explorerContract as api } from '@common-table/shared/outcomes/explorer-contract'
import type { ExploredMetric } from '@common-table/shared/outcomes/explorer-schemas'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const ids = {} as {
  absence: string
  graduation: string
  now: string
  before: string
  all: string
  black: string
  white: string
}
const school = (n: number) => id(300 + n)
const schools = 16
/** Absence of school n this year; graduation falls as it rises. School 16 is small, and takes 15 along. */
const absence = (n: number) => 20 + 2 * n
const people = (n: number) => (n === 16 ? 6 : n === 15 ? 100 : 200)

beforeAll(async () => {
  await test.sql(
    `insert into schools (district_id, id, code, name, level, area) select $1, ('00000000-0000-4000-8000-' || lpad((300 + n)::text, 12, '0'))::uuid,
      lpad(n::text, 3, '0'), 'School ' || lpad(n::text, 2, '0'), case when n <= 8 then 'elementary' else 'high' end,
      case when n % 2 = 0 then 'East' else 'West' end from generate_series(1, $2::integer) n`,
    [district, schools],
  )
  const [found] = await test.sql<typeof ids>(
    `select (select id from metrics where district_id = $1 and code = 'chronic_absence_rate') as absence,
      (select id from metrics where district_id = $1 and code = 'graduation_rate') as graduation,
      (select id from periods where district_id = $1 and kind = 'year' and label = '2023-24') as now,
      (select id from periods where district_id = $1 and kind = 'year' and label = '2022-23') as before,
      (select id from student_groups where district_id = $1 and code = 'all') as all,
      (select id from student_groups where district_id = $1 and code = 'black') as black,
      (select id from student_groups where district_id = $1 and code = 'white') as white`,
    [district],
  )
  Object.assign(ids, found)
  const figure = (
    metric: string,
    period: string,
    group: string,
    n: number,
    share: number,
    of = people(n),
  ) => ({
    metricId: metric,
    periodId: period,
    groupId: group,
    schoolId: school(n),
    status: 'reported' as const,
    numerator: Math.round(of * share),
    denominator: of,
  })
  const items = Array.from({ length: schools }, (_, at) => at + 1).flatMap((n) => [
    figure(ids.absence, ids.now, ids.all, n, absence(n) / 100),
    figure(ids.absence, ids.before, ids.all, n, absence(n) / 100 + 0.04),
    figure(ids.absence, ids.now, ids.black, n, absence(n) / 100 + 0.1, people(n) / 2),
    figure(ids.absence, ids.now, ids.white, n, absence(n) / 100 - 0.1, people(n) / 2),
    figure(ids.graduation, ids.now, ids.all, n, (85 - n) / 100),
  ])
  await test.as('steward')(outcomesContract.recordMeasurements, { body: { items } })
  await test.sql(
    `with v as (insert into equity_versions (district_id, number, scaling, indicators, note, created_by_name)
        values ($1, 1, 'percentile_rank', '[]', '', 'The director') returning id)
      insert into equity_scores (district_id, version_id, school_id, score, rank, tier, known, contributions)
      select $1, v.id, s.id, 50, s.code::integer, case when s.code::integer % 4 < 2 then 'highest' else 'low' end, 1, '[]'
      from v, schools s where s.district_id = $1`,
    [district],
  )
})

const analyst = () => test.as('analyst')
const line = (metric: ExploredMetric | undefined, scope: string, group = 'all') =>
  metric?.lines.find((one) => one.scope === scope && one.group === group)

describe('over time', () => {
  it('sets a school beside the district, beside the schools chosen, and beside schools of its level and tier', async () => {
    const { metrics } = await analyst()(api.exploreOverTime, {
      query: { metricId: [ids.absence, ids.graduation], schoolId: [school(4)], area: ['West'] },
    })
    expect(metrics.map(({ metric }) => metric.code)).toEqual(['chronic_absence_rate', 'graduation_rate'])
    const [absent] = metrics
    expect(absent!.periods.map(({ label }) => label)).toEqual(['2022-23', '2023-24'])
    expect(line(absent, 'school')!.cells.map(({ value }) => value)).toEqual([32, 28])
    // West are the odd ones; of these 1, 3, … 13 may be shown, each of 200.
    expect(line(absent, 'chosen')!.cells.at(-1)).toMatchObject({ value: 34, n: 1400 })
    // Elementary of the highest tier, as school 4: 1, 5 and 8.
    expect(line(absent, 'similar')).toMatchObject({
      school: { id: school(4) },
      shown: [3, 3],
      hidden: [0, 0],
    })
    expect(line(absent, 'similar')!.cells.at(-1)!.value).toBeCloseTo((22 + 30 + 36) / 3, 9)
  })

  it('shows two groups of one school side by side, and nothing of a group that is withheld', async () => {
    const { metrics } = await analyst()(api.exploreOverTime, {
      query: { metricId: [ids.absence], schoolId: [school(2), school(16)], group: ['black', 'white'] },
    })
    const of = (n: number, group: string) =>
      metrics[0]!.lines
        .find((one) => one.scope === 'school' && one.group === group && one.school?.id === school(n))!
        .cells.at(-1)
    expect([of(2, 'black')?.value, of(2, 'white')?.value]).toEqual([34, 14])
    expect(of(16, 'black')).toMatchObject({ value: null, suppressed: true })
  })

  it('says how many schools of a choice are withheld, and gives no figure of the hidden alone', async () => {
    const { metrics } = await analyst()(api.exploreOverTime, {
      query: { metricId: [ids.absence], level: ['high'], area: ['East'], tier: ['highest'] },
    })
    // 12 and 16: the latter is small.
    const chosen = line(metrics[0], 'chosen')!
    expect(chosen.hidden.at(-1)).toBeGreaterThanOrEqual(1)
    expect(chosen.shown.at(-1)! + chosen.hidden.at(-1)!).toBe(2)
    if (chosen.shown.at(-1) === 0) expect(chosen.cells.at(-1)!.value).toBeNull()
    else expect(chosen.cells.at(-1)!.value).toBe(absence(12))
  })
})

describe('two metrics together', () => {
  const query = () => ({ metricId: [ids.absence, ids.graduation] })

  it('draws the schools that show both, counts the hidden, and says how far both go together', async () => {
    const pair = await analyst()(api.exploreTogether, { query: query() })
    expect(pair).toMatchObject({ schoolYear: '2023-24', schoolYears: ['2023-24'], left: 0 })
    expect(pair.points.length + pair.hidden).toBe(schools)
    expect(pair.hidden).toBeGreaterThanOrEqual(1)
    const names = pair.points.map(({ school }) => school.name)
    expect(names).not.toContain('School 16')
    expect(pair.points[0]).toMatchObject({ tier: 'highest', across: { value: 22 }, up: { value: 84 } })
    expect(pair.association).toMatchObject({
      strength: 'strong',
      direction: 'opposite',
      pairs: pair.points.length,
    })
    expect(pair.association!.r).toBeCloseTo(-1, 6)
  })

  it('is the same whatever a hidden school’s figures are: neither points nor correlation follow them', async () => {
    const ask = () => analyst()(api.exploreTogether, { query: query() })
    const before = await ask()
    await test.as('steward')(outcomesContract.recordMeasurement, {
      body: {
        metricId: ids.absence,
        periodId: ids.now,
        groupId: ids.all,
        schoolId: school(16),
        status: 'reported',
        numerator: 1,
        denominator: 6,
      },
    })
    expect(await ask()).toEqual(before)
  })

  it('says nothing of how far they go together where few schools are left', async () => {
    const few = await analyst()(api.exploreTogether, { query: { ...query(), level: ['elementary'] } })
    expect(few.points.length).toBeLessThan(10)
    expect(few.association).toBeNull()
  })

  it('wants two metrics, and one year both have', async () => {
    await expect(
      analyst()(api.exploreTogether, { query: { metricId: [ids.absence] } }),
    ).rejects.toMatchObject({ fields: [{ field: 'metricId' }] })
    const none = await analyst()(api.exploreTogether, { query: { ...query(), schoolYear: '2022-23' } })
    expect(none).toMatchObject({ schoolYear: null, points: [], hidden: 0 })
  })
})

describe('who sees what', () => {
  it('equity tiers are for those who may read them, here and in the list of schools', async () => {
    const viewer = test.as('viewer')
    const pair = await viewer(api.exploreTogether, { query: { metricId: [ids.absence, ids.graduation] } })
    expect(new Set(pair.points.map(({ tier }) => tier))).toEqual(new Set([null]))
    const refused = { code: 'not-permitted', reason: 'tiers-not-shown' }
    const tier = ['highest' as const]
    await expect(
      viewer(api.exploreOverTime, { query: { metricId: [ids.absence], tier } }),
    ).rejects.toMatchObject(refused)
    const params = { metricId: ids.absence }
    await expect(
      viewer(outcomesContract.listMetricSchools, { params, query: { tier } }),
    ).rejects.toMatchObject(refused)
    const listed = await analyst()(outcomesContract.listMetricSchools, {
      params,
      query: { tier, level: ['elementary'] },
    })
    expect(listed.items.map(({ code }) => code)).toEqual(['001', '004', '005', '008'])
  })

  it('a principal sees the own school by name and no other; another district knows none of it', async () => {
    const principal = test.as('school', { schools: [school(3)] })
    const metricId = [ids.absence, ids.graduation]
    const pair = await principal(api.exploreTogether, { query: { metricId } })
    expect(pair.points.map(({ school }) => school.name)).toEqual(['School 03'])
    const { metrics } = await principal(api.exploreOverTime, {
      query: { metricId, schoolId: [school(3), school(4)] },
    })
    const named = metrics[0]!.lines
      .filter(({ scope }) => scope === 'school')
      .map(({ school }) => school?.name)
    expect(named).toEqual(['School 03'])
    const stranger = test.as('analyst', { districtId: otherDistrict })
    expect((await stranger(api.exploreOverTime, { query: { metricId } })).metrics).toEqual([])
    await expect(stranger(api.exploreTogether, { query: { metricId } })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await stranger(api.getExploreChoices)).metrics).toEqual([])
  })

  it('chooses from what there are figures of', async () => {
    const { metrics, areas, groups } = await analyst()(api.getExploreChoices)
    expect(metrics.map(({ code, years }) => [code, years])).toEqual([
      ['chronic_absence_rate', ['2023-24', '2022-23']],
      ['graduation_rate', ['2023-24']],
    ])
    expect(areas).toEqual(['East', 'West'])
    expect(groups.map(({ code }) => code)).toContain('english_learners')
    expect(metrics.map((metric) => metric.groups)).toEqual([['all', 'black', 'white'], ['all']])
  })
})

it('a file holds what is shown, line by line, and no figure that is not', async () => {
  const ask = async (search: string) =>
    (
      await test.app.inject({
        url: `/api/v1/outcomes/explore/export/csv?${search}`,
        headers: { authorization: `Bearer ${test.token('analyst')}` },
      })
    ).body.split('\r\n')
  const time = await ask(`view=time&metricId=${ids.absence}&schoolId=${school(16)}`)
  expect(time).toContain('Chronic absence rate,School 16,all,2023-24,fewer than 10,,,')
  const together = await ask(`view=together&metricId=${ids.absence}&metricId=${ids.graduation}`)
  expect(together).toContain('001,School 01,elementary,West,highest,22,84')
  expect(together.join()).not.toContain('School 16')
  const xlsx = await test.app.inject({
    url: `/api/v1/outcomes/explore/export/xlsx?view=time&metricId=${ids.absence}`,
    headers: { authorization: `Bearer ${test.token('analyst')}` },
  })
  expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
})
