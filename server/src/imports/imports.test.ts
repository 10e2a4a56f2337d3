import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsContract as api, reviewContract } from '@common-table/shared/imports/contract'
import { isNamed } from '@common-table/shared/audit/words'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'
import { bringIn, perform, upload } from '../../test/support/imports.ts'
import { row, workbook, zipOf } from '../../test/support/workbook.ts'
import { carryOut } from './run/import-run.ts'
import { recoverImports } from './work-on-imports.ts'

const test = useApi()
const csv = (...lines: string[]): string => `${lines.join('\n')}\n`
const schools = csv(
  'School Code,School Name,Borough,Address,School Year,Total Enrollment,Pct Poverty',
  '01R001,Harbor Elementary School,Eastside,12 Harbor Street,2023-24,410,0.62',
  '01R002,P.S. 002 Lakeside,Eastside,40 Lake Avenue,2023-24,260,0.48',
  '01R003,Summit High School,Westside,9 Summit Road,2023-24,820,Above 95%',
)
const count = async (table: string): Promise<number> =>
  (
    await test.sql<{ n: number }>(`select count(*)::integer as n from ${table} where district_id = $1`, [
      district,
    ])
  )[0]!.n
const get = (importId: string) => test.as('admin')(api.getImport, { params: { importId } })
const refusedFile = async (importId: string): Promise<string> =>
  (
    await test.app.inject({
      url: `/api/v1/imports/${importId}/refused-rows`,
      headers: { authorization: `Bearer ${test.token('admin')}` },
    })
  ).body

