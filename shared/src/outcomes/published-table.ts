import type { Bound } from './bands.ts'
import { EVERYONE } from './group-of-everyone.ts'
import type { Unit } from './measured-value.ts'
import { measureOf } from './metric-dictionary.ts'
import { metBy, type RawCell } from './raw-cell.ts'
import { rollUp, type RolledUp } from './rollup.ts'
import { rawCell, suppressCells, type Beyond, type PublicCell } from './suppression.ts'
import {
  keyedTable,
  visibleMeasurements,
  type DeliveryPlace,
  type MeasurementRow,
} from './visible-measurements.ts'

/**
 * One figure as it is stored. `school` null is the district's own; with a scope it is the id of a partnership or service.
 * `group` is a student group's code.
 */
export type StoredFigure = {
  readonly school: string | null
  readonly scope?: DeliveryPlace | null
  readonly group: string
  readonly dimension: string
  readonly status: 'reported' | 'suppressed' | 'missing' | 'above' | 'below'
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
}

export type PublishedRow = {
  readonly school: string | null
  readonly scope?: DeliveryPlace
  readonly cells: Readonly<Record<string, PublicCell>>
  readonly method: RolledUp['method'] | 'reported'
}

/** A place in a series where nothing was measured. */
export const noFigure: PublicCell = rawCell({ key: '', measure: 'score', value: null, n: null })

const whole = (n: number | null) => (n === null ? null : Math.round(n))

const boundOf = (status: 'above' | 'below', value: number, unit: Unit): Bound => ({
  kind: status,
  value,
  unit: unit === 'percent' ? 'percent' : unit === 'count' ? 'people' : 'points',
})

/** A stored figure as the rules read it. What the source withheld, capped or lacked stays as the source put it. */
export const rowOf = (figure: StoredFigure, unit: Unit): MeasurementRow => {
  const { school, group, dimension, status, value, denominator } = figure
  const measure = measureOf(unit)
  const numerator = measure === 'rate' ? whole(figure.numerator) : null
  const printed =
    status === 'reported'
      ? undefined
      : status === 'suppressed' || status === 'missing'
        ? status
        : value === null
          ? ('suppressed' as const)
          : boundOf(status, value, unit)
  return {
    metric: '',
    period: '',
    school,
    ...(figure.scope && { scope: figure.scope }),
    group: group === EVERYONE ? null : { dimension, code: group },
    measure,
    value: printed === undefined ? value : null,
    n: measure === 'count' ? whole(value) : whole(denominator),
    ...(measure === 'rate' && { numerator }),
    ...(printed !== undefined && { printed }),
  }
}

const codeOf = ({ group }: MeasurementRow) => group?.code ?? EVERYONE

/** The district's row of a group where the source gave none: what its schools add up to, to the person. */
const rolledRow = (
  rows: readonly MeasurementRow[],
): { row: MeasurementRow; method: RolledUp['method'] } | null => {
  const [first] = rows
  if (!first) return null
  const parts = rows
    .filter(({ printed }) => printed === undefined)
    .map((row) => ({ value: row.value, n: row.n, numerator: metBy({ ...row, key: '' }) }))
  const { value, n, numerator, method } = rollUp(parts, first.measure)
  if (value === null) return null
  const { metric, period, group, measure } = first
  return {
    row: { metric, period, school: null, group, measure, value, n, ...(measure === 'rate' && { numerator }) },
    method,
  }
}

/** Shown alone: a figure made only of figures that are shown. */
const ofShown = (measure: RawCell['measure'], shown: readonly PublicCell[]): PublicCell | null => {
  const { value, n } = rollUp(shown, measure, { allowUnweighted: true })
  if (value === null) return null
  // A mean of rates has no people of its own to protect: it is screened as a score is.
  const cell: RawCell = { key: '', measure: n === null ? 'score' : measure, value, n }
  return suppressCells([cell], [], 0).cells.get('') ?? null
}

/**
 * The figure of some of the district's schools. It is made of shown figures only, so that leaving out or adding a school
 * never tells what a hidden one says.
 */
