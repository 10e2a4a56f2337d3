import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import { seatAudiences, seatKinds, seatTerms } from '@common-table/shared/seats/kinds'
import { pathways } from '@common-table/shared/seats/pathways'
import type { SeatBoard, SeatFigures, SeatLine } from '@common-table/shared/seats/schemas'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Download } from '../http/answers.ts'
import { tableFile, type Cell } from '../imports/index.ts'

const place = [
  { header: 'School', width: 40 },
  { header: 'Kind', width: 24 },
  { header: 'For', width: 18 },
  { header: 'Pathway', width: 32 },
  { header: 'Term', width: 18 },
]
const placeCells = (line: Pick<SeatLine, 'school' | 'kind' | 'audience' | 'pathway' | 'term'>): Cell[] => [
  line.school.name,
  nameOf(seatKinds, line.kind, 'en'),
  nameOf(seatAudiences, line.audience, 'en'),
  nameOf(pathways, line.pathway, 'en'),
  nameOf(seatTerms, line.term, 'en'),
]

async function* boardRows({ lines }: SeatBoard): AsyncGenerator<readonly Cell[]> {
  for (const line of lines)
    yield [
      ...placeCells(line),
      line.seekers,
      line.filled,
      line.reach,
      line.unmet,
      line.over,
      line.said === null ? 'not said' : line.said.copied ? 'last year’s' : 'said',
    ]
}
/** The board, a line for each school, kind, pathway and term. */
export const exportBoard = (board: SeatBoard): Download =>
  tableFile(
    'work-based-learning',
    'csv',
    [
      ...place,
      { header: 'Seeking', width: 10 },
      { header: 'Seats filled', width: 12 },
      { header: 'Open seats in reach', width: 16 },
      { header: 'Without a seat', width: 14 },
      { header: 'Filled beyond demand', width: 18 },
      { header: 'Demand', width: 12 },
    ],
    boardRows(board),
  )

const shown = (cell: PublicCell, value: number | null): Cell => (cell.suppressed ? cell.label : value)
async function* figureRows({ lines }: SeatFigures): AsyncGenerator<readonly Cell[]> {
  for (const line of lines)
    yield [...placeCells(line), shown(line.cell, line.cell.n), shown(line.cell, line.cell.value)]
}
/** The same as readers see it who do not place students. */
export const exportFigures = (figures: SeatFigures): Download =>
  tableFile(
    'work-based-learning',
    'csv',
    [...place, { header: 'Seeking', width: 14 }, { header: 'Met by seats, %', width: 14 }],
    figureRows(figures),
  )
