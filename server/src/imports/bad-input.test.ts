import { expect, it } from 'vitest'
import { importsContract as api } from '@common-table/shared/imports/contract'
import type { Import } from '@common-table/shared/imports/schemas'
import { useApi } from '../../test/support/api.ts'
import { bringIn, perform, upload } from '../../test/support/imports.ts'
import { row, workbook, zipOf } from '../../test/support/workbook.ts'

const test = useApi()
const csv = (...lines: string[]): string => `${lines.join('\n')}\n`

const problemsOf = async ({ id }: Import): Promise<unknown[]> => {
  const { items } = await test.as('admin')(api.listImportProblems, {
    params: { importId: id },
    query: { refused: true },
  })
  return items.map(({ row, column, code, value }) => [row, column, code, value])
}

const figures = (done: Import): Promise<unknown[]> =>
  test.sql(
    `select s.code, m.code as metric, x.value from measurements x join schools s on s.id = x.school_id
     join metrics m on m.id = x.metric_id where x.import_id = $1 order by s.code, m.code`,
    [done.id],
  )

it('lists what cannot be right by row, column and reason, keeps the rest, and waits until a person decides', async () => {
  await bringIn(test, 'schools', {
    name: 'schools.csv',
    content: csv(
      'School Code,School Name,School Year,Total Enrollment',
      '01B001,Harbor School,2023-24,410',
      '01B002,Lakeside School,2023-24,260',
    ),
  })
  const file = csv(
    'School Code,School Year,Period,Metric,Value,Numerator,Denominator',
    '01B001,2023-24,,chronic_absence_rate,,60,200',
    '01B002,2023-24,,chronic_absence_rate,,300,200',
    '01B001,2023-24,,attendance_rate,240,,',
    '01B002,2023-24,Q9,attendance_rate,91,,',
    '01B009,2023-24,,attendance_rate,91,,',
    '01B001,2023-24,,graduation_rate,88,,',
    '01B001,2023-24,Year,graduation_rate,77,,',
    '01B001,2023-24,Q2,graduation_rate,81,,',
  )
  const { body } = await upload(test, 'measurements', 'figures.csv', file)
  const checked = await perform(test, body.id, 'check')
  expect(checked).toMatchObject({ status: 'checked', rowsTotal: 8, rowsKept: 2, rowsRefused: 6 })
  const wrong = [
    [2, 'Numerator', 'numerator_over_denominator', '300'],
    [3, 'Value', 'out_of_range', '240'],
    [4, 'Period', 'unknown_reference', 'Q9'],
    [5, 'School Code', 'unknown_school', '01B009'],
    [7, 'Value', 'conflicts_with_earlier_row', '77'],
    [8, 'Period', 'other_period', 'Q2'],
  ]
  expect(await problemsOf(checked)).toEqual(wrong)
  // Looked through, not brought in.
  expect(await figures(checked)).toEqual([])
  const done = await perform(test, body.id, 'run')
  expect(await problemsOf(done)).toEqual(wrong)
  expect(await figures(done)).toEqual([
    { code: '01B001', metric: 'chronic_absence_rate', value: 30 },
    { code: '01B001', metric: 'graduation_rate', value: 88 },
  ])
})

it('asks what a renamed header means, and remembers the answer', async () => {
  const file = csv('School Code,School Year,Pupils away a lot (pct)', '01B001,2022-23,21.5')
  const { body } = await upload(test, 'measurements', 'renamed.csv', file)
  expect(body.columns[2]).toMatchObject({ header: 'Pupils away a lot (pct)', guess: null })
  const done = await bringIn(
    test,
    'measurements',
    { name: 'renamed.csv', content: file },
    { map: { 'Pupils away a lot (pct)': 'value:chronic_absence_rate' } },
  )
  expect(await figures(done)).toEqual([{ code: '01B001', metric: 'chronic_absence_rate', value: 21.5 }])
  const again = await upload(test, 'measurements', 'next year.csv', file.replace('2022-23', '2024-25'))
  expect(again.body.mapping[2]).toBe('value:chronic_absence_rate')
})

it('reads a file of older Excel as it was written, and says so', async () => {
  const file = Buffer.from(
    csv('School Code,School Name,School Year', '01B003,Escuela Peña,2023-24'),
    'latin1',
  )
  const done = await bringIn(test, 'schools', { name: 'escuelas.csv', content: file })
  expect(done.notes).toEqual(expect.arrayContaining([{ code: 'read_as_windows_1252', params: {} }]))
  expect(await test.sql(`select name from schools where code = '01B003'`)).toEqual([{ name: 'Escuela Peña' }])
})

it('takes a date where a figure was for no figure', async () => {
  const sheet = `<worksheet><sheetData>${row(1, 'School Code', 'School Year', 'Graduation rate')}
    <row r="2"><c r="A2" t="inlineStr"><is><t>01B001</t></is></c><c r="B2" t="inlineStr"><is><t>2024-25</t></is></c><c r="C2" s="1"><v>45542</v></c></row>
    <row r="3"><c r="A3" t="inlineStr"><is><t>01B002</t></is></c><c r="B3" t="inlineStr"><is><t>2024-25</t></is></c><c r="C3"><v>81</v></c></row>
  </sheetData></worksheet>`
  const content = await zipOf(workbook(sheet))
  const done = await bringIn(test, 'measurements', { name: 'dates.xlsx', content })
  expect(await problemsOf(done)).toEqual([[1, 'Graduation rate', 'not_a_number', '2024-09-07']])
  expect(await figures(done)).toEqual([{ code: '01B002', metric: 'graduation_rate', value: 81 }])
})

it('reads JSON as other systems give it, and changes nothing the second time', async () => {
  const items = [
    { school: { code: '01B001' }, schoolYear: '2021-22', metric: 'chronic_absence_rate', value: 19.5 },
    { school: { code: '01B002' }, schoolYear: '2021-22', metric: 'chronic_absence_rate', value: 's' },
    { school: { code: '01B009' }, schoolYear: '2021-22', metric: 'chronic_absence_rate', value: 4 },
  ]
  const file = { name: 'figures.json', content: JSON.stringify({ nextCursor: null, items }) }
  const done = await bringIn(test, 'measurements', file, { map: { 'school.code': 'schoolCode' } })
  expect(done).toMatchObject({ rowsTotal: 3, rowsKept: 2, rowsRefused: 1 })
  expect(await problemsOf(done)).toEqual([[3, 'school.code', 'unknown_school', '01B009']])
  expect(await figures(done)).toEqual([
    { code: '01B001', metric: 'chronic_absence_rate', value: 19.5 },
    { code: '01B002', metric: 'chronic_absence_rate', value: null },
  ])
  const again = await bringIn(test, 'measurements', file, { map: { 'school.code': 'schoolCode' } })
  expect(again.counts).toMatchObject({ measurements: { new: 0, updated: 0, unchanged: 2 } })
})
