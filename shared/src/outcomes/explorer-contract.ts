import { defineContract } from '../contract/route.ts'
import {
  ExploreChoices,
  ExploredCourse,
  ExploredPair,
  ExploreExportQuery,
  ExploreQuery,
} from './explorer-schemas.ts'

export const explorerContract = defineContract({
  getExploreChoices: {
    method: 'GET',
    path: '/outcomes/explore/choices',
    access: 'metrics:read',
    summary: 'Metrics with figures and their years, student groups and areas, to explore by',
    response: ExploreChoices,
  },
  exploreOverTime: {
    method: 'GET',
    path: '/outcomes/explore/time',
    access: 'metrics:read',
    summary:
      'Metrics over time: the district, chosen schools, and schools like them, of one or two student groups',
    query: ExploreQuery,
    response: ExploredCourse,
  },
  exploreTogether: {
    method: 'GET',
    path: '/outcomes/explore/together',
    access: 'metrics:read',
    summary:
      'Two metrics school by school in one year, with how far they go together; hidden schools are counted only',
    query: ExploreQuery,
    response: ExploredPair,
  },
  exportExploredCsv: {
    method: 'GET',
    path: '/outcomes/explore/export/csv',
    access: 'metrics:read',
    summary: 'What the explorer shows as a CSV file',
    query: ExploreExportQuery,
    download: 'text/csv',
  },
  exportExploredXlsx: {
    method: 'GET',
    path: '/outcomes/explore/export/xlsx',
    access: 'metrics:read',
    summary: 'What the explorer shows as an Excel file',
    query: ExploreExportQuery,
    download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
})
