export { siteStanding } from './listing-queries.ts'
export { registerSite } from './routes.ts'
export { groupNames, publicStories, siteFacts } from './site-queries.ts'
