/** What other features call of this one. */
export { workOnCompliance } from './work-on-compliance.ts'
