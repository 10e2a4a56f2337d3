import { describe, expect, it } from 'vitest'
import { publishedTable, type StoredFigure } from './published-table.ts'
import type { PublicCell } from './suppression.ts'

const figure = (
  school: string | null,
  group: string,
  value: number | null,
  denominator: number | null,
  status: StoredFigure['status'] = 'reported',
  dimension = group === 'all' ? 'all' : 'race',
): StoredFigure => ({
  school,
  group,
  dimension,
  status,
  value,
  numerator: value === null || denominator === null ? null : Math.round((value * denominator) / 100),
  denominator,
})
const publish = (figures: StoredFigure[]) => publishedTable(figures, { unit: 'percent', threshold: 10 })
const words = (cell: PublicCell | undefined) =>
  cell === undefined ? 'absent' : cell.suppressed ? cell.reason : cell.value

describe('a table as everyone may see it', () => {
  it('gives the district what its schools add up to, weighted by their students', () => {
    const rows = publish([figure('a', 'all', 50, 100), figure('b', 'all', 80, 300)])
    const district = rows.find(({ school }) => school === null)!
    expect(district).toMatchObject({ method: 'weighted', cells: { all: { value: 72.5, n: 400 } } })
  })

  it('keeps the district’s own figure where the source gives one', () => {
    const rows = publish([
      figure(null, 'all', 71, 400),
      figure('a', 'all', 50, 100),
      figure('b', 'all', 80, 300),
    ])
    expect(rows.find(({ school }) => school === null)).toMatchObject({
      method: 'reported',
      cells: { all: { value: 71 } },
    })
  })

  it('hides a small school and one more, so that the district’s figure does not give it away', () => {
    const rows = publish([figure('a', 'all', 50, 6), figure('b', 'all', 40, 60), figure('c', 'all', 55, 200)])
    expect(rows.map(({ school, cells }) => [school, words(cells.all)])).toEqual(
      expect.arrayContaining([
        ['a', 'small_n'],
        ['b', 'complementary'],
        ['c', 55],
      ]),
    )
  })

  it('keeps what the source withheld or capped out of every sum, as the source put it', () => {
    const rows = publish([
      figure('a', 'all', 50, 100),
      figure('b', 'all', 60, 100),
      figure('c', 'all', null, null, 'suppressed'),
      figure('d', 'all', 95, null, 'above'),
    ])
    expect(rows.find(({ school }) => school === null)!.cells.all).toMatchObject({ value: 55, n: 200 })
    expect(rows.find(({ school }) => school === 'd')!.cells.all).toMatchObject({
      reason: 'source',
      label: '>95%',
    })
    expect(words(rows.find(({ school }) => school === 'c')!.cells.all)).toBe('source')
  })

  it('says plain mean where no school states its size', () => {
    const rows = publish([figure('a', 'all', 50, null), figure('b', 'all', 70, null)])
    expect(rows.find(({ school }) => school === null)).toMatchObject({
      method: 'unweighted',
      cells: { all: { value: 60, n: null } },
    })
  })

  it('protects the rest where only one group of a dimension is reported, and keeps the total', () => {
    const disabled = (n: number) => figure('a', 'students_with_disabilities', 50, n, 'reported', 'disability')
    const seen = (n: number) =>
      publish([figure('a', 'all', 50, 100), disabled(n), figure('b', 'all', 50, 90)]).find(
        ({ school }) => school === 'a',
      )!
    expect(words(seen(6).cells.all)).toBe(50)
    expect(words(seen(6).cells.students_with_disabilities)).toBe('small_n')
    expect(words(seen(40).cells.students_with_disabilities)).toBe(50)
    // 96 of 100: the four others could be had by subtraction.
    expect(words(seen(96).cells.students_with_disabilities)).toBe('complementary')
  })
})

describe('figures of partnerships and services in the same table', () => {
  const of = (
    id: string,
    scope: NonNullable<StoredFigure['scope']>,
    value: number,
    denominator: number,
  ): StoredFigure => ({ ...figure(id, 'all', value, denominator), scope })
  const partnership = { kind: 'partnership' } as const
  const shownIn = (rows: ReturnType<typeof publish>, id: string | null) =>
    words(rows.find(({ school }) => school === id)?.cells.all)

  it('never change what schools and the district show: what no partnership delivers stands between them', () => {
    const schools = [figure('a', 'all', 50, 400), figure('b', 'all', 60, 500)]
    const rows = publish([...schools, of('p', partnership, 50, 6), of('q', partnership, 60, 100)])
    expect(['a', 'b', null].map((id) => shownIn(rows, id))).toEqual([50, 60, (200 + 300) / 9])
    expect(shownIn(rows, 'p')).toBe('small_n')
  })

  it('take one another along where they are all there is of a whole', () => {
    const whole = figure(null, 'all', 50, 206)
    const rows = publish([
      whole,
      of('p', partnership, 50, 6),
      of('q', partnership, 50, 100),
      of('r', partnership, 50, 100),
    ])
    expect(shownIn(rows, 'p')).toBe('small_n')
    // Otherwise the total without the two others would tell the six.
    expect(['q', 'r'].map((id) => shownIn(rows, id)).filter((seen) => seen === 'complementary')).toHaveLength(
      1,
    )
  })

  it('a service is a part of the one partnership that delivers it', () => {
    const service = { kind: 'service', under: 'p' } as const
    const rows = publish([
      of('p', partnership, 50, 108),
      of('s', service, 50, 8),
      of('t', service, 50, 100),
      of('u', { kind: 'service' }, 50, 100),
    ])
    expect([shownIn(rows, 's'), shownIn(rows, 'u')]).toEqual(['small_n', 50])
    expect(shownIn(rows, 't')).toBe('complementary')
  })
})
