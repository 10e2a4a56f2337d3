import { at, sumCells, type BoardSum } from '@common-table/shared/needs/board'
import type { BoardCell, GapBoard } from '@common-table/shared/needs/board-schemas'
import { folded } from '../ui/options.ts'

export const boardSorts = ['unmet', 'worst', 'name'] as const
export type BoardSort = (typeof boardSorts)[number]

export interface BoardRow {
  id: string
  label: string
  code: string
  sum: BoardSum
  /** By the category's place in the board. */
  cells: ReadonlyMap<number, BoardSum>
}
export interface BoardColumn {
  id: string
  label: string
  place: number
  sum: BoardSum
}
export interface BoardView {
  rows: BoardRow[]
  columns: BoardColumn[]
  total: BoardSum
}

interface Wanted {
  sort: BoardSort
  /** A category whose gap orders the schools instead. */
  by: string
  q: string
  /** Schools where nothing is recorded. */
  all: boolean
  nameOf: (category: { name: string; nameEs: string }) => string
  compare: (a: string, b: string) => number
}

const grouped = (cells: readonly BoardCell[], place: (cell: BoardCell) => number) => Map.groupBy(cells, place)

/** The board as it is shown: rows of schools, columns of the kinds of help something is needed in, sums of both. */
export const boardView = (board: GapBoard, { sort, by, q, all, nameOf, compare }: Wanted): BoardView => {
  const bySchool = grouped(board.cells, (cell) => cell[at.school])
  const typed = folded(q).trim()
  const rows = board.schools.flatMap(([id, code, label], place): BoardRow[] => {
    const own = bySchool.get(place) ?? []
    if (own.length === 0 && !all) return []
    if (typed && !folded(`${label} ${code}`).includes(typed)) return []
    const cells = new Map(
      [...grouped(own, (cell) => cell[at.category])].map(([category, tiers]) => [category, sumCells(tiers)]),
    )
    return [{ id, label, code, sum: sumCells(own), cells }]
  })
  const shown = new Set(rows.map(({ id }) => id))
  const counted = board.cells.filter((cell) => shown.has(board.schools[cell[at.school]]![0])) // places are the board's own
  const columns = [...grouped(counted, (cell) => cell[at.category])]
    .sort(([a], [b]) => a - b)
    .map(([place, cells]): BoardColumn => {
      const [id, , name, nameEs] = board.categories[place]!
      return { id, label: nameOf({ name, nameEs }), place, sum: sumCells(cells) }
    })
  const place = columns.find(({ id }) => id === by)?.place
  const of = (row: BoardRow) => (place === undefined ? row.sum : row.cells.get(place))
  const worst = (row: BoardRow) => {
    const sum = of(row)
    return sum ? sum.step * 1e9 + sum.severity * 1e7 + Math.min(sum.unmet, 9_999_999) : -1
  }
  const order: Record<BoardSort, (a: BoardRow, b: BoardRow) => number> = {
    unmet: (a, b) =>
      (of(b)?.unmet ?? -1) - (of(a)?.unmet ?? -1) || worst(b) - worst(a) || compare(a.label, b.label),
    worst: (a, b) => worst(b) - worst(a) || compare(a.label, b.label),
    name: (a, b) => compare(a.label, b.label),
  }
  return { rows: rows.sort(order[place === undefined ? sort : 'worst']), columns, total: sumCells(counted) }
}
