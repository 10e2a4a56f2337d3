import { metBy, type Partition, type RawCell } from './raw-cell.ts'
import { rawCell, suppressCells, withheld, type Beyond, type PublicCell } from './suppression.ts'

/** What a figure of delivery is of; `under`: the one partnership that delivers the service. */
export type DeliveryPlace = { readonly kind: 'partnership' | 'service'; readonly under?: string | null }

/** One stored measurement. `school` null is the district's own row; `group` null is the row of all students. */
export type MeasurementRow = Omit<RawCell, 'key'> & {
  readonly metric: string
  readonly period: string
  readonly school: string | null
  /** A partnership or service stands in the place of a school, under its own id. */
  readonly scope?: DeliveryPlace
  /** A group belongs to a dimension whose groups add up to all students: race, gender, language. */
  readonly group: { readonly dimension: string; readonly code: string } | null
}

/** Who asks. Only the data steward reads stored numbers, and the caller records that read. */
export type Viewer = 'data_steward' | 'staff' | 'partner' | 'public'

export type VisibleRow<Row> = { readonly row: Row; readonly cell: PublicCell }

const groupName = ({ group }: MeasurementRow) => (group ? `${group.dimension}=${group.code}` : '*')
const keyOf = (school: string | null, group: string) => JSON.stringify([school, group])

/** What is left of a whole without these parts, as a cell of its own; null where the figures do not fit each other. */
const restOf = (all: RawCell, parts: readonly RawCell[], key: string): RawCell | null => {
  if ([all, ...parts].some((cell) => cell.n === null || cell.printed !== undefined)) return null
  const n = parts.reduce((left, part) => left - part.n!, all.n!) // none is null, as asked above
  const met = [all, ...parts].map(metBy)
  const numerator = met.includes(null)
    ? null
    : met.slice(1).reduce<number>((left, own) => left - own!, met[0]!) // none is null
  if (n < 0 || (numerator !== null && (numerator < 0 || numerator > n))) return null
  const value = all.measure === 'count' ? n : numerator === null || n === 0 ? null : (100 * numerator) / n
  return { key, measure: all.measure, value, n, numerator }
}

/** A table as the rules read it: its cells by school and group, what is left where one group stands alone, the sums. */
export type KeyedTable = {
  readonly cells: readonly RawCell[]
  readonly rests: readonly RawCell[]
  readonly partitions: readonly Partition[]
}

/** One table of one metric and period, its cells in the order of the rows. */
export const keyedTable = (rows: readonly MeasurementRow[]): KeyedTable => {
  const cells = rows.map((row) => ({ ...row, key: keyOf(row.school, groupName(row)) }))
  return { cells, ...partitionsOf(rows.map((row, at) => ({ row, cell: cells[at]! }))) }
}

type Keyed = { readonly row: MeasurementRow; readonly cell: RawCell }

/** The sums over places: schools of the district, partnerships and services of it, services of a partnership. */
const sumsOver = ({ school, scope }: MeasurementRow, group: string): { name: string; total: string }[] => {
  if (school === null) return []
  const ofDistrict = keyOf(null, group)
  if (!scope) return [{ name: JSON.stringify(['schools', group]), total: ofDistrict }]
  const own = { name: JSON.stringify([scope.kind, group]), total: ofDistrict }
  return scope.under
    ? [own, { name: JSON.stringify(['under', scope.under, group]), total: keyOf(scope.under, group) }]
    : [own]
}

/**
 * The sums a district publishes: groups of a school's students, schools of the district, partnerships and services, total
 * printed or not. Where only one group of a dimension is reported (students with disabilities), everyone else is nobody's
 * row and yet anyone's subtraction: the rest is protected as a cell that is not shown. So is what no partnership delivers.
 */
const partitionsOf = (rows: readonly Keyed[]): { partitions: Partition[]; rests: RawCell[] } => {
  const byKey = new Map(rows.map(({ cell }) => [cell.key, cell]))
  const members = new Map<
    string,
    { cells: RawCell[]; total: string; kind: 'groups' | 'schools' | 'delivery' }
  >()
  const add = (partition: string, cell: RawCell, total: string, kind: 'groups' | 'schools' | 'delivery') => {
    const known = members.get(partition)
    if (known) known.cells.push(cell)
    else members.set(partition, { cells: [cell], total, kind })
  }
  for (const { row, cell } of rows) {
    if (row.group)
      add(JSON.stringify(['groups', row.school, row.group.dimension]), cell, keyOf(row.school, '*'), 'groups')
    for (const { name, total } of sumsOver(row, groupName(row)))
      add(name, cell, total, row.scope ? 'delivery' : 'schools')
  }
  const rests: RawCell[] = []
  const partitions = [...members].flatMap(([name, { cells, total, kind }]): Partition[] => {
    const whole = byKey.get(total)
    const keys = cells.map(({ key }) => key)
    if (kind === 'delivery' || (kind === 'groups' && cells.length === 1)) {
      // Partnerships need not add up to the district: where they exceed it they overlap, and the total tells nothing.
      const rest = whole ? restOf(whole, cells, `rest ${name}`) : null
      if (!rest) return kind === 'delivery' && keys.length > 1 ? [{ members: keys }] : []
      if (kind === 'delivery' && rest.n === 0) return [{ members: keys, total }]
      rests.push(rest)
      return [{ members: [...keys, rest.key], total }]
    }
    if (whole) return [{ members: keys, total }]
    return keys.length > 1 ? [{ members: keys }] : []
  })
  return { partitions, rests }
}

/**
 * Measurements as a viewer may see them, in the order given. Hand over whole tables (every school and group of a metric
 * and period, with the totals) and filter what comes back: a table cut down first would hide less than it must.
 */
export const visibleMeasurements = <Row extends MeasurementRow>(
  rows: readonly Row[],
  { threshold, viewer, ...beyond }: { readonly threshold: number; readonly viewer: Viewer } & Beyond,
): { rows: VisibleRow<Row>[]; rawRead: boolean } => {
  if (viewer === 'data_steward') {
    return { rows: rows.map((row) => ({ row, cell: rawCell({ ...row, key: '' }) })), rawRead: true }
  }
  const answers = new Map<Row, PublicCell>()
  for (const table of Map.groupBy(rows, ({ metric, period }) => JSON.stringify([metric, period])).values()) {
    const { cells, rests, partitions } = keyedTable(table)
    const { cells: seen, unprotected } = suppressCells([...cells, ...rests], partitions, threshold, beyond)
    table.forEach((row, at) => {
      const cell = seen.get(cells[at]!.key)
      // A table that cannot be protected is not published at all.
      answers.set(row, cell && unprotected.length === 0 ? cell : withheld('complementary'))
    })
  }
  return { rows: rows.map((row) => ({ row, cell: answers.get(row)! })), rawRead: false }
}
