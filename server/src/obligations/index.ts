/** What other features call of this one. */
export { planDues } from './plan-dues.ts'
export { insertObligation, voidDuesAfter } from './queries.ts'
export { openPromisesOf } from './dues-queries.ts'
