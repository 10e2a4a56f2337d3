/** What other features call of this one. */
export { workOnEndings } from './upkeep.ts'
export { answerExit } from './lifecycle-queries.ts'
