/** What other features call of this one. */
export { recordJustification, refuseDuplicates } from './guard.ts'
