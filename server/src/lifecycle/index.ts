/** What other features call of this one. */
export { workOnEndings } from './upkeep.ts'
export { answerExit } from './lifecycle-queries.ts'
/** `lifecycleOf(db, scope, partnershipId)`: intensity with its answers, the required steps, and what should be formalised. */
export { lifecycleOf } from './lifecycle.ts'
