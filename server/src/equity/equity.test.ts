import { beforeAll, describe, expect, it } from 'vitest'
import { equityContract as api } from '@common-table/shared/equity/contract'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const d = `'${district}'::uuid`
const director = () => test.as('director')
const metric = async (code: string): Promise<string> =>
  (
    await test.sql<{ id: string }>(`select id from metrics where district_id = ${d} and code = $1`, [code])
  )[0]!.id

const figure = (of: string, code: string, value: number, year = '2023-24', people = 400) =>
  test.sql(
    `insert into measurements (district_id, metric_id, school_id, group_id, period_id, value, numerator, denominator)
     select ${d}, m.id, s.id, g.id, p.id, $3::float8, round($3::float8 * $5::float8 / 100), $5::float8 from metrics m, schools s, student_groups g, periods p
     where m.district_id = ${d} and m.code = $2 and s.district_id = ${d} and s.code = $1 and g.district_id = ${d} and g.code = 'all'
       and p.district_id = ${d} and p.kind = 'year' and p.label = $4`,
    [of, code, value, year, people],
  )
const need = (of: string, category: string, students: number | null, severity: number) =>
  test.sql(
    `insert into needs (district_id, school_id, category_id, school_year_id, tier, severity, students_affected, title, source)
     select ${d}, s.id, k.id, y.id, 2, $4, $3, 'Help with ' || $2, 'principal' from schools s, categories k, school_years y
     where s.district_id = ${d} and s.code = $1 and k.district_id = ${d} and k.code = $2 and y.district_id = ${d} and y.label = '2024-25'`,
    [of, category, students, severity],
  )

const settings = async (weights: [number, number] = [2, 1]) => ({
  scaling: 'percentile_rank' as const,
  indicators: [
    {
      metricId: await metric('chronic_absence_rate'),
      direction: 'more' as const,
      weight: weights[0],
      schoolYear: null,
    },
    {
      metricId: await metric('attendance_rate'),
      direction: 'less' as const,
      weight: weights[1],
      schoolYear: '2023-24',
    },
  ],
})

beforeAll(async () => {
  await test.sql(`insert into schools (district_id, code, name, enrolment)
    select ${d}, 's' || n, 'School ' || n, 400 from generate_series(1, 5) n`)
  for (const [at, absence] of [60, 45, 30, 20, 10].entries()) {
    await figure(`s${at + 1}`, 'chronic_absence_rate', absence)
    if (at !== 1) await figure(`s${at + 1}`, 'attendance_rate', 80 + at * 4)
  }
  await figure('s5', 'chronic_absence_rate', 90, '2022-23')
})

