/** What other features call of this one. */
export { duplicatesOfChange } from './duplicates-of-plan.ts'
export { findPartnership } from './queries.ts'
export { insertPartnership } from './queries-write.ts'
export { standBehind, type Beginning } from './stand-behind.ts'
