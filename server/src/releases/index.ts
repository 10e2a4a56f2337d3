export { checkRelease, checkWaiting, workOnReleases } from './check.ts'
export { releasedHow, releasedMetrics, type ReleasedHow } from './public-queries.ts'