describe('bringing in a file', { timeout: 60_000 }, () => {
  it('shows what the columns are taken to be, checks without writing, and then writes', async () => {
    const { body } = await upload(test, 'schools', 'schools.csv', schools)
    expect(body.columns.map(({ header }, at) => [header, body.mapping[at]])).toEqual([
      ['School Code', 'schoolCode'],
      ['School Name', 'name'],
      ['Borough', 'area'],
      ['Address', 'address'],
      ['School Year', 'schoolYear'],
      ['Total Enrollment', 'value:enrolment'],
      ['Pct Poverty', 'value:poverty_rate'],
    ])
    expect(body.columns[0]!.samples).toEqual(['01R001', '01R002', '01R003'])
    const checked = await perform(test, body.id, 'check')
    expect(checked).toMatchObject({
      status: 'checked',
      rowsTotal: 3,
      rowsKept: 3,
      counts: { schools: { new: 3 }, measurements: { new: 6 } },
    })
    expect(await count('schools')).toBe(0)
    const done = await perform(test, body.id, 'run')
    expect(done).toMatchObject({ status: 'done', counts: { schools: { new: 3, updated: 0, unchanged: 0 } } })
    expect(
      await test.sql(
        'select code, enrolment, enrolment_year from schools where district_id = $1 order by code',
        [district],
      ),
    ).toEqual([
      { code: '01R001', enrolment: 410, enrolment_year: '2023-24' },
      { code: '01R002', enrolment: 260, enrolment_year: '2023-24' },
      { code: '01R003', enrolment: 820, enrolment_year: '2023-24' },
    ])
    const [audit] = await test.sql(`select actor_name, action, changes from audit_log where record_id = $1`, [
      body.id,
    ])
    expect(audit).toMatchObject({
      actor_name: 'The admin',
      action: 'import',
      changes: { rows: 3, schools: { new: 3 } },
    })
    expect(
      await test.sql(`select from audit_log where district_id = $1 and table_name = 'schools'`, [district]),
    ).toHaveLength(0)
  })

  it('says of each refused row what to do, and gives the rows back to be fixed', async () => {
    const file = csv(
      'School Code,School Year,Chronic Absence Rate,Chronic Absence Rate Label',
      '01R001,2023-24,24.5,24.5% of students',
      '01R009,2023-24,12,',
      '01R002,last year,31,',
      '01R003,2023-24,many,=HYPERLINK("http://elsewhere.example")',
      '01R002,2023-24,,Data suppressed',
    )
    const done = await bringIn(test, 'measurements', { name: 'absence.csv', content: file })
    expect(done).toMatchObject({
      rowsTotal: 5,
      rowsKept: 2,
      rowsRefused: 3,
      counts: { measurements: { new: 2 } },
    })
    const { items } = await test.as('admin')(api.listImportProblems, {
      params: { importId: done.id },
      query: { refused: true },
    })
    expect(items.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [2, 'School Code', 'unknown_school', '01R009'],
      [3, 'School Year', 'not_a_school_year', 'last year'],
      [4, 'Chronic Absence Rate', 'not_a_number', 'many'],
    ])
    const fix = await refusedFile(done.id)
    expect(fix.split('\r\n').slice(0, 3)).toEqual([
      '\uFEFFSchool Code,School Year,Chronic Absence Rate,Chronic Absence Rate Label,What to do',
      '01R009,2023-24,12,,"No school has the code “01R009”. Add the school first, or correct the code."',
      '01R002,last year,31,,School Year is no school year: “last year”. Write it like 2024-25.',
    ])
    expect(fix).toContain(`'=HYPERLINK`)
    const again = await bringIn(test, 'measurements', {
      name: 'fixed.csv',
      content: fix.replace('last year', '2022-23').replace('many', '12'),
    })
    expect(again).toMatchObject({ rowsTotal: 3, rowsKept: 2, rowsRefused: 1 })
  })

  it('remembers how headers were mapped, also what was left out', async () => {
    const file = csv('Kennung,School Year,Rate of missing,Remark', '01R001,2022-23,20,x')
    const first = await bringIn(
      test,
      'measurements',
      { name: 'own.csv', content: file },
      {
        map: { Kennung: 'schoolCode', 'Rate of missing': 'value:chronic_absence_rate', Remark: null },
      },
    )
    expect(first).toMatchObject({ rowsKept: 1 })
    const { body } = await upload(test, 'measurements', 'own again.csv', file)
    expect(body.mapping).toEqual(['schoolCode', 'schoolYear', 'value:chronic_absence_rate', null])
    expect(body.columns[0]!.reasons).toEqual(['remembered'])
  })

  it('reads a long file, one figure a row, with groups and quarters', async () => {
    const file = csv(
      'School Code,School Year,Period,Student Group,Metric,Value,Denominator',
      '01R001,2023-24,Q2,All Students,df_rate,0.18,400',
      '01R001,2023-24,,English learners,chronic_absence_rate,0.31,80',
      '01R002,2023-24,,All Students,Enrollment,255,',
      '01R002,2023-24,,All Students,Happiness of the moon,5,',
    )
    const done = await bringIn(test, 'measurements', { name: 'long.csv', content: file })
    expect(done).toMatchObject({ rowsKept: 3, rowsRefused: 1 })
    expect(
      await test.sql(
        `select m.code, g.code as grp, p.kind, x.value from measurements x join metrics m on m.id = x.metric_id
         join student_groups g on g.id = x.group_id join periods p on p.id = x.period_id where x.import_id = $1 order by m.code`,
        [done.id],
      ),
    ).toEqual([
      { code: 'chronic_absence_rate', grp: expect.stringContaining('english'), kind: 'year', value: 31 },
      { code: 'df_rate', grp: 'all', kind: 'quarter', value: 18 },
      { code: 'enrolment', grp: 'all', kind: 'year', value: 255 },
    ])
  })
})

