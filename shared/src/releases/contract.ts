import { defineContract } from '../contract/route.ts'
import * as schemas from './schemas.ts'

/**
 * Figures made public. Everything the public or a partner is shown of outcomes comes from a published release, frozen and
 * attacked before it went out; the live figures are for staff.
 */
export const releasesContract = defineContract({
  listReleases: {
    method: 'GET',
    path: '/releases',
    access: 'metrics:read',
    summary: 'Releases of figures, the latest first',
    response: schemas.ReleaseList,
  },
  getRelease: {
    method: 'GET',
    path: '/releases/:releaseId',
    access: 'metrics:read',
    summary: 'One release: what it holds, what its check came upon, with which releases it was compared',
    response: schemas.Release,
  },
  getReleasedTable: {
    method: 'GET',
    path: '/releases/:releaseId/figures',
    access: 'metrics:read',
    summary: 'One metric and period of a release, school by school, as it was frozen',
    query: schemas.ReleasedTableQuery,
    response: schemas.ReleasedTable,
  },
  listReleasedMetrics: {
    method: 'GET',
    path: '/released-metrics',
    access: 'metrics:read',
    summary: 'What is public now: every released metric with the district’s figures by period',
    response: schemas.ReleasedMetrics,
  },
  listReleasableTables: {
    method: 'GET',
    path: '/releasable-tables',
    access: 'releases:write',
    summary: 'Metrics and periods there are figures of, for a new release',
    response: schemas.ReleasableTables,
  },
  prepareRelease: {
    method: 'POST',
    path: '/releases',
    access: 'releases:write',
    summary: 'Freeze figures for a release and check them against everything published before',
    body: schemas.NewRelease,
    response: schemas.Release,
  },
  publishRelease: {
    method: 'POST',
    path: '/releases/:releaseId/publish',
    access: 'releases:write',
    summary: 'Make a checked release public',
    response: schemas.Release,
    ifMatch: true,
  },
  withdrawRelease: {
    method: 'POST',
    path: '/releases/:releaseId/withdraw',
    access: 'releases:write',
    summary: 'Take a release back; later ones are still compared with it, for it was in print',
    body: schemas.Withdrawal,
    response: schemas.Release,
    ifMatch: true,
  },
  discardRelease: {
    method: 'DELETE',
    path: '/releases/:releaseId',
    access: 'releases:write',
    summary: 'Throw away a release that was never published',
    ifMatch: true,
  },
})
