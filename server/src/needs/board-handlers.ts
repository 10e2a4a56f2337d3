import { notFound } from '@common-table/shared/contract/problem'
import { filterBoard } from '@common-table/shared/needs/board'
import type { gapBoardContract } from '@common-table/shared/needs/board-contract'
import type { GapBoard, GapBoardQuery } from '@common-table/shared/needs/board-schemas'
import type { Actor } from '../http/actor.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import type { Services } from '../http/services.ts'
import { withIdle } from './board-document.ts'
import { cellOf } from './cell-queries.ts'
import { exportBoard } from './export.ts'
import { gapCell } from './gap-cell.ts'
import { readyBoard } from './ready-board.ts'

const readyFor = (services: Services, actor: Actor, { schoolYear, status }: GapBoardQuery) =>
  readyBoard(services, actor.districtId, {
    year: schoolYear,
    idle: status?.includes('no_need') ? withIdle : '',
  })

const filtered = async (services: Services, actor: Actor, query: GapBoardQuery): Promise<GapBoard> => {
  const { schoolYear: _, ...filter } = query
  const board = JSON.parse((await readyFor(services, actor, query)).toString()) as GapBoard
  return filterBoard(board, { ...filter, schoolIds: actor.schoolIds })
}

export const gapBoardHandlers: Handlers<typeof gapBoardContract> = {
  getGapBoard: async ({ services, actor, query }) => {
    const { schoolYear: _, ...filter } = query
    return actor.schoolIds === null && Object.keys(filter).length === 0
      ? json(await readyFor(services, actor, query))
      : json(JSON.stringify(await filtered(services, actor, query)))
  },

  getGapCell: async ({ db, actor, query }) =>
    gapCell((await cellOf(db, actor.schoolIds, query)) ?? notFound('school or kind of help')),

  exportGapBoardCsv: async ({ services, actor, query }) =>
    exportBoard(await filtered(services, actor, query), 'csv'),

  exportGapBoardXlsx: async ({ services, actor, query }) =>
    exportBoard(await filtered(services, actor, query), 'xlsx'),
}
