import type { Partition, RawCell } from './raw-cell.ts'
import { rawCell, suppressCells, withheld, type PublicCell } from './suppression.ts'

/** One stored measurement. `school` null is the district's own row; `group` null is the row of all students. */
export type MeasurementRow = Omit<RawCell, 'key'> & {
  readonly metric: string
  readonly period: string
  readonly school: string | null
  /** A group belongs to a dimension whose groups add up to all students: race, gender, language. */
  readonly group: { readonly dimension: string; readonly code: string } | null
}

/** Who asks. Only the data steward reads stored numbers, and the caller records that read. */
export type Viewer = 'data_steward' | 'staff' | 'partner' | 'public'

export type VisibleRow<Row> = { readonly row: Row; readonly cell: PublicCell }

const groupName = ({ group }: MeasurementRow) => (group ? `${group.dimension}=${group.code}` : '*')
const keyOf = (school: string | null, group: string) => JSON.stringify([school, group])

/** The sums a district publishes: groups of a school's students, and schools of the district, total printed or not. */
const partitionsOf = (rows: readonly MeasurementRow[]): Partition[] => {
  const present = new Set(rows.map((row) => keyOf(row.school, groupName(row))))
  const members = new Map<string, { keys: string[]; total: string }>()
  const add = (partition: string, key: string, total: string) => {
    const known = members.get(partition)
    if (known) known.keys.push(key)
    else members.set(partition, { keys: [key], total })
  }
  for (const row of rows) {
    const key = keyOf(row.school, groupName(row))
    if (row.group)
      add(JSON.stringify(['groups', row.school, row.group.dimension]), key, keyOf(row.school, '*'))
    if (row.school !== null)
      add(JSON.stringify(['schools', groupName(row)]), key, keyOf(null, groupName(row)))
  }
  return [...members.values()].flatMap(({ keys, total }): Partition[] => {
    if (present.has(total)) return [{ members: keys, total }]
    return keys.length > 1 ? [{ members: keys }] : []
  })
}

/**
 * Measurements as a viewer may see them, in the order given. Hand over whole tables (every school and group of a metric
 * and period, with the totals) and filter what comes back: a table cut down first would hide less than it must.
 */
export const visibleMeasurements = <Row extends MeasurementRow>(
  rows: readonly Row[],
  { threshold, viewer }: { readonly threshold: number; readonly viewer: Viewer },
): { rows: VisibleRow<Row>[]; rawRead: boolean } => {
  if (viewer === 'data_steward') {
    return { rows: rows.map((row) => ({ row, cell: rawCell({ ...row, key: '' }) })), rawRead: true }
  }
  const answers = new Map<Row, PublicCell>()
  for (const table of Map.groupBy(rows, ({ metric, period }) => JSON.stringify([metric, period])).values()) {
    const cells = table.map((row) => ({ ...row, key: keyOf(row.school, groupName(row)) }))
    const { cells: seen, unprotected } = suppressCells(cells, partitionsOf(table), threshold)
    table.forEach((row, at) => {
      const cell = seen.get(cells[at]!.key)
      // A table that cannot be protected is not published at all.
      answers.set(row, cell && unprotected.length === 0 ? cell : withheld('complementary'))
    })
  }
  return { rows: rows.map((row) => ({ row, cell: answers.get(row)! })), rawRead: false }
}
