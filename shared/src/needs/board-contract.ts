import { defineContract } from '../contract/route.ts'
import { GapBoard, GapBoardQuery, GapCell, GapCellQuery } from './board-schemas.ts'

export const gapBoardContract = defineContract({
  getGapBoard: {
    method: 'GET',
    path: '/gap-board',
    access: 'needs:read',
    summary: 'Demand against supply for every school, kind of help and tier, as compact arrays',
    query: GapBoardQuery,
    response: GapBoard,
  },
  getGapCell: {
    method: 'GET',
    path: '/gap-board/cell',
    access: 'needs:read',
    summary:
      'One school and kind of help: needs, services with their capacity, partnerships, and what is missing',
    query: GapCellQuery,
    response: GapCell,
  },
  exportGapBoardCsv: {
    method: 'GET',
    path: '/gap-board/export/csv',
    access: 'needs:read',
    summary: 'The filtered gap board as a CSV file, a line for each school, kind of help and tier',
    query: GapBoardQuery,
    download: 'text/csv',
  },
  exportGapBoardXlsx: {
    method: 'GET',
    path: '/gap-board/export/xlsx',
    access: 'needs:read',
    summary: 'The filtered gap board as an Excel workbook',
    query: GapBoardQuery,
    download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
})
