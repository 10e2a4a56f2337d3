import type { BoardCell, GapBoard } from '@common-table/shared/needs/board-schemas'
import { boardStatuses } from '@common-table/shared/needs/board'
import { gapOf } from '@common-table/shared/needs/gap'
import { schoolLevels } from '@common-table/shared/schools/schemas'
import type { Db } from '../db/db.ts'
import { boardFacts, putBoard, type CoverageRow } from './board-queries.ts'

const cellFrom = (
  [
    school,
    category,
    tier,
    students,
    estimated,
    entries,
    needs,
    severity,
    verified,
    paper,
    unsized,
    providers,
  ]: CoverageRow,
  beyond: number,
): BoardCell => {
  const gap = gapOf({ students, estimated: estimated === 1, entries }, { verified, paper, unsized }, beyond)
  const status = boardStatuses.indexOf(gap.status)
  return [
    school,
    category,
    tier,
    status,
    gap.step,
    gap.demand,
    gap.unmet,
    verified,
    paper,
    needs,
    severity,
    providers,
    estimated,
  ]
}

/** Supply where nothing is needed has a document of its own: it is ten times as much and seldom asked for. */
export const withIdle = ':idle'

/** Makes the boards of a school year and keeps them: one of the cells with a need, one of all. */
export const makeBoards = async (db: Db, yearId: string): Promise<void> => {
  const { schools, cells, overSupplyPercent, ...facts } = await boardFacts(db, yearId)
  const areas = [...new Set(schools.map(([, , , , area]) => area))].sort()
  const all = cells.map((row) => cellFrom(row, overSupplyPercent / 100 - 1))
  const board = (shown: BoardCell[]): GapBoard => ({
    ...facts,
    overSupplyPercent,
    statuses: [...boardStatuses],
    levels: [...schoolLevels],
    areas,
    schools: schools.map(([id, code, name, level, area, enrolment]) => [
      id,
      code,
      name,
      (schoolLevels as readonly string[]).indexOf(level),
      areas.indexOf(area),
      enrolment,
    ]),
    cells: shown,
  })
  const noNeed = boardStatuses.indexOf('no_need')
  await putBoard(db, yearId, JSON.stringify(board(all.filter(([, , , status]) => status !== noNeed))))
  await putBoard(db, yearId + withIdle, JSON.stringify(board(all)))
}
