import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { outcomesContract as api } from '@common-table/shared/outcomes/contract'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import type { Dashboard, MetricSeries, SchoolOutcomes } from '@common-table/shared/outcomes/schemas'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import { targetsContract } from '@common-table/shared/outcomes/targets-contract'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'
import { proveSums, rebuildSums } from './index.ts'

const test = useApi()
const [lincoln, grant, tiny, garfield] = [id(101), id(102), id(103), id(104)]
const ids = {} as {
  metric: string
  now: string
  before: string
  quarter: string
  all: string
  black: string
  white: string
}

beforeAll(async () => {
  await test.sql(
    `insert into schools (district_id, id, code, name, level) select $1, id::uuid, code, name, level from (values
      ($2, '001', 'Lincoln Elementary', 'elementary'), ($3, '002', 'Grant Middle', 'middle'),
      ($4, '003', 'Tiny Academy', 'elementary'), ($5, '004', 'Garfield High', 'high')) s (id, code, name, level)`,
    [district, lincoln, grant, tiny, garfield],
  )
  await test.sql("insert into schools (district_id, id, code, name) values ($1, $2, '001', 'Hill School')", [
    otherDistrict,
    id(190),
  ])
  const [found] = await test.sql<typeof ids>(
    `select (select id from metrics where district_id = $1 and code = 'chronic_absence_rate') as metric,
      (select id from periods where district_id = $1 and kind = 'year' and label = '2023-24') as now,
      (select id from periods where district_id = $1 and kind = 'year' and label = '2022-23') as before,
      (select id from periods where district_id = $1 and kind = 'quarter' limit 1) as quarter,
      (select id from student_groups where district_id = $1 and code = 'all') as all,
      (select id from student_groups where district_id = $1 and code = 'black') as black,
      (select id from student_groups where district_id = $1 and code = 'white') as white`,
    [district],
  )
  Object.assign(ids, found)
})

const enter = (
  schoolId: string | null,
  numerator: number,
  denominator: number,
  more: { periodId?: string; groupId?: string } = {},
) =>
  test.as('steward')(api.recordMeasurement, {
    body: {
      metricId: ids.metric,
      schoolId,
      groupId: ids.all,
      periodId: ids.now,
      status: 'reported',
      numerator,
      denominator,
      ...more,
    },
  })
const words = (cell: PublicCell) => (cell.suppressed ? `${cell.reason}: ${cell.label}` : cell.value)
const services = () => test.services

