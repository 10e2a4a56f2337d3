/** What other features call of this one. */
export { compareSides } from './compare.ts'
export { forgetWords, recordLines, takeDown } from './queries.ts'
