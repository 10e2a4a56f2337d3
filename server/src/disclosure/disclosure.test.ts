import { beforeAll, describe, expect, it } from 'vitest'
import { contracts } from '@common-table/shared/contracts'
import { holds, permissionsOf, roleNames } from '@common-table/shared/contract/permission'
import { disclosureContract as api } from '@common-table/shared/disclosure/contract'
import { outcomesContract } from '@common-table/shared/outcomes/contract'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'

const test = useApi()
const schools = [101, 102, 103].map(id)
const ids = {} as { metric: string; period: string; all: string }

beforeAll(async () => {
  await test.sql(
    `insert into schools (district_id, id, code, name) select $1, s, right(s::text, 3), 'School ' || right(s::text, 3)
     from unnest($2::uuid[]) s`,
    [district, schools],
  )
  const [found] = await test.sql<typeof ids>(
    `select (select id from metrics where district_id = $1 and code = 'chronic_absence_rate') as metric,
      (select id from periods where district_id = $1 and kind = 'year' and label = '2023-24') as period,
      (select id from student_groups where district_id = $1 and code = 'all') as all`,
    [district],
  )
  Object.assign(ids, found)
  await test.as('steward')(outcomesContract.recordMeasurements, {
    body: {
      items: [
        [60, 300],
        [40, 120],
        [3, 6],
      ].map(([numerator, denominator], at) => ({
        metricId: ids.metric,
        schoolId: schools[at]!,
        groupId: ids.all,
        periodId: ids.period,
        status: 'reported' as const,
        numerator: numerator!,
        denominator: denominator!,
      })),
    },
  })
})

const infer = (role: 'steward' | 'admin', districtId = district) =>
  test.as(role, { districtId })(api.inferFigures, {
    params: { metricId: ids.metric },
    query: { periodId: ids.period },
  })

describe('what could be inferred', () => {
  it('is told of every withheld figure, against the protection interval', async () => {
    const told = await infer('steward')
    expect(told).toMatchObject({ threshold: 10, interval: 5, shown: 2, withheld: 2, close: 0, unproved: 0 })
    const small = told.cells.find(({ school }) => school?.name === 'School 103')
    // Six in truth. The district prints 426 and one school 300, so 126 are left for two: one to nine, and the rest.
    expect(small).toMatchObject({
      cell: { reason: 'small_n' },
      people: { low: 1, high: 9, exact: true, kept: true },
    })
    expect(told.cells.find(({ school }) => school?.name === 'School 102')).toMatchObject({
      people: { low: 117, high: 125, kept: true },
      met: { kept: null },
    })
  })

  it('is for the data steward, of the own district, and every look is recorded', async () => {
    await expect(infer('admin')).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(infer('steward', otherDistrict)).rejects.toMatchObject({ code: 'not-found' })
    const looks = await test.sql(
      "select distinct actor_id, table_name from audit_log where action = 'read_raw'",
    )
    expect(looks).toEqual([{ actor_id: personOf('steward'), table_name: 'measurements' }])
  })
})

describe('a list of schools', () => {
  it('shows the same of a withheld school under every order and filter, and never places it by what it hides', async () => {
    await test.sql(
      "update schools set level = 'high', area = 'North' where district_id = $1 and code = '103'",
      [district],
    )
    const withheld = new Set<string>()
    for (const sort of ['name', '-name', 'value', '-value'] as const)
      for (const filter of [{}, { level: ['high' as const] }, { area: ['North'] }]) {
        const { items } = await test.as('viewer')(outcomesContract.listMetricSchools, {
          params: { metricId: ids.metric },
          query: { sort, ...filter },
        })
        const hidden = items.filter(({ cell }) => cell.suppressed)
        for (const { school, cell } of hidden) withheld.add(`${school.name}: ${JSON.stringify(cell)}`)
        if (sort === 'value') expect(items.slice(-hidden.length)).toEqual(hidden)
      }
    // Two schools, each always the same; alone under a filter the small one is as hidden as among all.
    expect(withheld.size).toBe(2)
  })

  it('has no figure made from a withheld one: no trend, no level, no target reached', async () => {
    const school = await test.as('viewer')(outcomesContract.getSchoolOutcomes, {
      params: { schoolId: schools[2]! },
    })
    expect(school.metrics[0]).toMatchObject({ trend: { direction: 'unknown', perPeriod: null } })
    const { metrics } = await test.as('viewer')(outcomesContract.getDashboard)
    expect(metrics[0]?.levels.map(({ level }) => level)).not.toContain('high')
  })
})

describe('stored figures of outcomes', () => {
  // Every route whose answer holds a figure by school and group that has not been through the rules stands here.
  const raw = { outcomes: ['readRawFigures'], disclosure: ['inferFigures'] }

  it('are behind one permission, which one role has', () => {
    const behind = Object.entries(contracts).flatMap(([feature, routes]) =>
      Object.entries(routes).flatMap(([name, { access }]) =>
        access === 'measurements:raw' ? [`${feature}.${name}`] : [],
      ),
    )
    expect(behind.sort()).toEqual(
      Object.entries(raw)
        .flatMap(([feature, names]) => names.map((name) => `${feature}.${name}`))
        .sort(),
    )
    expect(roleNames.filter((role) => holds(permissionsOf(role), 'measurements:raw'))).toEqual(['steward'])
  })

  it('leave a record of every read, whichever of these routes it was', async () => {
    const count = async () =>
      (
        await test.sql<{ n: number }>(
          "select count(*)::integer as n from audit_log where action = 'read_raw'",
        )
      )[0]!.n
    const params = { metricId: ids.metric }
    const reads = {
      'outcomes.readRawFigures': () =>
        test.as('steward')(outcomesContract.readRawFigures, {
          params,
          query: { raw: true, periodId: ids.period },
        }),
      'disclosure.inferFigures': () => infer('steward'),
    }
    for (const read of Object.values(reads)) {
      const before = await count()
      await read()
      expect(await count()).toBe(before + 1)
    }
  })
})
