import { beforeAll, describe, expect, it } from 'vitest'
import { contributionContract as api } from '@common-table/shared/contribution/contract'
import { partnerBoardsContract } from '@common-table/shared/boards/partner-contract'
import { outcomesContract } from '@common-table/shared/outcomes/contract'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const [organization, reading, small] = [id(300), id(301), id(302)]
const served = Array.from({ length: 8 }, (_, at) => id(400 + at))
const unserved = Array.from({ length: 16 }, (_, at) => id(500 + at))
const ids = {} as { metric: string; before: string; after: string; all: string; category: string }

beforeAll(async () => {
  await test.sql(
    `insert into schools (district_id, id, code, name, level) select $1, s, right(s::text, 3), 'School ' || right(s::text, 3), 'elementary'
     from unnest($2::uuid[]) s`,
    [district, [...served, ...unserved]],
  )
  const [found] = await test.sql<typeof ids>(
    `select (select id from metrics where district_id = $1 and code = 'chronic_absence_rate') as metric,
      (select id from periods where district_id = $1 and kind = 'year' and label = '2022-23') as before,
      (select id from periods where district_id = $1 and kind = 'year' and label = '2023-24') as after,
      (select id from student_groups where district_id = $1 and code = 'all') as all,
      (select id from categories where district_id = $1 and code = 'me_one') as category`,
    [district],
  )
  Object.assign(ids, found)
  await test.sql(
    "insert into organizations (district_id, id, name, type) values ($1, $2, 'River Mentors', 'nonprofit')",
    [district, organization],
  )
  for (const [partnership, schools, reached] of [
    [reading, served, 400],
    [small, served.slice(0, 3), 7],
  ] as const) {
    await test.sql(
      `insert into partnerships (district_id, id, organization_id, name, stage, starts_on, students_reached)
       values ($1, $2, $3, $4, 'active', '2023-09-01', $5)`,
      [
        district,
        partnership,
        organization,
        partnership === reading ? 'Mentors everywhere' : 'Three schools',
        reached,
      ],
    )
    await test.sql(
      'insert into partnership_schools (district_id, partnership_id, school_id) select $1, $2, unnest($3::uuid[])',
      [district, partnership, schools],
    )
  }
  await test.sql(
    'insert into partnership_categories (district_id, partnership_id, category_id) values ($1, $2, $3)',
    [district, reading, ids.category],
  )
  // Absence falls by about two points everywhere, and by six more where mentors came.
  const rows = [...served, ...unserved].flatMap((schoolId, at) => {
    const before = 100 + ((at * 37) % 41)
    const change = -10 - ((at * 7) % 5) - (served.includes(schoolId) ? 30 : 0)
    return [
      [schoolId, ids.before, before],
      [schoolId, ids.after, before + change],
    ] as const
  })
  await test.as('steward')(outcomesContract.recordMeasurements, {
    body: {
      items: rows.map(([schoolId, periodId, numerator]) => ({
        metricId: ids.metric,
        schoolId,
        groupId: ids.all,
        periodId,
        status: 'reported' as const,
        numerator,
        denominator: 500,
      })),
    },
  })
})
const read = (partnershipId: string, role: 'viewer' | 'school' = 'viewer', schools?: string[]) =>
  test.as(role, { ...(schools && { schools }) })(api.getContribution, {
    params: { partnershipId },
    query: { metricId: ids.metric },
  })

