import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { equityContract } from '@common-table/shared/equity/contract'
import { metresBetween } from '@common-table/shared/matching/geography'
import { normaliseOrganizationName } from '@common-table/shared/matching/names'
import { gapBoardContract } from '@common-table/shared/needs/board-contract'
import { needsContract } from '@common-table/shared/needs/contract'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import { placementContract } from '@common-table/shared/placement/contract'
import { district, useApi } from '../../test/support/api.ts'
import { bringIn, perform, realFile } from '../../test/support/imports.ts'
import { publishAll } from '../outcomes/index.ts'
import { computePlan } from '../placement/compute-plan.ts'

/** Every figure is compared with the file, read here by a few lines of its own. */
const rowsOf = (path: string): Record<string, string>[] => {
  const [header = [], ...rows] = [
    ...readFileSync(path, 'utf8').matchAll(
      /(?:^|(?<=\n))(?:(?:"(?:[^"]|"")*"|[^",\n]*)(?:,|\r?\n|$))+?(?<=\n|$)/g,
    ),
  ]
    .map(([line]) =>
      [...line.replace(/\r?\n$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
    .filter((cells) => cells.length > 1)
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])))
}
const outcomes = (name: string) => realFile(`nyc_school_outcomes/${name}.csv`)
const dycd = () => realFile('nyc_school_partners/DYCD_after-school_programs.csv')

/** File → rows, refused for a school the list does not have, rows that repeat another, figures, metric → its column. */
const files: [string, number, number, number, number, Record<string, string>][] = [
  [
    'chronic_absenteeism',
    10_787,
    101,
    0,
    21_372,
    { chronic_absence_count: 'chronic_absent_count', chronic_absence_rate: 'chronic_absent_rate' },
  ],
  ['graduation', 4732, 155, 0, 4577, { graduation_rate: 'graduation_rate' }],
  [
    'suspensions',
    7445,
    116,
    0,
    14_658,
    { suspension_count: 'suspension_total', suspension_rate: 'suspension_rate' },
  ],
  [
    'temp_housing',
    8461,
    449,
    0,
    16_024,
    { temporary_housing_count: 'temp_housing_count', temporary_housing_rate: 'temp_housing_rate' },
  ],
  [
    'ela',
    6665,
    0,
    0,
    13_330,
    { ela_proficiency_rate: 'ela_pct_proficient', ela_mean_scale_score: 'ela_mean_scale_score' },
  ],
  [
    'math',
    6665,
    0,
    0,
    13_330,
    { math_proficiency_rate: 'math_pct_proficient', math_mean_scale_score: 'math_mean_scale_score' },
  ],
  [
    'nyc_attendance_school_2013_2018',
    7607,
    216,
    0,
    59_128,
    { attendance_rate: '% Attendance', chronic_absence_rate: '% Chronically Absent' },
  ],
  ['family_survey', 9249, 80, 0, 9169, { family_favorable_rate: 'family_q36_pct_satisfied' }],
  [
    'student_survey',
    5608,
    67,
    0,
    11_082,
    {
      student_mental_health_support_rate: 'student_q20_mental_health',
      student_happiness_rate: 'student_q22_felt_happy',
    },
  ],
  [
    'teacher_survey',
    9078,
    79,
    0,
    17_998,
    {
      staff_sel_practice_rate: 'teacher_q119_disruptive_sel',
      staff_support_access_rate: 'teacher_q120_access_supports',
    },
  ],
  ['school_quality', 9984, 75, 677, 9232, { safety_favorable_rate: 'safety_pct_positive' }],
]

const ten = [
  '01M015',
  '02M475',
  '13K430',
  '10X445',
  '31R605',
  '24Q600',
  '75K004',
  '84X208',
  '28Q072',
  '09X218',
]

