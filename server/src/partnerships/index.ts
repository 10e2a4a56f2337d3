/** What other features call of this one. */
export { findPartnership } from './queries.ts'
export { insertPartnership } from './queries-write.ts'
export { standBehind, type Beginning } from './stand-behind.ts'