describe('figures entered by hand', () => {
  it('a rate comes from its two counts, the school and the district show it', async () => {
    await enter(lincoln, 60, 300)
    await enter(grant, 150, 500)
    await enter(garfield, 90, 200)
    await enter(lincoln, 45, 300, { periodId: ids.before })
    await enter(grant, 140, 500, { periodId: ids.before })
    const school = await test.as('viewer')(api.getSchoolOutcomes, { params: { schoolId: lincoln } })
    expect(school.metrics[0]).toMatchObject({
      metric: { code: 'chronic_absence_rate' },
      periods: [{ label: '2022-23' }, { label: '2023-24' }],
      cells: [
        { value: 15, n: 300 },
        { value: 20, n: 300 },
      ],
      district: [
        { value: 23.125, n: 800 },
        { value: 30, n: 1000 },
      ],
    })
  })

  it('a school too small to show takes another along, so that the district’s figure does not tell', async () => {
    await enter(tiny, 3, 6)
    const { items } = await test.as('viewer')(api.listMetricSchools, {
      params: { metricId: ids.metric },
      query: { sort: '-value' },
    })
    expect(items.map(({ school, cell }) => [school.name, words(cell)])).toEqual([
      ['Grant Middle', 30],
      ['Lincoln Elementary', 20],
      ['Garfield High', 'complementary: withheld'],
      ['Tiny Academy', 'small_n: fewer than 10'],
    ])
    const district = await test.as('viewer')(api.getMetricSeries, { params: { metricId: ids.metric } })
    expect(district.cells.at(-1)).toMatchObject({ n: 1006 })
  })

  it('pages by value without an order among the hidden', async () => {
    const ask = test.as('viewer')
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await ask(api.listMetricSchools, {
        params: { metricId: ids.metric },
        query: { sort: 'value', limit: 1, ...(cursor && { cursor }) },
      })
      seen.push(...page.items.map(({ school }) => school.name))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(['Lincoln Elementary', 'Grant Middle', 'Garfield High', 'Tiny Academy'])
  })

  it('is listed whole for other systems, page by page, with what is withheld withheld', async () => {
    const read = async (caller: ReturnType<typeof test.as>, limit: number) => {
      const found: string[] = []
      let cursor: string | undefined
      do {
        const page = await caller(api.listMeasurements, {
          query: { metricId: ids.metric, limit, ...(cursor && { cursor }) },
        })
        for (const { school, period, figures } of page.items)
          for (const { group, cell } of figures)
            found.push(`${school?.code ?? 'district'} ${period.label} ${group} ${words(cell)}`)
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      return found
    }
    const whole = await read(test.as('viewer'), 200)
    expect(await read(test.as('viewer'), 2)).toEqual(whole)
    expect(whole.filter((line) => / all small_n/.test(line))).toHaveLength(1)
    expect(whole.filter((line) => line.startsWith('district '))).not.toEqual([])
    const stored = await test.sql('select from measurements where metric_id = $1', [ids.metric])
    expect(whole.length).toBeGreaterThanOrEqual(stored.length)
    const own = await read(test.as('school', { schools: [lincoln] }), 200)
    expect(new Set(own.map((line) => line.split(' ')[0]))).toEqual(new Set(['district', '001']))
    expect(await read(test.as('viewer', { districtId: otherDistrict }), 200)).toEqual([])
  })

  it('a threshold that is raised hides more at once', async () => {
    await test.sql('update districts set suppression_threshold = 30 where id = $1', [district])
    await enter(lincoln, 5, 25, { groupId: ids.black })
    const school = await test.as('viewer')(api.getSchoolOutcomes, { params: { schoolId: lincoln } })
    expect(words(school.metrics[0]!.groups[0]!.cells.at(-1)!)).toBe('small_n: fewer than 30')
    await test.sql('update districts set suppression_threshold = 10 where id = $1', [district])
    const after = await test.as('viewer')(api.getSchoolOutcomes, { params: { schoolId: lincoln } })
    expect(words(after.metrics[0]!.groups[0]!.cells.at(-1)!)).not.toBe('small_n: fewer than 30')
  })

  it('says what is wrong with a figure, field by field', async () => {
    const put = (body: object) =>
      test.as('steward')(api.recordMeasurement, {
        body: {
          metricId: ids.metric,
          schoolId: lincoln,
          groupId: ids.all,
          periodId: ids.now,
          status: 'reported',
          ...body,
        } as never, // wrong on purpose
      })
    await expect(put({ value: 140 })).rejects.toMatchObject({ fields: [{ field: 'value' }] })
    await expect(put({})).rejects.toMatchObject({ fields: [{ field: 'value' }] })
    await expect(put({ numerator: 9, denominator: 3 })).rejects.toMatchObject({
      fields: [{ field: 'numerator' }],
    })
    await expect(put({ value: 4, periodId: ids.quarter })).rejects.toMatchObject({
      fields: [{ field: 'periodId' }],
    })
    await expect(put({ value: 4, schoolId: id(190) })).rejects.toMatchObject({
      fields: [{ field: 'schoolId' }],
    })
  })
})

describe('corrections', () => {
  it('keep what a figure said, by whom and when, and show no number', async () => {
    await enter(grant, 160, 500)
    await enter(grant, 160, 500)
    const page = await test.as('steward')(api.listCorrections, { params: { metricId: ids.metric } })
    expect(page.items).toHaveLength(1)
    expect(page.items[0]).toMatchObject({
      school: { name: 'Grant Middle' },
      period: '2023-24',
      replacedBy: 'The steward',
      byImport: false,
    })
    expect(await test.sql('select value from measurement_corrections')).toEqual([{ value: 30 }])
  })
})

describe('stored figures', () => {
  it('are for the data steward only, asked for by name, and every read is recorded', async () => {
    const params = { metricId: ids.metric }
    await expect(
      test.as('admin')(api.readRawFigures, { params, query: { raw: true, periodId: ids.now } }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    const { items } = await test.as('steward')(api.readRawFigures, {
      params,
      query: { raw: true, periodId: ids.now },
    })
    expect(items.find(({ school }) => school?.id === tiny)).toMatchObject({ cell: { value: 50, n: 6 } })
    expect(
      await test.sql("select actor_id, action, record_id from audit_log where action = 'read_raw'"),
    ).toEqual([{ actor_id: personOf('steward'), action: 'read_raw', record_id: ids.metric }])
  })
})

describe('the dashboard', () => {
  it('shows the district, its levels, targets and reach, and never a withheld school', async () => {
    const director = test.as('director')
    const target = await director(targetsContract.addTarget, {
      body: {
        metricId: ids.metric,
        targetValue: 25,
        dueOn: '2026-06-30',
        baselineValue: 35,
        baselineOn: '2023-06-30',
      },
    })
    expect(target.standing.status).toBe('on_track')
    const shown = await test.as('viewer')(api.getDashboard)
    expect(shown).toMatchObject({
      schoolYear: '2023-24',
      schoolYears: ['2023-24', '2022-23'],
      preparing: false,
    })
    const [metric] = shown.metrics
    expect(metric).toMatchObject({
      metric: { code: 'chronic_absence_rate' },
      target: { value: 25, standing: { status: 'on_track' } },
      reported: 4,
      trend: { direction: 'rising' },
      underTarget: { total: 1, items: [{ school: { name: 'Grant Middle' }, target: 25 }] },
    })
    expect(metric!.levels.map(({ level, schools }) => [level, schools])).toEqual([
      ['elementary', 1],
      ['middle', 1],
    ])
    expect(shown.reach).toMatchObject({ schoolsWithPartners: 0, schoolsWithout: 4 })
  })

  it('is made anew by the first reader after a change, and only then', async () => {
    const made = async () => (await test.as('viewer')(api.getDashboard)).asOf
    const before = await made()
    expect(await made()).toBe(before)
    await enter(garfield, 95, 200)
    expect(await made()).not.toBe(before)
    expect(
      await test.sql(
        "select count(*)::integer as n from document_marks where district_id = $1 and kind = 'dashboard'",
        [district],
      ),
    ).toEqual([{ n: 0 }])
  })

  it('names no other school to a principal', async () => {
    const principal = test.as('school', { schools: [lincoln] })
    const shown = await principal(api.getDashboard)
    expect(shown.metrics[0]!.underTarget).toEqual({ total: 0, items: [] })
    await expect(principal(api.getSchoolOutcomes, { params: { schoolId: grant } })).rejects.toMatchObject({
      code: 'not-found',
    })
    const { items } = await principal(api.listMetricSchools, { params: { metricId: ids.metric } })
    expect(items.map(({ school }) => school.id)).toEqual([lincoln])
    const series = await principal(api.getMetricSeries, {
      params: { metricId: ids.metric },
      query: { schoolId: [grant] },
    })
    expect(series.schools).toEqual([])
  })

  it('knows nothing of another district', async () => {
    const stranger = test.as('director', { districtId: otherDistrict })
    expect((await stranger(api.getDashboard)).metrics).toEqual([])
    await expect(stranger(api.getMetricSeries, { params: { metricId: ids.metric } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(stranger(api.getDashboard, { query: { schoolYear: '1999-00' } })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('the sums of figures', () => {
  it('are the plain aggregate after random writes, by several at once', async () => {
    const random = (seed: number) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
    const writer = async (seed: number) => {
      const next = random(seed)
      for (let round = 0; round < 6; round++)
        await services().write(
          district,
          { kind: 'system', id: null, name: 'random', requestId: null },
          async (db) => {
            const values = [
              ids.metric,
              [lincoln, grant, tiny, garfield],
              [ids.all, ids.black, ids.white],
              [ids.now, ids.before],
              next(),
            ]
            await db.run(
              {
                name: 'random_put',
                text: `insert into measurements (district_id, metric_id, school_id, group_id, period_id, status, value, numerator, denominator)
                select app_district(), $1, s, g, p, (array['reported','reported','suppressed','missing','above'])[1 + (h % 5)],
                  case when h % 5 in (0, 1, 4) then (h % 1000) / 7.0 end, case when h % 3 = 0 then h % 40 end, case when h % 4 > 0 then 40 + h % 60 end
                from unnest($2::uuid[]) s, unnest($3::uuid[]) g, unnest($4::uuid[]) p,
                  lateral (select abs(hashtext(s::text || g::text || p::text || $5::text)) as h) hashed where h % 2 = 0
                on conflict (district_id, metric_id, period_id, group_id, school_id) do update
                  set status = excluded.status, value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator`,
              },
              values,
            )
            if (next() < 0.4)
              await db.run(
                {
                  name: 'random_delete',
                  text: 'delete from measurements where metric_id = $1 and school_id = $2 and group_id = $3',
                },
                [ids.metric, [lincoln, grant, tiny, garfield][Math.floor(next() * 4)], ids.black],
              )
          },
        )
    }
    await Promise.all([writer(1), writer(2), writer(3)])
    expect(await proveSums(services().read(district))).toEqual([])
  })

  it('that went wrong are found and mended', async () => {
    await test.sql(
      'update measurement_sums set reported = reported + 1 where group_id = $1 and period_id = $2',
      [ids.all, ids.now],
    )
    expect(await proveSums(services().read(district))).toEqual([
      { metric: ids.metric, period: ids.now, group: ids.all },
    ])
    await services().write(district, { kind: 'system', id: null, name: 'repair', requestId: null }, (db) =>
      rebuildSums(db),
    )
    expect(await proveSums(services().read(district))).toEqual([])
  })
})

describe('the dictionary', () => {
  it('takes a metric of the district’s own, puts it on the dashboard, retires it', async () => {
    const director = test.as('director')
    const added = await director(metricsContract.addMetric, {
      body: {
        code: 'book_joy',
        name: 'Joy of reading',
        family: 'survey',
        unit: 'percent',
        direction: 'higher_is_better',
      },
    })
    const changed = await director(metricsContract.changeMetric, {
      params: { metricId: added.id },
      body: { onDashboard: true, numerator: 'Students who like to read' },
      ifMatch: added.version,
    })
    expect(changed).toMatchObject({ onDashboard: true, numerator: 'Students who like to read', latest: null })
    await expect(
      director(metricsContract.changeMetric, {
        params: { metricId: added.id },
        body: { active: false },
        ifMatch: added.version,
      }),
    ).rejects.toMatchObject({ code: 'stale', current: { onDashboard: true } })
    await expect(
      director(metricsContract.addMetric, {
        body: { code: 'book_joy', name: 'Again', family: 'survey', unit: 'percent', direction: 'neutral' },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'code' }] })
    const { items } = await test.as('viewer')(metricsContract.listMetrics, { query: { q: 'reading' } })
    expect(items.map(({ code }) => code)).toEqual(['book_joy'])
  })
})

describe('exports', () => {
  it('hold exactly what the list shows', async () => {
    const response = await test.app.inject({
      url: `/api/v1/metrics/${ids.metric}/schools/export/csv?sort=name`,
      headers: { authorization: `Bearer ${test.token('viewer')}` },
    })
    expect(response.statusCode).toBe(200)
    expect(response.body).toContain('Lincoln Elementary')
    const { items } = await test.as('viewer')(api.listMetricSchools, { params: { metricId: ids.metric } })
    for (const { school, cell } of items)
      if (cell.suppressed)
        expect(response.body).toMatch(new RegExp(`${school.name},[^\\n]*${cell.label.replace(/[<>]/, '.')}`))
  })
})

it('a raw number does not compile into an answer', () => {
  type Raw = { value: number; n: number; suppressed: false }
  expectTypeOf<Raw>().not.toExtend<PublicCell>()
  expectTypeOf<Raw[]>().not.toExtend<Dashboard['metrics'][number]['cells']>()
  expectTypeOf<Raw[]>().not.toExtend<SchoolOutcomes['metrics'][number]['cells']>()
  expectTypeOf<Raw[]>().not.toExtend<MetricSeries['cells']>()
})
