/** What other features call of this one: what falls into gap without some partners. */
export { lossWithout } from './handlers.ts'
