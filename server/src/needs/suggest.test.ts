import { describe, expect, it } from 'vitest'
import { needsContract as api } from '@common-table/shared/needs/contract'
import { schoolsContract as schools } from '@common-table/shared/schools/contract'
import { publishAll } from '../outcomes/index.ts'
import { district, useApi } from '../../test/support/api.ts'

const test = useApi()
const d = `'${district}'::uuid`
const director = () => test.as('director')

const figure = (school: string, metric: string, year: string, value: number, people = 400) =>
  test.sql(
    `insert into measurements (district_id, metric_id, school_id, group_id, period_id, value, numerator, denominator)
     select ${d}, m.id, s.id, g.id, p.id, $4::float8, round($4::float8 * $5::float8 / 100), $5::float8 from metrics m, schools s, student_groups g, periods p
     where m.district_id = ${d} and m.code = $2 and s.district_id = ${d} and s.code = $1 and g.district_id = ${d} and g.code = 'all'
       and p.district_id = ${d} and p.kind = 'year' and p.label = $3
     on conflict (district_id, metric_id, period_id, group_id, school_id) do update set value = excluded.value, numerator = excluded.numerator`,
    [school, metric, year, value, people],
  )
const waiting = async () =>
  (await director()(api.listNeeds, { query: { status: ['suggested'], sort: 'school' } })).items