const test = useApi()
const figuresOf = (codes: string[]) =>
  test.sql<{ code: string; metric: string; year: string; status: string; value: number | null }>(
    `select s.code, m.code as metric, y.label as year, x.status, x.value from measurements x
     join schools s on s.district_id = x.district_id and s.id = x.school_id join metrics m on m.district_id = x.district_id and m.id = x.metric_id
     join periods p on p.district_id = x.district_id and p.id = x.period_id join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
     where x.district_id = $1 and s.code = any($2)`,
    [district, codes],
  )
const counted = async (): Promise<Record<string, number>> => {
  const tables = [
    'schools',
    'measurements',
    'measurement_corrections',
    'organizations',
    'services',
    'locations',
    'service_sites',
    'partnerships',
    'partnership_schools',
    'review_items',
  ]
  const [row] = await test.sql<Record<string, number>>(
    `select ${tables.map((name) => `(select count(*)::integer from ${name} where district_id = '${district}') as ${name}`).join(', ')},
     (select coalesce(sum(version), 0)::integer from schools) + (select coalesce(sum(version), 0)::integer from organizations)
       + (select coalesce(sum(version), 0)::integer from service_sites) + (select coalesce(sum(version), 0)::integer from partnerships) as versions`,
  )
  return row!
}

describe('a city brings in its real files, with no hand edits', { timeout: 600_000 }, () => {
  it('schools with their demographics by year', async () => {
    const done = await bringIn(test, 'schools', outcomes('schools_master'))
    expect(done).toMatchObject({ rowsTotal: 9373, rowsKept: 9373, rowsRefused: 0, rowsRepeated: 0 })
    expect(done.counts).toMatchObject({
      schools: { new: 1905, updated: 0, unchanged: 0 },
      measurements: { new: 112_476 },
    })
    const [school] = await test.sql(
      `select name, level, grades, area, enrolment, enrolment_year, status, latitude from schools where code = '01M015'`,
    )
    expect(school).toEqual({
      name: 'P.S. 015 Roberto Clemente',
      level: 'elementary',
      grades: ['PK', 'K', '1', '2', '3', '4', '5'],
      area: 'Manhattan',
      enrolment: expect.any(Number),
      enrolment_year: '2024-25',
      status: 'open',
      latitude: 40.721807,
    })
    const held = await test.sql(
      `select s.code, y.label as year, g.code as "group", x.value from measurements x
       join schools s on s.district_id = x.district_id and s.id = x.school_id join metrics m on m.district_id = x.district_id and m.id = x.metric_id
       join student_groups g on g.district_id = x.district_id and g.id = x.group_id
       join periods p on p.district_id = x.district_id and p.id = x.period_id join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
       where x.district_id = $1 and m.code = 'enrolment' and s.code = any($2)`,
      [district, ten],
    )
    const counted = new Map(held.map((row) => [`${row.code} ${row.year} ${row.group}`, row.value]))
    const columns = {
      all: 'total_enrollment',
      asian: 'n_asian',
      black: 'n_black',
      hispanic: 'n_hispanic',
      white: 'n_white',
      multiracial: 'n_multi_racial',
      female: 'n_female',
      male: 'n_male',
    }
    const rows = rowsOf(outcomes('schools_master')).filter(({ DBN }) => ten.includes(DBN!))
    expect(held).toHaveLength(8 * rows.length)
    for (const row of rows)
      for (const [group, column] of Object.entries(columns))
        expect(counted.get(`${row.DBN} ${row.school_year} ${group}`), `${row.DBN} ${column}`).toBe(
          Number(row[column]),
        )
  })

  it.each(files)(
    '%s: rows are kept or refused with a reason',
    async (name, rows, refused, repeated, figures) => {
      const done = await bringIn(test, 'measurements', outcomes(name))
      expect(done).toMatchObject({
        status: 'done',
        rowsTotal: rows,
        rowsKept: rows - refused - repeated,
        rowsRefused: refused,
        rowsRepeated: repeated,
      })
      expect(done.counts).toEqual({ measurements: { new: figures, updated: 0, unchanged: 0 } })
      expect(done.problems.filter((problem) => problem.refused)).toEqual(
        refused === 0 ? [] : [{ code: 'unknown_school', refused: true, n: refused }],
      )
    },
  )

  it('holds for ten schools exactly what the files say', async () => {
    const held = new Map((await figuresOf(ten)).map((row) => [`${row.code} ${row.metric} ${row.year}`, row]))
    let compared = 0
    for (const [name, , , , , metrics] of files)
      for (const row of rowsOf(outcomes(name))) {
        if (!ten.includes(row.DBN!)) continue
        for (const [metric, column] of Object.entries(metrics)) {
          const found = held.get(`${row.DBN} ${metric} ${row.school_year ?? row.Year}`)
          const label =
            Object.entries(row).find(([key]) => key.startsWith(column) && key.endsWith('label'))?.[1] ?? ''
          // Kept in place of this row: the report that fits the school.
          if (name === 'school_quality' && found?.value !== Number(row[column])) continue
          compared++
          if (label === 'Data suppressed')
            expect(found, `${row.DBN} ${metric}`).toMatchObject({ status: 'suppressed', value: null })
          else if (row[column] !== '')
            expect(found, `${row.DBN} ${metric} ${row.school_year}`).toMatchObject({
              status: 'reported',
              value: Number(row[column]),
            })
        }
      }
    expect(compared).toBeGreaterThan(700)
    expect(held.get('01M015 chronic_absence_rate 2018-19')).toMatchObject({ value: 24.48 })
    expect(held.get('02M475 suspension_count 2023-24')).toMatchObject({ status: 'reported', value: 23 })
    expect(held.get('31R605 temporary_housing_rate 2023-24')).toMatchObject({ value: 0.64 })
    expect(held.get('75K004 chronic_absence_rate 2023-24')).toMatchObject({ value: 61.35 })
  })

  it('keeps what the source withheld, and a cap as a bound', async () => {
    const held = await figuresOf(['01M015', '01M020'])
    const of = (code: string, metric: string, year: string) =>
      held.find((row) => row.code === code && row.metric === metric && row.year === year)
    expect(of('01M015', 'suspension_rate', '2020-21')).toMatchObject({ status: 'suppressed', value: null })
    expect(of('01M015', 'suspension_count', '2020-21')).toMatchObject({ status: 'suppressed', value: null })
    expect(of('01M020', 'suspension_count', '2020-21')).toMatchObject({ status: 'reported', value: 0 })
    const master = rowsOf(outcomes('schools_master'))
    const capped = master.filter((row) => row.pct_poverty === 'Above 95%')
    const [bounds] = await test.sql(
      `select count(*)::integer as n, min(x.value) as low, max(x.value) as high from measurements x join metrics m on m.id = x.metric_id
       where x.district_id = $1 and m.code = 'poverty_rate' and x.status = 'above'`,
      [district],
    )
    expect(bounds).toEqual({ n: capped.length, low: 95, high: 95 })
  })

  it('puts percentages on one scale', async () => {
    const master = rowsOf(outcomes('schools_master'))
    const held = await figuresOf(ten)
    for (const row of master.filter(({ DBN }) => ten.includes(DBN!))) {
      const found = held.find(
        ({ code, metric, year }) =>
          code === row.DBN && metric === 'disability_rate' && year === row.school_year,
      )
      expect(found!.value).toBeCloseTo(100 * Number(row.pct_students_with_disabilities), 6)
    }
    const [range] = await test.sql(
      `select min(x.value) as low, max(x.value) as high, avg(x.value) as mean from measurements x join metrics m on m.id = x.metric_id
       where x.district_id = $1 and m.code = 'poverty_rate' and x.status = 'reported'`,
      [district],
    )
    expect(range!.high).toBeGreaterThan(90)
    expect(range!.mean).toBeGreaterThan(50)
  })

  it('agencies once each, their programs and sites, and the schools they are at', async () => {
    const rows = rowsOf(dycd())
    const spellings = new Set(rows.map((row) => row.AGENCY!))
    const agencies = new Set(
      [...spellings].map((name) => normaliseOrganizationName(name.replace(/\s+/g, ' ').trim())),
    )
    expect([rows.length, spellings.size]).toEqual([1599, 637])
    const done = await bringIn(test, 'program_sites', dycd())
    expect(done).toMatchObject({ rowsTotal: 1599, rowsKept: 1598, rowsRefused: 0, rowsRepeated: 1 })
    expect(done.counts).toMatchObject({ organizations: { new: agencies.size } })
    const names = await test.sql<{ name: string }>('select name from organizations where district_id = $1', [
      district,
    ])
    expect(new Set(names.map(({ name }) => normaliseOrganizationName(name))).size).toBe(names.length)
    const found = await test.sql<{ site: string; code: string | null }>(
      `select t.site_name as site, s.code from service_sites t left join schools s on s.district_id = t.district_id and s.id = t.school_id
       where t.district_id = $1`,
      [district],
    )
    const at = (site: string) => [
      ...new Set(found.filter((row) => row.site === site).map(({ code }) => code)),
    ]
    expect(at('IS 49')).toEqual(['31R049'])
    // The school of that number goes by another name now: a person is asked.
    expect(at('Intermediate School 217 - Rafael Hernandez School')).toEqual([null])
    const [renamed] = await test.sql(
      `select (select code from schools s where s.id = (r.candidates -> 0 ->> 'schoolId')::uuid) as code from review_items r
       where r.district_id = $1 and r.subject ->> 'name' like 'Intermediate School 217 -%'`,
      [district],
    )
    expect(renamed).toEqual({ code: '12X217' })
    const matched = found.filter(({ code }) => code !== null).length
    expect(matched / found.length).toBeGreaterThan(0.33)
    const [questions] = await test.sql(
      `select count(*)::integer as n from review_items where district_id = $1 and kind = 'site_school' and status = 'open'`,
      [district],
    )
    expect(questions!.n).toBeGreaterThan(100)
    const [partnerships] = await test.sql(
      `select count(*)::integer as n, min(school_count) as least, bool_and(stage = 'active' and formality = 'informal' and source like 'import %') as as_promised
       from partnerships where district_id = $1`,
      [district],
    )
    expect(partnerships).toMatchObject({ as_promised: true })
    expect(partnerships!.n).toBeGreaterThan(150)
    expect(partnerships!.least).toBeGreaterThan(0)
  })

  it('a second run of every file changes nothing', async () => {
    const before = await counted()
    const again = async (kind: string, file: string) => {
      const { counts } = await bringIn(test, kind, file)
      for (const [table, count] of Object.entries(counts))
        expect(count, `${table} of ${file}`).toMatchObject({ new: 0, updated: 0 })
    }
    await again('schools', outcomes('schools_master'))
    for (const [name] of files) await again('measurements', outcomes(name))
    await again('program_sites', dycd())
    expect(await counted()).toEqual(before)
  })

  it('takes an import back as if it had never been', async () => {
    const before = await counted()
    const arts = await bringIn(test, 'measurements', outcomes('arts_ed'))
    expect(await counted()).toMatchObject({ measurements: before.measurements! + 2733 })
    const undone = await perform(test, arts.id, 'undo')
    expect(undone).toMatchObject({
      status: 'undone',
      counts: { undo: { measurements: { removed: 2733, restored: 0, kept: 0 } } },
    })
    expect(await counted()).toEqual(before)
    const [programs] = await test.sql<{ id: string }>(
      `select id from imports where district_id = $1 and kind = 'program_sites' and status = 'done' order by id limit 1`,
      [district],
    )
    await perform(test, programs!.id, 'undo')
    expect(await counted()).toMatchObject({
      schools: 1905,
      organizations: 0,
      services: 0,
      locations: 0,
      service_sites: 0,
      partnerships: 0,
      partnership_schools: 0,
      review_items: 0,
    })
  })
})

