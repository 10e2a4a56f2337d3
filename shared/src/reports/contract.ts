import { defineContract } from '../contract/route.ts'
import * as schemas from './schemas.ts'

/** Reports are of the whole district: they carry the equity index, and are for those who read it. */
export const reportsContract = defineContract({
  listReports: {
    method: 'GET',
    path: '/reports',
    access: 'equity:read',
    summary: 'Reports that were made, the latest first',
    query: schemas.ReportQuery,
    response: schemas.Reports,
  },
  makeReport: {
    method: 'POST',
    path: '/reports',
    access: 'placements:write',
    summary: 'Begin to make a report about a quarter, a month or a school year; it is kept as it is then',
    body: schemas.NewReport,
    response: schemas.ReportListed,
  },
  listFunders: {
    method: 'GET',
    path: '/reports/funders',
    access: 'equity:read',
    summary: 'Funders that partnerships name, with how many each pays for',
    response: schemas.Funders,
  },
  getReport: {
    method: 'GET',
    path: '/reports/:reportId',
    access: 'equity:read',
    summary: 'A report with everything it says; small numbers are withheld',
    response: schemas.Report,
  },
  followReport: {
    method: 'GET',
    path: '/reports/:reportId/live',
    access: 'equity:read',
    summary: 'How far a report is, as it goes',
    response: schemas.ReportProgress,
    events: true,
  },
  deleteReport: {
    method: 'DELETE',
    path: '/reports/:reportId',
    access: 'placements:write',
    summary: 'Remove a report; what it was made from stays',
    ifMatch: true,
  },
})
