/** What other features call of this one. */
export { papersOf } from './papers.ts'
export { workOnCompliance } from './work-on-compliance.ts'