export const figureOfShown = (unit: Unit, shown: readonly PublicCell[]): PublicCell | null =>
  ofShown(measureOf(unit), shown)

/** The rules a table is screened by. */
export type ScreeningRules = { readonly unit: Unit; readonly threshold: number } & Beyond

type Rolled = { readonly code: string; readonly row: MeasurementRow; readonly method: RolledUp['method'] }

/** The rows of a table: those stored, and the district's where the source gave none. */
const rowsOf = (figures: readonly StoredFigure[], unit: Unit) => {
  const stored = figures.map((figure) => rowOf(figure, unit))
  const ofDistrict = new Set(stored.filter(({ school }) => school === null).map(codeOf))
  const rolled = [
    ...Map.groupBy(
      stored.filter(({ school, scope }) => school !== null && !scope),
      codeOf,
    ),
  ].flatMap(([code, rows]): Rolled[] => {
    const made = ofDistrict.has(code) ? null : rolledRow(rows)
    return made ? [{ code, ...made }] : []
  })
  return { rows: [...stored, ...rolled.map(({ row }) => row)], rolled, ofDistrict }
}

/** The cells and sums of a table beside what of each cell is printed: what whoever tries to see behind it works with. */
export const printedTable = (
  figures: readonly StoredFigure[],
  unit: Unit,
  published: readonly PublishedRow[],
) => {
  const { rows } = rowsOf(figures, unit)
  const { cells, rests, partitions } = keyedTable(rows)
  const printed = new Map(published.map(({ school, cells }) => [school, cells]))
  const seen = (row: MeasurementRow) => printed.get(row.school)?.[codeOf(row)] ?? null
  const places = new Map(
    cells.map(({ key }, at) => [key, { school: rows[at]!.school, group: codeOf(rows[at]!) }]),
  )
  return {
    cells: [
      ...cells.map((raw, at) => ({ raw, seen: seen(rows[at]!) })),
      ...rests.map((raw) => ({ raw, seen: null })),
    ],
    partitions,
    /** Which school and group a cell of these is; the rests are nobody's row. */
    places,
  }
}

/**
 * A whole table (every school and group of one metric and period) as everyone may see it, with the district's own figures:
 * those the source gave, else those its schools add up to. Nothing else is ever shown to anybody but the data steward.
 */
export const publishedTable = (
  figures: readonly StoredFigure[],
  { unit, ...rules }: ScreeningRules,
): PublishedRow[] => {
  const { rows: table, rolled, ofDistrict } = rowsOf(figures, unit)
  const { rows } = visibleMeasurements(table, { ...rules, viewer: 'staff' })
  const methods = new Map<string, RolledUp['method']>(rolled.map(({ code, method }) => [code, method]))
  const bySchool = Map.groupBy(rows, ({ row }) => row.school)
  const published = [...bySchool].map(([school, seen]): PublishedRow => {
    const cells = Object.fromEntries(seen.map(({ row, cell }) => [codeOf(row), cell]))
    const scope = seen[0]?.row.scope
    const method =
      school === null && !ofDistrict.has(EVERYONE) ? (methods.get(EVERYONE) ?? 'none') : 'reported'
    return { school, ...(scope && { scope }), cells, method }
  })
  return published.some(({ school, cells }) => school === null && cells[EVERYONE] !== undefined)
    ? published
    : withPlainMean(published, unit)
}

/** Where no school states its size: the plain mean of what is shown, by that name. */
const withPlainMean = (published: PublishedRow[], unit: Unit): PublishedRow[] => {
  const mean = figureOfShown(
    unit,
    published.flatMap(({ school, scope, cells }) =>
      school !== null && !scope && cells[EVERYONE] ? [cells[EVERYONE]] : [],
    ),
  )
  if (mean === null) return published
  const own = published.find(({ school }) => school === null)
  const row: PublishedRow = { school: null, cells: { ...own?.cells, [EVERYONE]: mean }, method: 'unweighted' }
  return [...published.filter(({ school }) => school !== null), row]
}
