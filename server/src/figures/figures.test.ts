import { beforeAll, describe, expect, it } from 'vitest'
import type { FigureCode } from '@common-table/shared/figures/codes'
import { figuresContract as api } from '@common-table/shared/figures/contract'
import { figures } from '@common-table/shared/figures/registry'
import type { FigureExplanation } from '@common-table/shared/figures/schemas'
import { needsContract } from '@common-table/shared/needs/contract'
import { outcomesContract } from '@common-table/shared/outcomes/contract'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'
import { bringIn } from '../../test/support/imports.ts'
import { freshened } from '../outcomes/index.ts'
import { explainedBy } from './explanation-queries.ts'
import { tableSources } from './table-sources.ts'

const test = useApi()
const ids = {} as {
  metric: string
  period: string
  all: string
  category: string
  harbor: string
  lake: string
}
const chronic = [
  'School Code,School Year,Chronic Absence Rate,Students',
  'H01,2023-24,24.5,200',
  'L01,2023-24,31,100',
  'T01,2023-24,50,6',
].join('\n')

const inputOf = ({ inputs }: FigureExplanation, table: string) => inputs.find((one) => one.table === table)!
const explain = (query: { figure: FigureCode; [key: string]: string }, as = test.as('coordinator')) =>
  as(api.explainFigure, { query })

beforeAll(async () => {
  await test.sql(
    `insert into schools (district_id, id, code, name) values ($1, $2, 'H01', 'Harbor'), ($1, $3, 'L01', 'Lakeside'),
      ($1, $4, 'T01', 'Tiny'), ($5, $6, 'H01', 'Hill')`,
    [district, id(101), id(102), id(103), otherDistrict, id(190)],
  )
  await bringIn(test, 'measurements', { name: 'absence-2024.csv', content: chronic })
  const [found] = await test.sql<typeof ids>(
    `select (select id from metrics where district_id = $1 and code = 'chronic_absence_rate') as metric,
      (select id from periods where district_id = $1 and kind = 'year' and label = '2023-24') as period,
      (select id from student_groups where district_id = $1 and code = 'all') as all,
      (select id from categories where district_id = $1 and code = 'ac_tutor') as category`,
    [district],
  )
  Object.assign(ids, found, { harbor: id(101), lake: id(102) })
}, 60_000)

