/** What other features call of this one. */
export { workOnColdAlerts } from './cold-alerts.ts'
export { settleProspect } from './settle-prospect.ts'
export { offeredKinds, openForm, takeOffer } from './take-offer.ts'
