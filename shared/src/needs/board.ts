import type { BoardCell, GapBoard, GapBoardQuery } from './board-schemas.ts'
import { gapStatuses, stepOf, type GapStatus } from './gap.ts'

/** The places of a cell's numbers. */
export const at = {
  school: 0,
  category: 1,
  tier: 2,
  status: 3,
  step: 4,
  demand: 5,
  unmet: 6,
  verified: 7,
  paper: 8,
  needs: 9,
  severity: 10,
  providers: 11,
  estimated: 12,
} as const satisfies Record<string, keyof BoardCell & number>

export const boardStatuses: readonly GapStatus[] = gapStatuses.map(({ code }) => code)

export type BoardFilter = Omit<GapBoardQuery, 'schoolYear'> & {
  readonly schoolIds?: readonly string[] | null
}

/** The board cut down to what is asked for; schools and categories are counted anew, so that each cell finds its own. */
export const filterBoard = (board: GapBoard, filter: BoardFilter): GapBoard => {
  const { tier, group, level, area, status, schoolIds } = filter
  const keptSchool = board.schools.map(
    ([id, , , levelAt, areaAt]) =>
      (!schoolIds || schoolIds.includes(id)) &&
      (!level || (level as string[]).includes(board.levels[levelAt] ?? '')) &&
      (!area || area.includes(board.areas[areaAt] ?? '')),
  )
  const keptCategory = board.categories.map(([, , , , of]) => !group || group.includes(of))
  const places = (kept: readonly boolean[]) => {
    let next = 0
    return kept.map((keep) => (keep ? next++ : -1))
  }
  const [schoolPlace, categoryPlace] = [places(keptSchool), places(keptCategory)]
  const cells = board.cells.flatMap((cell): BoardCell[] => {
    const [school, category, ofTier, statusAt, ...rest] = cell
    const wanted =
      keptSchool[school] &&
      keptCategory[category] &&
      (!tier || tier.includes(ofTier)) &&
      (!status || status.includes(board.statuses[statusAt]!))
    return wanted ? [[schoolPlace[school]!, categoryPlace[category]!, ofTier, statusAt, ...rest]] : []
  })
  return {
    ...board,
    schools: board.schools.filter((_, at) => keptSchool[at]),
    categories: board.categories.filter((_, at) => keptCategory[at]),
    cells,
  }
}

export type BoardSum = {
  readonly status: GapStatus
  readonly step: BoardCell[4]
  readonly demand: number
  readonly unmet: number
  readonly verified: number
  readonly paper: number
  readonly needs: number
  readonly severity: number
}

/**
 * Cells as one: the tiers of a cell, a row, a column, the board. Places add up, a surplus in one never hides what is
 * missing in another, and the status is the worst of them. A gap of unknown size keeps its step.
 */
export const sumCells = (cells: readonly BoardCell[]): BoardSum => {
  const sum = { demand: 0, unmet: 0, verified: 0, paper: 0, needs: 0, severity: 0 }
  let [status, unsized]: [number, BoardCell[4]] = [0, 0]
  for (const cell of cells) {
    sum.demand += cell[at.demand]
    sum.unmet += cell[at.unmet]
    sum.verified += cell[at.verified]
    sum.paper += cell[at.paper]
    sum.needs += cell[at.needs]
    sum.severity = Math.max(sum.severity, cell[at.severity])
    status = Math.max(status, cell[at.status])
    if (cell[at.demand] === 0 && cell[at.step] > unsized) unsized = cell[at.step]
  }
  const step = sum.demand === 0 ? unsized : stepOf(sum.unmet / sum.demand)
  return { ...sum, status: boardStatuses[status]!, step }
}