describe('suggestions', () => {
  it('come from the latest figures everyone may see, worst first, and name their grounds', async () => {
    await test.sql(`insert into schools (district_id, code, name, enrolment)
      select ${d}, 's' || n, 'School ' || lpad(n::text, 4, '0'), 400 from generate_series(1, 6) n`)
    await figure('s1', 'chronic_absence_rate', '2023-24', 62)
    await figure('s2', 'chronic_absence_rate', '2023-24', 31)
    await figure('s3', 'chronic_absence_rate', '2023-24', 12)
    await figure('s4', 'chronic_absence_rate', '2022-23', 90)
    // Missing now and high before: an older figure is no figure.
    await figure('s5', 'chronic_absence_rate', '2022-23', 80)
    await test.sql(`insert into measurements (district_id, metric_id, school_id, group_id, period_id, status)
      select x.district_id, x.metric_id, s.id, x.group_id, x.period_id, 'missing' from measurements x
        join schools o on o.id = x.school_id and o.code = 's1', schools s where s.district_id = ${d} and s.code = 's5'`)
    await figure('s6', 'temporary_housing_rate', '2023-24', 45)
    const run = await director()(api.suggestNeeds)
    expect(run).toEqual({
      schools: 5,
      rules: 7,
      suggested: 3,
      changed: 0,
      unchanged: 0,
      settled: 0,
      withdrawn: 0,
    })
    const found = await director()(api.listNeeds, { query: { status: ['suggested'] } })
    expect(found.items.map(({ school, severity }) => [school.code, severity])).toEqual([
      ['s6', 5],
      ['s1', 5],
      ['s2', 2],
    ])
    const [worst] = await waiting()
    expect(worst).toMatchObject({
      source: 'data',
      studentsAffected: 248,
      category: { code: 'me_one' },
      title: null,
      grounds: [
        {
          rule: 'chronic_absence_high',
          metric: {
            code: 'chronic_absence_rate',
            name: 'Chronic absence rate',
            nameEs: 'Tasa de ausentismo crónico',
            unit: 'percent',
          },
          comparison: 'at_least',
          value: 62,
          period: '2023-24',
          threshold: 30,
        },
      ],
    })
    expect(
      (await test.as('viewer')(schools.getSchoolOverview, { params: { schoolId: worst!.school.id } })).needs,
    ).toEqual([
      expect.objectContaining({
        title: null,
        grounds: worst!.grounds,
        category: expect.objectContaining({ nameEs: expect.stringMatching(/./) }),
      }),
    ])
    const metric =
      "update metrics set name = 'Often absent' where code = 'chronic_absence_rate' and district_id = "
    await test.sql(metric + d)
    expect((await waiting())[0]!.grounds[0]!.metric.name).toBe('Often absent')
    expect(
      await test.sql(`select count(*)::integer as n from coverage_demand where district_id = ${d}`),
    ).toEqual([{ n: 0 }])
  })

  it('run again change nothing', async () => {
    const before = await waiting()
    expect(await director()(api.suggestNeeds)).toMatchObject({
      suggested: 0,
      changed: 0,
      unchanged: 3,
      withdrawn: 0,
    })
    expect(await waiting()).toEqual(before)
  })

  it('are accepted or dismissed by a person, and stay so', async () => {
    const [first, second, third] = await waiting()
    await expect(
      director()(api.decideSuggestions, { body: { needIds: [first!.id], decision: 'dismiss' } }),
    ).rejects.toMatchObject({ fields: [{ field: 'reason' }] })
    const principal = test.as('school', { schools: [second!.school.id] })
    const both = [first!.id, second!.id]
    expect(await principal(api.decideSuggestions, { body: { needIds: both, decision: 'accept' } })).toEqual({
      decided: 1,
      skipped: 1,
    })
    expect(
      await director()(api.decideSuggestions, {
        body: { needIds: both, decision: 'dismiss', reason: 'A mentor program starts in May' },
      }),
    ).toEqual({ decided: 1, skipped: 1 })
    expect(await director()(api.suggestNeeds)).toMatchObject({ suggested: 0, unchanged: 1, settled: 2 })
    expect((await waiting()).map(({ id }) => id)).toEqual([third!.id])
    expect(await director()(api.getNeed, { params: { needId: first!.id } })).toMatchObject({
      status: 'dismissed',
      closedReason: 'A mentor program starts in May',
    })
    expect(
      await test.sql(`select count(*)::integer as n from coverage_demand where district_id = ${d}`),
    ).toEqual([{ n: 1 }])
  })

  it('are called by their figures until a person calls them otherwise, and again afterwards', async () => {
    const { items } = await director()(api.listNeeds, { query: { status: ['open'] } })
    const need = items.find(({ source }) => source === 'data')!
    const change = (version: number, title: string | null) =>
      director()(api.changeNeed, { params: { needId: need.id }, ifMatch: version, body: { title } })
    expect(need.title).toBeNull()
    const written = await change(need.version, 'A mentor for each ninth-grader')
    expect(written.title).toBe('A mentor for each ninth-grader')
    expect(await change(written.version, null)).toMatchObject({ title: null, grounds: need.grounds })
    const spoken = await director()(api.recordNeed, {
      body: {
        schoolId: need.school.id,
        categoryId: need.category.id,
        severity: 2,
        title: 'Said by a person',
      },
    })
    await expect(
      director()(api.changeNeed, {
        params: { needId: spoken.id },
        ifMatch: spoken.version,
        body: { title: null },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'title', rule: 'required' }] })
    await test.sql(`delete from needs where id = '${spoken.id}'`)
  })

  it('follow their figures: worse, gone, and back', async () => {
    await figure('s6', 'temporary_housing_rate', '2023-24', 26)
    expect(await director()(api.suggestNeeds)).toMatchObject({ changed: 1, withdrawn: 0 })
    const [only] = await waiting()
    expect(only).toMatchObject({ severity: 3, studentsAffected: 104 })
    await figure('s6', 'temporary_housing_rate', '2023-24', 8)
    expect(await director()(api.suggestNeeds)).toMatchObject({ withdrawn: 1 })
    expect(await director()(api.getNeed, { params: { needId: only!.id } })).toMatchObject({
      status: 'withdrawn',
      closedReason: 'figures_gone',
    })
    await figure('s6', 'temporary_housing_rate', '2023-24', 30)
    expect(await director()(api.suggestNeeds)).toMatchObject({ suggested: 0, changed: 1 })
    expect(await waiting()).toMatchObject([{ id: only!.id, severity: 4 }])
  })

  it('go by rules the district moves', async () => {
    const { items } = await director()(api.listNeedRules)
    const rule = items.find(({ code }) => code === 'temporary_housing_high')!
    expect(rule).toMatchObject({ waiting: 1, threshold: 25, active: true, metric: { unit: 'percent' } })
    const params = { ruleId: rule.id }
    await expect(
      test.as('coordinator')(api.changeNeedRule, { params, ifMatch: rule.version, body: { threshold: 40 } }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(
      director()(api.changeNeedRule, {
        params,
        ifMatch: rule.version,
        body: {
          severitySteps: [
            { from: 40, severity: 5 },
            { from: 50, severity: 3 },
          ],
        },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'severitySteps' }] })
    const moved = await director()(api.changeNeedRule, {
      params,
      ifMatch: rule.version,
      body: { threshold: 40 },
    })
    expect(moved.threshold).toBe(40)
    expect(await director()(api.suggestNeeds)).toMatchObject({ withdrawn: 1 })
    await director()(api.addNeedRule, {
      body: {
        code: 'housing_any',
        metricId: rule.metric.id,
        categoryId: rule.category.id,
        comparison: 'above',
        threshold: 5,
        trend: null,
        tier: 3,
        severitySteps: [{ from: 5, severity: 1 }],
        students: 'share',
      },
    })
    expect(await director()(api.suggestNeeds)).toMatchObject({ rules: 8, changed: 1 })
    await expect(
      director()(api.addNeedRule, {
        body: {
          code: 'housing_any',
          metricId: rule.metric.id,
          categoryId: rule.category.id,
          comparison: 'above',
          threshold: 5,
          trend: null,
          tier: 3,
          severitySteps: [{ from: 5, severity: 1 }],
          students: 'share',
        },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'code' }] })
  })

  it('for the largest districts take seconds', { timeout: 120_000 }, async () => {
    await test.sql(`insert into schools (district_id, code, name, enrolment)
      select ${d}, 'big' || n, 'School ' || n, 300 + n % 700 from generate_series(1, 1800) n`)
    await test.sql(`insert into measurements (district_id, metric_id, school_id, group_id, period_id, value, numerator, denominator)
      select ${d}, m.id, s.id, g.id, p.id, 20 + (abs(hashtext(s.code || m.code)) % 60), round((20 + (abs(hashtext(s.code || m.code)) % 60)) * 4.0), 400
      from metrics m, schools s, student_groups g, periods p
      where m.district_id = ${d} and m.code in ('chronic_absence_rate', 'temporary_housing_rate', 'suspension_rate') and s.district_id = ${d} and s.code like 'big%'
        and g.district_id = ${d} and g.code = 'all' and p.district_id = ${d} and p.kind = 'year' and p.label in ('2022-23', '2023-24')`)
    await publishAll(test.services, district)
    const began = performance.now()
    const run = await director()(api.suggestNeeds)
    const seconds = (performance.now() - began) / 1000
    expect(run.schools).toBeGreaterThan(1800)
    expect(run.suggested).toBeGreaterThan(2000)
    expect(seconds).toBeLessThan(30)
    const again = await director()(api.suggestNeeds)
    expect(again).toMatchObject({ suggested: 0, changed: 0, withdrawn: 0 })
  })
})
