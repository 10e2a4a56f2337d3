import { at } from '@common-table/shared/needs/board'
import type { GapBoard } from '@common-table/shared/needs/board-schemas'
import { gapStatuses } from '@common-table/shared/needs/gap'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Download } from '../http/answers.ts'
import { tableFile, type Cell } from '../imports/index.ts'

const columns = [
  { header: 'School code', width: 12 },
  { header: 'School', width: 40 },
  { header: 'Area', width: 18 },
  { header: 'Enrolment', width: 10 },
  { header: 'Kind of help', width: 32 },
  { header: 'Tier', width: 6 },
  { header: 'Status', width: 14 },
  { header: 'Places needed', width: 14 },
  { header: 'Estimated', width: 10 },
  { header: 'Confirmed places', width: 14 },
  { header: 'Places on paper', width: 14 },
  { header: 'Places missing', width: 14 },
  { header: 'Open needs', width: 10 },
  { header: 'Severity', width: 8 },
  { header: 'Partners', width: 8 },
]

async function* rows(board: GapBoard): AsyncGenerator<readonly Cell[]> {
  for (const cell of board.cells) {
    const [, code, name, , area, enrolment] = board.schools[cell[at.school]]!
    const [, , category] = board.categories[cell[at.category]]!
    yield [
      code,
      name,
      board.areas[area] ?? '',
      enrolment,
      category,
      cell[at.tier],
      nameOf(gapStatuses, board.statuses[cell[at.status]]!, 'en'),
      cell[at.demand],
      cell[at.estimated] === 1 ? 'yes' : 'no',
      cell[at.verified],
      cell[at.paper],
      cell[at.unmet],
      cell[at.needs],
      cell[at.severity] || null,
      cell[at.providers],
    ]
  }
}

/** The board as a table, a line for each school, kind of help and tier. */
export const exportBoard = (board: GapBoard, format: 'csv' | 'xlsx'): Download =>
  tableFile('gap-board', format, columns, rows(board))
