/** What other features call of this one. */
export { refuseLeadless, refuseWhileHolding, refuseWithoutHolders } from './still-holds.ts'