describe('how a figure was computed', () => {
  it('names the file a figure came from, its rows, and the version of the rule', async () => {
    const told = await explain({ figure: 'metric.value', metricId: ids.metric })
    expect(told.rule).toEqual({
      module: figures['metric.value'].rule[0],
      version: figures['metric.value'].rule[1],
      source: expect.stringContaining('34 CFR 99'),
    })
    expect(told.metric).toMatchObject({ code: 'chronic_absence_rate', denominator: expect.any(String) })
    expect(inputOf(told, 'measurements')).toMatchObject({
      rows: 3,
      fileCount: 1,
      files: [{ fileName: 'absence-2024.csv', rows: 3 }],
    })
    const one = await explain({ figure: 'metric.value', metricId: ids.metric, schoolId: ids.harbor })
    expect(inputOf(one, 'measurements')).toMatchObject({ rows: 1, files: [{ rows: 1 }] })
    expect(told.settings).toContainEqual({ code: 'suppression_threshold', value: 10, asOf: null })
  })

  it('a correction is the last change, with who made it, and no longer the file’s row', async () => {
    const before = inputOf(await explain({ figure: 'metric.value', metricId: ids.metric }), 'measurements')
    await test.as('steward')(outcomesContract.recordMeasurement, {
      body: {
        metricId: ids.metric,
        schoolId: ids.lake,
        groupId: ids.all,
        periodId: ids.period,
        status: 'reported',
        numerator: 30,
        denominator: 100,
      },
    })
    const after = inputOf(await explain({ figure: 'metric.value', metricId: ids.metric }), 'measurements')
    expect(Date.parse(after.changedAt!)).toBeGreaterThan(Date.parse(before.changedAt!))
    expect(after).toMatchObject({ rows: 3, changedBy: 'The steward', files: [{ rows: 2 }] })
  })

  it('a need recorded and changed is the last change of the gap, by its recorder, with the record to look at', async () => {
    const need = await test.as('coordinator')(needsContract.recordNeed, {
      body: {
        schoolId: ids.harbor,
        categoryId: ids.category,
        tier: 2,
        severity: 4,
        studentsAffected: 40,
        title: 'Reading help',
        source: 'principal',
      } as never, // the rest has its defaults
    })
    const told = inputOf(
      await explain({ figure: 'needs.gap', schoolId: ids.harbor, categoryId: ids.category }),
      'needs',
    )
    expect(told).toMatchObject({ rows: 1, changedBy: 'The coordinator', changedId: need.id })
    expect(inputOf(await explain({ figure: 'needs.gap', schoolId: ids.lake }), 'needs')).toMatchObject({
      rows: 0,
      changedAt: null,
    })
  })

  it('tells who looks without working here when, not who', async () => {
    const told = inputOf(await explain({ figure: 'needs.gap' }, test.as('viewer')), 'needs')
    expect(told).toMatchObject({ rows: 1, changedBy: null, changedId: null })
    expect(told.changedAt).not.toBeNull()
  })

  it('counts for a principal the rows of the own schools, says so, and has no other school', async () => {
    const principal = test.as('school', { schools: [ids.lake] })
    const told = await explain({ figure: 'needs.gap' }, principal)
    expect(told.ownSchoolsOnly).toBe(true)
    expect(inputOf(told, 'needs').rows).toBe(0)
    expect(
      inputOf(await explain({ figure: 'metric.value', metricId: ids.metric }, principal), 'measurements')
        .rows,
    ).toBe(1)
    await expect(explain({ figure: 'needs.gap', schoolId: ids.harbor }, principal)).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('knows nothing of another district', async () => {
    const elsewhere = test.as('coordinator', { districtId: otherDistrict })
    await expect(explain({ figure: 'metric.value', metricId: ids.metric }, elsewhere)).rejects.toMatchObject({
      code: 'not-found',
    })
    const told = await explain({ figure: 'needs.gap' }, elsewhere)
    expect(inputOf(told, 'needs').rows).toBe(0)
  })

  it('gives nothing away of a withheld figure: whatever lies beneath, the answer is the same', async () => {
    const enter = (numerator: number, denominator: number) =>
      test.as('steward')(outcomesContract.recordMeasurement, {
        body: {
          metricId: ids.metric,
          schoolId: id(103),
          groupId: ids.all,
          periodId: ids.period,
          status: 'reported',
          numerator,
          denominator,
        },
      })
    const told = async () => {
      await freshened(test.services, district)
      const { computedAt: _, ...rest } = await explain({
        figure: 'metric.value',
        metricId: ids.metric,
        schoolId: id(103),
      })
      return { ...rest, inputs: rest.inputs.map(({ changedAt: _changed, ...input }) => input) }
    }
    await enter(5, 6)
    const first = await told()
    expect(first.withheld).toBeGreaterThan(0)
    expect(inputOf(first as FigureExplanation, 'measurements').rows).toBe(1)
    await enter(2, 8)
    expect(await told()).toEqual(first)
  })

  it('is refused to those who may not see the figure, and for what the figure is not computed for', async () => {
    await expect(explain({ figure: 'equity.score' }, test.as('viewer'))).rejects.toMatchObject({
      code: 'not-permitted',
    })
    await expect(explain({ figure: 'needs.gap' }, test.as('partner'))).rejects.toMatchObject({
      code: 'not-permitted',
    })
    await expect(explain({ figure: 'needs.gap', metricId: ids.metric })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  it('every figure can be explained, whole and for each thing it takes, in one statement', async () => {
    for (const [figure, row] of Object.entries(figures) as [FigureCode, (typeof figures)[FigureCode]][]) {
      expect(
        row.reads.filter((table) => !tableSources[table]),
        figure,
      ).toEqual([])
      const told = await explain({ figure }, test.as('admin'))
      expect(told.inputs.map(({ table }) => table)).toEqual([...row.reads])
      const subject = Object.fromEntries(
        row.takes.map((key) => [key, key === 'schoolYear' ? '2023-24' : id(1)]),
      )
      const of = await explainedBy(test.services.read(district), figure, row, subject, [id(101)])
      expect(of.inputs.length, figure).toBe(row.reads.length)
    }
  })

  it('everybody may read the rules and their versions', async () => {
    const { items } = await test.anonymous(api.listFigureRules)
    expect(items).toContainEqual(
      expect.objectContaining({ figure: 'needs.gap', rule: expect.objectContaining({ version: 1 }) }),
    )
    expect(items.length).toBe(Object.keys(figures).length)
  })
})

it('a school brought in by a file says so', async () => {
  await bringIn(test, 'schools', {
    name: 'schools-2024.csv',
    content: 'School Code,School Name\nN01,New School\n',
  })
  const [school] = await test.sql<{ id: string }>(`select id from schools where code = 'N01'`)
  const told = await explain({ figure: 'school.enrolment', schoolId: school!.id })
  expect(inputOf(told, 'schools')).toMatchObject({
    rows: 1,
    files: [{ fileName: 'schools-2024.csv', rows: 1 }],
  })
})