describe('several rows for one figure', { timeout: 60_000 }, () => {
  it('become one rate of all the students behind them, when a person chose so; else the second is refused', async () => {
    const bring = async (conflicts: string, schoolYear: string) => {
      const content = csv(
        'School Code,School Year,Metric,Value,Numerator,Denominator',
        `01R002,${schoolYear},chronic_absence_rate,50,50,100`,
        `01R002,${schoolYear},chronic_absence_rate,50,50,100`,
        `01R002,${schoolYear},chronic_absence_rate,80,160,200`,
        `01R003,${schoolYear},chronic_absence_rate,30,,`,
        `01R003,${schoolYear},chronic_absence_rate,40,,`,
      )
      const done = await bringIn(
        test,
        'measurements',
        { name: `${conflicts}.csv`, content },
        { options: { conflicts } },
      )
      const kept = await test.sql(
        `select s.code, x.value, x.numerator, x.denominator from measurements x join schools s on s.id = x.school_id
         where x.import_id = $1 order by s.code`,
        [done.id],
      )
      return { done, kept }
    }
    const weighted = await bring('weighted', '2020-21')
    expect(weighted.kept).toEqual([
      { code: '01R002', value: 70, numerator: 210, denominator: 300 },
      { code: '01R003', value: 30, numerator: null, denominator: null },
    ])
    expect(weighted.done).toMatchObject({ rowsTotal: 5, rowsKept: 2, rowsRepeated: 2, rowsRefused: 1 })
    const { items } = await test.as('admin')(api.listImportProblems, {
      params: { importId: weighted.done.id },
      query: {},
    })
    expect(items.map(({ row, code }) => [row, code])).toEqual([
      [2, 'same_row_twice'],
      [3, 'combined_with_other_row'],
      [5, 'conflicts_with_earlier_row'],
    ])
    const fitting = await bring('fit', '2019-20')
    expect(fitting.kept[0]).toEqual({ code: '01R002', value: 50, numerator: 50, denominator: 100 })
    expect(fitting.done).toMatchObject({ rowsRepeated: 1, rowsRefused: 2 })
  })
})

describe('taking an import back', { timeout: 60_000 }, () => {
  it('restores what was corrected, and leaves what people changed since', async () => {
    const figures = (value: string) =>
      csv('School Code,School Year,Graduation Rate', `01R003,2021-22,${value}`, '01R001,2021-22,50')
    await bringIn(test, 'measurements', { name: 'first.csv', content: figures('70') })
    const second = await bringIn(test, 'measurements', { name: 'second.csv', content: figures('75') })
    expect(second.counts).toEqual({ measurements: { new: 0, updated: 1, unchanged: 1 } })
    await perform(test, second.id, 'undo')
    const [now] = await test.sql(
      `select x.value from measurements x join metrics m on m.id = x.metric_id join schools s on s.id = x.school_id
       where s.code = '01R003' and m.code = 'graduation_rate'`,
    )
    expect(now).toEqual({ value: 70 })

    const more = await bringIn(test, 'schools', {
      name: 'more.csv',
      content: csv('School Code,School Name', '02R008,New One', '02R009,New Two', '01R001,Harbor Academy'),
    })
    expect(more.counts).toMatchObject({ schools: { new: 2, updated: 1 } })
    await test.sql(`update schools set phone = '555-0100' where district_id = $1 and code = '02R009'`, [
      district,
    ])
    const undone = await perform(test, more.id, 'undo')
    expect(undone.counts).toMatchObject({ undo: { schools: { removed: 1, restored: 1, kept: 1 } } })
    expect(
      await test.sql(
        `select code, name from schools where district_id = $1 and code in ('01R001', '02R008', '02R009') order by code`,
        [district],
      ),
    ).toEqual([
      { code: '01R001', name: 'Harbor Elementary School' },
      { code: '02R009', name: 'New Two' },
    ])
  })

  it('is possible once, and only when it is done', async () => {
    const { body } = await upload(test, 'schools', 'schools.csv', schools)
    await expect(test.as('admin')(api.undoImport, { params: { importId: body.id } })).rejects.toMatchObject({
      code: 'step-not-possible',
    })
  })
})

