export { checkRelease, checkWaiting, workOnReleases } from './check.ts'
export { releasedMetrics, releasedSchools } from './public-queries.ts'
