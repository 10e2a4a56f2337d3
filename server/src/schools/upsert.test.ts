import { describe, expect, it } from 'vitest'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'
import { upsertSchools, type SchoolRow } from './index.ts'

const test = useApi()
const system = { kind: 'system', id: null, name: 'import', requestId: null } as const
const bring = (rows: SchoolRow[], districtId = district) =>
  test.services.write(districtId, system, (db) => upsertSchools(db, rows))
const outcomes = async (rows: SchoolRow[]) =>
  (await bring(rows)).map(({ code, outcome, version }) => [code, outcome, version]).sort()

describe('bringing in schools', () => {
  const rows: SchoolRow[] = [
    {
      code: '01M015',
      name: 'P.S. 015 Roberto Clemente',
      level: 'elementary',
      grades: ['PK', 'K'],
      enrolment: 200,
      latitude: 40.7,
      longitude: -73.9,
    },
    { code: '01M019', name: 'P.S. 019 Asher Levy', enrolment: 210 },
  ]

  it('creates, changes and leaves alone, and says what a changed school was', async () => {
    expect(await outcomes(rows)).toEqual([
      ['01M015', 'created', 1],
      ['01M019', 'created', 1],
    ])
    expect(await outcomes(rows)).toEqual([
      ['01M015', 'unchanged', 1],
      ['01M019', 'unchanged', 1],
    ])
    const again = await bring([{ ...rows[0]!, enrolment: 205 }, rows[1]!])
    expect(again.find(({ code }) => code === '01M015')).toMatchObject({
      outcome: 'updated',
      version: 2,
      before: { enrolment: 200, grades: ['PK', 'K'], name: 'P.S. 015 Roberto Clemente' },
    })
    expect(again.find(({ code }) => code === '01M019')).toMatchObject({
      outcome: 'unchanged',
      version: 1,
      before: null,
    })
  })

  it('keeps what a row does not speak of', async () => {
    await bring([{ code: '01M015', phone: '212-555-0100' }])
    const [school] = await test.sql(
      "select name, enrolment, phone, level, grades from schools where code = '01M015'",
    )
    expect(school).toEqual({
      name: 'P.S. 015 Roberto Clemente',
      enrolment: 205,
      phone: '212-555-0100',
      level: 'elementary',
      grades: ['PK', 'K'],
    })
  })

  it('takes the last of two rows with one code, and a nameless new school by its code', async () => {
    expect(
      await outcomes([{ code: 'A', name: 'First' }, { code: 'A', name: 'Second' }, { code: 'B' }]),
    ).toEqual([
      ['A', 'created', 1],
      ['B', 'created', 1],
    ])
    expect(await test.sql("select name from schools where code in ('A', 'B') order by code")).toEqual([
      { name: 'Second' },
      { name: 'B' },
    ])
  })

  it('gives each new school its counts, and never touches another district', async () => {
    await bring(rows, otherDistrict)
    const [{ counted, schools }] = (await test.sql(
      'select (select count(*) from school_counts)::integer as counted, (select count(*) from schools)::integer as schools',
    )) as [{ counted: number; schools: number }]
    expect(counted).toBe(schools)
    expect(
      await test.sql('select enrolment from schools where code = $1 order by enrolment', ['01M015']),
    ).toEqual([{ enrolment: 200 }, { enrolment: 205 }])
  })

  it('brings in thousands at once', async () => {
    const many = Array.from({ length: 1500 }, (_, at) => ({
      code: `S${at}`,
      name: `School ${at}`,
      enrolment: at,
    }))
    expect((await bring(many)).filter(({ outcome }) => outcome === 'created')).toHaveLength(1500)
    expect((await bring(many)).filter(({ outcome }) => outcome === 'unchanged')).toHaveLength(1500)
  })
})