describe('what a partnership may have contributed to', () => {
  it('sets its schools beside similar ones: a difference with its interval, the balance of both sides, a label', async () => {
    const told = await read(reading)
    expect(told).toMatchObject({
      evidence: 'comparison_group',
      before: { label: '2022-23' },
      after: { label: '2023-24' },
      refused: null,
      comparison: { finding: 'better', alone: [] },
    })
    const { estimate, low, high, balance, sets } = told.comparison!
    expect(estimate).toBeGreaterThan(-7)
    expect(estimate).toBeLessThan(-5)
    expect([low < estimate, high < 0, estimate < high]).toEqual([true, true, true])
    expect(balance[0]).toMatchObject({ trait: 'before', balanced: true })
    expect(sets).toHaveLength(8)
    expect(told.series.periods).toEqual(['2022-23', '2023-24'])
    expect(await read(reading)).toEqual(told)
  })

  it('refuses with the reason where too few schools are served, and falls back to before and after', async () => {
    expect(await read(small)).toMatchObject({
      evidence: 'pre_post',
      comparison: null,
      refused: { reason: 'few_served', found: 3, needed: 6 },
      beforeAndAfter: { schools: 3 },
    })
  })

  it('is told to the partner by link only as far as the figures were released to everybody', async () => {
    const { call } = await test.link({
      purpose: 'help-done',
      subject: { table: 'partnerships', id: reading },
      organizationId: organization,
      partnershipId: reading,
    })
    expect(await call(partnerBoardsContract.readHelpDoneByLink)).toMatchObject({
      evidence: 'participation_only',
      change: null,
      byThemselves: null,
      refused: 'no_metric',
    })
    const [release] = await test.sql<{ id: string }>(
      `insert into releases (district_id, title, status, threshold, rules, published_at, checked_at, made_by_name)
       values ($1, 'Attendance', 'published', 10, 2, now(), now(), 'The steward') returning id`,
      [district],
    )
    await test.sql(
      `with tables as (insert into release_tables (district_id, release_id, metric_id, period_id)
          select $1::uuid, $2::uuid, $3::uuid, unnest($4::uuid[]) returning *)
        insert into release_figures (district_id, release_id, metric_id, period_id, school_id, school_name, cells, method)
        select t.district_id, t.release_id, t.metric_id, t.period_id, f.school_id, 'A school', f.cells, f.method
        from tables t join published_figures f on f.district_id = t.district_id and f.metric_id = t.metric_id and f.period_id = t.period_id`,
      [district, release!.id, ids.metric, [ids.before, ids.after]],
    )
    const { comparison } = await read(reading)
    const { change, evidence } = await call(partnerBoardsContract.readHelpDoneByLink)
    expect([evidence, change]).toMatchObject([
      'comparison_group',
      { finding: 'better', before: '2022-23', after: '2023-24', schools: 8, estimate: comparison!.estimate },
    ])
    await test.sql(
      `update releases set status = 'withdrawn', withdrawn_at = now() where district_id = $1 and id = $2`,
      [district, release!.id],
    )
    expect((await call(partnerBoardsContract.readHelpDoneByLink)).change).toBeNull()
  })

  it('knows nothing of withheld figures: a small school is no part of it, few students give no cost for each', async () => {
    await test.sql(
      'update measurements set numerator = 3, denominator = 6, value = 50 where district_id = $1 and school_id = any ($2) and period_id = $3',
      [district, served.slice(0, 3), ids.after],
    )
    await test.sql('update published_tables set changes = changes + 1 where district_id = $1', [district])
    expect(await read(reading)).toMatchObject({ refused: { reason: 'few_served', found: 4 } }) // a fourth is hidden for their sake
    expect((await read(small)).cost).toMatchObject({ students: { suppressed: true }, perStudentCents: null })
  })

  it('names no other school to a principal, and nothing to another district', async () => {
    const told = await read(reading, 'school', [served[0]!])
    expect(told.comparison?.sets ?? []).toEqual([])
    await expect(read(reading, 'school', [unserved[0]!])).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      test.as('viewer', { districtId: otherDistrict })(api.getContribution, {
        params: { partnershipId: reading },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('carries the strongest label where a study is cited, and loses it with the study', async () => {
    const at = { params: { partnershipId: small } }
    const body = {
      title: 'Mentoring in four districts',
      source: 'doi.org/10.0000/example',
      found: 'Fewer absences.',
    }
    await expect(test.as('viewer')(api.citeStudy, { ...at, body })).rejects.toMatchObject({
      code: 'not-permitted',
    })
    await test.as('coordinator')(api.citeStudy, { ...at, body })
    expect(await read(small)).toMatchObject({ evidence: 'external_study', study: body })
    await test.as('coordinator')(api.removeStudy, at)
    expect((await read(small)).study).toBeNull()
  })
})
