/** What other features call of this one. */
export { workOnCheckIns } from './work-on-check-ins.ts'
export { registerCalendarFeeds } from './feed-route.ts'
