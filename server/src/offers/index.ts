/** What other features call of this one. */
export { workOnFirstRefusals } from './lapse.ts'
