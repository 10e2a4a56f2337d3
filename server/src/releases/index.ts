export { checkRelease, workOnReleases } from './check.ts'
export { releasedMetrics, releasedSchools } from './public-queries.ts'
