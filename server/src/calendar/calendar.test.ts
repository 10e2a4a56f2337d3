import { describe, expect, it } from 'vitest'
import { calendarContract as api } from '@common-table/shared/calendar/contract'
import type { YearPart } from '@common-table/shared/calendar/schemas'
import { currentSchoolYear } from './index.ts'
import { foundDistrict } from '../district/found-district.ts'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const years = async (role: 'viewer' | 'admin' = 'viewer') => (await test.as(role)(api.listSchoolYears)).items
const labelled = async (label: string) => (await years()).find((year) => year.label === label)!
const partsOf = (year: Awaited<ReturnType<typeof labelled>>): YearPart[] =>
  year.periods.flatMap(({ id: _, kind, ...rest }) => (kind === 'year' ? [] : [{ kind, ...rest }]))

describe('a new district', () => {
  it('has school years from 2013-14 to the one after today, each with four quarters', async () => {
    const all = await years()
    expect(all.map(({ label }) => label)).toEqual([
      '2025-26',
      '2024-25',
      '2023-24',
      '2022-23',
      '2021-22',
      '2020-21',
      '2019-20',
      '2018-19',
      '2017-18',
      '2016-17',
      '2015-16',
      '2014-15',
      '2013-14',
    ])
    expect(all.map(({ periods }) => periods.map(({ kind }) => kind).join())).toEqual(
      all.map(() => 'year,quarter,quarter,quarter,quarter'),
    )
    expect((await labelled('2024-25')).periods[2]).toMatchObject({
      label: 'Q2',
      startsOn: '2024-10-01',
      endsOn: '2024-12-31',
    })
  })

  it('has its groups, categories and metrics, and founding it again changes nothing', async () => {
    const count = () =>
      test.sql(
        `select (select count(*) from student_groups where district_id = $1)::integer as groups,
        (select count(*) from categories where district_id = $1)::integer as categories,
        (select count(*) from metrics where district_id = $1)::integer as metrics,
        (select count(*) from need_rules where district_id = $1)::integer as rules,
        (select count(*) from periods where district_id = $1)::integer as periods,
        (select count(*) from audit_log where district_id = $1)::integer as changes`,
        [district],
      )
    const [before] = await count()
    expect(before).toMatchObject({ groups: 16, categories: 46, rules: 7, periods: 13 * 5 })
    expect(before!.metrics).toBeGreaterThan(30)
    await foundDistrict(test.services, district, { today: '2025-01-15' })
    expect(await count()).toEqual([before])
  })
})

describe('the current school year', () => {
  it('follows from the day', async () => {
    const at = async (today: string) => (await currentSchoolYear(test.services.read(district), today))?.label
    expect(await at('2025-01-15')).toBe('2024-25')
    expect(await at('2025-07-01')).toBe('2025-26')
    expect(await at('2031-01-01')).toBe('2025-26')
    expect(await at('2001-01-01')).toBeUndefined()
    expect((await years()).filter(({ current }) => current)).toHaveLength(1)
  })
})