const sites = csv(
  'Agency,Program,Program Type,Site Name,Borough,Address,Contact Number',
  'Harbor Youth Center,Homework Club,After-School Programs,PS 2 Lakeside,Eastside,40 Lake Avenue,(212) 555-0100',
  '"Harbor Youth Center, Inc.",Homework Club,After-School Programs,Lakeside Library,Eastside,1 Book Street,',
  'Summit Mentors,Peers,Mentoring,Harbor School,Eastside,,',
)
const openSites = async () =>
  (await test.as('coordinator')(reviewContract.listReviewItems, { query: { kind: 'site_school' } })).items

describe('programs and their sites', { timeout: 60_000 }, () => {
  it('finds schools, asks where it is not sure, and remembers the answer', async () => {
    const done = await bringIn(test, 'program_sites', { name: 'sites.csv', content: sites })
    expect(done.counts).toMatchObject({ organizations: { new: 2 }, serviceSites: { new: 3 } })
    const at = () =>
      test.sql<{ site: string; code: string | null }>(
        `select t.site_name as site, s.code from service_sites t left join schools s on s.id = t.school_id where t.district_id = $1 order by 1`,
        [district],
      )
    expect(await at()).toEqual([
      { site: 'Harbor School', code: null },
      { site: 'Lakeside Library', code: null },
      { site: 'PS 2 Lakeside', code: '01R002' },
    ])
    const [question] = await openSites()
    expect(question).toMatchObject({
      kind: 'site_school',
      subject: { name: 'Harbor School' },
      organizations: [{ name: 'Summit Mentors' }],
    })
    expect(question!.candidates[0]).toMatchObject({ code: '01R001' })
    const answered = await test.as('coordinator')(reviewContract.acceptReviewItem, {
      params: { reviewItemId: question!.id },
      ifMatch: question!.version,
      body: { choice: question!.candidates[0]!.id },
    })
    expect(answered).toMatchObject({
      status: 'accepted',
      decision: { name: 'Harbor Elementary School' },
      decidedByName: 'The coordinator',
    })
    expect((await at())[0]).toEqual({ site: 'Harbor School', code: '01R001' })
    const partnerships = () =>
      test.sql(
        `select name, school_count from partnerships where district_id = $1 and source like 'import%' order by name`,
        [district],
      )
    expect(await partnerships()).toEqual([
      { name: 'Harbor Youth Center', school_count: 1 },
      { name: 'Summit Mentors', school_count: 1 },
    ])
    const again = await bringIn(test, 'program_sites', { name: 'sites.csv', content: sites })
    for (const counts of Object.values(again.counts)) expect(counts).toMatchObject({ new: 0, updated: 0 })
    expect(await openSites()).toEqual([])

    await test.as('coordinator')(reviewContract.reopenReviewItem, {
      params: { reviewItemId: answered.id },
      ifMatch: answered.version,
    })
    expect((await at())[0]).toEqual({ site: 'Harbor School', code: null })
    const { accepted } = await test.as('coordinator')(reviewContract.acceptManyReviewItems, {
      body: { kind: 'site_school', minConfidence: 0.5 },
    })
    expect(accepted).toBe(question!.confidence >= 0.5 ? 1 : 0)
  })
})