describe('from the same files to a plan, with no hand edits', { timeout: 600_000 }, () => {
  const director = () => test.as('director')
  const latest = (rows: Record<string, string>[]) => {
    const year = rows
      .map((row) => row.school_year!)
      .toSorted()
      .at(-1)
    return rows.filter((row) => row.school_year === year)
  }
  let accepted = 0

  it('suggests needs by the figures, and a person accepts them', async () => {
    await bringIn(test, 'program_sites', dycd())
    // So many figures are screened in the background; whoever asks before is told.
    await expect(director()(needsContract.suggestNeeds)).rejects.toMatchObject({
      reason: 'figures-preparing',
    })
    await publishAll(test.services, district)
    const run = await director()(needsContract.suggestNeeds)
    expect(run).toMatchObject({ rules: 7, changed: 0, withdrawn: 0 })
    const waiting = await test.sql<{ id: string; code: string; kind: string; tier: number; figure: number }>(
      `select n.id, s.code, c.code as kind, n.tier, (n.evidence #>> '{grounds,0,value}')::float8 as figure from needs n
       join schools s on s.id = n.school_id join categories c on c.id = n.category_id where n.district_id = $1 and n.status = 'suggested'`,
      [district],
    )
    expect(waiting).toHaveLength(run.suggested)
    const open = new Set(
      (
        await test.sql<{ code: string }>(
          `select code from schools where district_id = $1 and status = 'open'`,
          [district],
        )
      ).map(({ code }) => code),
    )
    const schoolsOf = (kind: string) =>
      waiting.flatMap((row) => (row.kind === kind ? [row.code] : [])).toSorted()
    const passing = (file: string, passes: (row: Record<string, string>) => boolean) =>
      latest(rowsOf(outcomes(file)))
        .flatMap((row) => (open.has(row.DBN!) && passes(row) ? [row.DBN!] : []))
        .toSorted()
    expect(schoolsOf('bn_housing')).toEqual(
      passing('temp_housing', (row) => Number(row.temp_housing_rate) >= 25),
    )
    // Where fewer than ten stand behind a share or beside it only a bound may be shown, which may not pass the line.
    const showable = (percent: number, of: string | undefined) =>
      Math.min(percent, 100 - percent) * Number(of) >= 950
    const read = (row: Record<string, string>) =>
      row.ela_pct_proficient === '' ? Infinity : Number(row.ela_pct_proficient)
    expect(passing('ela', (row) => read(row) <= 30)).toEqual(expect.arrayContaining(schoolsOf('ac_tutor')))
    expect(schoolsOf('ac_tutor')).toEqual(
      expect.arrayContaining(
        passing('ela', (row) => read(row) <= 30 && showable(read(row), row.ela_number_tested)),
      ),
    )
    const poor = ({ pct_poverty: share }: Record<string, string>) =>
      share === 'Above 95%' ? 95 : 100 * Number(share)
    expect(passing('schools_master', (row) => poor(row) >= 90)).toEqual(
      expect.arrayContaining(schoolsOf('os_after')),
    )
    expect(schoolsOf('os_after')).toEqual(
      expect.arrayContaining(
        passing('schools_master', (row) => poor(row) >= 90 && showable(poor(row), row.total_enrollment)),
      ),
    )
    for (let from = 0; from < waiting.length; from += 500) {
      const needIds = waiting.slice(from, from + 500).map(({ id }) => id)
      accepted += (
        await director()(needsContract.decideSuggestions, { body: { needIds, decision: 'accept' } })
      ).decided
    }
    expect(accepted).toBe(waiting.length)
  })

  it('shows on the gap board what nobody meets', async () => {
    const board = await director()(gapBoardContract.getGapBoard, { query: {} })
    const needed = board.cells.filter((cell) => cell[9] > 0)
    expect(needed).toHaveLength(accepted)
    // The files state no capacity: promised places count for nobody until they are confirmed.
    expect(needed.every((cell) => cell[6] === cell[5] && cell[7] === 0)).toBe(true)
    expect(needed.every((cell) => cell[5] > 0)).toBe(true)
  })

  it('ranks the schools by need', async () => {
    const { items } = await director()(metricsContract.listMetrics, { query: { limit: 200 } })
    const indicators = ['economic_need_index', 'temporary_housing_rate', 'chronic_absence_rate'].map(
      (code) => ({
        metricId: items.find((metric) => metric.code === code)!.id,
        direction: 'more' as const,
        weight: 1,
        schoolYear: null,
      }),
    )
    const version = await director()(equityContract.keepEquityVersion, {
      body: { scaling: 'percentile_rank', indicators },
    })
    expect(version.schools).toBeGreaterThan(1500)
    const first = await director()(equityContract.listEquitySchools, { query: { limit: 50 } })
    expect(first.items.every(({ tier }) => tier === 'highest')).toBe(true)
    const { tiers } = await director()(equityContract.equityOfSupply)
    const sizes = tiers.map(({ schools }) => schools)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(sizes[0]! / 20)
  })

  it('places help: nearest kinds, nobody over their places, within the distance, near the proved best', async () => {
    const begun = await director()(placementContract.startPlacementPlan, {
      body: { yardstick: 'assumed', assumedPlaces: 30, withinKilometres: 3, seconds: 30 },
    })
    await computePlan(test.services, {
      districtId: district,
      planId: begun.id,
      signal: new AbortController().signal,
    })
    const plan = await director()(placementContract.getPlacementPlan, { params: { planId: begun.id } })
    expect(plan).toMatchObject({ status: 'ready', proved: true })
    expect(plan.gap).toBeLessThan(0.01)
    expect(plan.bound).toBeGreaterThanOrEqual(plan.value!)
    const { firstCome, plan: own } = plan.comparison!
    expect(own.weightedShare).toBeGreaterThan(firstCome.weightedShare)
    const rows = await test.sql<{
      service: string
      need: string
      students: number
      kind: string
      unmet: number
    }>(
      `select p.service_id as service, p.need_id as need, p.students, c.code as kind, p.unmet from placement_rows p
       join needs n on n.id = p.need_id join categories c on c.id = n.category_id where p.plan_id = $1`,
      [begun.id],
    )
    expect(rows.length).toBeGreaterThan(300)
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['os_after', 'bn_housing']))
    const sums = new Map<string, number>()
    for (const { service, students } of rows) sums.set(service, (sums.get(service) ?? 0) + students)
    expect(Math.max(...sums.values())).toBeLessThanOrEqual(30)
    const places = await test.sql<{ need: string; lat: number; lon: number; sites: [number, number][] }>(
      `select p.need_id as need, s.latitude as lat, s.longitude as lon, (select json_agg(json_build_array(coalesce(x.latitude, l.latitude),
         coalesce(x.longitude, l.longitude))) from service_sites t left join schools x on x.id = t.school_id left join locations l on l.id = t.location_id
         where t.service_id = p.service_id and coalesce(x.latitude, l.latitude) is not null) as sites
       from placement_rows p join needs n on n.id = p.need_id join schools s on s.id = n.school_id where p.plan_id = $1 and s.latitude is not null`,
      [begun.id],
    )
    const metres = places.flatMap(({ lat, lon, sites }) =>
      sites
        ? [
            Math.min(
              ...sites.map(([latitude, longitude]) =>
                metresBetween({ latitude: lat, longitude: lon }, { latitude, longitude }),
              ),
            ),
          ]
        : [],
    )
    expect(Math.max(...metres)).toBeLessThanOrEqual(3000.5)
    const [row] = (
      await director()(placementContract.listPlanRows, { params: { planId: plan.id }, query: { limit: 1 } })
    ).items
    const done = await director()(placementContract.acceptPlanRow, {
      params: { placementId: row!.id },
      ifMatch: row!.version,
      body: {},
    })
    expect(done).toMatchObject({ decision: 'accepted', accepted: row!.students })
  })
})