describe('changing school years', () => {
  it('adds the next one, and gives it own dates', async () => {
    await test.sql(
      "insert into school_years (district_id, label, starts_on, ends_on) values ($1, '2088-89', '2088-07-01', '2089-06-30')",
      [district],
    )
    const added = await test.as('admin')(api.addNextSchoolYear, { body: {} })
    expect(added).toMatchObject({
      label: '2089-90',
      startsOn: '2089-07-01',
      endsOn: '2090-06-30',
      inUse: false,
    })
    const changed = await test.as('admin')(api.changeSchoolYear, {
      params: { schoolYearId: added.id },
      ifMatch: added.version,
      body: {
        startsOn: '2089-08-17',
        endsOn: '2090-06-04',
        parts: [
          { kind: 'semester', ordinal: 1, label: 'Fall', startsOn: '2089-08-17', endsOn: '2089-12-18' },
          { kind: 'semester', ordinal: 2, label: 'Spring', startsOn: '2090-01-04', endsOn: '2090-06-04' },
        ],
      },
    })
    expect(changed.periods.map(({ kind, label, startsOn }) => [kind, label, startsOn])).toEqual([
      ['year', '2089-90', '2089-08-17'],
      ['semester', 'Fall', '2089-08-17'],
      ['semester', 'Spring', '2090-01-04'],
    ])
    expect(changed.version).toBe(added.version + 1)
    await test.as('admin')(api.removeSchoolYear, { params: { schoolYearId: added.id } })
    expect((await years())[0]!.label).toBe('2088-89')
  })

  it('refuses dates outside the year, naming the field, and changes nothing', async () => {
    const year = await labelled('2023-24')
    const parts = partsOf(year)
    parts[0] = { ...parts[0]!, startsOn: '2023-05-01' }
    await expect(
      test.as('admin')(api.changeSchoolYear, {
        params: { schoolYearId: year.id },
        ifMatch: year.version,
        body: { startsOn: year.startsOn, endsOn: year.endsOn, parts },
      }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'parts.0.startsOn', rule: 'inside' }],
    })
    await expect(
      test.as('admin')(api.changeSchoolYear, {
        params: { schoolYearId: year.id },
        ifMatch: year.version,
        body: { startsOn: year.startsOn, endsOn: '2024-07-15', parts: [] },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'endsOn', rule: 'overlap' }] })
    expect(await labelled('2023-24')).toEqual(year)
  })

  it('refuses a change made on an old version', async () => {
    const year = await labelled('2022-23')
    const change = {
      params: { schoolYearId: year.id },
      ifMatch: year.version,
      body: { startsOn: '2022-08-01', endsOn: '2023-06-30', parts: [] },
    }
    await test.as('admin')(api.changeSchoolYear, change)
    await expect(test.as('admin')(api.changeSchoolYear, change)).rejects.toMatchObject({
      code: 'stale',
      current: { startsOn: '2022-08-01' },
    })
  })

  it('keeps a year that figures belong to, the current one, and one in the middle', async () => {
    const first = (await years()).at(-1)!
    await test.sql(
      `insert into measurements (district_id, metric_id, group_id, period_id, value)
       select $1, m.id, g.id, p.id, 90 from metrics m, student_groups g, periods p
       where m.district_id = $1 and m.code = 'attendance_rate' and g.district_id = $1 and g.code = 'all'
         and p.district_id = $1 and p.school_year_id = $2 and p.kind = 'year'`,
      [district, first.id],
    )
    const remove = (year: { id: string }) =>
      test.as('admin')(api.removeSchoolYear, { params: { schoolYearId: year.id } })
    await expect(remove(first)).rejects.toMatchObject({ code: 'still-in-use' })
    await expect(remove(await labelled('2018-19'))).rejects.toMatchObject({ code: 'step-not-possible' })
    const quarterless = { startsOn: first.startsOn, endsOn: first.endsOn, parts: [] }
    await test.as('admin')(api.changeSchoolYear, {
      params: { schoolYearId: first.id },
      ifMatch: first.version,
      body: quarterless,
    })
  })

  it('keeps a quarter that figures belong to', async () => {
    const year = await labelled('2020-21')
    await test.sql(
      `insert into measurements (district_id, metric_id, group_id, period_id, value)
       select $1, m.id, g.id, $2, 90 from metrics m, student_groups g
       where m.district_id = $1 and m.code = 'attendance_rate' and g.district_id = $1 and g.code = 'all'`,
      [district, year.periods.find(({ label }) => label === 'Q2')!.id],
    )
    await expect(
      test.as('admin')(api.changeSchoolYear, {
        params: { schoolYearId: year.id },
        ifMatch: year.version,
        body: { startsOn: year.startsOn, endsOn: year.endsOn, parts: [] },
      }),
    ).rejects.toMatchObject({ code: 'still-in-use' })
    expect((await labelled('2020-21')).periods).toHaveLength(5)
  })

  it('is nothing another district can do', async () => {
    const year = await labelled('2013-14')
    const stranger = test.as('admin', { districtId: otherDistrict })
    await expect(stranger(api.removeSchoolYear, { params: { schoolYearId: year.id } })).rejects.toMatchObject(
      { code: 'not-found' },
    )
    await expect(
      stranger(api.changeSchoolYear, {
        params: { schoolYearId: year.id },
        ifMatch: year.version,
        body: { startsOn: year.startsOn, endsOn: year.endsOn, parts: [] },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
