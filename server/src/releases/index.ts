export { checkRelease, checkWaiting, workOnReleases } from './check.ts'
export { releasedMetrics } from './public-queries.ts'