describe('taking programs and their sites back', { timeout: 60_000 }, () => {
  it('removes the partnerships too, though each joined the school year and had a check-in planned by itself', async () => {
    await test.sql(
      `insert into school_years (district_id, label, starts_on, ends_on) values ($1, '1999-00', current_date - 30, current_date + 30)`,
      [district],
    )
    const names = async () =>
      (
        await test.sql<{ name: string }>(
          `select name from partnerships where district_id = $1 and name like 'Tide%' order by name`,
          [district],
        )
      ).map(({ name }) => name)
    const done = await bringIn(test, 'program_sites', {
      name: 'tide.csv',
      content: csv(
        'Agency,Program,Program Type,Site Name,Borough,Address',
        'Tide Tutors,Reading,After-School Programs,PS 2 Lakeside,Eastside,40 Lake Avenue',
        'Tide Mentors,Peers,After-School Programs,PS 2 Lakeside,Eastside,40 Lake Avenue',
      ),
    })
    expect(await names()).toEqual(['Tide Mentors', 'Tide Tutors'])
    // In the year of one of them somebody has written: that partnership stays.
    expect(
      await test.sql(
        `update partnership_years y set note = 'Meets on Mondays' from partnerships p
         where p.id = y.partnership_id and p.name = 'Tide Mentors' returning y.status`,
      ),
    ).toEqual([{ status: 'running' }])
    // The check-ins of the quarter are planned by themselves; nobody has written in them yet.
    await test.sql(
      `insert into meetings (district_id, kind, partnership_id, school_year_id, quarter, day)
       select p.district_id, 'check_in', p.id, y.school_year_id, 1, current_date + 7 from partnerships p
       join partnership_years y on y.district_id = p.district_id and y.partnership_id = p.id
       where p.district_id = $1 and p.name like 'Tide%'`,
      [district],
    )
    const undone = await perform(test, done.id, 'undo')
    expect(undone.counts).toMatchObject({ undo: { partnerships: { removed: 1, kept: 1 } } })
    expect(await names()).toEqual(['Tide Mentors'])
  })
})

