import { describe, expect, it } from 'vitest'
import { visibleMeasurements, type MeasurementRow } from './visible-measurements.ts'

const row = (school: string | null, race: string | null, n: number, period = '2024-25'): MeasurementRow => ({
  metric: 'chronic_absence_count',
  measure: 'count',
  period,
  school,
  group: race === null ? null : { dimension: 'race', code: race },
  value: n,
  n,
})
const look = (rows: MeasurementRow[]): (string | number | null)[] =>
  visibleMeasurements(rows, { threshold: 10, viewer: 'public' }).rows.map(({ cell }) =>
    cell.suppressed ? cell.reason : cell.value,
  )

describe('measurements as others see them', () => {
  it('a small group takes another group of its school along, and its school another school', () => {
    const lincoln = [
      row('lincoln', 'a', 4),
      row('lincoln', 'b', 30),
      row('lincoln', 'c', 50),
      row('lincoln', null, 84),
    ]
    const grant = [
      row('grant', 'a', 20),
      row('grant', 'b', 25),
      row('grant', 'c', 60),
      row('grant', null, 105),
    ]
    const district = [row(null, 'a', 24), row(null, 'b', 55), row(null, 'c', 110), row(null, null, 189)]
    expect(look(lincoln.concat(grant, district))).toEqual([
      'small_n',
      'complementary',
      50,
      84,
      'complementary',
      'complementary',
      60,
      105,
      24,
      55,
      110,
      189,
    ])
  })
  it('the sum of the schools counts as known where no district row is given', () => {
    expect(look([row('a', null, 3), row('b', null, 40), row('c', null, 90)])).toEqual([
      'small_n',
      'complementary',
      90,
    ])
  })
  it('periods are tables of their own', () => {
    const rows = [
      row('a', null, 3),
      row('b', null, 40),
      row('a', null, 30, '2023-24'),
      row('b', null, 41, '2023-24'),
    ]
    expect(look(rows)).toEqual(['small_n', 'complementary', 30, 41])
  })
  it('a single row has nothing to be worked out from', () => {
    expect(look([row('a', 'x', 3)])).toEqual(['small_n'])
  })
  it('only the data steward reads stored numbers, and the answer says that it was a raw read', () => {
    const rows = [row('a', null, 3)]
    const raw = visibleMeasurements(rows, { threshold: 10, viewer: 'data_steward' })
    expect(raw.rawRead).toBe(true)
    expect(raw.rows[0]!.cell).toMatchObject({ value: 3, suppressed: false })
    for (const viewer of ['staff', 'partner', 'public'] as const) {
      const seen = visibleMeasurements(rows, { threshold: 10, viewer })
      expect(seen.rawRead).toBe(false)
      expect(seen.rows[0]!.cell).toMatchObject({ value: null, n: null, suppressed: true })
    }
  })
})
