/** What other features call of this one. */
export { logoOf } from './logo.ts'
export { districtIds } from './every-district.ts'