describe('the equity index of a district', () => {
  it('is computed from published figures, kept as a version, and names the year of each indicator', async () => {
    expect((await director()(api.listEquityVersions)).items).toEqual([])
    const kept = await director()(api.keepEquityVersion, { body: { ...(await settings()), note: 'First' } })
    expect(kept).toMatchObject({ number: 1, schools: 5, unscored: 0, note: 'First' })
    expect(kept.indicators.map(({ code, period, weight }) => [code, period, weight])).toEqual([
      ['chronic_absence_rate', '2023-24', 2],
      ['attendance_rate', '2023-24', 1],
    ])
    const { items, total } = await director()(api.listEquitySchools)
    expect(total).toBe(5)
    expect(items.map(({ school: { name }, rank, tier }) => [name, rank, tier])).toEqual([
      ['School 1', 1, 'highest'],
      ['School 2', 2, 'high'],
      ['School 3', 3, 'moderate'],
      ['School 4', 4, 'low'],
      ['School 5', 5, 'lowest'],
    ])
    // The second school's attendance is not known: absence took over its weight.
    expect(items[1]).toMatchObject({ score: 75, missing: ['attendance_rate'] })
    expect(items[1]!.known).toBeCloseTo(2 / 3)
    expect(items[0]!.contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(items[0]!.score!)
  })

  it('is filtered by tier and paged', async () => {
    const call = director()
    const first = await call(api.listEquitySchools, { query: { limit: 2 } })
    const rest = await call(api.listEquitySchools, { query: { limit: 2, cursor: first.nextCursor! } })
    expect([...first.items, ...rest.items].map(({ rank }) => rank)).toEqual([1, 2, 3, 4])
    const lowest = await call(api.listEquitySchools, { query: { tier: ['lowest'] } })
    expect(lowest.items.map(({ school: { name } }) => name)).toEqual(['School 5'])
  })

  it('says beforehand what other weights would change, and afterwards what they did', async () => {
    const other = { ...(await settings([0, 1])), scaling: 'min_max' as const }
    const seen = await director()(api.previewEquityVersion, { body: other })
    expect(seen.from).toBe(1)
    expect((await director()(api.listEquityVersions)).items).toHaveLength(1)
    const { id } = await director()(api.keepEquityVersion, { body: other })
    expect(await director()(api.equityChanges, { params: { versionId: id } })).toEqual(seen)
    // Without attendance there is nothing to score the second school by.
    expect(seen.items.find(({ school: { name } }) => name === 'School 2')).toMatchObject({
      before: { tier: 'high' },
      after: { tier: null, score: null },
    })
    await director()(api.keepEquityVersion, { body: await settings() })
  })

  it('never lets a withheld figure count: it is missing', async () => {
    await test.sql(
      `insert into schools (district_id, code, name, enrolment) values (${d}, 'tiny', 'Tiny School', 6)`,
    )
    await figure('tiny', 'chronic_absence_rate', 50, '2023-24', 6)
    await director()(api.keepEquityVersion, { body: await settings() })
    const { items } = await director()(api.listEquitySchools, { query: { sort: '-rank' } })
    expect(items[0]).toMatchObject({ school: { name: 'Tiny School' }, score: null, rank: null, tier: null })
    expect(items[0]!.contributions.map(({ value }) => value)).toEqual([null, null])
    await test.sql(
      `delete from measurements where school_id = (select id from schools where district_id = ${d} and code = 'tiny')`,
    )
    await test.sql(`update schools set status = 'closed' where district_id = ${d} and code = 'tiny'`)
    await director()(api.keepEquityVersion, { body: await settings() })
  })

  it.each([
    ['weights that sum to zero', [0, 0] as [number, number], undefined, 'equity-weights'],
    ['a year without figures', [1, 1] as [number, number], '2019-20', 'equity-no-figures'],
  ])('refuses %s and keeps nothing', async (_, weights, schoolYear, reason) => {
    const before = (await director()(api.listEquityVersions)).items.length
    const { indicators, scaling } = await settings(weights)
    const body = {
      scaling,
      indicators: indicators.map((one) => ({ ...one, ...(schoolYear && { schoolYear }) })),
    }
    await expect(director()(api.keepEquityVersion, { body })).rejects.toMatchObject({ reason })
    expect((await director()(api.listEquityVersions)).items).toHaveLength(before)
  })

  it('refuses a metric that is there twice, or is another district’s', async () => {
    const { indicators, scaling } = await settings()
    const twice = { scaling, indicators: [indicators[0]!, indicators[0]!] }
    await expect(director()(api.previewEquityVersion, { body: twice })).rejects.toMatchObject({
      reason: 'equity-metric-twice',
    })
    await expect(
      test.as('director', { districtId: otherDistrict })(api.previewEquityVersion, {
        body: { scaling, indicators },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'indicators.0.metricId' }] })
  })

  it('is not public: principals and viewers do not see it, another district has its own', async () => {
    for (const role of ['school', 'viewer', 'partner'] as const)
      await expect(test.as(role)(api.listEquitySchools)).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(
      test.as('coordinator')(api.previewEquityVersion, { body: await settings() }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    const { items } = await test.as('director', { districtId: otherDistrict })(api.listEquitySchools)
    expect(items).toEqual([])
  })
})

describe('the fairness of supply', () => {
  it('counts verified places by tier', async () => {
    const place = (code: string, students: number) =>
      test.sql(
        `insert into coverage_supply (district_id, school_id, category_id, tier, verified, paper, unsized, providers, sites)
         select ${d}, s.id, k.id, 2, $2, 0, 0, 1, 1 from schools s, categories k
         where s.district_id = ${d} and s.code = $1 and k.district_id = ${d} and k.code = 'ac_tutor'`,
        [code, students],
      )
    await place('s1', 40)
    await place('s5', 20)
    const equity = await director()(api.equityOfSupply)
    expect(equity.tiers.map(({ tier, schools, per100 }) => [tier, schools, per100])).toEqual([
      ['highest', 1, 10],
      ['high', 1, 0],
      ['moderate', 1, 0],
      ['low', 1, 0],
      ['lowest', 1, 5],
    ])
    expect(equity.ratio).toBe(2)
    // Two thirds of the places are at the neediest fifth of the students, one third at the least needy.
    expect(equity.concentration).toBeCloseTo(4 / 15)
    expect(equity.curve.at(-1)).toEqual({ students: 1, supply: 1 })
  })
})

describe('the priority queue', () => {
  it('puts severity, unmet share, equity and reach together and shows each', async () => {
    await need('s1', 'ac_tutor', 80, 3)
    await need('s5', 'ac_tutor', 80, 3)
    await need('s3', 'bn_food', null, 5)
    const { items, total } = await director()(api.listNeedPriorities)
    expect(total).toBe(3)
    const [first] = items.filter(({ school: { name } }) => name === 'School 1')
    // 40 of 80 places are there: half is unmet; 80 of 400 students are a fifth of the school.
    expect(first).toMatchObject({
      severity: 3,
      unmetShare: 0.5,
      equityFactor: 1.5,
      reach: 0.2,
      equityTier: 'highest',
    })
    expect(first!.score).toBeCloseTo(3 * 0.5 * 1.5 * 0.2)
    const [estimated] = items.filter(({ school: { name } }) => name === 'School 3')
    expect(estimated).toMatchObject({ students: 40, estimated: true, unmetShare: 1, reach: 0.1 })
    expect(items.map(({ score }) => score)).toEqual(items.map(({ score }) => score).sort((a, b) => b - a))
    const bySeverity = await director()(api.listNeedPriorities, { query: { sort: '-severity', limit: 1 } })
    expect(bySeverity.items[0]!.school.name).toBe('School 3')
    const lowest = await director()(api.listNeedPriorities, { query: { tier: ['lowest'] } })
    expect(lowest.items.map(({ school: { name } }) => name)).toEqual(['School 5'])
  })
})
