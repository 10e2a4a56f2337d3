import { expect, it } from 'vitest'
import { createCaller } from '@common-table/shared/contract/caller'
import { equityContract } from '@common-table/shared/equity/contract'
import { outcomesContract } from '@common-table/shared/outcomes/contract'
import { sendTo, useApi } from '../../test/support/api.ts'
import { chanceFrom } from './chance.ts'
import { demoSchools } from './demo-schools.ts'
import { seedEquity } from './seed-equity.ts'
import { seedOutcomes } from './seed-outcomes.ts'
import { seedSchools } from './seed-schools.ts'

const test = useApi()

it('three years of figures with groups small enough to be withheld, targets, and a second run that changes nothing', async () => {
  await test.sql("update users set name = 'Priya Raman' where role = 'school'")
  const call = createCaller(sendTo(test.app, test.token('admin')))
  const context = {
    call,
    holding: () => call,
    chance: chanceFrom(2024),
    schools: demoSchools.length,
    today: '2025-01-15',
  }
  await seedSchools(context)
  await seedOutcomes(context)
  const dashboard = await test.as('viewer')(outcomesContract.getDashboard)
  expect(dashboard.schoolYears).toEqual(['2023-24', '2022-23', '2021-22'])
  expect(dashboard.metrics.map(({ metric }) => metric.code)).toEqual([
    'attendance_rate',
    'chronic_absence_rate',
    'ela_proficiency_rate',
    'math_proficiency_rate',
    'graduation_rate',
    'suspension_rate',
    'family_favorable_rate',
    'student_favorable_rate',
  ])
  for (const { cells, target, trend } of dashboard.metrics) {
    expect(cells.every(({ suppressed }) => !suppressed)).toBe(true)
    expect(target?.standing.status).not.toBe('no_data')
    expect(trend.direction).not.toBe('unknown')
  }
  const [school] = await test.sql<{ id: string }>(
    "select id from schools where name = 'Second Start Academy'",
  )
  const outcomes = await test.as('viewer')(outcomesContract.getSchoolOutcomes, {
    params: { schoolId: school!.id },
  })
  expect(
    outcomes.metrics
      .flatMap(({ groups }) => groups.flatMap(({ cells }) => cells))
      .some(({ suppressed }) => suppressed),
  ).toBe(true)
  const count = async () =>
    (await test.sql('select count(*)::integer as n, max(recorded_at) as at from measurements'))[0]
  const before = await count()
  await seedOutcomes(context)
  expect(await count()).toEqual(before)
})

it('an equity index of every open school, once', async () => {
  const call = createCaller(sendTo(test.app, test.token('admin')))
  const context = {
    call,
    holding: () => call,
    chance: chanceFrom(2024),
    schools: demoSchools.length,
    today: '2025-01-15',
  }
  await seedEquity(context)
  await seedEquity(context)
  const { items } = await call(equityContract.listEquityVersions)
  expect(items).toMatchObject([{ number: 1, schools: demoSchools.length }])
  expect(items[0]!.indicators.map(({ period }) => period)).toEqual(Array(4).fill('2023-24'))
  const { items: schools } = await call(equityContract.listEquitySchools, { query: { tier: ['highest'] } })
  expect(schools[0]).toMatchObject({ rank: 1, tier: 'highest' })
})
