/** What other features call of this one. */
export { draftOnly } from './draft-only.ts'
export { agreementsInForce, type AgreementInForce } from './in-force-queries.ts'
export { workOnAgreements } from './upkeep.ts'
export { renderPages } from './pdf/render.ts'