describe('bad files', { timeout: 60_000 }, () => {
  it.each<[string, () => string | Buffer | Promise<Buffer>, string]>([
    [
      '300 columns',
      () => csv(Array.from({ length: 300 }, (_, at) => `c${at}`).join(), '1'),
      'too_many_columns',
    ],
    [
      'invalid UTF-8',
      () =>
        Buffer.concat([
          Buffer.from('School Code,School Name\n1,Harbor \xC3'),
          Buffer.from([0xc3, 0x28, 0x0a]),
        ]),
      'invalid_utf8',
    ],
    ['a zip bomb', () => zipOf(workbook(Buffer.alloc(30_000_000, 32))), 'zip_bomb'],
    ['nothing', () => '', 'empty_file'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'), 'not_a_table'],
  ])('%s is refused in a sentence', async (_, make, rule) => {
    const before = await count('imports')
    const { status, body } = await upload(test, 'schools', 'file.csv', await make())
    expect([status, body.code]).toEqual([422, 'unreadable-file'])
    expect(body.detail.length).toBeGreaterThan(20)
    expect(body.fields).toMatchObject([{ rule }])
    expect(await count('imports')).toBe(before)
  })

  it('records of students are refused by their column', async () => {
    const { status, body } = await upload(
      test,
      'measurements',
      'roster.csv',
      csv('Student Name,DBN,Grade', 'Someone,01R001,3'),
    )
    expect(status).toBe(422)
    expect(body.detail).toContain('Student Name')
  })

  it('formulas of a workbook count as the value they show, and the row says so', async () => {
    const sheet = `<worksheet><sheetData>${row(1, 'School Code', 'School Name')}<row r="2"><c r="A2" t="inlineStr"><is><t>03R001</t></is></c><c r="B2" t="str"><f>CONCATENATE("Bay ","School")</f><v>Bay School</v></c></row></sheetData></worksheet>`
    const done = await bringIn(test, 'schools', {
      name: 'schools.xlsx',
      content: await zipOf(workbook(sheet)),
    })
    expect(done).toMatchObject({ rowsKept: 1, problems: [{ code: 'formula_value', refused: false, n: 1 }] })
    expect(await test.sql(`select name from schools where code = '03R001'`)).toEqual([{ name: 'Bay School' }])
  })

  it('a mapping is refused where it makes no sense', async () => {
    const { body } = await upload(test, 'schools', 'schools.csv', schools)
    const change = (mapping: (string | null)[]) =>
      test.as('admin')(api.changeImport, {
        params: { importId: body.id },
        ifMatch: body.version,
        body: { mapping },
      })
    await expect(change(['schoolCode'])).rejects.toMatchObject({ fields: [{ rule: 'length' }] })
    await expect(change(['schoolCode', 'nonsense', null, null, null, null, null])).rejects.toMatchObject({
      fields: [{ field: 'mapping.1' }],
    })
    await expect(change(['name', 'name', null, null, null, null, null])).rejects.toMatchObject({
      fields: [{ rule: 'twice' }],
    })
    const without = await change([null, 'name', null, null, null, null, null])
    await expect(test.as('admin')(api.runImport, { params: { importId: without.id } })).rejects.toMatchObject(
      { fields: [{ rule: 'needed' }] },
    )
  })
})

describe('who may', () => {
  it('bring in what one may write, in the own district, and never as a school', async () => {
    const { body } = await upload(test, 'schools', 'schools.csv', schools)
    expect((await upload(test, 'measurements', 'a.csv', schools, 'director')).status).toBe(403)
    expect((await upload(test, 'schools', 'a.csv', schools, 'viewer')).status).toBe(403)
    await expect(
      test.as('admin', { districtId: otherDistrict })(api.getImport, { params: { importId: body.id } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      test.as('school', { schools: [] })(api.getImport, { params: { importId: body.id } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect((await test.as('school', { schools: [] })(api.listImports)).items).toEqual([])
    expect((await test.as('school', { schools: [] })(reviewContract.listReviewItems)).items).toEqual([])
  })
})

const many = (rows: number): string => {
  let text = 'School Code,School Year,Student Group,Attendance Rate,Suspension Rate,Belonging Rate\n'
  for (let at = 0; at < rows; at++)
    text += `01R00${(at % 3) + 1},${2013 + (at % 12)}-${14 + (at % 12)},All,${at % 100},,\n`
  return text
}

describe('bad luck', { timeout: 120_000 }, () => {
  it('a server killed in the middle leaves nothing, and the import begins anew', async () => {
    const before = await count('measurements')
    const { body } = await upload(test, 'measurements', 'many.csv', many(90_000))
    await test.as('admin')(api.runImport, { params: { importId: body.id } })
    const child = spawn(process.execPath, [
      join(import.meta.dirname, '../../test/support/import-child.ts'),
      test.appUrl,
      join(test.services.settings.dataDir, 'files'),
      district,
      body.id,
    ])
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    expect(said.toString()).toMatch(/^reading \d/)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect((await get(body.id)).status).toBe('running')
    expect(await count('measurements')).toBe(before)
    await expect.poll(() => recoverImports(test.services), { timeout: 20_000 }).toBe(1)
    await carryOut(test.services, { districtId: district, importId: body.id, task: 'run' })
    const done = await get(body.id)
    expect(done).toMatchObject({ status: 'done', timesInterrupted: 1, rowsTotal: 90_000 })
    const [told] = await test.sql(
      'select finished_at - started_at >= make_interval(secs => seconds * 0.9) as at_the_end from imports where id = $1',
      [body.id],
    )
    expect(told).toEqual({ at_the_end: true })
    expect(await recoverImports(test.services)).toBe(0)
  })

  it('one that is called off stops and leaves nothing', async () => {
    const before = await count('measurements')
    const { body } = await upload(
      test,
      'measurements',
      'many.csv',
      many(100_000).replace('Attendance Rate', 'On track rate'),
    )
    await test.as('admin')(api.runImport, { params: { importId: body.id } })
    let asked: Promise<unknown> | undefined
    await carryOut(test.services, {
      districtId: district,
      importId: body.id,
      task: 'run',
      onProgress: () => (asked ??= test.as('admin')(api.cancelImport, { params: { importId: body.id } })),
    })
    await asked
    expect((await get(body.id)).status).toBe('cancelled')
    expect(await count('measurements')).toBe(before)
  })
})

it('what the audit tells of imports is called by words, not by keys', async () => {
  const keys = await test.sql<{ key: string }>(
    `select distinct key from audit_log a, jsonb_path_query(a.changes, 'strict $.** ? (@.type() == "object")') part,
       jsonb_object_keys(part) key where a.table_name = 'imports'`,
  )
  expect(keys.length).toBeGreaterThan(10)
  expect(keys.filter(({ key }) => !isNamed('imports', key))).toEqual([])
})
